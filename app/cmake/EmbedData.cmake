# Puts data files into a program, so that it runs without knowing where they lie.
#
# exhibit_embed_data(TARGET NAMESPACE name ROOT folder FILES ...)
# adds to TARGET a generated source that defines
#     std::span<const exhibit::EmbeddedFile> NAMESPACE::embeddedFiles();
# with each file's path relative to ROOT and its bytes. The source is made anew when a file changes.

if(CMAKE_SCRIPT_MODE_FILE)
    # The build step: cmake -DOUTPUT= -DNAMESPACE= -DROOT= -DFILES=a,b,c -P EmbedData.cmake
    string(REPLACE "," ";" files "${FILES}")
    set(arrays "")
    set(rows "")
    set(number 0)
    foreach(file IN LISTS files)
        file(READ ${ROOT}/${file} bytes HEX)
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
        string(APPEND arrays "const unsigned char kFile${number}[] = {${bytes}0};\n")
        string(APPEND rows "    {\"${file}\", text(kFile${number}, sizeof(kFile${number}) - 1)},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    file(WRITE ${OUTPUT} "// Made from the data files by EmbedData.cmake.
#include \"request/EmbeddedFile.h\"
namespace ${NAMESPACE} {
std::span<const exhibit::EmbeddedFile> embeddedFiles();
namespace {
${arrays}std::string_view text(const unsigned char* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}
} // namespace
std::span<const exhibit::EmbeddedFile> embeddedFiles() {
    static const exhibit::EmbeddedFile files[] = {
${rows}    };
    return files;
}
} // namespace ${NAMESPACE}
")
    return()
endif()

set(EXHIBIT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(exhibit_embed_data target)
    cmake_parse_arguments(arg "" "NAMESPACE;ROOT" "FILES" ${ARGN})
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_data.cpp)
    list(JOIN arg_FILES "," files)
    list(TRANSFORM arg_FILES PREPEND ${arg_ROOT}/ OUTPUT_VARIABLE paths)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAMESPACE=${arg_NAMESPACE} -DROOT=${arg_ROOT} -DFILES=${files}
            -P ${EXHIBIT_EMBED_SCRIPT}
        DEPENDS ${paths} ${EXHIBIT_EMBED_SCRIPT} VERBATIM COMMENT "Embedding the data of ${target}")
    target_sources(${target} PRIVATE ${output})
endfunction()

# The few helpers that every CMakeLists.txt of the project uses.

option(EXHIBIT_WERROR "Treat warnings as errors" OFF)
option(EXHIBIT_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(EXHIBIT_FUZZ "Build the libFuzzer targets (needs clang)" OFF)

add_library(exhibit_flags INTERFACE)
target_compile_features(exhibit_flags INTERFACE cxx_std_20)
target_compile_options(exhibit_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef -Wimplicit-fallthrough
    $<$<BOOL:${EXHIBIT_WERROR}>:-Werror>
    # GCC 12 sees overflows in std::string's own concatenation (GCC bugs 105329, 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-array-bounds>
    # Files that are compiled together look like one that includes them all.
    $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    # Hardening, as Debian's own hardening=+all and the OpenSSF guide have it.
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:$<BOOL:${EXHIBIT_SANITIZE}>>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
target_compile_definitions(exhibit_flags INTERFACE _GLIBCXX_ASSERTIONS _FILE_OFFSET_BITS=64)
target_link_options(exhibit_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed)

if(EXHIBIT_SANITIZE OR EXHIBIT_FUZZ)
    set(sanitizers address,undefined)
    target_compile_options(exhibit_flags INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer -g)
    target_link_options(exhibit_flags INTERFACE -fsanitize=${sanitizers})
endif()
if(EXHIBIT_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
        message(FATAL_ERROR "EXHIBIT_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
    endif()
    # Every library is instrumented for coverage; only the fuzz programs get libFuzzer's main.
    target_compile_options(exhibit_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# exhibit_library(NAME SOURCES... [PUBLIC libraries...] [PRIVATE libraries...])
# A static library of one layer. What it links is all that it may use: a test program links it alone.
function(exhibit_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE exhibit_flags ${arg_PRIVATE})
endfunction()

# exhibit_program(NAME SOURCES... LINK libraries...)
function(exhibit_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE exhibit_flags ${arg_LINK})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endfunction()

# exhibit_test(NAME [QT] SOURCES... LINK libraries...)
# A Catch2 program that links only the libraries named, so that the linker proves their layer. QT: it uses Qt, whose
# compiler options don't go with the precompiled header that the other tests share.
function(exhibit_test name)
    cmake_parse_arguments(arg "QT" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF) # each test has a world of its own
    target_link_libraries(${name} PRIVATE exhibit_flags exhibit_test_main ${arg_LINK})
    if(arg_QT)
        target_precompile_headers(${name} REUSE_FROM exhibit_qt_test_header)
    else()
        target_precompile_headers(${name} REUSE_FROM exhibit_test_header)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    # A hang is a failure.
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()

# exhibit_fuzz(NAME SOURCES... LINK libraries...)
function(exhibit_fuzz name)
    if(NOT EXHIBIT_FUZZ)
        return()
    endif()
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE exhibit_flags ${arg_LINK})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
endfunction()

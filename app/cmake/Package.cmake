# What goes where in the system, and the Debian package: cpack -G DEB.

include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The programs look for one another in their own folder, and find it through a link too. Only two are for people.
set(programs ${CMAKE_INSTALL_LIBEXECDIR}/exhibit17)
install(TARGETS exhibit17 exhibit17-dossier exhibit17-media exhibit17-desktop exhibit17-capture RUNTIME DESTINATION ${programs})
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/links)
foreach(program exhibit17 exhibit17-desktop)
    file(CREATE_LINK ../${programs}/${program} ${PROJECT_BINARY_DIR}/links/${program} SYMBOLIC)
    install(FILES ${PROJECT_BINARY_DIR}/links/${program} DESTINATION ${CMAKE_INSTALL_BINDIR})
endforeach()

set(resources ${PROJECT_SOURCE_DIR}/app/desktop/resources)
install(FILES ${resources}/exhibit17.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${resources}/exhibit17.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${resources}/exhibit17.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${resources}/exhibit17-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME exhibit17.xml)

# Debian Policy 12.1 and 12.7: pages of the manual and the changelog are compressed by gzip -9 without a time.
function(exhibit_install_compressed file destination)
    get_filename_component(name ${file} NAME)
    set(compressed ${PROJECT_BINARY_DIR}/compressed/${name}.gz)
    add_custom_command(OUTPUT ${compressed}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/compressed
        COMMAND gzip -9nc ${file} > ${compressed} DEPENDS ${file} VERBATIM)
    add_custom_target(compressed-${name} ALL DEPENDS ${compressed})
    install(FILES ${compressed} DESTINATION ${destination})
endfunction()
foreach(page exhibit17 exhibit17-desktop)
    exhibit_install_compressed(${PROJECT_SOURCE_DIR}/app/man/${page}.1 ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
exhibit_install_compressed(${PROJECT_SOURCE_DIR}/app/package/changelog ${CMAKE_INSTALL_DATADIR}/doc/exhibit17)
install(FILES ${PROJECT_SOURCE_DIR}/app/package/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/exhibit17)

# What is needed at run time and isn't a library stands in one list, which app/run.sh installs too.
foreach(list run_packages optional_packages)
    execute_process(COMMAND bash -c "source '${PROJECT_SOURCE_DIR}/app/cmake/packages.sh' && echo \"\${${list}[*]}\""
        OUTPUT_VARIABLE ${list} OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE " " ", " ${list} "${${list}}")
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME exhibit17)
set(CPACK_PACKAGE_VENDOR "The Exhibit 17 authors")
set(CPACK_PACKAGE_CONTACT "The Exhibit 17 authors <authors@exhibit17.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${run_packages}")
# The form is opened in the person's browser, a Wayland desktop takes pictures through its portal.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-utils, xdg-desktop-portal, qt6-wayland, ${optional_packages}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "turn what an AI answered about a person into evidence")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Exhibit 17 records the exact prompt, a screenshot of the answer and the request
form that applies, fixes every byte with SHA-256, and makes one PDF of it, the
dossier, that can be sent with a request under the GDPR: deletion (Art. 17),
objection, correction, access or restriction.

Everything stays on the computer, and whoever receives the dossier can check it
with tools that every system has. There is a window and a command line.")
include(CPack)

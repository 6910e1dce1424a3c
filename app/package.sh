#!/usr/bin/env bash
# Installs what is missing, builds, and makes a Debian package of it; prints where that is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=cmake/packages.sh
source "$root/app/cmake/packages.sh"

install_missing "${build_packages[@]}" "${run_packages[@]}" "${package_packages[@]}"
configure_and_build "$root/build-package" -DEXHIBIT_TESTS=OFF
cpack --config "$root/build-package/CPackConfig.cmake" -B "$root/build-package" >"$root/build-package/cpack.log" || {
    cat "$root/build-package/cpack.log" >&2
    exit 1
}
ls "$root"/build-package/exhibit17_*.deb

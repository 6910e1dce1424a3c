#!/usr/bin/env bash
# Installs what is missing, builds, and starts Exhibit 17: the desktop app, or with arguments the command line.
#   app/run.sh                  the desktop app
#   app/run.sh example          the main job on a sample: case, dossier, verification
#   app/run.sh verify FILE.pdf  any other command; app/run.sh --help lists them
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=cmake/packages.sh
source "$root/app/cmake/packages.sh"

install_missing "${build_packages[@]}" "${run_packages[@]}" "${optional_packages[@]}"
[ -x "$root/build/bin/exhibit17" ] || echo "Building. The first time this takes some minutes." >&2
build_options=()
# tests/run.sh configures the same folder with the tests; they stay as they are.
[ -f "$root/build/CMakeCache.txt" ] || build_options+=(-DEXHIBIT_TESTS=OFF)
configure_and_build "$root/build" "${build_options[@]}"

if [ $# -gt 0 ]; then
    exec "$root/build/bin/exhibit17" "$@"
fi
exec "$root/build/bin/exhibit17-desktop"

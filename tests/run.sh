#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs all tests.
#   tests/run.sh            everything
#   tests/run.sh -R store   options go to ctest
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../app/cmake/packages.sh
source "$root/app/cmake/packages.sh"

install_missing "${build_packages[@]}" "${run_packages[@]}" "${optional_packages[@]}" "${test_packages[@]}"
configure_and_build "$root/build" -DEXHIBIT_TESTS=ON -DEXHIBIT_WERROR=ON
exec ctest --test-dir "$root/build" --output-on-failure --no-tests=error -j2 "$@"

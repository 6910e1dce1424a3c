#!/usr/bin/env bash
# Makes the Debian package and looks at it: debian_package.sh BUILD-FOLDER VERSION
set -euo pipefail
build=$1
version=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
    echo "$1" >&2
    exit 1
}
# Packing hard takes long and changes nothing about what is checked here.
sed 's/\(CPACK_DEBIAN_COMPRESSION_TYPE\) "xz"/\1 "gzip"/' "$build/CPackConfig.cmake" >"$folder/config.cmake"
cpack --config "$folder/config.cmake" -B "$folder" >"$folder/log" || {
    cat "$folder/log" >&2
    fail "cpack fails"
}
package=$(ls "$folder"/exhibit17_"$version"_*.deb)

depends=$(dpkg-deb --field "$package" Depends)
for name in libc6 libqt6widgets6 libqpdf29 libhpdf-2.3.0 libexiv2-27 poppler-utils fonts-noto-core; do
    grep -Eq "(^|, )$name( |,|\$)" <<<"$depends" || fail "the package doesn't depend on $name: $depends"
done
# Whoever must own the files is root, and nobody else may write to them.
contents=$(dpkg-deb --contents "$package")
! grep -Ev '^[dl-][r-][w-][xr-][r-]-[x-][r-]-[x-] root/root |^l' <<<"$contents" || fail "somebody else may write there"
! grep -Ev ' \./(usr/(bin|libexec|share)?.*)?$' <<<"$contents" || fail "something lies outside /usr"

lintian --fail-on error,warning --allow-root "$package"

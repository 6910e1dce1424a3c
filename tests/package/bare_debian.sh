#!/usr/bin/env bash
# Installs the package in a Debian 12 that has nothing else, and uses it there: bare_debian.sh PACKAGE [TREE]
# TREE is what `debootstrap --variant=minbase bookworm` makes; without it, it is made. Needs root and Debian's mirror, so
# that it is none of the tests that tests/run.sh runs.
set -euo pipefail
package=$1
folder=$(mktemp -d /var/tmp/bare-debian-XXXXXX)
cleanup() {
    umount "$folder/dev" "$folder/proc" 2>/dev/null || true
    mountpoint -q "$folder/proc" || mountpoint -q "$folder/dev" || rm -rf --one-file-system "$folder"
}
trap cleanup EXIT
if [ $# -gt 1 ]; then
    cp -a "$2/." "$folder"
else
    debootstrap --variant=minbase bookworm "$folder"
fi
mount -t proc proc "$folder/proc"
mount --bind /dev "$folder/dev"
cp "$package" "$folder/tmp/package.deb"
cp "$(dirname "${BASH_SOURCE[0]}")/use.sh" "$folder/tmp/use.sh"

inside() { chroot "$folder" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -q
echo "packages before: $(inside dpkg-query -W | wc -l)"
inside apt-get install -y -q --no-install-recommends /tmp/package.deb
echo "packages after: $(inside dpkg-query -W | wc -l)"
inside useradd --create-home person
inside su - person -c 'bash /tmp/use.sh'
inside apt-get install -y -q --no-install-recommends xvfb xdotool x11-utils imagemagick >/dev/null
inside su - person -c 'bash /tmp/use.sh window'
[ ! -f "$folder/tmp/window.png" ] || cp "$folder/tmp/window.png" "$(dirname "$package")/bare-debian-window.png"
inside apt-get purge -y -q exhibit17 >/dev/null
echo "left behind: $(find "$folder/usr" -name '*exhibit17*' | wc -l) files"

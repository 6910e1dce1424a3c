#!/usr/bin/env bash
# Installs into an empty folder and uses what is there: installation.sh BUILD-FOLDER VERSION
set -euo pipefail
build=$1
version=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
    echo "$1" >&2
    exit 1
}
cmake --install "$build" --prefix "$folder/usr" >/dev/null
cd "$folder"

[ "$(find usr/bin -mindepth 1 -printf '%f\n' | sort | paste -sd' ')" = "exhibit17 exhibit17-desktop" ] ||
    fail "usr/bin holds something else than the two programs for people"
for program in exhibit17 exhibit17-desktop; do
    [ "$(usr/bin/$program --version)" = "exhibit17 $version" ] || fail "$program doesn't start, or is another version"
done
# The others are found through the link.
PATH="$folder/usr/bin:$PATH" exhibit17 example --folder "$folder/example" >/dev/null || [ $? -eq 1 ] ||
    fail "the main job fails where it is installed"
said=$(env -u DISPLAY -u WAYLAND_DISPLAY usr/bin/exhibit17 capture example/example.exhibit17 --prompt Who 2>&1 || true)
grep -q "DISPLAY is not set" <<<"$said" || fail "the part that takes pictures isn't found"

# The file type: by its name, and by its content if the name says nothing.
update-mime-database usr/share/mime
type=application/vnd.exhibit17.case
grep -q ":$type:\*\.exhibit17\$" usr/share/mime/globs2 || fail "files *.exhibit17 have no type"
cp example/example.exhibit17 nameless
[ "$(XDG_DATA_DIRS="$folder/usr/share:/usr/share" XDG_DATA_HOME=$folder gio info -a standard::content-type nameless |
    sed -n 's/.*content-type: //p')" = "$type" ] || fail "a case without its suffix isn't recognised"
update-desktop-database usr/share/applications
grep -q "^$type=exhibit17.desktop;" usr/share/applications/mimeinfo.cache || fail "no program opens *.exhibit17"

for file in applications/exhibit17.desktop metainfo/exhibit17.metainfo.xml icons/hicolor/scalable/apps/exhibit17.svg; do
    [ -f "usr/share/$file" ] || fail "$file is missing"
done
[ "$(xmllint --xpath 'string(/component/id)' usr/share/metainfo/exhibit17.metainfo.xml).desktop" = exhibit17.desktop ] ||
    fail "the software centre and the menu don't mean the same program"
for page in exhibit17 exhibit17-desktop; do
    gzip -t "usr/share/man/man1/$page.1.gz"
done

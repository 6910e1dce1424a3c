# shellcheck shell=bash
# Which Debian packages the project needs, and how they are installed. Sourced by app/run.sh and tests/run.sh.

build_packages=(
    g++ cmake ninja-build pkg-config
    libexpected-dev nlohmann-json3-dev libcli11-dev libssl-dev libsqlite3-dev libsqlitecpp-dev
    libpng-dev libjpeg62-turbo-dev zlib1g-dev libheif-dev libwebp-dev libexiv2-dev
    libhpdf-dev libqpdf-dev libharfbuzz-dev libfribidi-dev libicu-dev libfontconfig-dev libqrencode-dev
    qt6-base-dev qt6-tools-dev qt6-l10n-tools libxcb1-dev libxcb-randr0-dev
)
# Fonts of the dossier: one family for every script.
font_packages=(fonts-noto-core fonts-noto-mono fonts-noto-cjk fonts-noto-color-emoji)
# Pictures of pages, and of whole exhibits for forms; the window's icon, and the words of Qt's own dialogs.
run_packages=(poppler-utils libqt6svg6 qt6-translations-l10n "${font_packages[@]}")
# Without them nothing is read from pictures; the rest works. The Debian package recommends them.
optional_packages=(tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu)
# What else makes a Debian package: dpkg-shlibdeps finds its libraries.
package_packages=(dpkg-dev fakeroot)
test_packages=(
    catch2 qpdf unicode-data sqlite3 openssl libxml2-utils python3 python3-jsonschema strace
    xvfb x11-utils x11-xserver-utils xclip xdotool openbox chromium procps curl desktop-file-utils
    dbus-daemon weston qt6-wayland at-spi2-core gir1.2-atspi-2.0 python3-gi
    appstream shared-mime-info libglib2.0-bin mandoc man-db bsdextrautils lintian "${package_packages[@]}"
)

# install_missing PACKAGE... : installs what dpkg doesn't know as installed; says nothing if all is there.
install_missing() {
    local missing=() package installed
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qx "$package installed" <<<"$installed" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "These packages are missing and need root or sudo to install: ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -q >&2 &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
            "${missing[@]}" >&2
}

# configure_and_build FOLDER CMAKE-OPTION... : quiet unless it fails. The files of a library are compiled together, which
# takes far less time for all of them and more after a change: who works on the code configures without.
configure_and_build() {
    local folder=$1
    local log=$folder/build.log
    shift
    mkdir -p "$folder"
    cmake -S "$root" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON "$@" >"$log" 2>&1 &&
        cmake --build "$folder" >>"$log" 2>&1 && return 0
    tail -n 60 "$log" >&2
    echo "The build failed. All of its output is in $log" >&2
    return 1
}

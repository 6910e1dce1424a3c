#!/usr/bin/env bash
# Speed as ratios against references that run beside us, interleaved, on the same machine. Absolute times mean nothing
# on a shared machine; nothing here passes or fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=../../app/cmake/packages.sh
source "$root/app/cmake/packages.sh"
# img2pdf is what a dossier is measured against; it brings Pillow, which draws the pictures. ksnip and flameshot are what
# the window and a capture are.
install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}" img2pdf ksnip flameshot
configure_and_build "$root/build" -DEXHIBIT_TESTS=ON

exhibit17=$root/build/bin/exhibit17
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
compare() { python3 "$root/tests/bench/compare.py" "$@"; }

echo "$(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1); $(openssl version); $(qpdf --version | head -n 1); sqlite3 $(sqlite3 --version | cut -d' ' -f1)"
printf '%-58s %9s %9s %7s %-13s %8s %10s\n' what 'ours ms' 'ref. ms' ratio '(min-max)' target 'our peak'

head -c 268435456 /dev/urandom >"$work/large"
compare 'hash of 256 MiB / openssl dgst' '<=1.05' 9 -- "$exhibit17" hash "$work/large" -- openssl dgst -sha256 "$work/large"
rm "$work/large"

compare 'start: --version / qpdf --version' '<=3' 30 -- "$exhibit17" --version -- qpdf --version

# The sqlite3 shell as durable as we are: rollback journal, synchronous EXTRA, one transaction, the same bytes.
head -c 400000 /dev/urandom >"$work/file"
"$exhibit17" new "$work/empty.exhibit17" --name Benchmark --email b@example.org --country DE --surface meta.ai --wish erasure >/dev/null
sqlite3 "$work/plain.db" 'CREATE TABLE chunk(artifact INTEGER, n INTEGER, codec INTEGER, bytes BLOB, PRIMARY KEY(artifact, n)) WITHOUT ROWID;'
compare 'add of a 400 KB file / sqlite3 inserting it as durably' '<=1.3' 20 \
    --fresh "$work/case.exhibit17=$work/empty.exhibit17" --fresh "$work/copy.db=$work/plain.db" -- \
    "$exhibit17" add "$work/case.exhibit17" --prompt Who --attach "$work/file" -- \
    sqlite3 "$work/copy.db" "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; INSERT INTO chunk VALUES(1,0,0,readfile('$work/file'));"

"$root/build/bin/bench_make_case" "$work/many.exhibit17" 10000
compare 'list of 10,000 exhibits / sqlite3 selecting their rows' '<=5' 10 -- \
    "$exhibit17" list "$work/many.exhibit17" -- sqlite3 "$work/many.exhibit17" 'SELECT * FROM exhibit;'

# Dossiers, against the fastest common tool that puts pictures on bare pages. img2pdf neither sets a text, nor tags
# a page, nor attaches an original.
make_case=$root/build/bin/bench_make_case
dossiers() { python3 "$root/tests/bench/dossiers.py" "$@"; }
/usr/bin/python3 "$root/tests/bench/make_screenshots.py" "$work/4k" 100 3840 2160
"$make_case" "$work/large.exhibit17" 100 "$work"/4k/*.png
compare 'export of 100 4K screenshots / img2pdf, bare pages' '<=0.35' 3 -- \
    "$exhibit17" export "$work/large.exhibit17" "$work/large.pdf" --force -- img2pdf -o "$work/bare.pdf" "$work"/4k/*.png
dossiers size 'size of that dossier (profile full)' "$work/large.pdf" 2 "$work"/4k/*.png
rm -f "$work/large.exhibit17" "$work/large.pdf" "$work/bare.pdf"

"$exhibit17" example --folder "$work/example" >/dev/null
compare 'export of the example / img2pdf, its picture alone' '<=1' 10 -- \
    "$exhibit17" export "$work/example/example.exhibit17" "$work/example.pdf" --force -- \
    img2pdf -o "$work/bare.pdf" "$work/example/chat.png"
dossiers size 'size of that dossier' "$work/example.pdf" 2 "$work/example/chat.png"

# 100 different pictures, over and over: a case doesn't know that it has seen one before.
/usr/bin/python3 "$root/tests/bench/make_screenshots.py" "$work/hd" 100 1920 1080
cases=()
for exhibits in 10 100 300 1000; do
    "$make_case" "$work/$exhibits.exhibit17" "$exhibits" "$work"/hd/*.png
    cases+=("$work/$exhibits.exhibit17:$exhibits")
done
dossiers growth "$exhibit17" "${cases[@]}"

"$make_case" "$work/pictures.exhibit17" 3 "$work"/4k/*.png
# And an exhibit with a question in one long line, and an answer of a million characters.
printf 'Who is Erika Muster, born in Lindau? %.0s' {1..1100} >"$work/line.txt"
printf 'Erika Muster lives in Lindau and works there.\n%.0s' {1..22000} >"$work/megabyte.txt"
"$exhibit17" add "$work/pictures.exhibit17" --prompt-file "$work/line.txt" --response-file "$work/megabyte.txt" >/dev/null 2>&1
cp "$(find "$work/4k" -name '*.png' | head -n 1)" "$work/large.png"
dbus-run-session -- /usr/bin/python3 "$root/tests/bench/desktop.py" "$root/build/bin" "$work" 2>"$work/desktop.log"

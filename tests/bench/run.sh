#!/usr/bin/env bash
# Speed as ratios against references that run beside us, interleaved, on the same machine. Absolute times mean nothing
# on a shared machine; nothing here passes or fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=../../app/cmake/packages.sh
source "$root/app/cmake/packages.sh"
install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
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

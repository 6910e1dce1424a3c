#!/usr/bin/env bash
# Checks the pages of the manual: manual.sh FOLDER-OF-PAGES FOLDER-OF-PROGRAMS
# They are well-formed for both formatters, and name every verb and every option of the programs themselves.
set -euo pipefail
pages=$1
programs=$2
failures=0
fail() {
    echo "$1" >&2
    failures=$((failures + 1))
}
text() { mandoc -Tutf8 -O width=200 "$1" | col -bx; }

for page in "$pages"/*.1; do
    mandoc -Tlint -W warning "$page" >&2 || fail "mandoc finds fault with $page"
    warnings=$(LC_ALL=C.UTF-8 man --warnings --local-file --encoding=UTF-8 "$page" 2>&1 >/dev/null)
    [ -z "$warnings" ] || fail "man finds fault with $page: $warnings"
done

# "  verb   What it does." between "Verbs:" and the next empty line.
verbs=$("$programs/exhibit17" --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z-]*\) .*/\1/p')
[ "$(wc -w <<<"$verbs")" -ge 20 ] || fail "exhibit17 --help lists too few verbs to be right"
manual=$(text "$pages/exhibit17.1")
for verb in $verbs; do
    grep -Eq "^ +$verb  +[A-Z]" <<<"$manual" || fail "exhibit17(1) doesn't explain $verb"
done
options=$("$programs/exhibit17-desktop" --help | grep -o '^  --[a-z-]*')
[ "$(wc -w <<<"$options")" -ge 2 ] || fail "exhibit17-desktop --help lists too few options to be right"
manual=$(text "$pages/exhibit17-desktop.1")
for option in $options; do
    grep -Eq "^ +$option( |\$)" <<<"$manual" || fail "exhibit17-desktop(1) doesn't explain $option"
done
exit "$failures"

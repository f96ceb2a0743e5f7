#!/usr/bin/env bash
# The demo ends in a dossier that both checkers call intact; one changed byte anywhere, and both name what was changed.
# modes: full long
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 3
temp=$(mktemp -d) && trap 'rm -rf "$temp"' EXIT
second=$root/verifier/taniq_verify.py
failed=0

fail() { printf 'FAILED %s\n' "$1"; failed=1; }
taniq() { HOME=$temp/home TANIQ_HOME='' XDG_CONFIG_HOME='' "$root/taniq" "$@"; }

mkdir "$temp/home"
# The first start builds, which needs the person's own Maven folder.
"$root/taniq" --version >/dev/null || exit 1
taniq demo "$temp/demo" >"$temp/said" 2>"$temp/complained" || { cat "$temp/complained"; fail "the demo"; exit 1; }
dossier=$(tail -n 1 "$temp/said")
[ -f "$dossier" ] || { fail "the last line is no path of a file: $dossier"; exit 1; }
[ ! -s "$temp/complained" ] || fail "the demo complains: $(head -n 3 "$temp/complained")"
taniq demo "$temp/demo" >"$temp/again" 2>&1 || fail "a second demo beside the first"
[ -f "$(tail -n 1 "$temp/again")" ] || fail "the second demo has no dossier"
[ -z "$(ls -A "$temp/home")" ] || fail "the demo left something in the home folder: $(ls -A "$temp/home")"

second_says() { python3 "$second" "$1" 2>&1; }
[ -f "$second" ] && command -v python3 >/dev/null 2>&1 || { printf 'NOT RUN second checker: no python3 or no verifier\n'; second=; }

taniq verify "$dossier" >"$temp/verdict" || fail "verify does not call the dossier intact: $(head -n 5 "$temp/verdict")"
[ -z "$second" ] || second_says "$dossier" >"$temp/verdict" || fail "the second checker: $(head -n 5 "$temp/verdict")"

# flip NAME: a copy in which a byte in the middle of that entry is another
flip() {
  python3 - "$dossier" "$temp/changed.zip" "$1" <<'PY'
import sys, zipfile
source, target, name = sys.argv[1:]
data = bytearray(open(source, "rb").read())
entry = zipfile.ZipFile(source).getinfo(name)
start = entry.header_offset + 30 + len(name)
data[start + entry.file_size // 2] ^= 1
open(target, "wb").write(data)
PY
}

if [ -n "$second" ]; then
  exhibit=$(unzip -Z1 "$dossier" 'exhibit/*' | tail -n 1)
  proof=$(unzip -Z1 "$dossier" 'proof/statement/*' | tail -n 1)
  for name in "$exhibit" "$proof" dossier.pdf; do
    flip "$name" || fail "cannot change $name"
    taniq verify "$temp/changed.zip" >"$temp/verdict"
    [ $? = 1 ] && grep -q -F "$name" "$temp/verdict" || fail "verify does not name the change in $name"
    second_says "$temp/changed.zip" >"$temp/verdict"
    [ $? = 1 ] && grep -q -F "$name" "$temp/verdict" || fail "the second checker does not name the change in $name"
  done
fi
exit $failed

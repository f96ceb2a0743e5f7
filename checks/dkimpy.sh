#!/usr/bin/env bash
# modes: full long
# Mail that our tests sign is right for Debian's dkimpy, mail that dkimpy signs is right for us, and with one byte
# changed both say the same. Needs python3-dkim, python3-nacl and python3-authres of Debian, and a build.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

give_up() { printf 'NOT RUN checks/dkimpy.sh: %s\n' "$1"; exit 0; }
python=/usr/bin/python3
"$python" -c 'import dkim, nacl, authres' 2>/dev/null || give_up "no dkimpy; apt-get install python3-dkim python3-nacl python3-authres"
command -v openssl >/dev/null || give_up "no openssl"
. .mvn/find.sh
find_jdk
[ -d core/target/test-classes ] || give_up "nothing is built; run ./check"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/ours" "$work/theirs"
taniq() { "$jdk/bin/java" -XX:-UsePerfData -cp core/target/classes:core/target/test-classes checks/MailTrip.java "$1" "$2"; }

taniq sign "$work/ours"
"$python" checks/dkimpy.py check "$work/ours"
"$python" checks/dkimpy.py sign "$work/theirs" "${TANIQ_CHECK:-full}"
taniq check "$work/theirs" >"$work/found.tsv"
"$python" checks/dkimpy.py compare "$work/theirs" "$work/found.tsv"

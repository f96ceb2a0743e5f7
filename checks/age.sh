#!/usr/bin/env bash
# modes: full long
# What Taniq encrypts opens with Debian's age, zstd and sha256sum; what they make opens with Taniq.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

for program in age age-keygen zstd sha256sum python3; do
  command -v "$program" >/dev/null || { echo "NOT RUN checks/age.sh: no $program; apt-get install age zstd python3"; exit 0; }
done
give_up() { printf 'NOT RUN checks/age.sh: %s\n' "$1"; exit 0; }
. .mvn/find.sh
find_jdk
[ -d core/target/classes ] || { echo "NOT RUN checks/age.sh: nothing is built; run ./check"; exit 0; }
libraries=$(find app/target/lib -name '*.jar' 2>/dev/null | tr '\n' ':')
[ -n "$libraries" ] || { echo "NOT RUN checks/age.sh: no app/target/lib; run ./check"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
words=stone-river-lamp-window-bread-six

taniq() { # taniq write|read FOLDER
  "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -XX:-UsePerfData -cp "core/target/classes:$libraries" checks/AgeTrip.java "$1" "$work" "$words"
}

# age reads passphrases from a terminal only: type the words at each question
typed() {
  python3 - "$words" "$@" <<'PYTHON'
import os, pty, sys
words, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
said = b""
while True:
    try:
        more = os.read(terminal, 1024)
    except OSError:
        break
    if not more:
        break
    said += more
    if said.rstrip().endswith((b"passphrase:", b"secure one):")):
        os.write(terminal, words.encode() + b"\n")
        said = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
PYTHON
}

same() { [ "$2" = "$3" ] || { echo "$1: expected $2, got $3" >&2; exit 1; }; }

taniq write

# every blob: named by what lies there, opens by hand, is what was sealed
count=0
while read -r name digest size; do
  file=$work/blob/${name:0:2}/$name.age
  same "name of a blob" "$name" "$(sha256sum <"$file" | cut -d' ' -f1)"
  same "digest of $size bytes" "$digest" "$(age -d -i "$work/identity.txt" "$file" | zstd -dq | sha256sum | cut -d' ' -f1)"
  count=$((count + 1))
done <"$work/sealed.txt"
same "blobs" 6 "$count"
same "recipient" "$(cat "$work/recipient.txt")" "$(age-keygen -y "$work/identity.txt")"

# the way in and the keyring open with the words
typed age -d -o "$work/way-in.txt" "$work"/keys/*.age
same "way in" "$(cat "$work/identity.txt")" "$(cat "$work/way-in.txt")"
typed age -d -o "$work/person.txt" "$work/config/identity.age"
same "version of vaults.age" '"version":1}' "$(age -d -i "$work/person.txt" "$work/config/vaults.age" | grep -o '"version":1}$')"

# and the other way round
rm "$work"/keys/*.age
typed age -p -o "$work/keys/0123456789abcdef.age" "$work/identity.txt"
head -c 100000 /dev/urandom | tee "$work/plain" | zstd -q | age -r "$(cat "$work/recipient.txt")" -o "$work/theirs.age"
taniq read
echo "opened by age, zstd and sha256sum: $count blobs, a way in, the keyring; opened by Taniq: a file and a way in by age"

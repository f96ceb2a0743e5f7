#!/usr/bin/env bash
# What is typed into a waiting terminal before a question is asked is no answer to it: a "yes" that was meant for something
# else erases nothing and gives no case a new key.
# modes: full long
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
command -v python3 >/dev/null || { echo 'NOT RUN checks/typed-ahead.sh: no python3; apt-get install python3'; exit 0; }
taniq=$PWD/taniq
"$taniq" --version >/dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TANIQ_HOME=$work/home LC_ALL=C.UTF-8
cd "$work"
"$taniq" init --generate case --danger no --minors no >begun; head -n 1 begun >words
echo salam >note.txt
"$taniq" add note.txt --passphrase-fd 3 3<words >/dev/null

# ahead QUESTION SAYS TYPED COMMAND…: types that, waits for the question, types no; SAYS must come then
ahead() {
  python3 - "$@" <<'PYTHON'
import os, pty, sys
question, says, ahead, command = sys.argv[1].encode(), sys.argv[2].encode(), sys.argv[3].encode(), sys.argv[4:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
os.write(terminal, ahead)
said, asked = b"", False
while True:
    try:
        more = os.read(terminal, 1024)
    except OSError:
        break
    if not more:
        break
    said += more
    if not asked and question in said:
        asked = True
        os.write(terminal, b"no\n")
os.waitpid(child, 0)
if not asked or says not in said:
    sys.exit("what was typed before the question was taken for its answer:\n" + said.decode())
PYTHON
}

ahead 'Erase it for ever?' 'Nothing was erased' $'yes\nyes' "$taniq" erase 2 --passphrase-fd 3 3<words
# pasted with the words themselves, where Java's console would take all of it
ahead 'Erase it for ever?' 'Nothing was erased' "$(cat words)"$'\nyes\n' "$taniq" erase 2
ahead 'Give the case a new key?' 'Nothing was changed' $'yes\nyes' "$taniq" rekey new --passphrase-fd 3 3<words
[ ! -e new ] || { echo 'a case was made under a new key' >&2; exit 1; }
echo 'what was typed ahead answered no question: erase, rekey'

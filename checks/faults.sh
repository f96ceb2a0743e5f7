#!/usr/bin/env bash
# The whole program on a failing disk: each call that opens, writes, syncs, names or removes a file while a case is sealed,
# copied or restored fails once, or is the last before a kill; the power fails; the disk is full; a copy has a file that is
# not given. Nothing that was acknowledged is lost, and the same command again ends what was begun. In `full` a sample of the calls, in `long` all of them
# or, with TANIQ_PART=2/12, one part of twelve: all take hours.
# modes: full long
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 3
for tool in python3 strace; do
  command -v $tool >/dev/null 2>&1 || { echo "NOT RUN faults: no $tool"; exit 0; }
done
give_up() { printf 'NOT RUN faults: %s\n' "$1"; exit 0; }
. "$root/.mvn/find.sh"
find_jdk
strace -o /dev/null true 2>/dev/null || { echo 'NOT RUN faults: strace may not trace here'; exit 0; }
"$root/taniq" --version >/dev/null || exit 1
exec python3 "$root/checks/faults.py" "$root/taniq" "${TANIQ_CHECK:-full}" "$jdk/bin/java"

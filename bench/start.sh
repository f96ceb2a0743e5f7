# The start of a command: whole processes from the shell on, in turn, 11 rounds, beside the least that a JVM can take. RUNS
# changes the number of rounds. `list` and `find` are asked of the sample case in an open session: no key is derived in them.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/measure"

# In the session, where no passphrase is asked.
rounds() {
    for i in $(seq "${RUNS:-11}"); do
        measure "$work/jvm" "$JAVA_HOME/bin/java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -version 2>/dev/null
        measure "$work/version" "$root/taniq" --version
        measure "$work/help" "$root/taniq" --help
        measure "$work/list" "$root/taniq" list
        measure "$work/find" "$root/taniq" find oldurecem
    done
}

if [ "${1:-}" = in-session ]; then
    work=$2
    rounds
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TANIQ_HOME="$work/keys"
"$root/taniq" init --generate "$work/case" --danger no --minors no --capturer bench --device bench >"$work/said"
head -n 1 "$work/said" >"$work/words"
"$root/taniq" add --passphrase-fd 3 "$root/samples/case" 3<"$work/words" >/dev/null
"$root/taniq" open-session --passphrase-fd 3 -- sh "$root/bench/start.sh" in-session "$work" 3<"$work/words"
told "JVM" "$work/jvm"
told "--version" "$work/version"
told "--help" "$work/help"
told "list" "$work/list"
told "find" "$work/find"

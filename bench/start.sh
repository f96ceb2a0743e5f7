# The start of a command: whole processes from the shell on, in turn, 11 rounds, beside the least that a JVM can take. RUNS
# changes the number of rounds.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/measure"
"$root/taniq" --version >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for i in $(seq "${RUNS:-11}"); do
    measure "$work/jvm" "$JAVA_HOME/bin/java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -version 2>/dev/null
    measure "$work/version" "$root/taniq" --version
    measure "$work/help" "$root/taniq" --help
done
told "JVM" "$work/jvm"
told "--version" "$work/version"
told "--help" "$work/help"

# `taniq add` of a WhatsApp export of 1,000,000 invented lines (about 120 MB), as a whole: sealed, read, each record with a proof of its
# own for every word, judged by the rules, indexed, durable. In an open session, with 1 GB of heap. RUNS changes the number of rounds.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/measure"

if [ "${1:-}" = in-session ]; then
    measure "$2/add" "$root/taniq" add --vault "$2/case" "$2/WhatsApp Chat with Ev.txt"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lines=${1:-1000000}
"$root/taniq" --version >/dev/null
"$JAVA_HOME/bin/javac" -d "$work/bench" "$root/bench/java/org/taniq/read/WhatsAppChat.java"
"$JAVA_HOME/bin/java" -cp "$work/bench" org.taniq.read.WhatsAppChat "$lines" "$work/WhatsApp Chat with Ev.txt"
export TANIQ_HOME="$work/keys" JDK_JAVA_OPTIONS=-Xmx1g
for i in $(seq "${RUNS:-3}"); do
    rm -rf "$work/case" "$work/keys"
    "$root/taniq" init --generate "$work/case" --danger no --minors no --capturer bench --device bench >"$work/said" 2>/dev/null
    head -n 1 "$work/said" >"$work/words"
    "$root/taniq" open-session --vault "$work/case" --passphrase-fd 3 -- sh "$root/bench/add.sh" in-session "$work" 3<"$work/words" 2>/dev/null
done
told "add $lines lines" "$work/add"
du -sm "$work/case" "$work/WhatsApp Chat with Ev.txt" | awk '{ print $1 " MB " ($2 ~ /case$/ ? "vault" : "chat") }'

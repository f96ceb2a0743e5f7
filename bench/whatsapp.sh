# A WhatsApp export of 1,000,000 invented lines (about 120 MB), read by us (all records made, nothing printed) and by npm
# whatsapp-chat-parser 4.0.2, alternating, 7 pairs, each the median of warm runs in its own process; 300 MB of heap for us. CPU
# time, as the machine is shared. Then one reading as a whole, JVM start counted, wall time. MVN_FLAGS=-o builds without network; RUNS changes the number of pairs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lines=${1:-1000000}
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core,app -am compile)
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core dependency:build-classpath -Dmdep.outputFile="$work/classpath")
classes=$root/core/target/classes:$(cat "$work/classpath")
"${java}c" -d "$work/bench" -cp "$classes" "$root/bench/java/org/taniq/read/WhatsAppChat.java" "$root/bench/java/org/taniq/read/ReadingBench.java"
"$java" -cp "$work/bench" org.taniq.read.WhatsAppChat "$lines" "$work/chat.txt"
peer=no
if command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$work" whatsapp-chat-parser@4.0.2 >/dev/null 2>&1; then
    peer=yes
    cat > "$work/peer.mjs" <<'J'
import { readFileSync } from 'node:fs';
import { parseString } from 'whatsapp-chat-parser';
const times = [];
let count = 0;
for (let i = 0; i < 3; i++) {
  const start = process.cpuUsage();
  count = parseString(readFileSync(process.argv[2], 'utf8')).length;
  const used = process.cpuUsage(start);
  times.push(Math.round((used.user + used.system) / 1000));
}
console.log(count, times.sort((a, b) => a - b)[1]);
J
else
    echo "NOT RUN whatsapp peer: npm cannot install whatsapp-chat-parser"
fi
: > "$work/ours"; : > "$work/peers"; : > "$work/whole"
for i in $(seq "${RUNS:-7}"); do
    "$java" -Xmx300m -XX:+UseSerialGC -cp "$work/bench:$classes" org.taniq.read.ReadingBench "$work/chat.txt" 7 >> "$work/ours"
    [ $peer = no ] || (cd "$work" && node --max-old-space-size=4096 peer.mjs chat.txt >> "$work/peers")
    start=$(date +%s%N)
    "$java" -Xmx300m -XX:+UseSerialGC -cp "$work/bench:$classes" org.taniq.read.ReadingBench "$work/chat.txt" 1 >/dev/null
    echo "0 $((($(date +%s%N) - start) / 1000000))" >> "$work/whole"
done
median() { sort -n -k2 "$1" | awk '{v[NR]=$2; c=$1} END {print v[int((NR+1)/2)]}'; }
records() { awk 'END {print $1}' "$1"; }
ours=$(median "$work/ours")
echo "ours  $(records "$work/ours") records, $ours ms CPU, $((lines * 1000 / ours)) lines/s warm"
echo "whole $(median "$work/whole") ms for one reading with JVM start (asked: 1500)"
if [ $peer = yes ]; then
    theirs=$(median "$work/peers")
    echo "peer  $(records "$work/peers") records, $theirs ms CPU, $((lines * 1000 / theirs)) lines/s warm"
    [ "$(records "$work/ours")" = "$(records "$work/peers")" ] || echo "counts differ: no speed is claimed"
    echo "ratio $(awk "BEGIN {printf \"%.1f\", $theirs / $ours}") times as fast as the peer"
fi

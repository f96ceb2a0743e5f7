# A WARC.gz of an invented site (400 pages of 60 kB, 1,600 pictures of 200 kB, about 350 MB unpacked), read by us: all records
# made, every digest compared, the words of each page found, with 512 MB of heap; by jwarc 0.33.0 and by npm warcio 2.4.11 with
# the SHA-1 of each block, and no words. In turn, RUNS times (7), each the median of warm runs in its own process; CPU time, as
# the machine is shared. MVN_FLAGS=-o builds without network.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
(cd "$work" && mvn -q ${MVN_FLAGS:-} org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    -Dartifact=org.netpreserve:jwarc:0.33.0 -DoutputDirectory="$work" >"$work/fetched" 2>&1) || cat "$work/fetched"
classes=$root/core/target/classes:$(cat "$work/classpath"):$work/jwarc-0.33.0.jar
sources=$root/bench/java/org/taniq/read
"${java}c" -d "$work/bench" -cp "$classes" "$sources/WebArchive.java" "$sources/ReadingBench.java" "$sources/JwarcBench.java"
"$java" -cp "$work/bench" org.taniq.read.WebArchive "${1:-400}" "$work/site.warc.gz"
megabytes=$(($(gzip -dc "$work/site.warc.gz" | wc -c) / 1000000))
npm install --silent --no-audit --no-fund --prefix "$work" warcio@2.4.11 >/dev/null 2>&1 || echo "NOT RUN warcio: npm cannot install it"
cat > "$work/peer.mjs" <<'J'
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { WARCParser } from 'warcio';
const times = [];
let count = 0;
for (let i = 0; i < 3; i++) {
  const start = process.cpuUsage();
  count = 0;
  for await (const record of new WARCParser(createReadStream(process.argv[2]))) {
    const sha = createHash('sha1');
    for await (const chunk of record) sha.update(chunk);
    sha.digest();
    count++;
  }
  const used = process.cpuUsage(start);
  times.push(Math.round((used.user + used.system) / 1000));
}
console.log(count, times.sort((a, b) => a - b)[1]);
J
for i in $(seq "${RUNS:-7}"); do
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$work/bench:$classes" org.taniq.read.ReadingBench "$work/site.warc.gz" 5 >> "$work/ours"
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$work/bench:$classes" org.taniq.read.JwarcBench "$work/site.warc.gz" 5 >> "$work/jwarc"
    [ ! -d "$work/node_modules/warcio" ] || (cd "$work" && node peer.mjs site.warc.gz >> "$work/warcio")
done
for each in ours jwarc warcio; do
    [ -f "$work/$each" ] || continue
    sort -n -k2 "$work/$each" | awk -v name="$each" -v mb="$megabytes" \
        '{v[NR]=$2; c=$1} END {m=v[int((NR+1)/2)]; printf "%s %d records, %d ms CPU, %d MB/s\n", name, c, m, mb * 1000 / m}'
done

#!/usr/bin/env bash
# modes: full long
# The shared samples of archives of the web, mail, time-stamps, proofs, HAR and pictures, read by us and by the best open reader of
# each that Debian or npm has: warcio 2.4.11, Python's own mailbox and email, openssl, python3-opentimestamps, Python's json,
# exiftool. Fails where they differ otherwise than docs/formats.md explains (checks/peers.expected). Needs a build.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
give_up() { printf 'NOT RUN checks/peers.sh: %s\n' "$1"; exit 0; }
shared=${TANIQ_SHARED:-../shared}
[ -d "$shared" ] || give_up "no shared data; set TANIQ_SHARED"
for tool in node npm openssl exiftool; do command -v "$tool" >/dev/null || give_up "no $tool"; done
/usr/bin/python3 -c 'import opentimestamps' 2>/dev/null || give_up "no python3-opentimestamps"
[ -d core/target/classes ] || give_up "nothing is built; run ./check"
here=$PWD
. .mvn/find.sh
find_jdk
find_maven

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" warcio@2.4.11 >/dev/null 2>&1 || give_up "npm cannot install warcio: no network"
"$maven" -q ${MVN_FLAGS:-} -pl core dependency:build-classpath -Dmdep.outputFile="$work/classpath" >/dev/null
classes=core/target/classes:$(cat "$work/classpath")
"$jdk/bin/javac" -d "$work/classes" -cp "$classes" checks/PrintReadings.java
find "$shared"/formats "$shared"/suites/{warcio-data,jwarc-data} -type f | grep -E '\.(warc|warc\.gz|eml|mbox|tsr|ots|har|jpg|png|webp)$' |
  LC_ALL=C sort | tr '\n' '\0' |
  xargs -0 "$jdk/bin/java" -XX:-UsePerfData -cp "$work/classes:$classes" PrintReadings >"$work/readings.jsonl"
/usr/bin/python3 checks/peers.py "$work/readings.jsonl" "$work/node_modules/.bin/warcio" >"$work/found"
if diff checks/peers.expected "$work/found"; then
  echo "peers: $(grep -c ' facts$' "$work/found") files, every difference is explained in docs/formats.md"
else
  echo "peers: other differences than docs/formats.md explains" >&2
  exit 1
fi

#!/bin/sh
# modes: full long
# Every shared WhatsApp export, read by us and by npm whatsapp-chat-parser 4.0.2: prints what differs. Fails where a
# difference is not one of those that docs/formats.md explains (checks/whatsapp-peer.expected).
# Needs node, npm, unzip, $TANIQ_SHARED and a build; MVN_FLAGS=-o builds without network.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${TANIQ_SHARED:-$root/../shared}/formats/whatsapp-txt
not_run() { echo "NOT RUN whatsapp-peer: $1"; exit 0; }
for tool in node npm unzip; do command -v $tool >/dev/null || not_run "no $tool"; done
[ -d "$shared" ] || not_run "no shared data; set TANIQ_SHARED"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work" whatsapp-chat-parser@4.0.2 >/dev/null 2>&1 || not_run "npm cannot install whatsapp-chat-parser"
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$root/core/target/classes:$(cat "$work/classpath")
"${java}c" -d "$work/classes" -cp "$classes" "$root/checks/PrintRecords.java"
find "$shared" -type f \( -name '*.txt' -o -name '*.zip' \) | LC_ALL=C sort | while read -r file; do
    id=$(sha256sum < "$file" | cut -c1-16)
    chat=$file
    case $file in *.zip) unzip -p "$file" _chat.txt > "$work/chat.txt"; chat=$work/chat.txt ;; esac
    "$java" -cp "$work/classes:$classes" PrintRecords "$chat" > "$work/records.jsonl"
    echo "$id $(TZ=UTC node "$root/checks/whatsapp-peer.mjs" "$chat" "$work/records.jsonl")"
done | sed "s/ *$//" | sort -u > "$work/found"
if diff "$root/checks/whatsapp-peer.expected" "$work/found"; then
    echo "whatsapp-peer: $(wc -l < "$work/found") exports, every difference is explained in docs/formats.md"
else
    echo "whatsapp-peer: other differences than docs/formats.md explains" >&2
    exit 1
fi

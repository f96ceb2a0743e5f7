#!/bin/sh
# modes: full long
# Every hostile archive of the shared data, and others of other kinds and in one another, read with 96 MB of heap: each must
# end well, within 2 s of CPU beyond the start of a JVM that reads a small file, or three times that start where the machine
# is so slow or busy that this is more, and leave no file behind. Needs $TANIQ_SHARED and a build; MVN_FLAGS=-o builds without
# network.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${TANIQ_SHARED:-$root/../shared}/suites/hostile-zip
[ -d "$shared" ] || { echo "NOT RUN hostile-zip: no shared data; set TANIQ_SHARED"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$root/core/target/classes:$(cat "$work/classpath")
"${java}c" -d "$work/classes" -cp "$classes" "$root/checks/PrintRecords.java"
mkdir "$work/empty" && cd "$work/empty"
# CPU time in hundredths of a second, from the shell's own account of its children
cpu() {
    (
        "$java" -Xmx96m -XX:+UseSerialGC -cp "$work/classes:$classes" PrintRecords "$1" > "$work/out" || exit 1
        times > "$work/times"
        tail -1 "$work/times" | sed 's/[ms]/ /g' | awk '{print int(($1 * 60 + $2 + $3 * 60 + $4) * 100)}'
    )
}
echo "13/01/2024, 10:00 - Ann Example: x" > "$work/small.txt"
cpu "$work/small.txt" >/dev/null
start=$(cpu "$work/small.txt")
most=$((start * 3 > 200 ? start * 3 : 200))
echo "a JVM starts in $start hundredths of a second, so that $most are allowed beyond it"
failed=0
# a database of nothing but zeros, as large as is unpacked and larger: stored, so that it is no bomb
python3 - "$work" <<'PY'
import sys, zipfile
head = b"SQLite format 3\0" + bytes([16, 0, 1, 1, 0, 64, 32, 32])
for megabytes in (31, 300):
    with zipfile.ZipFile(f"{sys.argv[1]}/zeros-{megabytes}.zip", "w", zipfile.ZIP_STORED) as archive:
        with archive.open("msgstore.db", "w") as member:
            member.write(head + bytes((1 << 20) - len(head)))
            for _ in range(megabytes - 1):
                member.write(bytes(1 << 20))
PY
# a journal that says the database had 2^28 pages
python3 - "$work" <<'PY'
import sqlite3, sys, zipfile
database = sqlite3.connect(f"{sys.argv[1]}/msgstore.db")
database.execute("PRAGMA page_size = 4096")
database.execute(
    "CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id, from_me, key_id, sender_jid_row_id, timestamp, message_type, text_data)"
)
database.execute("INSERT INTO message VALUES (1, 1, 0, 'A', 1, 1600000000000, 0, 'words')")
database.commit()
database.close()
with zipfile.ZipFile(f"{sys.argv[1]}/journal.zip", "w") as archive:
    archive.write(f"{sys.argv[1]}/msgstore.db", "msgstore.db")
    archive.writestr("msgstore.db-journal", bytes.fromhex("D9D505F920A163D70000000000000000100000000000020000001000"))
PY
# tar, gzip, bzip2 and xz: bombs within bombs, sizes that lie, archives without number and too large for memory
mkdir "$work/kinds"
python3 - "$work/kinds" <<'PY'
import bz2, gzip, io, lzma, random, sys, tarfile, zipfile
folder = sys.argv[1]
zeros = bytes(100 << 20)


def put(name, content):
    with open(f"{folder}/{name}", "wb") as out:
        out.write(content)


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def lying(size):
    header = bytearray(tarred([("a", b"x")])[:512])
    header[124:136] = size
    header[148:156] = b"        "
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + bytes(4096)


put("thrice.gz", gzip.compress(gzip.compress(gzip.compress(zeros))))
put("zeros.tar.xz", lzma.compress(tarred([("a", zeros)]), preset=1))
put("zeros.bz2", bz2.compress(zeros, 1))
put("huge.tar", lying(b"77777777777 "))
put("negative.tar", lying(b"\xff" * 12))
put("many.zip", zipped([(f"{i}.zip", zipped([])) for i in range(5000)]))
put("wide.zip", zipped([(f"{i}.zip", zipped([("a", zeros[: 15 << 20])])) for i in range(20)]))
random.seed(1)
put("memory.zip", zipped([("in.zip", zipped([("a", random.randbytes(200 << 20))], zipfile.ZIP_STORED))]))
kinds = [lambda m: zipped([("m", m)]), lambda m: tarred([("m", m)]), gzip.compress, lzma.compress]
mixed = b"13/01/2024, 10:00 - Ann Example: x\n"
for i in range(60):
    mixed = kinds[i % 4](mixed)
put("mixed60", mixed)
PY
for zip in "$shared"/*.zip "$work"/zeros-*.zip "$work/journal.zip" "$work"/kinds/*; do
    used=$(cpu "$zip") || { echo "hostile-zip: $(basename "$zip") failed" >&2; failed=1; continue; }
    echo "$(basename "$zip") $((used - start)) hundredths of a second beyond start"
    [ $((used - start)) -le $most ] || { echo "hostile-zip: $(basename "$zip") takes too long" >&2; failed=1; }
    [ -s "$work/out" ] || { echo "hostile-zip: $(basename "$zip") gave no record" >&2; failed=1; }
done
[ -z "$(ls -A "$work/empty")" ] || { echo "hostile-zip: files were left" >&2; failed=1; }
exit $failed

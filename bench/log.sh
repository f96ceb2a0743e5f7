# The log of 1,000,000 leaves of 256 bytes: its root made in memory, beside Go's own tlog in turn, 7 pairs; both must come to the
# same root. Then on the disk: leaves in groups of 1,000, the whole log read and checked again, and one item after the other, each durable and
# in a signed checkpoint before the next, beside a bare write with fsync. Another number of leaves may follow; RUNS changes the number of pairs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=$JAVA_HOME/bin/java
leaves=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/taniq" --version >/dev/null
program=$root/target/taniq
classes=$program/taniq.jar:$(echo "$program"/*.jar | tr ' ' ':')
"${java}c" -d "$work/classes" -cp "$classes" "$root/bench/java/org/taniq/seal/LogBench.java"
ours() { "$java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$work/classes:$classes" org.taniq.seal.LogBench "$@"; }
peer=no
if [ -e /usr/share/gocode/src/golang.org/x/mod/sumdb/tlog ] && command -v go >/dev/null; then
    peer=yes
    GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/go go build -o "$work/tlog" "$root/bench/go/tlog.go"
else
    echo "NOT RUN log against Go's tlog: apt-get install golang-go golang-golang-x-mod-dev"
fi
for i in $(seq "${RUNS:-7}"); do
    ours tree "$leaves" >>"$work/ours"
    [ $peer = no ] || "$work/tlog" "$leaves" >>"$work/peer"
done
[ "$(cut -d ' ' -f 1 "$work"/ours "$work"/peer 2>/dev/null | sort -u | wc -l)" = 1 ] || { echo "the roots differ: no speed is claimed"; exit 1; }
median() { cut -d ' ' -f 2 "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
told() { echo "$1 $(median "$2") ms, $((leaves * 1000 / $(median "$2"))) leaves/s"; }
told "root in memory, ours:" "$work/ours"
if [ $peer = yes ]; then
    told "root in memory, Go's tlog:" "$work/peer"
    awk -v a="$(median "$work/peer")" -v b="$(median "$work/ours")" 'BEGIN { printf "ratio: %.2f of the time of the peer\n", b / a }'
fi
for group in 1000 10000; do
    mkdir "$work/disk"
    ours durable "$leaves" $group "$work/disk"
    rm -rf "$work/disk"
done

# 10,000 files of noise, 984 MB, hashed, encrypted, stored and in a log, durable; beside `restic backup` of the same folder into a new
# repository (its key derivation is measured by itself and told), and beside a Go program that hashes and encrypts each into a file of its own, as
# a vault does, without packing, log and openings. Then `taniq add` of them in an open session (no key is derived in it), which also
# reads, judges and indexes each, and all of it again, where nothing has changed. Whole processes in turn, 3 rounds; another number of
# files may follow; RUNS changes the number of rounds.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/measure"

if [ "${1:-}" = in-session ]; then
    measure "$2/ours" "$root/taniq" add --vault "$2/case" "$2/files"
    measure "$2/ours-again" "$root/taniq" add --vault "$2/case" "$2/files"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=${1:-10000}
mkdir "$work/files"
"$root/taniq" --version >/dev/null
. "$root/.mvn/flags.sh"
program=$root/target/taniq
classes=$program/taniq.jar:$(echo "$program"/*.jar | tr ' ' ':')
"$JAVA_HOME/bin/javac" -d "$work/classes" -cp "$classes" "$root/bench/java/org/taniq/seal/Noise.java" "$root/bench/java/org/taniq/seal/SealBench.java"
(cd "$work/classes" && "$JAVA_HOME/bin/jar" --create --file "$work/bench.jar" .)
seal() { "$JAVA_HOME/bin/java" $safe "-XX:AOTCache=$program/taniq.aot" -cp "$program/taniq.jar:$work/bench.jar" org.taniq.seal.SealBench "$work/files" "$work/vault"; }
"$JAVA_HOME/bin/java" -cp "$work/classes" org.taniq.seal.Noise "$files" "$work/files"
peer=no
if command -v restic >/dev/null; then peer=yes; else echo "NOT RUN seal against restic: not installed"; fi
gocode=/usr/share/gocode
files_peer=no
if command -v go >/dev/null && [ -e $gocode/src/filippo.io/age ] && [ -e $gocode/src/golang.org/x/crypto/curve25519 ]; then
    files_peer=yes
    GO111MODULE=off GOPATH=$gocode GOCACHE=$work/go go build -o "$work/sealed" "$root/bench/go/sealed.go"
else
    echo "NOT RUN seal against one file each in Go: apt-get install golang-go golang-filippo-age-dev golang-golang-x-crypto-dev golang-filippo-edwards25519-dev"
fi
export TANIQ_HOME="$work/keys" RESTIC_PASSWORD=bench RESTIC_REPOSITORY="$work/repository" RESTIC_CACHE_DIR="$work/cache"

# Correctness first: what a vault gives back is what was put in, and it is intact.
holds() {
    "$root/taniq" verify "$work/case" --passphrase-fd 3 3<"$work/words" >"$work/verified" 2>&1 || { cat "$work/verified"; exit 1; }
    [ "$(find "$work/case/blob" -type f | wc -l)" -ge "$files" ] || { echo "not every file was sealed"; exit 1; }
}
for i in $(seq "${RUNS:-3}"); do
    rm -rf "$work/vault" "$work/one-each" "$work/case" "$work/keys" "$work/repository" "$work/cache"
    measure "$work/seal" seal
    [ $files_peer = no ] || measure "$work/one" "$work/sealed" "$work/files" "$work/one-each"
    "$root/taniq" init --generate "$work/case" --danger no --minors no --capturer bench --device bench >"$work/said" 2>/dev/null
    head -n 1 "$work/said" >"$work/words"
    "$root/taniq" open-session --vault "$work/case" --passphrase-fd 3 -- sh "$root/bench/seal.sh" in-session "$work" 3<"$work/words" 2>/dev/null
    [ "$i" != 1 ] || holds
    if [ $peer = yes ]; then
        restic -q init
        measure "$work/key" restic -q cat config
        measure "$work/restic" restic -q backup "$work/files"
        measure "$work/restic-again" restic -q backup "$work/files"
    fi
done
told "seal" "$work/seal"
told "add" "$work/ours"
told "again" "$work/ours-again"
if [ $peer = yes ]; then
    told "restic" "$work/restic"
    told "  again" "$work/restic-again"
    told "  its key" "$work/key"
    ratio "restic" "$work/restic" "$work/seal"
    ratio "  again" "$work/restic-again" "$work/ours-again"
fi
if [ $files_peer = yes ]; then
    told "one each" "$work/one"
    ratio "one each" "$work/one" "$work/seal"
fi

# Hash and verify 10,000 files, 968 MB, from the page cache: our check of a vault without a key against openssl, hashdeep and
# sha256sum, whole processes in turn, 7 rounds. The start of the JVM counts. RUNS changes the number of rounds.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/measure"
. "$root/.mvn/flags.sh"
"$root/taniq" --version >/dev/null
java=$JAVA_HOME/bin/java
program=$root/target/taniq
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes=$program/taniq.jar:$(echo "$program"/*.jar | tr ' ' ':')
"${java}c" -d "$work/classes" -cp "$classes" "$root/bench/java/org/taniq/seal/VerifyBench.java" "$root/bench/java/org/taniq/seal/Noise.java"
(cd "$work/classes" && "$JAVA_HOME/bin/jar" --create --file "$work/bench.jar" .)
run() { "$java" $safe $hashing "-XX:AOTCache=$program/taniq.aot" -cp "$program/taniq.jar:$work/bench.jar" org.taniq.seal.VerifyBench "$@"; }
run make "$work/vault"

# Correctness first: one changed bit is found by ours, and the digests of the peer are the names.
find "$work/vault/blob" -type f | sort >"$work/files"
victim=$(sed -n 5000p "$work/files")
cp "$victim" "$work/kept"
printf x | dd of="$victim" bs=1 seek=500 conv=notrunc 2>/dev/null
if run check "$work/vault" >"$work/found"; then echo "a changed byte was not found: no speed is claimed"; exit 1; fi
grep -c ' false ' "$work/found" | grep -qx 1 || { echo "not one but $(grep -c ' false ' "$work/found") were found"; exit 1; }
cp "$work/kept" "$victim"
run check "$work/vault"

ours() { run check "$work/vault"; }
openssl_peer() { tr '\n' '\0' <"$work/files" | xargs -0 openssl dgst -sha256; }
hashdeep_peer() { hashdeep -r -c sha256 "$work/vault/blob"; }
sha256sum_peer() { tr '\n' '\0' <"$work/files" | xargs -0 sha256sum; }
peers=
for peer in openssl hashdeep sha256sum; do
    if command -v $peer >/dev/null; then peers="$peers $peer"; else echo "NOT RUN verify against $peer: not installed"; fi
done
for i in $(seq "${RUNS:-7}"); do
    for peer in $peers; do
        measure "$work/$peer" "${peer}_peer"
        measure "$work/ours-$peer" ours
    done
done
cat "$work"/ours-openssl "$work"/ours-hashdeep "$work"/ours-sha256sum 2>/dev/null >"$work/ours" || true
told ours "$work/ours"
for peer in $peers; do
    told "$peer" "$work/$peer"
    ratio "$peer" "$work/$peer" "$work/ours-$peer"
done

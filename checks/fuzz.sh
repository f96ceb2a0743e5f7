#!/bin/sh
# modes: full long
# Jazzer changes samples of each format, guided by what of the parser they reach, and looks for what makes it throw, take more
# than 10 s, or need more than 512 MB. In the full check each parser has five seconds, in the long one ten minutes
# (SECONDS_EACH sets another number), as many of them at once as there are processors. What it finds is named, and belongs into
# crash/ for ever. MVN_FLAGS=-o builds without network.
set -eu

# Fuzzes one parser; says what came of it.
one() {
    format=$1
    mkdir -p "$work/$format/seeds" "$work/$format/found"
    unzip -q "$root/core/src/test/resources/read/seeds/$format.zip" -d "$work/$format/seeds"
    # libFuzzer's own arguments begin with one dash. Without its second compiler Java runs ten times as many in so short a time.
    if (cd "$work/$format/found" && "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -Dtaniq.parser="$format" -cp "$classes" com.code_intelligence.jazzer.Jazzer \
        --target_class=org.taniq.read.FuzzedParser --instrumentation_includes='org.taniq.**' --disabled_hooks='*' \
        --reproducer_path="$work" -max_total_time="$each" -timeout=10 -max_len=40000 -rss_limit_mb=0 \
        "$work/$format/seeds" >"$work/$format/said" 2>&1); then
        echo "$format: $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$work/$format/said") runs"
        return 0
    fi
    echo "fuzz: $format broke down:" >&2
    grep -A 12 '== Java Exception\|ERROR: libFuzzer' "$work/$format/said" >&2 || tail -5 "$work/$format/said" >&2
    for crash in "$work/$format/found"/crash-* "$work/$format/found"/timeout-* "$work/$format/found"/oom-*; do
        [ -f "$crash" ] && mkdir -p "$root/target/crash/$format" && cp "$crash" "$root/target/crash/$format/" \
            && echo "fuzz: kept as target/crash/$format/$(basename "$crash"); move it to crash/$format/" >&2
    done
    return 1
}

if [ "${1:-}" = one ]; then
    one "$2"
    exit
fi
root=$(cd "$(dirname "$0")/.." && pwd)
version=0.30.0
each=${SECONDS_EACH:-$([ "${TANIQ_CHECK:-full}" = long ] && echo 600 || echo 5)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
for part in jazzer jazzer-api; do
    (cd "$work" && mvn -q ${MVN_FLAGS:-} org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact=com.code-intelligence:$part:$version -DoutputDirectory="$work") >"$work/fetched" 2>&1 || {
        echo "NOT RUN fuzz: Jazzer $version cannot be fetched: no network"
        exit 0
    }
done
classes=$root/core/target/test-classes:$root/core/target/classes:$(cat "$work/classpath"):$work/jazzer-$version.jar:$work/jazzer-api-$version.jar
export root each work classes
for seeds in "$root"/core/src/test/resources/read/seeds/*.zip; do
    basename "$seeds" .zip
done | xargs -n 1 -P "$(nproc)" sh "$0" one

#!/bin/sh
# modes: full long
# Jazzer changes samples of each format, guided by what of the parser they reach, and looks for what makes it throw, take more
# than half a minute, or need more than 512 MB. In the long check each parser has ten minutes (SECONDS_EACH sets another
# number), as many of them at once as there are processors. In the full check one process has all of them in turn, three
# seconds for each: there the start of a process would take more than its work. What it finds is named, and belongs into crash/
# for ever. MVN_FLAGS=-o builds without network.
set -eu

# seeds FORMAT FOLDER
seeds() { unzip -q "$root/core/src/test/resources/read/seeds/$1.zip" -d "$2"; }

# fuzzed NAME SECONDS WORDS…: from the samples of $work/NAME/seeds; says what came of it
fuzzed() {
    name=$1 most=$2
    shift 2
    mkdir -p "$work/$name/found"
    # libFuzzer's own arguments begin with one dash. Without its second compiler Java runs ten times as many in so short a time.
    if (cd "$work/$name/found" && "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -Dtaniq.parser="$name" -cp "$classes" com.code_intelligence.jazzer.Jazzer \
        --target_class=org.taniq.read.FuzzedParser --instrumentation_includes='org.taniq.**' --disabled_hooks='*' \
        --reproducer_path="$work" -max_total_time="$most" -timeout=30 -max_len=40000 -rss_limit_mb=0 "$@" \
        "$work/$name/seeds" >"$work/$name/said" 2>&1); then
        echo "$name: $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$work/$name/said") runs"
        return 0
    fi
    echo "fuzz: $name broke down:" >&2
    grep -A 12 '== Java Exception\|ERROR: libFuzzer' "$work/$name/said" >&2 || tail -5 "$work/$name/said" >&2
    for crash in "$work/$name/found"/crash-* "$work/$name/found"/timeout-* "$work/$name/found"/oom-*; do
        [ ! -f "$crash" ] || kept "$name" "$crash"
    done
    return 1
}

# kept NAME FILE: of `all`, the first line of the file names the parser
kept() {
    format=$1
    [ "$1" != all ] || format=$(head -n 1 "$2")
    mkdir -p "$root/target/crash/$format"
    if [ "$1" = all ]; then tail -n +2 "$2"; else cat "$2"; fi >"$root/target/crash/$format/$(basename "$2")"
    echo "fuzz: kept as target/crash/$format/$(basename "$2"); move it to crash/$format/" >&2
}

formats() {
    for zip in "$root"/core/src/test/resources/read/seeds/*.zip; do
        basename "$zip" .zip
    done
}

one() {
    mkdir -p "$work/$1/seeds"
    seeds "$1" "$work/$1/seeds"
    fuzzed "$1" "$each"
}

# Guided by branches only, which runs ten times as many.
all() {
    mkdir -p "$work/all/seeds"
    for format in $(formats); do
        mkdir "$work/$format"
        seeds "$format" "$work/$format"
        for seed in "$work/$format"/*; do
            { echo "$format"; cat "$seed"; } >"$work/all/seeds/$format-$(basename "$seed")"
        done
    done
    fuzzed all $((3 * $(formats | wc -l))) --trace=cov
}

if [ "${1:-}" = one ]; then
    one "$2"
    exit
fi
root=$(cd "$(dirname "$0")/.." && pwd)
version=0.30.0
each=${SECONDS_EACH:-600}
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
if [ "${TANIQ_CHECK:-full}" = long ] || [ -n "${SECONDS_EACH:-}" ]; then
    formats | xargs -n 1 -P "$(nproc)" sh "$0" one
else
    all
fi

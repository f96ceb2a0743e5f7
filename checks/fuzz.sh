#!/bin/sh
# modes: full long
# Jazzer changes samples of each format, guided by what of the parser they reach, and looks for what makes it throw, take more
# than 10 s, or need more than 512 MB. In the full check each parser has five seconds, in the long one ten minutes
# (SECONDS_EACH sets another number). What it finds is named, and belongs into crash/ for ever. MVN_FLAGS=-o builds without network.
set -eu
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
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$root/core/target/test-classes:$root/core/target/classes:$(cat "$work/classpath"):$work/jazzer-$version.jar:$work/jazzer-api-$version.jar
failed=0
for seeds in "$root"/core/src/test/resources/read/seeds/*.zip; do
    format=$(basename "$seeds" .zip)
    mkdir -p "$work/$format/seeds" "$work/$format/found"
    unzip -q "$seeds" -d "$work/$format/seeds"
    # libFuzzer's own arguments begin with a dash; a crash is written as a file
    if (cd "$work/$format/found" && "$java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        -Dtaniq.parser="$format" -cp "$classes" com.code_intelligence.jazzer.Jazzer \
        --target_class=org.taniq.read.FuzzedParser --instrumentation_includes='org.taniq.**' --disabled_hooks='*' \
        --reproducer_path="$work" -max_total_time="$each" -timeout=10 -max_len=40000 -rss_limit_mb=0 \
        "$work/$format/seeds" >"$work/$format/said" 2>&1); then
        echo "$format: $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$work/$format/said") runs, $(ls "$work/$format/seeds" | wc -l) samples"
    else
        failed=1
        echo "fuzz: $format broke down:" >&2
        grep -A 12 '== Java Exception\|ERROR: libFuzzer' "$work/$format/said" >&2 || tail -5 "$work/$format/said" >&2
        for crash in "$work/$format/found"/crash-* "$work/$format/found"/timeout-* "$work/$format/found"/oom-*; do
            [ -f "$crash" ] && mkdir -p "$root/target/crash/$format" && cp "$crash" "$root/target/crash/$format/" \
                && echo "fuzz: kept as target/crash/$format/$(basename "$crash"); move it to crash/$format/" >&2
        done
    fi
done
exit $failed

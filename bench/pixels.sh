# A redacted screenshot of 1080 × 2400: made from its canonical PNG, and checked. Nobody else does it, so the limit beside
# it is SHA-256 over its pixels. "first" is in a fresh JVM, as on the command line; the start of the JVM is not counted.
# Needs a JDK 25 (JAVA_HOME, or `java` on PATH).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
classes=$root/core/target/classes:$(cat "$work/classpath")
"${java}c" -d "$work/bench" -cp "$classes" "$root/bench/java/org/taniq/seal/PixelsBench.java"
for picture in chat photograph; do
    "$java" -XX:-UsePerfData -Xmx512m -cp "$work/bench:$classes" org.taniq.seal.PixelsBench "$picture"
done

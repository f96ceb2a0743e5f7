# Ranked search over 1,000,000 invented comments: the encrypted index against the same index in a plain MMapDirectory.
# Another number of comments may follow as an argument. MVN_FLAGS=-o builds without network.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$root" && mvn -q ${MVN_FLAGS:-} -pl core compile dependency:build-classpath -Dmdep.outputFile="$work/classpath")
classes=$root/core/target/classes:$(cat "$work/classpath")
"$JAVA_HOME/bin/javac" -d "$work/bench" -cp "$classes" "$root/bench/java/org/taniq/read/index/SearchBench.java"
"$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$work/bench:$classes" \
    org.taniq.read.index.SearchBench "$work/index" "$@"

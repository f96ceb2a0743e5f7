# What checks/asice.sh and checks/dss.sh read in: `work`, a folder with what MakeStamped writes, and `java`.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -d core/target/test-classes ] || cannot "nothing is built; run ./check"
libraries=$(find app/target/lib -name '*.jar' ! -name 'taniq-core*' 2>/dev/null | tr '\n' ':')
[ -n "$libraries" ] || cannot "no app/target/lib; run ./check"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wrong() { echo "wrong: $1" >&2; exit 1; }

"$java" --enable-native-access=ALL-UNNAMED -XX:-UsePerfData -cp "core/target/test-classes:core/target/classes:$libraries" \
  org.taniq.seal.MakeStamped "$work"

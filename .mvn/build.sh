# How the program is built; read in by `taniq` and `check` after find.sh and flags.sh. They say what `here`, `say`, `give_up`
# and `program` are.

# One builds, whoever else came waits and finds it built.
build() {
  mkdir -p "$here/target" 2>/dev/null && [ -w "$here/target" ] ||
    give_up "cannot write into $here/target; make that folder writable and run again"
  (
    ! command -v flock >/dev/null 2>&1 || flock 9
    built || { find_maven; compile -Dmaven.test.skip=true && put_in_place; }
  ) 9>"$here/target/lock" || exit
}

# compile -Dmaven.test.skip=true: the program; compile -DskipTests: the classes of the tests too
compile() {
  say "preparing the program; this happens once and takes a minute or two"
  : >"$here/target/started"
  rm -rf "$here/app/target/lib" # jars of an earlier version would stay there beside the new ones
  (cd "$here" && "$maven" -B -q "$@" package) >"$here/target/build.log" 2>&1 </dev/null || {
    tail -n 15 "$here/target/build.log" >&2
    give_up "could not be built; the reason is above and in target/build.log (the first build needs the network)"
  }
}

# The program runs from jars of its own, so that Maven changes nothing under the feet of a running command.
put_in_place() {
  fresh=$here/target/taniq.new
  rm -rf "$fresh" "$program" && mkdir "$fresh" &&
    cp -p "$here/app/target/taniq.jar" "$here/app/target/lib/"*.jar "$fresh/" &&
    touch -r "$here/target/started" "$fresh/built" && mv "$fresh" "$program" ||
    give_up "cannot write into $here/target; free some space and run again"
  renew
  rehearse
}

# A cache for quicker starts (JEP 514), of what a rehearsal of the commands needed. Where it is missing or does not fit,
# the JVM does without.
rehearse() {
  "$jdk/bin/java" $safe -XX:+UseSerialGC "-XX:AOTCacheOutput=$program/new.aot" -cp "$program/taniq.jar" \
    org.taniq.app.Rehearsal >/dev/null 2>&1 </dev/null && mv "$program/new.aot" "$program/taniq.aot" 2>/dev/null
  return 0
}

# Jars from which the JVM starts sooner; see there. Without, the program starts later.
renew() {
  for old in "$program"/picocli-*.jar "$program"/bcprov-*.jar "$program"/zstd-jni-*.jar; do
    "$jdk/bin/java" $quick "$here/.mvn/Renew.java" "$old" "$program/renewed" >/dev/null 2>&1 </dev/null && mv "$program/renewed" "$old"
  done
}

#!/usr/bin/env bash
# A copy of the project on a machine that has a JDK and nothing else: empty home, empty Maven folder; then no network.
# modes: full long
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
copy="$work/a copy with spaces" home=$work/home
mkdir "$copy" "$home"
(cd "$root" && tar c --exclude=./target --exclude=./core/target --exclude=./app/target --exclude=./.git .) | tar x -C "$copy"

wrong() { printf 'wrong: %s\n' "$1"; cat "$work/out" "$work/err" 2>/dev/null; exit 1; }

# taniq WORDS…: in a clean environment
taniq() {
  (cd "$work" && env -i PATH=/usr/bin:/bin HOME="$home" MAVEN_OPTS="-Dmaven.repo.local=$home/.m2/repository" \
    "${before[@]}" "$copy/taniq" "$@" >"$work/out" 2>"$work/err" </dev/null)
}
before=()

same() { taniq --version || wrong "$1: does not run"; grep -q '^taniq [0-9]' "$work/out" || wrong "$1: says something else"; }
silent() { same "$1"; [ ! -s "$work/err" ] || wrong "$1: says more than it was asked"; }

# the rule by which a JDK is chosen, on folders that look like JDKs
for version in 17.0.15 24.0.2 25 25.0.2 25.0.3 25.0.10 25.1.0 26 26.0.1; do
  mkdir -p "$work/jdk/$version/bin"
  printf 'JAVA_VERSION="%s"\n' "$version" >"$work/jdk/$version/release"
  install -m 755 /dev/null "$work/jdk/$version/bin/java" && install -m 755 /dev/null "$work/jdk/$version/bin/javac"
done
here=$root && . "$root/.mvn/find.sh"
accepted=
for folder in "$work"/jdk/*; do
  ! new_enough "$folder" || accepted="$accepted ${folder##*/}"
done
[ "$accepted" = " 25.0.10 25.0.3 25.1.0 26 26.0.1" ] || wrong "JDKs that it takes:$accepted"

if ! getent hosts repo.maven.apache.org >/dev/null; then
  echo "NOT RUN first build on a fresh machine: no network"
  exit 0
fi
same "first run"
[ "$(wc -l <"$work/err")" = 1 ] || wrong "the first run should say one line"
silent "second run"
printf 'not a cache' >"$copy/target/taniq/taniq.aot"
silent "with a broken start cache"
rm "$copy/target/taniq/taniq.aot"
silent "without a start cache"

before=(LC_ALL=az_AZ.UTF-8)
silent "in a locale that is not installed"
before=()

if unshare -n true 2>/dev/null; then
  before=(unshare -n)
  silent "without network"
  touch "$copy/core/src/main/java/org/taniq/base/When.java"
  same "a source changed, without network"
  before=()
else
  echo "NOT RUN second start without network: not allowed to make a network namespace (needs root)"
fi

old=$(ls -d /usr/lib/jvm/*17*/bin/java 2>/dev/null | head -n 1)
if [ -n "$old" ] && [ -x /usr/bin/mvn ]; then
  (cd "$copy" && JAVA_HOME=${old%/bin/java} /usr/bin/mvn -q -B clean test-compile) >"$work/out" 2>&1 || wrong "Maven on Java 17"
else
  echo "NOT RUN a build that Java 17 starts: needs openjdk-17 and maven"
fi

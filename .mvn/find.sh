# Finds what is needed to build and run; read in by `taniq` and `check`, which say what `here` and `give_up` are.

# 25.0.0 to 25.0.2 can corrupt bytes (JDK-8377811); the file `release` of a JDK names its version without starting it.
new_enough() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=
  while IFS='=' read -r key value; do
    case $key in JAVA_VERSION) version=${value#\"}; version=${version%%\"*} ;; esac
  done <"$1/release"
  version=${version%%[!0-9.]*}
  feature=${version%%.*}
  case $version in
    25.0.*) patch=${version#25.0.}; [ "${patch%%.*}" -ge 3 ] ;;
    25.*) [ "${version#25.}" != 0 ] ;;
    *.* | [0-9]*) [ "${feature:-0}" -gt 25 ] ;;
    *) return 1 ;;
  esac
}

find_jdk() {
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f -- "$on_path" 2>/dev/null)
  for jdk in "${JAVA_HOME:-}" "${on_path%/bin/java}" \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java /opt/java/* /usr/local/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* \
    "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.asdf/installs/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    new_enough "$jdk" && return 0
  done
  give_up "needs JDK 25.0.3 or newer and found none; install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to it, and run again"
}

# The wrapper fetches its Maven once; where it cannot, an installed one does.
find_maven() {
  if "$here/mvnw" --version >/dev/null 2>&1; then
    maven=$here/mvnw
  elif command -v mvn >/dev/null 2>&1; then
    maven=mvn
  else
    give_up "cannot fetch Maven to build the program; connect to the network, or install it (Debian: apt-get install maven), and run again"
  fi
}

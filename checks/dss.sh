#!/usr/bin/env bash
# modes: full long
# DSS of the European Commission judges dossiers with time-stamps, honest and forged: each word is compared with
# checks/dss/expected.txt, where our own answer stands beside. Its libraries are fetched once, and stay out of the program.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

cannot() { echo "NOT RUN checks/dss.sh: $1"; exit 0; }
. checks/stamped.bash

maven=./mvnw
"$maven" --version >/dev/null 2>&1 || maven=mvn
command -v "$maven" >/dev/null || cannot "no Maven"
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath
fetch() { "$maven" -q -B "$@" -f checks/dss/pom.xml "$plugin" -Dmdep.outputFile="$work/classpath" >"$work/fetched" 2>&1; }
fetch -o || fetch || {
  tail -n 3 "$work/fetched"
  getent hosts repo.maven.apache.org >/dev/null && wrong "its libraries cannot be fetched"
  cannot "no network"
}

cp checks/dss/Judge.java "$work/"
said() { # LISTS and ANSWERS, FILE…
  (cd "$work" && "$java" -XX:-UsePerfData -cp "$(cat classpath)" Judge.java ca1.pem,ca2.pem "$@" 2>>errors)
}
{
  echo "# with the revocation lists of both authorities"
  said ca1.crl,ca2.crl one.asice two.asice
  echo "# with the answer of a responder, that its certificate is good and that it was revoked"
  said good.ocsp one.asice
  said revoked.ocsp one.asice
  echo "# without them"
  said none one.asice two.asice
  echo "# forged: what taniq verify says, and DSS"
  said ca1.crl,ca2.crl $(cd "$work" && ls forged/*.asice | LC_ALL=C sort) | while read -r file words; do
    echo "$file $(sed -n "s/^$file //p" "$work/said.txt") ${words%%:*}"
  done
} >"$work/found"
diff checks/dss/expected.txt "$work/found" || wrong "DSS says otherwise than checks/dss/expected.txt"
echo "DSS 6.4: PASSED for one and two time-stamps; $(wc -l <"$work/said.txt") forgeries, as expected"

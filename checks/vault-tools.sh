#!/usr/bin/env bash
# modes: fast full long
# A vault and a dossier are opened and checked without Taniq: sha256sum, age, zstd, Go's sumdb, unzip, and the commands
# of VERIFY.txt typed as they stand there.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

cannot() { echo "NOT RUN checks/vault-tools.sh: $1"; exit 0; }
for program in age zstd sha256sum openssl unzip python3 go; do
  command -v "$program" >/dev/null || cannot "no $program; run ./check as root, or apt-get install age zstd openssl unzip python3 golang-go"
done
[ -e /usr/share/gocode/src/golang.org/x/mod/sumdb/note ] || cannot "no golang-golang-x-mod-dev; apt-get install it"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -d core/target/test-classes ] || cannot "nothing is built; run ./check"
libraries=$(find app/target/lib -name '*.jar' ! -name 'taniq-core*' 2>/dev/null | tr '\n' ':')
[ -n "$libraries" ] || cannot "no app/target/lib; run ./check"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$PWD

wrong() { echo "wrong: $1" >&2; exit 1; }
same() { [ "$2" = "$3" ] || wrong "$1: expected $2, got $3"; }
sha256() { sha256sum "$@" | cut -d ' ' -f 1; }
flip() { # FILE AT: another byte there, whatever it was
  python3 -c 'import sys; f = open(sys.argv[1], "r+b"); f.seek(int(sys.argv[2])); b = f.read(1)[0]; f.seek(-1, 1); f.write(bytes([b ^ 1]))' "$@"
}

"$java" --enable-native-access=ALL-UNNAMED -XX:-UsePerfData -cp "core/target/test-classes:core/target/classes:$libraries" \
  org.taniq.seal.MakeSample "$work"

# blobs: named by what lies there; what is in them is what was sealed
blobs=0 items=0
while read -r file; do
  same "name of a blob" "$(basename "$file" .age)" "$(sha256 "$file")"
  blobs=$((blobs + 1))
done < <(find "$work/case/blob" -name '*.age')
while read -r blob digest; do
  file=$work/case/blob/${blob:0:2}/$blob.age
  same "digest of an item" "$digest" "$(age -d -i "$work/identity.txt" "$file" | zstd -dq | sha256)"
  items=$((items + 1))
done <"$work/sealed.txt"
same "blobs and items" "4 3" "$blobs $items"
for opening in "$work"/case/log/*/opening/*.age; do
  age -d -i "$work/identity.txt" "$opening" | zstd -dq | python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]'
done
echo "age, zstd, sha256sum: $blobs blobs, $items items, every opening"

# logs and proofs: Go's own client
GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/go-cache go build -o "$work/tlog" ./checks/tlog/main.go
for log in "$work"/case/log/*; do "$work/tlog" log "$log"; done
mkdir "$work/plain" && unzip -q "$work/dossier.zip" -d "$work/plain"
"$work/tlog" proofs "$work/plain"
for entries in "$work"/case/log/*/tile/entries/000; do
  cp "$entries" "$work/kept"
  flip "$entries" 40
  ! "$work/tlog" log "${entries%/tile/entries/000}" >/dev/null 2>&1 || wrong "Go's client does not notice a changed entry"
  cp "$work/kept" "$entries"
done

# the container: other readers of ZIP
unzip -tq "$work/dossier.zip" >/dev/null || wrong "unzip -t"
same "zipfile" None "$(python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())' "$work/dossier.zip")"
names=$(cd "$work/plain" && find . -type f | sed 's|^\./||' | LC_ALL=C sort)
jar=$(command -v "${java%java}jar" || command -v jar || true)
[ -z "$jar" ] || same "jar tf" "$names" "$("$jar" tf "$work/dossier.zip" | LC_ALL=C sort)"
(cd "$work/plain" && sha256sum -c --strict --quiet MANIFEST.sha256) || wrong "sha256sum -c"
echo "unzip, zipfile, jar: $(wc -l <<<"$names") entries"

# VERIFY.txt, typed as it stands, in a fresh folder
typed() { # FOLDER: dossier.zip is in it
  sed -n 's/^    //p' "$here/core/src/main/resources/dossier/VERIFY.txt" >"$work/typed.sh"
  (cd "$1" && bash -eu "$work/typed.sh")
}
mkdir "$work/fresh" && cp "$work/dossier.zip" "$work/fresh/"
typed "$work/fresh" >"$work/said" 2>&1 || { cat "$work/said"; wrong "VERIFY.txt does not work as it stands"; }
for words in "nothing unlisted" "the note names this list" "all of it holds" "[withheld]"; do
  grep -qF "$words" "$work/said" || { cat "$work/said"; wrong "VERIFY.txt should print: $words"; }
done
same "signatures that verify" 3 "$(grep -c '^Signature Verified Successfully' "$work/said")"

# and the same commands notice what was changed, whoever made the manifest anew
tampered() { # WHAT SED-PROGRAM FILE
  rm -rf "$work/bad" && mkdir -p "$work/bad/in"
  unzip -q "$work/dossier.zip" -d "$work/bad/in"
  sed -i "$2" "$work/bad/in"/$3
  (cd "$work/bad/in" && find . -type f ! -name 'MANIFEST.*' | sed 's|^\./||' | LC_ALL=C sort | xargs sha256sum >MANIFEST.sha256)
  "${@:4}"
  (cd "$work/bad/in" && python3 -m zipfile -c ../dossier.zip .)
  rm -rf "$work/bad/in"
  ! typed "$work/bad" >"$work/said" 2>&1 || wrong "VERIFY.txt does not notice: $1"
  rm -rf "$work/bad/dossier" && (cd "$work/bad" && bash -u "$work/typed.sh" >"$work/said" 2>&1 || true)
  ! grep -q "all of it holds" "$work/said" || wrong "the proofs in VERIFY.txt do not notice: $1"
}
newDigest() { sed -i "4s/.*/$(sha256 "$work/bad/in/MANIFEST.sha256")/" "$work/bad/in/MANIFEST.note"; }
tampered "another exhibit, the list made anew" 's/police/polise/' exhibit/E002.txt true
tampered "another exhibit, list and note made anew" 's/police/polise/' exhibit/E002.txt newDigest
tampered "another proof, list and note made anew" 's/"index":1,/"index":2,/' 'proof/statement/*-1.json' newDigest
echo "VERIFY.txt: works as it stands, and notices three changes"

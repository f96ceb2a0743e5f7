#!/usr/bin/env bash
# modes: full long
# Dossiers with time-stamps are checked by hand, as docs/stamps.md says it: its commands are typed as they stand there, with
# openssl, on honest containers, on changed bytes and on every forgery.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

cannot() { echo "NOT RUN checks/asice.sh: $1"; exit 0; }
for program in openssl unzip sha256sum python3; do
  command -v "$program" >/dev/null || cannot "no $program; run ./check as root, or apt-get install openssl unzip python3"
done
. checks/stamped.bash

typed() { # FILE: every block as a person types it, whose shell goes on after what fails; what must be printed last must be there
  rm -rf "$work/hand" && mkdir "$work/hand"
  cp "$1" "$work/hand/dossier.asice"
  cat "$work/ca1.pem" "$work/ca2.pem" >"$work/hand/ca.pem"
  sed -n '/^```sh$/,/^```$/p' docs/stamps.md | grep -v '^```' >"$work/typed.sh"
  (cd "$work/hand" && bash "$work/typed.sh" >"$work/said" 2>&1) || true
  grep -qx "nothing unlisted" "$work/said" && [ "$(tail -n 1 "$work/said")" = "every time-stamp holds" ]
}

for n in one two; do
  typed "$work/$n.asice" || { cat "$work/said"; wrong "docs/stamps.md does not work as it stands: $n"; }
done
[ "$(grep -c '^Verification: OK' "$work/said")" = 2 ] || wrong "two time-stamps"
[ "$(grep -c '^Time stamp: ' "$work/said")" = 2 ] || wrong "two times"
cmp -s "$work/hand/stamped/dossier.zip" "$work/dossier.zip" || wrong "the dossier is not unchanged"
echo "openssl, sha256sum: one and two time-stamps hold"

rm -rf "$work/same" && mkdir "$work/same" && unzip -q "$work/two.asice" -d "$work/same"
rm -f "$work/same.zip" && (cd "$work/same" && python3 -m zipfile -c ../same.zip .)
typed "$work/same.zip" || wrong "what is packed anew without a change does not hold by hand"

# a changed byte of each file, made into a container anew
changed=0
(cd "$work/hand/stamped" && find . -type f | sed 's|^\./||') >"$work/files"
while read -r file; do
  rm -rf "$work/other" && mkdir "$work/other" && unzip -q "$work/two.asice" -d "$work/other"
  python3 -c 'import sys; f = open(sys.argv[1], "r+b"); b = bytearray(f.read()); b[len(b) // 2] ^= 1; f.seek(0); f.write(b)' "$work/other/$file"
  rm -f "$work/other.zip" && (cd "$work/other" && python3 -m zipfile -c ../other.zip .)
  ! typed "$work/other.zip" || wrong "by hand nobody notices another byte in $file"
  changed=$((changed + 1))
done <"$work/files"
[ "$changed" = 7 ] || wrong "7 files, not $changed"

# what a forger makes of it; bytes behind a container are no matter for unzip, and are noticed by taniq verify
noticed=0
for file in "$work"/forged/*.asice; do
  [ "${file##*/}" != bytes-behind-it.asice ] || continue
  ! typed "$file" || wrong "by hand nobody notices: ${file##*/}"
  noticed=$((noticed + 1))
done
! grep -q ' intact$' "$work/said.txt" || wrong "taniq verify does not notice: $(grep ' intact$' "$work/said.txt")"
echo "by hand: $changed changed files and $noticed forgeries are noticed; taniq verify notices $(wc -l <"$work/said.txt")"

# the answers about a certificate that our tests are made with are answers for openssl
for said in good revoked; do
  openssl ocsp -respin "$work/$said.ocsp" -issuer "$work/ca1.pem" -cert "$work/signer.pem" -CAfile "$work/ca1.pem" >"$work/ocsp" 2>&1 &&
    grep -q '^Response verify OK' "$work/ocsp" && grep -q "signer.pem: $said\$" "$work/ocsp" ||
    { cat "$work/ocsp"; wrong "openssl says otherwise of an answer that is $said"; }
done
echo "openssl ocsp: two answers about a certificate hold"

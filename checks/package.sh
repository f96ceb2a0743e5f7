#!/usr/bin/env bash
# The packages that ./package makes, on a computer without Java: a root of its own that holds a shell and the C library, nothing else.
# modes: full long
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
cannot() { echo "NOT RUN checks/package.sh: $1"; exit 0; }
[ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null || cannot "needs root, to go into a root of its own"
command -v dpkg-deb >/dev/null || cannot "no dpkg-deb"

work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
clean=$work/root
wrong() { printf 'wrong: %s\n' "$1"; cat "$work/out" "$work/err" 2>/dev/null; exit 1; }

"$root/package" >"$work/made" 2>"$work/err" || wrong "./package"
archive=$(sed -n 1p "$work/made") debian=$(sed -n 2p "$work/made")
[ -f "$archive" ] && [ -f "$debian" ] || wrong "what ./package made"

# with FILE…: each at its place in the clean root, and the libraries that it needs
with() {
  for file; do
    for each in "$file" $(ldd "$file" 2>/dev/null | grep -o '/[^ )]*'); do
      [ -e "$clean$each" ] || { mkdir -p "$clean$(dirname "$each")" && cp -L "$each" "$clean$each"; }
    done
  done
}
mkdir -p "$clean"/{tmp,home,proc,dev,opt,var/lib/dpkg}
with /bin/sh /usr/bin/readlink /usr/bin/dirname /usr/bin/rm
touch "$clean/var/lib/dpkg/status"
mknod -m 666 "$clean/dev/null" c 1 3 && mknod -m 666 "$clean/dev/urandom" c 1 9
for library in libz.so.1 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1; do # of libc6 and zlib1g, which the package asks for
  with "$(ldconfig -p | sed -n "s/.*$library.*=> //p" | head -n 1)"
done

# inside WORDS…: in the clean root, without network
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home LANG=az_AZ.UTF-8 unshare -m -n --propagation private /bin/sh -c \
    'mount -t proc proc "$1/proc" && shift && exec chroot "$@"' sh "$clean" "$clean" "$@" >"$work/out" 2>"$work/err" </dev/null
}
speaks() {
  inside "$1" --version || wrong "$2 does not start"
  grep -q '^taniq [0-9]' "$work/out" && [ ! -s "$work/err" ] || wrong "$2 says something else"
}

if inside /usr/bin/java -version; then wrong "there is a Java"; fi
tar -x -C "$clean/opt" -f "$archive"
program=/opt/$(basename "$archive" .tar.gz)/bin/taniq
grep -rqs Giulietti "$clean${program%/bin/taniq}/share/doc/taniq/licences/" || wrong "the licences of others are not in the package"
speaks "$program" "the portable program"
inside "$program" demo /tmp/demo --lang en || wrong "the demo"
dossier=$(tail -n 1 "$work/out")
inside "$program" verify "$dossier" --lang en || wrong "verify does not call the demo's dossier intact"
python3 "$root/verifier/taniq_verify.py" "$clean$dossier" >"$work/out" 2>&1 || wrong "the second checker"

dpkg --root="$clean" --force-depends --force-script-chrootless -i "$debian" >"$work/out" 2>"$work/err" || wrong "dpkg cannot install it"
speaks /usr/bin/taniq "the installed program"
inside /usr/bin/taniq verify "$dossier" --lang en || wrong "the installed program does not verify"
dpkg --root="$clean" --force-script-chrootless --purge taniq >"$work/out" 2>"$work/err" || wrong "dpkg cannot remove it"
[ ! -e "$clean/usr/lib/taniq" ] && [ ! -e "$clean/usr/bin/taniq" ] || wrong "something stays when it is removed"

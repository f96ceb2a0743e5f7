#!/usr/bin/env bash
# A laptop is seized. Its disk is an image here, and the program can write nowhere else: no word of the evidence, no name that was
# typed and no key may be found on it, deleted blocks and the journal included. Locked, nothing opens with the passphrase.
# And from a copy without keys and the paper key, in an empty home, everything opens.
# modes: full long
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 3
[ "$(id -u)" = 0 ] || { echo 'NOT RUN seizure: a disk image is mounted by root only'; exit 0; }
for tool in python3 mkfs.ext4 unshare losetup; do
  command -v $tool >/dev/null 2>&1 || { echo "NOT RUN seizure: no $tool"; exit 0; }
done

if [ "${1:-}" != inside ]; then
  "$root/taniq" --version >/dev/null || exit 1
  image=$(mktemp) && trap 'rm -f "$image"' EXIT
  truncate -s 192M "$image" && mkfs.ext4 -q -F "$image" || exit 1
  device=$(losetup --find --show "$image") || { echo 'NOT RUN seizure: no loop device can be had'; exit 0; }
  trap 'losetup -d "$device"; rm -f "$image"' EXIT
  unshare --mount --propagation private "$0" inside "$device"
  exit $?
fi

failed=0
fail() { printf 'FAILED %s\n' "$1"; failed=1; }
fail_saying() { fail "$1"; tail -n 5 /mnt/out/said; }

# What the program can see: itself, the laptop's disk with the home and the temporary folders, and a stick.
mount -t tmpfs none /mnt && mkdir /mnt/program /mnt/disk /mnt/out || exit 1
mount -t tmpfs none /mnt/out && mount --bind "$root" /mnt/program || exit 1
mount "$2" /mnt/disk && mkdir -p /mnt/disk/home /mnt/disk/tmp || exit 1
for folder in /tmp /var/tmp; do mount --bind /mnt/disk/tmp $folder || exit 1; done
while read -r _ at kind _; do
  case $at:$kind in
    /proc* | /sys* | /dev* | /mnt/disk:* | /mnt/out:* | /tmp:* | /var/tmp:*) ;;
    *) mount -o remount,bind,ro "$at" || exit 1 ;;
  esac
done < <(grep ' rw' /proc/mounts)
touch "$root/written" 2>/dev/null && fail 'the program could write outside the image, so nothing would be shown'

out=/mnt/out
export HOME=/mnt/disk/home TANIQ_HOME='' XDG_CONFIG_HOME=''
cd "$HOME" || exit 1
taniq() { /mnt/program/taniq "$@" 3<$out/words; }
open() { taniq "$@" --passphrase-fd 3 >$out/said 2>&1; }

# The evidence lies on the stick: where a person keeps her own files is not for the program to say.
mkdir $out/evidence
python3 - $out/evidence <<'PY'
import struct, sys, zipfile, zlib
folder = sys.argv[1]
lines = [f"05.11.2026, 20:{minute:02} - Qorxmaz Zirehov: səni öldürəcəyəm qaranquş{minute} nərgizgülü" for minute in range(60)]
open(folder + "/Söhbət-Zümrüdquşu.txt", "w").write("\n".join(lines) + "\n")
with zipfile.ZipFile(folder + "/arxiv-Şahdağ.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("_chat.txt", "\n".join(line.replace("qaranquş", "tovuzquşu") for line in lines[:9]) + "\n")
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = b"".join(b"\0" + bytes((x * 7 + y * 3 + c) % 251 for x in range(64) for c in range(3)) for y in range(64))
open(folder + "/Şəkil-Laləzar.png", "wb").write(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 64, 64, 8, 2, 0, 0, 0))
    + chunk(b"tEXt", b"Comment\0zanbaqlar-burada") + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))
PY

/mnt/program/taniq init --generate mycase --danger no --minors no --capturer 'Gülbəniz Canarova' --device 'telefon-Xəzər' 2>$out/said |
  grep -E '^([a-z]+-){5}[a-z]+$' >$out/words
[ -s $out/words ] || { fail_saying 'init'; exit 1; }
open add --vault mycase $out/evidence --account persona || fail_saying 'add'
open list --vault mycase && cp $out/said $out/listed || fail_saying 'list'
open find --vault mycase qaranquş7 || fail_saying 'find'
open assess --vault mycase || fail_saying 'assess'
open step new 'ərizə-Kəpəzə' --vault mycase --to 'Polis-Göyəzən' --said-by 'Gülbəniz Canarova' || fail_saying 'step new'
open get --vault mycase 2 $out/got || fail_saying 'get'
open tell --vault mycase --capturer 'Gülbəniz Canarova' --to 'Vəkil-İsmayıllı' --items 5 --label threat_to_life $out/dossier.zip || fail_saying 'tell'
open rebuild --vault mycase || fail_saying 'rebuild'
open verify mycase || fail_saying 'verify'
open key add --paper --generate --vault mycase && cp $out/said $out/paper || fail_saying 'key add --paper'
open copy $out/stick --without-keys --vault mycase --place 'xalamın-evi' || fail_saying 'copy'

# Killed in the middle: what is half done is encrypted too.
seq 20000 | sed 's/$/ qaranquş nərgizgülü Qorxmaz Zirehov/' >$out/long.txt
taniq add --vault mycase $out/long.txt --passphrase-fd 3 >$out/said 2>&1 &
adding=$!
before=$(find mycase -type f | wc -l)
until [ "$(find mycase -type f | wc -l)" -gt "$before" ] || ! kill -0 $adding 2>/dev/null; do sleep 0.02; done
pkill -9 -P $adding || fail 'add ended before it could be killed'
wait

open lock --vault mycase || fail_saying 'lock'
[ -z "$(ls -A mycase/keys)" ] || fail 'a way in is left after lock'
for command in list status 'find nərgizgülü' assess 'show 3' 'get 2 again' 'rebuild' 'key restore --words' 'unlock --words'; do
  # shellcheck disable=SC2086 # the words of a command
  open $command --vault mycase && [ "$command" != status ] && fail "locked, and '$command' opens it"
  grep -q -E 'qaranquş|nərgizgülü|Zirehov|Laləzar' $out/said && fail "locked, and '$command' shows evidence"
done

# On another computer: nothing but the stick and the paper.
new() { HOME=$out/new /mnt/program/taniq "$@" --passphrase-fd 3 3<$out/words; }
mkdir $out/new
new restore $out/stick $out/again --paper <$out/paper >$out/said 2>&1 || fail_saying 'restore'
new rebuild --vault $out/again >$out/said 2>&1 || fail_saying 'rebuild'
new list --vault $out/again >$out/said 2>&1
kept() { grep -E '(txt|zip|png) ' "$1" | sed -E 's|[0-9a-f]{8}/||g; s/ +/ /g'; } # the old log is named where a new one is begun
diff <(kept $out/listed) <(kept $out/said) || fail 'another list after it was restored'
new get --vault $out/again "$(grep -o -E '[0-9a-f]{8}/2 ' $out/said)" $out/got-again >/dev/null 2>&1
cmp $out/evidence/Söhbət-Zümrüdquşu.txt $out/got-again || fail 'other bytes after it was restored'
cmp $out/got $out/got-again || fail 'get gave other bytes'
new find --vault $out/again qaranquş7 2>&1 | grep -q 'səni öldürəcəyəm' || fail 'a message is not found after it was restored'
new verify $out/again >$out/said 2>&1 || fail_saying 'verify after it was restored'

sync && umount /tmp /var/tmp && cd / && umount /mnt/disk || exit 1
python3 - "$2" $out <<'PY' || failed=1
import base64, sys
out, size, empty = sys.argv[2], 4096, bytes(4096)
with open(sys.argv[1], "rb") as device:
    disk = b"".join(block for block in iter(lambda: device.read(size), b"") if block != empty)
CANARIES = ["qaranquş", "nərgizgülü", "tovuzquşu", "Zirehov", "Zümrüdquşu", "Şahdağ", "Laləzar", "zanbaqlar", "Canarova", "Xəzər",
            "Kəpəz", "Göyəzən", "İsmayıllı", "xalamın", "AGE-SECRET-KEY-1", open(out + "/words").read().strip()]


def forms(word):
    for text in {word, word.lower(), word.upper()}:
        for encoding in ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]:
            yield text.encode(encoding)
        raw = text.encode()
        for at in range(3):  # the whole triples of it, wherever they begin
            whole = raw[at:at + (len(raw) - at) // 3 * 3]
            yield base64.b64encode(whole)
            yield base64.urlsafe_b64encode(whole)
        yield raw.hex().encode()
        yield text.encode("ascii", "backslashreplace")


def found(data):
    return sorted({word for word in CANARIES for form in forms(word) if form in data})


assert disk.count(b"age-encryption.org/v1") > 10, "this is not the disk on which the case was"
for word in found(disk):
    print("FAILED on the disk of the laptop:", word)
assert "qaranquş" in found(open(out + "/long.txt", "rb").read()), "the search finds nothing"
sys.exit(bool(found(disk)))
PY

# What is deleted is found by this search, so that finding nothing says something.
mount "$2" /mnt/disk && cp $out/long.txt /mnt/disk/left.txt && sync && rm /mnt/disk/left.txt && umount /mnt/disk || exit 1
grep -q -a qaranquş "$2" || fail 'the search does not find what was deleted'
[ $failed = 0 ] && echo 'the disk tells nothing, the lock holds, and the case is whole elsewhere'
exit $failed

#!/usr/bin/env python3
"""Checks a Taniq dossier: python3 taniq_verify.py [--json] [--list] FILE...

The second checker. It is written from docs/format.md alone (its section numbers stand in the comments), uses nothing but
Python 3.9's standard library, asks no network and writes no file. Every byte of the dossier is taken for hostile, and the
person who sealed it for an interested party.

It prints four answers: bytes, time, completeness, origin. Exit code: 0 intact, 1 altered, 2 usage, 3 could not be checked.
It does not read the PDF: --list prints what is proven.
"""
import base64
import binascii
import hashlib
import json
import mmap
import re
import struct
import sys
import zlib

MAX_JSON = 256 << 20  # bytes of one proof
MAX_DEPTH = 64  # of JSON
MAX_PIXELS = 1 << 28  # section 9
SAFE = (1 << 53) - 1  # section 2

# Section 6: schema, where it may stand, its fields. `name:leaf` is null or a tree of that leaf.
SCHEMAS = {line.split()[0]: line.split()[1:] for line in """
log/1 both kind origin key recipient continues program
item/1 evidence sha256 size mediaType name derivedFrom part method address account device capturer saidBy claimed missing pixels:pixels/1
reading/1 evidence items parser settings records:record/1 skipped replaces
heads/1 evidence heads
time/1 evidence origin size root authority response
custody/1 evidence what when byWhom detail
consent/1 evidence whose forWhat how until keepUntil
erased/1 evidence erased why request unreached
finding/1 case model rules order decisions:decision/1 read stopped sample
step/1 case step replaces what toWhom basis state reference proofs dates saidBy
told/1 case digest edition recipient purpose withheld shown
record/1 tree type actorName actorId audienceName audienceId published text:piece/1 attachments inReplyTo address lines bytes marks counts
piece/1 tree text
decision/1 tree record label verdict reason judge corrects time
""".strip().splitlines()}
PLACE = {schema: words[0] for schema, words in SCHEMAS.items()}
FIELDS = {schema: [word.split(":")[0] for word in words[1:]] for schema, words in SCHEMAS.items()}
TREES = {schema: dict(word.split(":") for word in words if ":" in word) for schema, words in SCHEMAS.items()}

ID, HEX, NUMBER, B64 = "[0-9a-f]{32}", "[0-9a-f]{64}", "(?:0|[1-9][0-9]{0,14})", "[A-Za-z0-9+/]+={0,2}"
LEAF = re.compile(r'\{"taniq":"([a-z]+/1)","c":\[("[\w-]{43}"(?:,"[\w-]{43}")*)\]\}', re.ASCII)
ENTRY = re.compile(
    r"MANIFEST\.(?:sha256|note)|VERIFY\.txt|dossier\.pdf|index\.csv|exhibit/E[0-9]{3,6}\.[a-z0-9]{1,8}|proof/exhibits\.json"
    rf"|proof/log/{ID}/(?:vkey|checkpoint)|proof/statement/{ID}-{NUMBER}\.json|proof/pixels/E[0-9]{{3,6}}\.bin")
REQUIRED = ("MANIFEST.sha256", "MANIFEST.note", "VERIFY.txt", "dossier.pdf", "index.csv", "proof/exhibits.json")
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Refused(Exception):
    """The dossier is not what the format says; the text says what and where."""


def need(holds, what):
    if not holds:
        raise Refused(what)


def visible(text):
    """Makes control and direction characters visible (10.3)."""
    return UNSEEN.sub(lambda found: "<U+%04X>" % ord(found.group()), text)


# ---- Section 2: encodings ----

def sha256(data):
    return hashlib.sha256(data).digest()


def whole(value):
    return type(value) is int and value >= 0


def canonical(value, depth=0):
    """RFC 8785 over I-JSON, with integers only."""
    need(depth <= MAX_DEPTH, "JSON is nested too deep")
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n], depth + 1) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(member, depth + 1) for member in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def integer(digits):
    need(len(digits) <= 17 and abs(int(digits)) <= SAFE, "a number beyond 2^53-1")
    return int(digits)


def no_fraction(text):
    raise Refused("a number that is not an integer")


def members(pairs):
    need(len(dict(pairs)) == len(pairs), "a member stands twice in a JSON object")
    return dict(pairs)


def parse(data):
    """The value of canonical JSON; anything that we would write otherwise is refused."""
    need(len(data) <= MAX_JSON, "JSON is too large")
    try:
        text = bytes(data).decode("utf-8")
        value = json.loads(text, object_pairs_hook=members, parse_int=integer, parse_float=no_fraction, parse_constant=no_fraction)
        need(canonical(value).encode("utf-8") == bytes(data), "JSON is not canonical")
    except (ValueError, RecursionError) as wrong:
        raise Refused("not JSON of this format") from wrong
    return value


def exactly(value, names, what):
    need(isinstance(value, dict) and set(value) == set(names.split()), what + " must have the members " + names)


def unbase64url(text, size=None):
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error) as wrong:
        raise Refused("not base64url") from wrong
    need(base64.urlsafe_b64encode(data).rstrip(b"=") == text.encode(), "base64url is not canonical")
    need(size is None or len(data) == size, "a salt or commitment of another length")
    return data


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as wrong:
        raise Refused("not base64") from wrong
    need(base64.b64encode(data) == text.encode(), "base64 is not canonical")
    return data


def check_text(value):
    """Text that is not Unicode is {"bytes":...}; refused where the bytes are valid UTF-8."""
    if isinstance(value, dict) and set(value) == {"bytes"} and isinstance(value["bytes"], str):
        try:
            unbase64(value["bytes"]).decode("utf-8")
        except UnicodeDecodeError:
            return
        raise Refused("a text is given as bytes although it is valid UTF-8")
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        check_text(member)


# ---- RFC 8032: Ed25519, points as (X, Y, Z, T) ----

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
ZERO = (0, 1, 1, 0)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    need(y < P, "a point that is not canonical")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT % P
    need(x * x % P == square and not (x == 0 and sign), "a point that is not on the curve")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


def encoded(p):
    z = pow(p[2], P - 2, P)
    return (p[1] * z % P | (p[0] * z % P & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def check_signature(key, message, signature):
    """[S]B - [k]A must be R: without cofactor; S >= L, points that are not canonical and keys of small order are refused."""
    need(len(key) == 32 and len(signature) == 64, "a key or signature of another length")
    a, s = point(key), int.from_bytes(signature[32:], "little")
    eight = add(add(a, a), add(a, a))
    need(encoded(add(eight, eight)) != encoded(ZERO), "a key of small order")
    need(s < L, "a signature whose S is not below L")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus = (P - a[0], a[1], 1, P - a[3])
    table, sum_ = (None, BASE, minus, add(BASE, minus)), ZERO
    for bit in range(252, -1, -1):
        sum_ = add(sum_, sum_)
        which = (s >> bit & 1) | (k >> bit & 1) << 1
        sum_ = add(sum_, table[which]) if which else sum_
    need(encoded(sum_) == signature[:32], "the signature does not verify")


# ---- C2SP signed-note, tlog-checkpoint; RFC 6962 ----

def check_note(data, key_name, key_id, key, alone):
    """The text of a signed note that `key` has signed. Lines by other names are cosignatures; `alone` allows none."""
    try:
        note = bytes(data).decode("utf-8")
    except ValueError as wrong:
        raise Refused("the note is not UTF-8") from wrong
    need(not re.search("[\x00-\x09\x0b-\x1f]", note), "a control character in the note")
    found = re.fullmatch(rf"(?s)(.*\n)\n((?:— [^\s+]+ {B64}\n){{1,64}})", note)
    need(found, "not a signed note")
    lines = [line.split(" ")[1:] for line in found[2].splitlines()]
    ours = [unbase64(signature) for name, signature in lines if name == key_name]
    need(len(ours) == 1 and (len(lines) == 1 or not alone), "the note needs one signature of its log, and no other where none is allowed")
    need(len(ours[0]) == 68 and ours[0][:4] == key_id, "the note is signed with another key")
    check_signature(key, found[1].encode("utf-8"), ours[0][4:])
    return found[1]


def leaf_hash(data):
    return sha256(b"\0" + data)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


def tree_root(hashes):
    while len(hashes) > 1:
        pairs = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)]
        hashes = pairs + hashes[len(pairs) * 2:]
    return hashes[0] if hashes else sha256(b"")


def check_path(index, size, leaf, path, root):
    need(whole(index) and index < size, "the index is not below the size of its tree")
    need(isinstance(path, list) and all(is_hex(step) for step in path), "the path is not a list of hashes")
    node, last, hashed = index, size - 1, leaf
    for step in map(bytes.fromhex, path):
        need(last > 0, "the path is too long")
        if node & 1 or node == last:
            hashed = node_hash(step, hashed)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            hashed = node_hash(hashed, step)
        node, last = node >> 1, last >> 1
    need(last == 0, "the path is too short")
    need(hashed == root, "the path does not lead to the root")


def is_hex(value):
    return isinstance(value, str) and re.fullmatch(HEX, value) is not None


# ---- Section 4: leaves, disclosures, trees; section 10.1 ----

class Row:
    """What is shown of one leaf: values by field, pieces (None is withheld) and rows by field."""

    def __init__(self, leaf, show):
        found = LEAF.fullmatch(leaf) if isinstance(leaf, str) else None
        need(found and found[1] in FIELDS, "a leaf that is not written as it must be, or of an unknown schema")
        self.schema, self.hash = found[1], leaf_hash(leaf.encode())
        self.values, self.pieces, self.rows = {}, {}, {}
        commitments = found[2].strip('"').split('","')
        need(len(commitments) == len(FIELDS[self.schema]), "another number of commitments than fields")
        need(all(unbase64url(one, 32) for one in commitments) and isinstance(show, list), "show is not a list")
        last = -1
        for text in show:
            name, value = disclosed(text)
            need(name in FIELDS[self.schema], "a field that the schema does not have")
            slot = FIELDS[self.schema].index(name)
            need(slot > last, "two disclosures for one field, or not in order")
            need(commitment(text) == commitments[slot], name + ": what is shown is not what was sealed")
            self.check_value(name, value)
            self.values[name], last = value, slot

    def check_value(self, name, value):
        check_text(value)
        kind = TREES[self.schema].get(name)
        if kind and value is not None:
            exactly(value, "leaf root size", name)
            need(value["leaf"] == kind and is_hex(value["root"]) and whole(value["size"]), name + ": a tree of another kind")
            need(value["size"] > 0 or value["root"] == sha256(b"").hex(), name + ": an empty tree with another root")

    def read_trees(self, trees):
        need(isinstance(trees, dict), "trees is not an object")
        for name, shown in trees.items():
            kind, value = TREES[self.schema].get(name), self.values.get(name)
            need(kind and kind != "pixels/1" and value is not None, name + ": a tree whose value is not shown")
            need(isinstance(shown, list), name + " is not a list")
            if kind == "piece/1":
                self.pieces[name] = read_pieces(shown, value)
            else:
                self.rows[name] = read_rows(shown, value)


def commitment(text):
    return base64.urlsafe_b64encode(sha256(text.encode())).rstrip(b"=").decode()


def disclosed(text):
    need(isinstance(text, str) and re.fullmatch(r"[\w-]+", text, re.ASCII), "a disclosure that is not base64url")
    parts = parse(unbase64url(text))
    need(isinstance(parts, list) and len(parts) == 3 and isinstance(parts[1], str), "a disclosure is [salt, name, value]")
    need(isinstance(parts[0], str) and len(parts[0]) == 22, "a salt of another length")
    unbase64url(parts[0], 16)
    return parts[1], parts[2]


def read_pieces(shown, tree):
    pieces, hashes = [], []
    need(len(shown) == tree["size"], "another number of pieces of text")
    for one in shown:
        if isinstance(one, dict):
            exactly(one, "withheld", "a withheld piece")
            need(is_hex(one["withheld"]), "a withheld piece is not a hash")
            pieces.append(None)
            hashes.append(bytes.fromhex(one["withheld"]))
            continue
        name, value = disclosed(one)
        check_text(value)
        need(name == "text" and (isinstance(value, str) or isinstance(value, dict) and set(value) == {"bytes"}), "a piece is not text")
        pieces.append(value)
        hashes.append(leaf_hash(('{"taniq":"piece/1","c":["%s"]}' % commitment(one)).encode()))
    need(tree_root(hashes).hex() == tree["root"], "the pieces of text are not those sealed")
    return pieces


def read_rows(shown, tree):
    rows, last = {}, -1
    for one in shown:
        exactly(one, "index leaf path show trees", "a shown leaf")
        row = Row(one["leaf"], one["show"])
        need(row.schema == tree["leaf"], "a leaf of another kind than its tree")
        check_path(one["index"], tree["size"], row.hash, one["path"], bytes.fromhex(tree["root"]))
        need(one["index"] > last, "shown leaves are not in order")
        row.read_trees(one["trees"])
        rows[one["index"]], last = row, one["index"]
    return rows


# ---- Section 9: pictures ----

def png_rows(data):
    """Width, height and the rows of an 8-bit RGB PNG that holds IHDR, IDAT and IEND only."""
    need(data[:8] == b"\x89PNG\r\n\x1a\n", "the picture is not a PNG")
    at, kinds, packed = 8, [], []
    while at < len(data):
        need(len(data) - at >= 12, "a chunk of the picture is cut off")
        size, kind = struct.unpack_from(">I4s", data, at)
        need(size <= len(data) - at - 12, "a chunk of the picture is cut off")
        need(zlib.crc32(data[at + 4:at + 8 + size]) == struct.unpack_from(">I", data, at + 8 + size)[0], "a checksum of the picture is wrong")
        kinds.append(kind)
        packed.append(data[at + 8:at + 8 + size])
        at += size + 12
    need(re.fullmatch(rb"IHDR(IDAT)+IEND", b"".join(kinds)), "the picture has other chunks than IHDR, IDAT and IEND")
    need(len(packed[0]) == 13 and not packed[-1], "the head or the end of the picture has another length")
    width, height, *rest = struct.unpack(">IIBBBBB", packed[0])
    need(rest == [8, 2, 0, 0, 0] and 0 < width * height <= MAX_PIXELS, "the picture is not 8-bit RGB or too large")
    return width, height, unfiltered(width * 3, height, packed[1:-1])


def unfiltered(width, height, packed):
    inflate, above, ready = zlib.decompressobj(), bytes(width), bytearray()
    source, rows = b"".join(packed), 0
    try:
        while rows < height:
            more = inflate.decompress(source, max(1 << 16, width + 1))
            source = inflate.unconsumed_tail
            need(more, "the picture is cut off")
            ready += more
            while len(ready) > width and rows < height:
                above = unfilter(ready[0], ready[1:width + 1], above)
                del ready[:width + 1]
                rows += 1
                yield above
        beyond = inflate.decompress(source, 1)
    except zlib.error as wrong:
        raise Refused("the picture cannot be unpacked") from wrong
    need(inflate.eof and not (ready or beyond or inflate.unused_data), "there are bytes beyond the picture")


def unfilter(kind, row, above):
    need(kind < 5, "an unknown filter in the picture")
    if kind == 2:
        return bytes([(a + b) & 255 for a, b in zip(row, above)])
    for i in range(len(row)) if kind else ():
        left, up, corner = (row[i - 3], above[i], above[i - 3]) if i > 2 else (0, above[i], 0)
        row[i] = row[i] + (left, up, left + up >> 1, paeth(left, up, corner))[kind - 1] & 255
    return bytes(row)


def paeth(left, up, corner):
    a, b, c = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    return left if a <= b and a <= c else up if b <= c else corner


def check_picture(picture, proof, tree):
    """Every visible tile is the sealed one at its place; every withheld tile shows the hatch (9.1)."""
    width, height, rows = png_rows(picture)
    across = -(-width // 32)
    need(tree["size"] == 1 + across * -(-height // 32), "the picture has another size than the one sealed")
    need(len(proof) >= 49 and proof[0] == 1, "the proof of the picture is cut off")
    hashes = [leaf_hash(b"taniq/pixels/1\n" + proof[1:17] + struct.pack(">IIH", width, height, 32) + proof[17:49])]
    at = 49
    for y in range(0, height, 32):
        band = [next(rows) for _ in range(min(32, height - y))]
        for x in range(0, width, 32):
            wide = min(32, width - x)
            tile = b"".join(row[3 * x:3 * (x + wide)] for row in band)
            shown = proof[at:at + 1] == b"\1"
            end = at + (17 if shown else 33)
            need(end <= len(proof) and proof[at] < 2, "the proof of the picture is cut off or of another form")
            if shown:
                head = struct.pack(">IIHH", x, y, wide, len(band))
                hashes.append(leaf_hash(b"taniq/tile/1\n" + proof[at + 1:end] + head + tile))
            else:
                hatch = [96 if (x + i + y + j) % 8 < 2 else 160 for j in range(len(band)) for i in range(wide)]
                need(tile == bytes(grey for grey in hatch for _ in "rgb"), f"the withheld tile at {x},{y} does not show the hatch")
                hashes.append(proof[at + 1:end])
            at = end
    need(next(rows, None) is None and at == len(proof), "there is more in the proof of the picture than tiles")
    need(tree_root(hashes).hex() == tree["root"], "the pixels are not those sealed")


# ---- Section 10: the container ----

def read_container(data):
    """The entries of a canonical ZIP: every byte is compared with what we would write."""
    entries, central, at, last = {}, [], 0, b""
    while bytes(data[at:at + 4]) == b"PK\3\4":
        need(len(data) - at >= 30, "the container is cut off")
        size, name_size = struct.unpack_from("<IH", data, at + 22)
        name, start = bytes(data[at + 30:at + 30 + name_size]), at + 30 + name_size
        shown = "entry " + visible(name[:120].decode("latin-1"))
        need(len(data) - start >= size, shown + " is cut off")
        content = data[start:start + size]
        same = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(content), size, size, name_size, 0)
        need(data[at + 4:at + 30] == same, shown + ": its bytes are not those of its checksum, or its head is not canonical")
        need(name > last, shown + " is not in order or stands twice")
        need(len(name) <= 120 and ENTRY.fullmatch(name.decode("latin-1")), shown + " does not belong into a dossier")
        central.append(struct.pack("<IH", 0x02014B50, 20) + same + struct.pack("<HHHII", 0, 0, 0, 0, at) + name)
        entries[name.decode()], last, at = content, name, start + size
    need(0 < len(entries) < 1000 and len(data) < 2**32 - 1, "not a dossier, or too large for one")
    directory = b"".join(central)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(directory), at, 0)
    need(data[at:] == directory + end, "the directory of the container is not canonical, or bytes stand before or behind it")
    for name in REQUIRED:
        need(name in entries, name + " is missing")
    return entries


def manifest_of(entries):
    return {name: f"{sha256(data).hex()}  {name}\n" for name, data in entries.items() if not name.startswith("MANIFEST.")}


class Log:
    def __init__(self, log, entries):
        self.name, folder = "taniq/" + log, f"proof/log/{log}/"
        need(folder + "vkey" in entries and folder + "checkpoint" in entries, "its vkey or checkpoint is missing")
        vkey = bytes(entries[folder + "vkey"]).decode("latin-1")
        found = re.fullmatch(rf"{self.name}\+([0-9a-f]{{8}})\+({B64})\n", vkey)
        need(found, "the vkey is not one of this log")
        key = unbase64(found[2])
        need(len(key) == 33 and key[0] == 1, "the vkey is not one of Ed25519")
        self.key, self.key_id, self.vkey = key[1:], sha256(self.name.encode() + b"\n" + key)[:4], vkey[:-1]
        need(self.key_id.hex() == found[1], "the vkey has another key id than its key")
        text = check_note(entries[folder + "checkpoint"], self.name, self.key_id, self.key, alone=False)
        found = re.fullmatch(rf"{self.name}\n({NUMBER})\n({B64})\n", text)
        need(found, "the checkpoint is not one of this log")
        self.size, self.root = int(found[1]), unbase64(found[2])
        need(len(self.root) == 32 and self.size <= SAFE, "the root or size of the checkpoint is not one")


class Dossier:
    """All checks of one file, each with its name; those that fail keep the others going where that makes sense."""

    def __init__(self, data):
        self.checks, self.logs, self.kinds, self.statements, self.exhibits = [], {}, {}, {}, []
        self.edition = self.signer = None
        self.entries = self.check("container", read_container, data)
        if self.entries is None:
            return
        self.check("MANIFEST.sha256", self.manifest)
        for log in sorted({name.split("/")[2] for name in self.entries if name.startswith("proof/log/")}):
            self.logs[log] = self.check("proof/log/" + log, Log, log, self.entries)
        for name in self.names("proof/statement/"):
            self.check(name, self.statement, name)
        for log in self.logs:
            self.check(f"proof/statement/{log}-0.json", self.first, log)
        for (log, index), row in self.statements.items():
            self.check(f"proof/statement/{log}-{index}.json", self.place, log, index, row)
        self.check("MANIFEST.note", self.note)
        if self.check("proof/exhibits.json", self.list_exhibits) and not self.failed():
            self.check("index.csv", self.index)
            self.check("warnings", self.warn)

    def check(self, name, task, *arguments):
        try:
            result = task(*arguments)
        except Refused as refused:
            self.checks.append({"name": name, "ok": False, "detail": visible(str(refused))})
            return None
        self.checks.append({"name": name, "ok": True, "detail": result if isinstance(result, str) else ""})
        return result

    def failed(self):
        return [check for check in self.checks if not check["ok"]]

    def names(self, folder):
        return [name for name in self.entries if name.startswith(folder)]

    def manifest(self):
        expected, stated = manifest_of(self.entries), bytes(self.entries["MANIFEST.sha256"])
        lines = set(stated.decode("latin-1").splitlines(True))
        wrong = [name for name, line in expected.items() if line not in lines]
        need(not wrong, "not as the manifest says: " + ", ".join(wrong))
        need("".join(expected.values()).encode() == stated, "the manifest lists other entries, or in another order")

    def note(self):
        data = bytes(self.entries["MANIFEST.note"])
        found = re.match(rf"taniq/dossier/1\ntaniq/({ID})\ncourt\n({HEX})\n\n".encode(), data)
        need(found, "not the note of a dossier for a court")
        log = self.logs.get(found[1].decode())
        need(log and self.kinds.get(found[1].decode()) == "evidence", "the note is not by an evidence log of this dossier")
        text = check_note(data, log.name, log.key_id, log.key, alone=True)
        need(text.encode() == found[0][:-1], "the note says more than it must")
        need(found[2].decode() == sha256(self.entries["MANIFEST.sha256"]).hex(), "the note is for another manifest")
        self.edition, self.signer = "court", log

    def statement(self, name):
        value = parse(self.entries[name])
        exactly(value, "index leaf log path show trees", "a statement")
        log, index = name[len("proof/statement/"):-len(".json")].split("-")
        need(value["log"] == log and whole(value["index"]) and str(value["index"]) == index, "another statement than its name says")
        head = self.logs.get(log)
        need(head, "the log of this statement is not there or not proven")
        row = Row(value["leaf"], value["show"])
        check_path(value["index"], head.size, row.hash, value["path"], head.root)
        row.read_trees(value["trees"])
        self.statements[log, value["index"]] = row

    def first(self, log):
        row, head = self.statements.get((log, 0)), self.logs[log]
        need(row and head and row.schema == "log/1", "the log has no proven leaf 0")
        need(row.values.get("origin") == head.name and row.values.get("key") == head.vkey, "leaf 0 names another origin or key")
        need(row.values.get("kind") in ("evidence", "case"), "leaf 0 does not show its kind")
        self.kinds[log] = row.values["kind"]

    def place(self, log, index, row):
        need(PLACE[row.schema] in ("both", self.kinds.get(log)), row.schema + " may not stand in this log")
        need((row.schema == "log/1") == (index == 0), "log/1 is leaf 0 and no other")
        self.check_pointers(row)

    def check_pointers(self, row):
        for value in row.values.values():
            self.check_pointer(value)
        for inner in row.rows.values():
            for one in inner.values():
                self.check_pointers(one)

    def check_pointer(self, value):
        """Section 5: a shown pointer to a statement or record of the container must name its leaf."""
        for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            self.check_pointer(member)
        if not isinstance(value, dict) or not {"index", "log"} <= set(value):
            return
        need(isinstance(value["log"], str) and whole(value["index"]) and is_hex(value.get("leaf")), "a pointer that is none")
        log, row = self.logs.get(value["log"]), self.statements.get((value["log"], value["index"]))
        need(not log or value["index"] < log.size, "a pointer beyond the end of its log")
        need(not row or row.hash.hex() == value["leaf"], "a pointer to another leaf than the one in its place")
        if "record" in value or "recordLeaf" in value:
            need(whole(value.get("record")) and is_hex(value.get("recordLeaf")), "a pointer to a record that is none")
            tree = row.values.get("records") if row else None
            need(not tree or value["record"] < tree["size"], "a pointer beyond the last record")
            record = row.rows.get("records", {}).get(value["record"]) if row else None
            need(not record or record.hash.hex() == value["recordLeaf"], "a pointer to another record than the one in its place")

    def list_exhibits(self):
        """Section 10.2."""
        listed = parse(self.entries["proof/exhibits.json"])
        need(isinstance(listed, list), "not a list")
        files = []
        for number, exhibit in enumerate(listed, 1):
            exactly(exhibit, "exhibit file index log pixels record", "an exhibit")
            label = f"E{number:03d}"
            need(exhibit["exhibit"] == label, label + " is not in its place")
            need(isinstance(exhibit["log"], str) and whole(exhibit["index"]), label + " points nowhere")
            row = self.statements.get((exhibit["log"], exhibit["index"]))
            need(row, label + " has no proven statement")
            files += [name for name in (exhibit["file"], exhibit["pixels"]) if name is not None]
            self.exhibits.append((exhibit, row))
            self.exhibit_of_record(exhibit, row) if exhibit["record"] is not None else self.exhibit_of_file(exhibit, row)
        need(sorted(files) == self.names("exhibit/") + self.names("proof/pixels/"), "a file of no exhibit, or of two")
        return f"{len(listed)} exhibits"

    def exhibit_of_record(self, exhibit, row):
        label = exhibit["exhibit"]
        need(exhibit["file"] is None and exhibit["pixels"] is None, label + " is a record and has a file")
        need(whole(exhibit["record"]) and exhibit["record"] in row.rows.get("records", {}), label + ": its record is not proven")

    def exhibit_of_file(self, exhibit, row):
        label, file, pixels = exhibit["exhibit"], exhibit["file"], exhibit["pixels"]
        need(isinstance(file, str) and file.startswith(f"exhibit/{label}.") and file in self.entries, label + ": its file is not there")
        need(row.schema == "item/1", label + " is not a sealed item")
        data = self.entries[file]
        if pixels is not None:
            need(pixels == f"proof/pixels/{label}.bin" and pixels in self.entries, label + ": its proof is not there")
            need(row.values.get("pixels"), label + ": the sealed pixels are not shown")
            try:
                check_picture(bytes(data), bytes(self.entries[pixels]), row.values["pixels"])
            except Refused as refused:
                raise Refused(f"{file}: {refused}") from refused
        else:
            need("sha256" in row.values and "size" in row.values, label + ": digest and size of the file are not shown")
        need(row.values.get("sha256", sha256(data).hex()) == sha256(data).hex() or pixels, file + " has another digest than the sealed one")
        need(row.values.get("size", len(data)) == len(data) or pixels, file + " has another size than the sealed one")

    def shown_text(self, row):
        """Type, sender, time and text of a record as section 10.3 writes them."""
        text = row.values.get("text", "[withheld]")
        if "text" in row.pieces:
            text = "".join("[withheld] " if piece is None else plain(piece) for piece in row.pieces["text"])
        elif isinstance(text, dict):
            text = "[withheld]"
        published = row.values.get("published", "[withheld]")
        published = published.get("text") if isinstance(published, dict) else published
        return [plain(v) for v in (row.values.get("type", "[withheld]"), row.values.get("actorName", "[withheld]"), published, text)]

    def lines(self):
        for exhibit, row in self.exhibits:
            record, file = exhibit["record"], exhibit["file"]
            words = self.shown_text(row.rows["records"][record]) if record is not None else [""] * 4
            digest = sha256(self.entries[file]).hex() if file else ""
            yield [exhibit["exhibit"], f'{exhibit["log"]}-{exhibit["index"]}', plain(record), *words, file or "", digest]

    def index(self):
        """Section 10.3."""
        text = "exhibit,statement,record,type,sender,published,text,file,sha256\n"
        for line in self.lines():
            text += ",".join('"' + safe(value).replace('"', '""') + '"' for value in line) + "\n"
        need(text.encode("utf-8") == bytes(self.entries["index.csv"]), "it does not say what the proofs say")

    def warn(self):
        with_file = {(exhibit["log"], exhibit["index"]) for exhibit, _ in self.exhibits if exhibit["file"] and not exhibit["pixels"]}
        bare = [f"{log}-{index}" for (log, index), row in self.statements.items()
                if row.schema == "item/1" and {"sha256", "size"} & set(row.values) and (log, index) not in with_file]
        return "warning: a digest or size is shown without its file: " + ", ".join(bare) if bare else ""

    def verdict(self):
        failed = self.failed()
        heads = [log for log in self.logs.values() if log]
        trees = [row for row in self.statements.values() if row.values.get("records")]
        shown, known = sum(len(row.rows.get("records", {})) for row in trees), sum(row.values["records"]["size"] for row in trees)
        print_ = sha256(self.signer.vkey.encode()).hex() if self.signer else ""
        grouped = " ".join(print_[i:i + 4] for i in range(0, len(print_), 4))
        return {
            "bytes": "altered" if failed else "intact",
            "time": "unproven: there is no time-stamp",
            "completeness": f"{shown} of {known} records and {len(self.statements)} of {sum(head.size for head in heads)} statements shown, "
                            "against the checkpoints in this dossier, signed by its maker",
            "origin": f"key fingerprint {grouped}; who holds the key rests on the statement signed by hand" if grouped else "unknown",
            "checks": self.checks}


def plain(value):
    return value if isinstance(value, str) else "" if value is None else canonical(value)


def safe(value):
    value = visible(value)
    return "'" + value if value[:1] in ("=", "+", "-", "@") else value


def examine(path):
    """The dossier at `path` and its verdict; what keeps us from checking is said, never taken for intact."""
    try:
        with open(path, "rb") as file:
            empty = not file.seek(0, 2)
            dossier = Dossier(memoryview(b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
        return dossier, dossier.verdict()
    except (OSError, MemoryError, OverflowError) as wrong:
        why = {"name": "file", "ok": False, "detail": visible(getattr(wrong, "strerror", None) or "too large for this machine")}
        return None, {"bytes": "unchecked", "time": "unknown", "completeness": "unknown", "origin": "unknown", "checks": [why]}


def say(path, dossier, verdict, options):
    if "--json" in options:
        print(json.dumps({"file": path, **verdict}))
        return
    print(visible(path))
    for answer in ("bytes", "time", "completeness", "origin"):
        print(f"  {answer}: {verdict[answer]}")
    for check in verdict["checks"]:
        if not check["ok"] or check["detail"].startswith("warning"):
            print(f"    {check['name']}: {check['detail']}")
    if "--list" in options and dossier and verdict["bytes"] == "intact":
        for label, statement, record, kind, sender, time, text, file, digest in dossier.lines():
            words = f"record {record} ({kind}) by {sender} at {time}: {text}" if record else f"file {file} sha256 {digest}"
            print("  " + visible(f"{label} of {statement}: {words}").replace("\n", "\n      "))


def main(arguments):
    options, files = [a for a in arguments if a.startswith("--")], [a for a in arguments if not a.startswith("--")]
    if not files or set(options) - {"--json", "--list"}:
        print(__doc__, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    answers = set()
    for path in files:
        dossier, verdict = examine(path)
        say(path, dossier, verdict, options)
        answers.add(verdict["bytes"])
    return 1 if "altered" in answers else 3 if "unchecked" in answers else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

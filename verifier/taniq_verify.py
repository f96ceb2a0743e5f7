#!/usr/bin/env python3
"""Checks a Taniq dossier: python3 taniq_verify.py [--json] [--list] FILE...
The second checker, written from docs/format.md alone, whose sections the comments name, with nothing but Python 3.9's library. It asks
no network, writes no file and takes every byte for hostile, its sealer for an interested party. It does not read the PDF: --list prints
what is proven. Exit code: 0 intact, 1 altered, 2 usage, 3 could not be checked."""
import base64, hashlib, itertools, json, mmap, re, struct, sys, zlib  # noqa: E401, E701
MAX_PROOFS, MAX_VALUES, MAX_DEPTH, MAX_PIXELS, MAX_PICTURE = 64 << 20, 1 << 21, 64, 1 << 28, 512 << 20
SCHEMAS = {line.split()[0]: line.split()[1:] for line in """log/1 both kind origin key recipient continues program
item/1 evidence sha256 size mediaType name derivedFrom part method address account device capturer saidBy claimed missing pixels:pixels/1
reading/1 evidence items parser settings records:record/1 skipped replaces
reading/2 evidence items parser settings records:record/2 skipped replaces
custody/1 evidence what when byWhom detail
step/1 case step replaces what toWhom basis state reference proofs dates saidBy
told/1 case digest edition recipient purpose withheld shown
record/1 tree type actorName actorId audienceName audienceId published text:piece/1 attachments inReplyTo address lines bytes marks counts
record/2 tree type actorName actorId audienceName audienceId published text:piece/1 attachments inReplyTo address lines bytes marks counts id place details:detail/1
detail/1 tree name value
piece/1 tree text""".splitlines()}  # section 6: where a schema may stand, its fields; `name:leaf` is null or a tree of that leaf
FIELDS = {schema: [word.split(":")[0] for word in words[1:]] for schema, words in SCHEMAS.items()}
TREES = {schema: dict(word.split(":") for word in words if ":" in word) for schema, words in SCHEMAS.items()}
ID, HEX, NUMBER, B64 = "[0-9a-f]{32}", "[0-9a-f]{64}", "(?:0|[1-9][0-9]{0,14})", "[A-Za-z0-9+/]+={0,2}"
LEAF = re.compile(r'\{"taniq":"([a-z]+/[12])","c":\[("[\w-]{43}"(?:,"[\w-]{43}")*)\]\}', re.ASCII)
ENTRY = re.compile(r"MANIFEST\.(?:sha256|note)|VERIFY\.txt|dossier\.pdf|index\.csv|exhibit/E[0-9]{3,6}\.(?:jpg|png|webp|gif|mp4|pdf|zip|txt|bin)"
    rf"|proof/exhibits\.json|proof/log/{ID}/(?:vkey|checkpoint)|proof/statement/{ID}-{NUMBER}\.json|proof/pixels/E[0-9]{{3,6}}\.bin")
NAME = re.compile(r"(?!.{121})[A-Za-z0-9][A-Za-z0-9._-]*(?:/(?!\.\.?(?:/|$))[A-Za-z0-9._-]+)*", re.ASCII)
REQUIRED = {"MANIFEST.sha256", "MANIFEST.note", "VERIFY.txt", "dossier.pdf", "index.csv", "proof/exhibits.json"}
SUFFIXES = dict(zip("image/jpeg image/png image/webp image/gif video/mp4 application/pdf application/zip text/plain".split(), "jpg png webp gif mp4 pdf zip txt".split()))
UNSEEN = ("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)) + "]")
GAP, RUNNER = "\ud800", "=+\\-@\uff1d\uff0b\uff0d\uff20"  # a gap is what no evidence can hold; what runs in a spreadsheet
TYPES = ("Accept Add Announce Arrive Block Create Delete Dislike Flag Follow Ignore Invite Join Leave Like Listen Move Offer Question Read Reject "
    "Remove TentativeAccept TentativeReject Travel Undo Update View").split()
PLACE = (r'null|\{(?!\})(?:"box":\[N(?:,N){3}\],?)?(?:"from":N,?)?(?:"page":(?!0)N,?)?(?:"path":"(?:/(?:[^"\\~/]|\\.|~[01])*)*",?)?(?:"record":N,?)?'
    r'(?:"row":(?:(?!0)N(?!,"table"),?|(?:-?N|"-?[1-9][0-9]{15,18}"),(?="table")))?(?:"table":"(?:[^"\\]|\\.)*",?)?(?:"to":N)?\}').replace("N", "(?:0|[1-9][0-9]*)")  # section 6, in canonical JSON
class Refused(Exception): pass  # the dossier is not what the format says; the text says what
class Unknown(Refused): pass  # nothing is known to be wrong with it
def need(holds, what, otherwise=Refused):
    if not holds: raise otherwise(what)
def guarded(what, task, *arguments, **options):
    try: return task(*arguments, **options)
    except (ValueError, RecursionError, zlib.error) as wrong: raise Refused(what) from wrong
def visible(text): return re.sub(UNSEEN, lambda found: "<U+%04X>" % ord(found.group()), text)  # as section 10.3 says
def sha256(data): return hashlib.sha256(data).digest()
def is_number(value): return type(value) is int and value >= 0
def is_hex(value): return isinstance(value, str) and re.fullmatch(HEX, value) is not None
def is_raw(value): return isinstance(value, dict) and set(value) == {"bytes"} and isinstance(value["bytes"], str)  # a text that is not Unicode
def inside(value): return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
def canonical(value, depth=0):  # RFC 8785 over I-JSON with integers only: members in the order of their UTF-16 code units
    need(depth < MAX_DEPTH or not isinstance(value, (dict, list)), "JSON is nested too deep")
    if isinstance(value, dict): return "{" + ",".join(canonical(name) + ":" + canonical(value[name], depth + 1) for name in sorted(value, key=lambda name: name.encode("utf-16-be"))) + "}"
    if isinstance(value, list): return "[" + ",".join(canonical(member, depth + 1) for member in value) + "]"
    return json.dumps(value, ensure_ascii=False)
def members(pairs): return need(len(dict(pairs)) == len(pairs), "a member stands twice in a JSON object") or dict(pairs)
def integer(digits): return need(re.fullmatch("-?[0-9]{1,16}", digits) and abs(int(digits)) < 1 << 53, "not an integer within 2^53-1") or int(digits)
def parse(data):  # the value of canonical JSON; whatever we would write otherwise is refused
    bare = bytes(data).replace(rb"\\", b"").replace(rb'\"', b"") if len(data) > MAX_VALUES else b""  # counted before they take memory
    values = (one for one in re.finditer(rb'"[^"]*"(:?)|[\[{]|[^\[\]{}",:]+', bare) if not one[1])
    need(not any(itertools.islice(values, MAX_VALUES, None)), "JSON has more values than it may")
    hooks = dict(object_pairs_hook=members, parse_int=integer, parse_float=integer, parse_constant=integer)
    value = guarded("not JSON in UTF-8", lambda: json.loads(bytes(data).decode(), **hooks))
    return need(guarded("not Unicode", lambda: canonical(value).encode()) == data, "JSON is not canonical") or value
def exactly(value, names, what): need(isinstance(value, dict) and set(value) == set(names.split()), what + " must have the members " + names)
def base64url(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def unbase64(text, url=False, size=None):  # standard and padded, or base64url without padding; unused bits are zero
    data = guarded("not base64", base64.b64decode, text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4) if url else text, validate=True)
    same = (base64url(data) if url else base64.b64encode(data).decode()) == text
    return need(same and size in (None, len(data)), "base64 that is not canonical, or a salt, commitment or key of another length") or data
def check_text(value):
    if is_raw(value): need(unbase64(value["bytes"]).decode(errors="replace").encode() != unbase64(value["bytes"]), "bytes that are text")
    for member in inside(value): check_text(member)
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # RFC 8032, section 5.1: Ed25519, points as (X, Y, Z, T)
D, ROOT, ZERO = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P), (0, 1, 1, 0)
def add(p, q):
    a, b, c, d = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * p[3] * q[3] % P * D, 2 * p[2] * q[2]
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT % P
    x = x if x & 1 == sign else P - x  # P for a negative zero
    return need(max(x, y) < P and x * x % P == square, "a point that is not canonical or not on the curve") or (x, y, 1, x * y % P)
def encoded(p): return (p[1] * pow(p[2], -1, P) % P | (p[0] * pow(p[2], -1, P) % P & 1) << 255).to_bytes(32, "little")
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
def check_signature(key, message, signature):  # [S]B - [k]A must be R, without cofactor
    a, s = point(key), int.from_bytes(signature[32:], "little")
    four, minus = add(add(a, a), add(a, a)), (P - a[0], a[1], 1, P - a[3])
    need(s < L and encoded(add(four, four)) != encoded(ZERO), "S is not below L, or the key is of small order")
    k, total, table = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L, ZERO, (ZERO, BASE, minus, add(BASE, minus))
    for bit in range(252, -1, -1): total = add(add(total, total), table[(s >> bit & 1) | (k >> bit & 1) << 1])
    need(encoded(total) == signature[:32], "the signature does not verify")
def check_note(data, log, alone):  # section 7: its text, which the key of `log` signed; others cosign, `alone` allows none
    note = guarded("the note is not UTF-8", bytes(data).decode)
    found = re.fullmatch(rf"(?s)(.*\n)\n((?:— [!-*,-~]{{1,128}} {B64}\n){{1,64}})", note)
    need(found and len(data) <= 1 << 16 and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", note), "not a signed note")
    lines = [line.split(" ")[1:] for line in found[2].split("\n")[:-1]]
    ours = [unbase64(signature) for name, signature in lines if name == log.name]
    alike = len(ours) == 1 and len(ours[0]) == 68 and ours[0][:4] == log.key_id and (len(lines) == 1 or not alone)
    need(alike, "not one signature by its log's key, or more than there may be")
    return check_signature(log.key, found[1].encode(), ours[0][4:]) or found[1]
def leaf_hash(data): return sha256(b"\0" + data)
def node_hash(left, right): return sha256(b"\1" + left + right)
def tree_root(hashes):
    while len(hashes) > 1: hashes = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes) - 1, 2)] + hashes[len(hashes) & -2:]
    return hashes[0] if hashes else sha256(b"")
def check_path(index, size, leaf, path, root):  # RFC 9162, section 2.1.3.2
    need(is_number(index) and index < size and isinstance(path, list) and all(map(is_hex, path)), "index not below the size, or no path")
    node, last, hashed = index, size - 1, leaf
    for step in map(bytes.fromhex, path):
        need(last > 0, "the path is too long")
        hashed = node_hash(step, hashed) if (right := node & 1 or node == last) else node_hash(hashed, step)
        while right and node and not node & 1: node, last = node >> 1, last >> 1
        node, last = node >> 1, last >> 1
    need(last == 0 and hashed == root, "the path is too short, or does not lead to the root")
class Log:  # name and key of the log in proof/log/<id>/, and of its checkpoint size and root
    def __init__(self, log, entries):
        self.name, folder = "taniq/" + log, f"proof/log/{log}/"
        stated, self.note = (bytes(entries.get(folder + name, b"")) for name in ("vkey", "checkpoint"))
        vkey = re.fullmatch(rf"({self.name}\+([0-9a-f]{{8}})\+({B64}))\n", stated.decode("latin-1"))
        typed = unbase64(vkey[3], size=33) if vkey else b"\0"
        self.key, self.key_id, self.vkey = typed[1:], sha256(self.name.encode() + b"\n" + typed)[:4], vkey and vkey[1]
        need(typed[0] == 1 and self.key_id.hex() == vkey[2], "the vkey is not one of this log and of Ed25519, or has another key id")
    def head(self):
        head = re.fullmatch(rf"{self.name}\n({NUMBER})\n({B64})\n", check_note(self.note, self, alone=False))
        self.size, self.root, self.others = need(head, "the checkpoint is not one of this log") or int(head[1]), unbase64(head[2], size=32), self.note.count("\n— ".encode()) > 1
        return self
def commitment(text): return base64url(sha256(text.encode()))  # sections 4 and 10.1
def disclosed(text):
    parts = parse(unbase64(text, url=True)) if isinstance(text, str) else None
    need(isinstance(parts, list) and len(parts) == 3 and isinstance(parts[0], str) and isinstance(parts[1], str), "not [salt, name, value]")
    return unbase64(parts[0], url=True, size=16) and check_text(parts[2]) or (parts[1], parts[2])
class Row:  # what is shown of one leaf: values by field, pieces (None is withheld) and rows by field
    def __init__(self, leaf, show, trees):
        found = LEAF.fullmatch(leaf) if isinstance(leaf, str) else None
        need(found and found[1] in FIELDS and isinstance(show, list) and isinstance(trees, dict), "a leaf of another form, or of an unknown schema")
        self.schema, self.hash, self.values, self.pieces, self.rows = found[1], leaf_hash(leaf.encode()), {}, {}, {}
        fields, kinds, sealed, last = FIELDS[found[1]], TREES[found[1]], found[2].strip('"').split('","'), -1
        need(all(unbase64(one, url=True, size=32) for one in sealed) and len(sealed) == len(fields), "another number of commitments than fields")
        for text in show:
            name, value = disclosed(text)
            slot = fields.index(name) if name in fields else -1
            need(slot > last and commitment(text) == sealed[slot], name + ": no field, shown twice, not in order, or not what was sealed")
            if name in kinds and value is not None:
                exactly(value, "leaf root size", name)
                formed = value["leaf"] == kinds[name] and is_hex(value["root"]) and is_number(value["size"])
                need(formed and (value["size"] or value["root"] == sha256(b"").hex()), name + ": a tree of another kind or form")
                need(kinds[name] != "piece/1" or value["size"] <= 1 << 20, name + ": more than 2^20 pieces")
            self.values[name], last = value, slot
        for name, shown in trees.items():
            kind, value = kinds.get(name), self.values.get(name)
            need(kind and kind != "pixels/1" and value is not None and isinstance(shown, list), name + ": a tree whose value is not shown")
            (self.read_pieces if kind == "piece/1" else self.read_rows)(name, shown, value)
    def read_pieces(self, name, shown, tree):
        self.pieces[name], hashes = map(list, zip(*map(piece, shown))) if shown else ([], [])
        need((len(hashes), tree_root(hashes).hex()) == (tree["size"], tree["root"]), "not the pieces of text sealed")
    def read_rows(self, name, shown, tree):
        self.rows[name], last = {}, -1
        for one in shown:
            exactly(one, "index leaf path show trees", "a shown leaf")
            row = self.rows[name][one["index"] if is_number(one["index"]) else -1] = Row(one["leaf"], one["show"], one["trees"])
            check_path(one["index"], tree["size"], row.hash, one["path"], bytes.fromhex(tree["root"]))
            last = need(row.schema == tree["leaf"] and one["index"] > last, "a leaf of another kind than its tree, or not in order") or one["index"]
def piece(one):
    if isinstance(one, dict): return need(set(one) == {"withheld"} and is_hex(one["withheld"]), "a withheld piece is not a hash") or (None, bytes.fromhex(one["withheld"]))
    name, value = disclosed(one)
    need(name == "text" and (isinstance(value, str) or is_raw(value)), "a piece that is not text")
    return value, leaf_hash(('{"taniq":"piece/1","c":["%s"]}' % commitment(one)).encode())
def png_rows(data):  # section 9: width, height and the rows of an 8-bit RGB PNG that holds IHDR, IDAT and IEND only
    at, chunks = 8, []
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at) if len(data) - at >= 12 else (len(data), b"")
        content, at = data[at + 8:at + 8 + size], at + 12 + size
        need(at <= len(data) and data[at - 4:at] == struct.pack(">I", zlib.crc32(kind + content)) and len(chunks) < 3, "a chunk is damaged, or too many")
        chunks.append((kind, content))
    need(data[:8] == b"\x89PNG\r\n\x1a\n" and b"".join(k for k, _ in chunks) == b"IHDRIDATIEND", "not a PNG of IHDR, IDAT, IEND")
    width, height, *rest = struct.unpack(">IIBBBBB", chunks[0][1]) if len(chunks[0][1]) == 13 else (0, 0)
    need(rest == [8, 2, 0, 0, 0] and 0 < width * height <= MAX_PIXELS and not chunks[-1][1], "the picture is not 8-bit RGB, or too large")
    return width, height, unpacked(3 * width, height, b"".join(content for _, content in chunks[1:-1]))
def unpacked(width, height, source):
    inflate, above, size = zlib.decompressobj(), bytes(width), height * (width + 1)
    ready = guarded("the picture cannot be unpacked", inflate.decompress, source, size + 1)
    need(len(ready) == size and inflate.eof and not inflate.unused_data, "the picture is cut off, or there are bytes beyond it")
    for at in range(0, size, width + 1):
        above = unfiltered(ready[at], bytearray(ready[at + 1:at + 1 + width]), above)
        yield above
def unfiltered(kind, row, above):
    need(kind < 5, "an unknown filter in the picture")
    for i in range(len(row)) if kind else ():
        left, up, corner = row[i - 3] if i > 2 else 0, above[i], above[i - 3] if i > 2 else 0
        a, b, c = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
        paeth = left if a <= b and a <= c else up if b <= c else corner
        row[i] = row[i] + (left, up, left + up >> 1, paeth)[kind - 1] & 255
    return bytes(row)
def check_picture(picture, proof, tree):  # visible tiles are the sealed ones at their place; withheld ones show the hatch (9.1)
    width, height, rows = png_rows(picture)
    need(tree["size"] == 1 + -(-width // 32) * -(-height // 32) and len(proof) >= 49 and proof[0] == 1, "another size than sealed, or a cut proof")
    hashes, at = [leaf_hash(b"taniq/pixels/1\n" + proof[1:17] + struct.pack(">IIH", width, height, 32) + proof[17:49])], 49
    for y in range(0, height, 32):
        band = [next(rows) for _ in range(min(32, height - y))]
        for x in range(0, width, 32):
            tile, wide = b"".join(row[3 * x:3 * x + 96] for row in band), min(32, width - x)
            start, at = at, at + (17 if proof[at:at + 1] == b"\1" else 33)
            need(at <= len(proof) and proof[start] < 2, "the proof of the picture is cut off, or of another form")
            hatch = (96 if (x + i + y + j) % 8 < 2 else 160 for j in range(len(band)) for i in range(wide) for _ in "rgb")
            need(proof[start] or tile == bytes(hatch), f"the withheld tile at {x},{y} does not show the hatch")
            head = b"taniq/tile/1\n" + proof[start + 1:at] + struct.pack(">IIHH", x, y, wide, len(band))
            hashes.append(leaf_hash(head + tile) if proof[start] else proof[start + 1:at])
    need(at == len(proof) and tree_root(hashes).hex() == tree["root"], "not the pixels sealed, or more than they")
def read_container(data):  # section 10: the entries of a canonical ZIP: every byte is compared with what we would write
    need((data[:4], data[26:28], data[30:38]) != (b"PK\3\4", b"\x08\0", b"mimetype"), "a signed container, which may hold a dossier: take that out and check it", Unknown)
    need((data[:4], data[26:28], data[30:43]) == (b"PK\3\4", b"\x0d\0", b"MANIFEST.note"), "it does not begin as a dossier does: it is none, or its beginning was changed", Unknown)
    entries, directory, at, last = {}, b"", 0, need(len(data) < 2**32 - 1, "it has 4 GiB or more") or b""
    while bytes(data[at:at + 4]) == b"PK\3\4" and len(entries) < 1000 and len(data) - at >= 30:
        size, name_size = struct.unpack_from("<IH", data, at + 22)
        name, start = bytes(data[at + 30:at + 30 + name_size]), at + 30 + name_size
        shown, content = "entry " + visible(name[:120].decode("latin-1")), data[start:start + size]
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(content), size, size, name_size, 0)
        need(data[at + 4:at + 30] == common, shown + ": its bytes are not those of its checksum, or its head is not canonical")
        need(len(content) == size and NAME.fullmatch(name.decode("latin-1")) and name > last, shown + " is cut off, misnamed, not in order or there twice")
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + name
        entries[name.decode()], last, at = content, name, start + size
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(directory), at, 0)
    return need(data[at:] == directory + end and len(entries) < 1000, "a directory that is not canonical, bytes before or behind it, or too many entries") or entries
class Dossier:  # all checks of one file, each with its name; one that fails lets the others go on where that makes sense
    def __init__(self, data):
        self.checks, self.logs, self.kinds, self.statements, self.exhibits, self.warnings, self.signer, self.unknown = [], {}, {}, {}, [], [], None, False
        self.entries = self.check("container", read_container, data) or {}
        if self.entries: self.check("version", self.newer)
        if not self.entries or self.unknown or not self.check("entries", self.allowed): return
        self.check("MANIFEST.sha256", self.manifest)
        self.logs = {log: None for log in sorted({name.split("/")[2] for name in self.names("proof/log/")})}
        for log in self.logs: self.logs[log] = self.check("proof/log/" + log, lambda: Log(log, self.entries).head())
        for name in self.names("proof/statement/"): self.check(name, self.statement, name)
        for log, head in self.logs.items(): self.check(f"proof/statement/{log}-0.json", self.first, log, head)
        for (log, index), row in self.statements.items(): self.check(f"proof/statement/{log}-{index}.json", self.place, log, index, row)
        for name, task in ("heads", self.heads), ("MANIFEST.note", self.note), ("proof/exhibits.json", self.list_exhibits): self.check(name, task)
        if all(check["ok"] for check in self.checks): self.check("index.csv", self.index)
    def check(self, name, task, *arguments):
        try: result, detail = task(*arguments), ""
        except Refused as refused: result, detail, self.unknown = None, visible(str(refused)), isinstance(refused, Unknown)
        self.checks.append({"name": name, "ok": not detail, "detail": detail})
        return result
    def names(self, folder): return [name for name in self.entries if name.startswith(folder)]
    def manifest(self):
        lines = {name: f"{sha256(data).hex()}  {name}\n" for name, data in self.entries.items() if not name.startswith("MANIFEST.")}
        stated = bytes(self.entries.get("MANIFEST.sha256", b"")[:MAX_PROOFS]).decode("latin-1")
        wrong = [name for name, line in lines.items() if line not in stated] or ["what it lists, or its order"]
        need("".join(lines.values()) == stated, "not as the manifest says: " + ", ".join(wrong))
    def noted(self, log_of):  # version, log and edition, where the key of that log signed the manifest as it is
        data, manifest = (bytes(self.entries.get("MANIFEST." + name, b"")) for name in ("note", "sha256"))
        found = re.match(rf"taniq/dossier/([1-9][0-9]{{0,5}})\ntaniq/({ID})\n([a-z]{{1,32}})\n{sha256(manifest).hex()}\n(?=\n)", data.decode("latin-1"))
        log = need(found, "not the note of a dossier, or for another manifest") or log_of(found[2])
        return need(log and check_note(data, log, alone=True) == found[0], "not by an evidence log's key, or says more") or found.groups()
    def newer(self):  # section 10.4: manifest and note hold, and we do not know the rules of its version
        try: version, log, _ = self.manifest() or self.noted(lambda log: Log(log, self.entries))
        except Refused: return  # said by the checks that follow
        self.signer = version not in ("1", "2") and Log(log, self.entries)
        need(version in ("1", "2"), f"says that it is of version {version}, made for a newer check; nothing in it is shown to hold", Unknown)
    def allowed(self):
        proofs = sum(len(data) for name, data in self.entries.items() if not re.match("dossier|MANIFEST.note|exhibit|proof/(pixels|log/.*/checkpoint)", name))
        need(REQUIRED <= set(self.entries) and proofs <= MAX_PROOFS, "an entry is missing, or the proofs are too large")
        return need(all(map(ENTRY.fullmatch, self.entries)), "an entry does not belong in a dossier") or True
    def note(self):
        version, log, edition = self.noted(lambda log: self.logs.get(log) if self.kinds.get(log) == "evidence" else None)
        needed = ("1", "2")[any(row.schema == "reading/2" for row in self.statements.values())], "court"
        self.signer = need((version, edition) == needed, "not the note of a dossier for a court, or of another version than its statements need") or self.logs[log]
    def statement(self, name):
        value, (log, index) = parse(self.entries[name]), name[len("proof/statement/"):-len(".json")].split("-")
        exactly(value, "index leaf log path show trees", "a statement")
        need(value["log"] == log and is_number(value["index"]) and str(value["index"]) == index and self.logs.get(log), "misnamed, or of no proven log")
        row = Row(value["leaf"], value["show"], value["trees"])
        check_path(value["index"], self.logs[log].size, row.hash, value["path"], self.logs[log].root)
        self.statements[log, value["index"]] = row
    def first(self, log, head):
        row = self.statements.get((log, 0))
        need(row and head and row.schema == "log/1", "the log has no proven leaf 0")
        kind, origin, key = (row.values.get(name) for name in ("kind", "origin", "key"))
        self.kinds[log] = need((origin, key) == (head.name, head.vkey) and kind in ("evidence", "case"), "leaf 0 names another origin or key, or no kind") or kind
    def heads(self):  # section 10.4: all heads of a log that are shown can be of one log
        sizes, roots = {log.name: log.size for log in self.logs.values() if log}, {}
        own = [{"origin": log.name, "root": log.root.hex(), "size": log.size} for log in self.logs.values() if log]
        known = [row.values["continues"] for row in self.statements.values() if row.values.get("continues") is not None]
        need(all(isinstance(heads, list) for heads in known), "a log continues something that is no list")
        for head in itertools.chain(own, *known):
            exactly(head, "origin root size", "a head")
            need(isinstance(head["origin"], str) and is_hex(head["root"]) and is_number(head["size"]), "a head that is none")
            same = roots.setdefault((head["origin"], head["size"]), head["root"]) == head["root"]
            need(same and head["size"] <= sizes.get(head["origin"], head["size"]), "two roots at one size, or a head larger than the log here")
    def place(self, log, index, row):
        need(SCHEMAS[row.schema][0] in ("both", self.kinds.get(log)) and (row.schema == "log/1") == (index == 0), row.schema + " may not stand there")
        self.check_pointer([list(one.values.values()) for one in under(row)])
    def check_pointer(self, value):  # section 5
        for member in inside(value): self.check_pointer(member)
        if isinstance(value, dict) and {"index", "log"} <= set(value):
            need(isinstance(value["log"], str) and is_number(value["index"]) and is_hex(value.get("leaf")), "a pointer that is none")
            log, row = self.logs.get(value["log"]), self.statements.get((value["log"], value["index"]))
            placed = (not log or value["index"] < log.size) and (not row or row.hash.hex() == value["leaf"])
            if {"record", "recordLeaf"} & set(value):
                need(is_number(value.get("record")) and is_hex(value.get("recordLeaf")), "a pointer to a record that is none")
                tree, record = (row.values.get("records"), row.rows.get("records", {}).get(value["record"])) if row else (None, None)
                placed = placed and (not tree or value["record"] < tree["size"]) and (not record or record.hash.hex() == value["recordLeaf"])
            need(placed, "a pointer beyond the end of its log or its records, or to another leaf than the one in its place")
    def list_exhibits(self):  # section 10.2
        listed = parse(self.entries["proof/exhibits.json"])
        need(isinstance(listed, list), "not a list")
        for number, exhibit in enumerate(listed, 1):
            exactly(exhibit, "exhibit file index log pixels record", "an exhibit")
            need(exhibit["exhibit"] == f"E{number:03d}" and isinstance(exhibit["log"], str) and is_number(exhibit["index"]), "out of place, or of nothing")
            self.exhibits.append((exhibit, self.statements.get((exhibit["log"], exhibit["index"]))))
            self.check(exhibit["exhibit"], self.exhibit, self.exhibits[-1][1], *(exhibit[name] for name in ("exhibit", "file", "pixels", "record")))
        files = {name for exhibit in listed for name in (exhibit["file"], exhibit["pixels"]) if isinstance(name, str)}
        need(files == set(self.names("exhibit/") + self.names("proof/pixels/")), "a file that no exhibit has")
        need(not self.whole() & {(one["log"], one["index"]) for one in listed if one["pixels"]}, "a statement with a whole file and with pixels")
    def whole(self): return {(one["log"], one["index"]) for one, _ in self.exhibits if one["file"] and not one["pixels"]}  # files as sealed
    def exhibit(self, row, label, file, pixels, record):
        need(row, "nothing proves it")
        if record is not None:
            shown = row.rows.get("records", {}).get(record) if is_number(record) and file is None and pixels is None else None
            need(shown and shown.values.get("type") in TYPES and are_marks(shown.values.get("marks")), "its record is not proven, has a file, or another type or marks")
            called = [one.values.get("name") for one in shown.rows.get("details", {}).values()]
            need(is_place(shown.values.get("place")) and all(map(is_word, called)), "its record has a place of another form, or a detail of another name")
            need({"items", "parser", "records", "skipped", "replaces"} <= set(row.values) and is_number(skipped(row)), "its reading shows too little")
            kinds = {self.statements[item].schema for item in items(row) if item in self.statements} if items(row) else {"nothing"}
            return need(kinds <= {"item/1"}, "its reading read nothing, or something that is no item")
        suffix = SUFFIXES.get(str(row.values.get("mediaType")), "bin") if pixels is None else "png"
        need(file == f"exhibit/{label}.{suffix}" and file in self.entries, "its file is not there, or has another suffix than its kind")
        sealed, data = row.values, self.entries[file]
        if pixels is None: return need((sealed.get("sha256"), canonical(sealed.get("size"))) == (sha256(data).hex(), str(len(data))), file + " is not the file that was sealed and shown")
        need(pixels == f"proof/pixels/{label}.bin" and pixels in self.entries and sealed.get("pixels"), "its pixels or their proof are not shown")
        need(max(len(data), len(self.entries[pixels])) <= MAX_PICTURE, "the picture or its proof has more than 512 MiB")
        check_picture(bytes(data), bytes(self.entries[pixels]), sealed["pixels"])
        self.warnings += [label + ": the colours of the sealed picture were meant by a profile that this copy does not hold"] * any(self.entries[pixels][17:49])
    def lines(self):  # section 10.3, before characters are made visible: ten texts for each exhibit
        for exhibit, row in self.exhibits:
            file, words = exhibit["file"] or "", [""] * 5
            if exhibit["record"] is not None:
                shown = row.rows["records"][exhibit["record"]]
                kind, marks, sender, published, text = (shown.values.get(name, GAP) for name in ("type", "marks", "actorName", "published", "text"))
                published = published.get("text") if isinstance(published, dict) else published
                pieces = [GAP + " " if value is None else plain(value) for value in shown.pieces.get("text", [])]
                text = "".join(pieces) if "text" in shown.pieces else text and GAP
                words = [plain(word).replace("[withheld]", "<U+005B>withheld]").replace(GAP, "[withheld]") for word in (kind, " ".join(marks), sender, published, text)]
            yield exhibit["exhibit"], f'{exhibit["log"]}-{exhibit["index"]}', plain(exhibit["record"]), *words, file, file and sha256(self.entries[file]).hex()
    def index(self):
        text = "exhibit,statement,record,type,marks,sender,published,text,file,sha256\n"
        for line in self.lines():
            safe = [re.sub(f"^(?=[{RUNNER}\n])|(?<=[,;\n\"])(?=[{RUNNER}])", "'", visible(value)) for value in line]
            text += ",".join('"' + value.replace('"', '""') + '"' for value in safe) + "\n"
        need(text.encode() == self.entries["index.csv"], "it does not say what the proofs say")
    def verdict(self):
        trees = [row for row in self.statements.values() if row.values.get("records")]
        shown, known = sum(len(row.rows.get("records", {})) for row in trees), sum(row.values["records"]["size"] for row in trees)
        size = sum(log.size for log in self.logs.values() if log)
        keys = {log: re.sub("(.{4})(?=.)", r"\1 ", sha256(log.vkey.encode()).hex()) for log in [*self.logs.values(), self.signer] if log}
        signer = f"signed by the key with fingerprint {keys.pop(self.signer)}" if self.signer else "unknown: no key was found that signs for this"
        blind = {"time": "unchecked", "completeness": "unchecked", "origin": signer + "; nothing else was checked" * bool(self.signer)}
        read = {item for row in self.statements.values() for item in items(row)}
        left = sum(skipped(row) for row in self.statements.values() if is_number(skipped(row)))
        bare = [place for place, row in self.statements.items() if {"sha256", "size"} & set(row.values) and row.schema == "item/1"]
        warnings = self.warnings + [log.name + ": signatures by other names are not checked" for log in self.logs.values() if log and log.others]
        warnings += [f"{log}-{index} shows a digest or size without its file" for log, index in bare if (log, index) not in self.whole()]
        return {
            "bytes": "unchecked" if self.unknown else "intact" if all(check["ok"] for check in self.checks) else "altered",
            "time": "unproven: there is no time-stamp",
            "completeness": f"{shown} of {known} records and {len(self.statements)} of {size} statements, against its maker's checkpoints; "
                f"the readings skipped {left} passages, and {len(read - self.whole())} of the {len(read)} items they were read from are not here",
            "origin": "; also shows the log of the key ".join([signer + "; who holds it rests on the statement signed by hand", *keys.values()]),
            "checks": self.checks + [{"name": "warning", "ok": True, "detail": warning} for warning in warnings], **(blind if self.unknown or not self.entries else {})}
def skipped(row): return row.values["skipped"].get("count") if isinstance(row.values.get("skipped"), dict) else None
def items(row):  # places of what a reading was read from; none where one is no pointer
    value = row.values.get("items") if isinstance(row.values.get("items"), list) else []
    good = all(isinstance(one, dict) and isinstance(one.get("log"), str) and is_number(one.get("index")) for one in value)
    return {(one["log"], one["index"]) for one in value} if good else set()
def under(row): return [row, *(one for rows in row.rows.values() for inner in rows.values() for one in under(inner))]  # and all leaves shown below
def is_word(value): return re.fullmatch('"[a-z][a-zA-Z]{0,31}"', canonical(value)) is not None
def is_place(value): return re.fullmatch(PLACE, canonical(value)) is not None and (not value or (not isinstance(row := value.get("row"), str) or 2**53 <= abs(int(row)) and -2**63 <= int(row) < 2**63)
    and ("from" in value) == ("to" in value) and value.get("from", 0) <= value.get("to", 0))
def are_marks(value): return re.fullmatch(r'\[(?:"[a-z][a-z-]{0,31}",?)*\]', canonical(value)) and value == sorted(set(value))
def plain(value): return value if isinstance(value, str) else "" if value is None else canonical(value)
def examine(path):  # what keeps us from checking is said, and never taken for intact
    try:
        with open(path, "rb") as file: data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if file.seek(0, 2) else b""
        return (dossier := Dossier(memoryview(data))), dossier.verdict()
    except (OSError, MemoryError, RecursionError) as wrong:
        why = {"name": "file", "ok": False, "detail": type(wrong).__name__ + ": it cannot be read, or this machine is too small"}
        return None, {**dict.fromkeys(("bytes", "time", "completeness", "origin"), "unchecked"), "checks": [why]}
def say(path, dossier, verdict, options):
    lines = [path.replace("\n", " ")] + [f"  {name}: {verdict[name]}" for name in ("bytes", "time", "completeness", "origin")]
    lines += [f"    {one['name']}: {one['detail']}" for one in verdict["checks"] if not one["ok"] or one["name"] == "warning"]
    for label, place, record, kind, marks, sender, time, text, file, digest in dossier.lines() if "--list" in options and verdict["bytes"] == "intact" else ():
        words = f"record {record} ({kind}{marks and ', ' + marks}) by {sender} at {time}: {text}" if record else f"file {file} sha256 {digest}"
        lines.append(f"  {label} of {place}: {words}".replace("\n", "\n      "))
    return print(json.dumps({"file": path, **verdict}) if "--json" in options else "\n".join(map(visible, lines))) or verdict["bytes"]
def main(arguments):
    options, files = [a for a in arguments if a.startswith("--")], [a for a in arguments if not a.startswith("--")]
    if not files or set(options) - {"--json", "--list"}: return print(__doc__, file=sys.stderr) or 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return 1 if "altered" in (answers := {say(path, *examine(path), options) for path in files}) else 3 if "unchecked" in answers else 0
if __name__ == "__main__": sys.exit(main(sys.argv[1:]))

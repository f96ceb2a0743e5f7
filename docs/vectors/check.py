#!/usr/bin/env python3
"""Recomputes format.json, the worked example of docs/format.md sections 4, 7 and 10: python3 docs/vectors/check.py [--write]

Everything under "given" is taken from the file, everything else is computed from it with nothing but the format's text.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import struct
import sys
import zlib

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "verifier"))
from taniq_verify import BASE, FIELDS, L, ZERO, add, canonical, commitment, encoded, leaf_hash, node_hash, tree_root  # noqa: E402


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def derived(seed, what, index, slot):
    return hmac.new(seed, b"taniq/1/" + what + b"\0" + struct.pack(">QH", index, slot), hashlib.sha256).digest()


def leaf_of(schema, salts, values):
    shown = [b64url(canonical([salt, name, value]).encode()) for salt, name, value in zip(salts, FIELDS[schema], values)]
    text = '{"taniq":"%s","c":["%s"]}' % (schema, '","'.join(map(commitment, shown)))
    return {"disclosures": shown, "text": text, "hash": leaf_hash(text.encode()).hex()}


def leaf_in_tree(schema, seed, index, values):
    salts = [b64url(derived(seed, b"salt", index, slot)[:16]) for slot in range(len(values))]
    return leaf_of(schema, salts, values)


def tree_of(schema, leaves):
    root = tree_root([bytes.fromhex(leaf["hash"]) for leaf in leaves])
    return {"leaf": schema, "root": root.hex(), "size": len(leaves)}


def records(given):
    seed, slot = bytes.fromhex(given["seed"]), FIELDS["record/1"].index("text")
    leaves, texts = [], []
    for index, row in enumerate(given["rows"]):
        child = derived(seed, b"seed", index, slot)
        pieces = [leaf_in_tree("piece/1", child, i, [piece]) for i, piece in enumerate(row["pieces"])]
        value = tree_of("piece/1", pieces)
        values = [row.get(name) for name in FIELDS["record/1"]]
        values[slot] = value
        texts.append({"seed": child.hex(), "pieces": pieces, "value": value})
        leaves.append(leaf_in_tree("record/1", seed, index, values))
    hashes = [bytes.fromhex(leaf["hash"]) for leaf in leaves]
    assert len(hashes) == 3
    return {"leaves": leaves, "texts": texts, "value": tree_of("record/1", leaves), "pathOf2": [node_hash(*hashes[:2]).hex()]}


def placed(given):
    seed, fields = bytes.fromhex(given["seed"]), FIELDS["record/2"]
    leaves, details = [], []
    for index, row in enumerate(given["rows"]):
        values = [row.get(name) for name in fields]
        if row.get("details") is not None:
            slot = fields.index("details")
            child = derived(seed, b"seed", index, slot)
            inner = [leaf_in_tree("detail/1", child, i, both) for i, both in enumerate(row["details"])]
            values[slot] = tree_of("detail/1", inner)
            details.append({"seed": child.hex(), "details": inner, "value": values[slot]})
        leaves.append(leaf_in_tree("record/2", seed, index, values))
    return {"leaves": leaves, "details": details, "value": tree_of("record/2", leaves)}


def times(number, point):
    result = ZERO
    for bit in bin(number)[2:]:
        result = add(result, result)
        result = add(result, point) if bit == "1" else result
    return result


def key_of(given):
    hashed = hashlib.sha512(bytes.fromhex(given["secret"])).digest()
    scalar = int.from_bytes(hashed[:32], "little") & (1 << 254) - 8 | 1 << 254
    name, public = "taniq/" + given["id"], encoded(times(scalar, BASE))
    key_id = hashlib.sha256(name.encode() + b"\n\1" + public).digest()[:4]
    vkey = f"{name}+{key_id.hex()}+{base64.b64encode(bytes([1]) + public).decode()}"
    return name, public, key_id, scalar, hashed[32:], vkey


def signed(text, given):
    """RFC 8032, section 5.1.6."""
    name, public, key_id, scalar, prefix, _ = key_of(given)
    nonce = int.from_bytes(hashlib.sha512(prefix + text.encode()).digest(), "little") % L
    r = encoded(times(nonce, BASE))
    k = int.from_bytes(hashlib.sha512(r + public + text.encode()).digest(), "little")
    signature = r + ((nonce + k * scalar) % L).to_bytes(32, "little")
    return f"{text}\n\u2014 {name} {base64.b64encode(key_id + signature).decode()}\n"


def log(given, leaf):
    name, *_, vkey = key_of(given)
    root = base64.b64encode(bytes.fromhex(leaf["hash"])).decode()
    fingerprint = hashlib.sha256(vkey.encode()).hexdigest()
    return {"vkey": vkey, "fingerprint": fingerprint, "checkpoint": signed(f"{name}\n1\n{root}\n", given)}


def container(given, entries):
    entries = {name: text.encode() for name, text in entries.items()}
    manifest = "".join(f"{hashlib.sha256(entries[name]).hexdigest()}  {name}\n" for name in sorted(entries)).encode()
    note = signed(f"taniq/dossier/1\ntaniq/{given['id']}\ncourt\n{hashlib.sha256(manifest).hexdigest()}\n", given)
    entries.update({"MANIFEST.sha256": manifest, "MANIFEST.note": note.encode()})
    body, directory = b"", b""
    for name, data in sorted(entries.items()):
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\3\4" + common + name.encode() + data
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    zipped = body + directory + end
    return {"note": note, "size": len(zipped), "sha256": hashlib.sha256(zipped).hexdigest()}


def recompute(given):
    leaf = leaf_of(given["leaf"]["schema"], given["leaf"]["salts"], given["leaf"]["values"])
    return {"given": given, "leaf": leaf, "records": records(given["records"]), "placed": placed(given["placed"]), "log": log(given["key"], leaf),
            "container": container(given["key"], given["entries"])}


def main():
    file = HERE / "format.json"
    told = json.loads(file.read_text("utf-8"))
    computed = recompute(told["given"])
    if "--write" in sys.argv:
        file.write_text(json.dumps(computed, ensure_ascii=False, indent=1) + "\n", "utf-8")
    wrong = [name for name in computed if computed[name] != told.get(name)]
    print("format.json: " + ("differs in " + ", ".join(wrong) if wrong else "recomputed, nothing differs"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

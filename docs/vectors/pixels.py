#!/usr/bin/env python3
"""Recomputes pixels.json beside it, from the text of docs/format.md and the Python library alone."""
import hashlib, hmac, json, pathlib, struct, sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def salt(seed, leaf, slot=0):
    label = b"taniq/1/salt" + b"\0" + struct.pack(">QH", leaf, slot)
    return hmac.new(seed, label, hashlib.sha256).digest()[:16]


def root(hashes):
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while 2 * split < len(hashes):
        split *= 2
    return sha(b"\1", root(hashes[:split]), root(hashes[split:]))


def sealed_profile(seed, profile):
    return sha(b"taniq/profile/1\n", salt(seed, 0, 1), profile) if profile else bytes(32)


def leaves(width, height, pixel, seed, profile):
    head = struct.pack(">IIH", width, height, 32) + sealed_profile(seed, profile)
    yield b"taniq/pixels/1\n" + salt(seed, 0) + head
    leaf = 1
    for y in range(0, height, 32):
        for x in range(0, width, 32):
            w, h = min(32, width - x), min(32, height - y)
            rows = b"".join(pixel(i, j) for j in range(y, y + h) for i in range(x, x + w))
            yield b"taniq/tile/1\n" + salt(seed, leaf) + struct.pack(">IIHH", x, y, w, h) + rows
            leaf += 1


def compute(asked):
    width, height, withheld = asked["width"], asked["height"], asked["withheld"]
    seed, profile = bytes.fromhex(asked["seed"]), bytes.fromhex(asked["profile"])
    pixel = lambda x, y: bytes([(7 * x + y) % 256, (x + 5 * y) % 256, (3 * x + 11 * y) % 256])
    hatch = lambda x, y: bytes([96 if (x + y) % 8 < 2 else 160]) * 3
    hidden = lambda x, y: 1 + y // 32 * -(-width // 32) + x // 32 in withheld
    every = list(leaves(width, height, pixel, seed, profile))
    hashes = [sha(b"\0", leaf) for leaf in every]
    proof = b"\1" + salt(seed, 0) + sealed_profile(seed, profile)
    for i in range(1, len(every)):
        proof += b"\0" + hashes[i] if i in withheld else b"\1" + salt(seed, i)
    shown = b"".join((hatch if hidden(x, y) else pixel)(x, y) for y in range(height) for x in range(width))
    return {"size": len(every), "leaf0": every[0].hex(), "leafHash1": hashes[1].hex(), "root": root(hashes).hex(),
            "redactedSha256": sha(shown).hex(), "proof": proof.hex()}


path = pathlib.Path(__file__).with_name("pixels.json")
wrong = 0
for case in json.loads(path.read_text())["cases"]:
    wrong += compute(case) != {name: case.get(name) for name in compute(case)}
print("pixels.json:", "right" if not wrong else f"{wrong} cases differ")
sys.exit(1 if wrong else 0)

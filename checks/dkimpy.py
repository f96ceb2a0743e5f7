"""The other side of checks/dkimpy.sh: dkimpy.py check|sign|compare FOLDER …"""
import base64
import logging
import os
import random
import subprocess
import sys

import dkim
import nacl.signing

logging.disable(logging.CRITICAL)
HEADER = (b"Received: from a.example by b.example; Fri, 2 Jan 2026 03:00:00 +0000\r\n"
          b"From: Aynur <aynur@mail.example>\r\nTo: Leyla <leyla@b.example>\r\nSubject: a  folded\r\n\tsubject \r\n"
          b"Date: Fri, 2 Jan 2026 02:59:00 +0000\r\nMessage-ID: <1@mail.example>\r\nX-Other: not signed\r\n"
          b"Authentication-Results: b.example; dkim=pass header.d=mail.example\r\n\r\n")
BODIES = [b"", b"\r\n", b"one", b"one\r\n", b" \t\r\n", b"one \t two  \r\n\r\n\r\n", b"\r\n\r\none\r\n \r\n", b"Salam \xc9\x99!\r\n"]
DOMAIN = b"mail.example"


def mails(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".eml"))


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def write(folder, name, content):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


def dkim_is_right(mail, dns):
    try:
        return bool(dkim.DKIM(mail).verify(dnsfunc=dns))
    except (dkim.DKIMException, ValueError, KeyError, IndexError):
        return False


def arc_is_right(mail, dns):
    try:
        return dkim.arc_verify(mail, dnsfunc=dns)[0] == dkim.CV_Pass
    except (dkim.DKIMException, ValueError, KeyError, IndexError):
        return False


def check(folder):
    keys = dict(line.split(" ", 1) for line in read(folder, "keys.txt").decode().splitlines())
    count = 0
    for name in mails(folder):
        record = keys[next(algorithm for algorithm in keys if name.startswith(algorithm))].encode()
        is_right = arc_is_right if name.endswith("-arc.eml") else dkim_is_right
        if not is_right(read(folder, name), lambda *_, **__: record):
            sys.exit(f"dkimpy does not find {name} right")
        count += 1
    print(f"signed by our tests and right for dkimpy: {count} mails")


def keys_of(folder):
    pem = {}
    records = {}
    for bits in (1024, 2048):
        pem[bits] = subprocess.run(["openssl", "genrsa", "-traditional", str(bits)], check=True, capture_output=True).stdout
        der = subprocess.run(["openssl", "rsa", "-pubout", "-outform", "DER"], input=pem[bits], check=True, capture_output=True).stdout
        records[b"rsa%d" % bits] = b"v=DKIM1; k=rsa; p=" + base64.b64encode(der)
    ed = nacl.signing.SigningKey.generate()
    records[b"ed"] = b"v=DKIM1; k=ed25519; p=" + base64.b64encode(bytes(ed.verify_key))
    lines = [b"%s._domainkey.%s %s\n" % (name, DOMAIN, record) for name, record in records.items()]
    write(folder, "keys.txt", b"".join(lines))
    return [(b"rsa1024", b"rsa-sha256", pem[1024]), (b"rsa2048", b"rsa-sha256", pem[2048]),
            (b"ed", b"ed25519-sha256", base64.b64encode(bytes(ed)))]


def passed_on(mail, selector, key):
    return b"".join(dkim.arc_sign(mail, selector, DOMAIN, key, b"b.example", include_headers=[b"from", b"to", b"subject"])) + mail


def changed(mail, chance):
    at = chance.randrange(len(mail))
    return mail[:at] + bytes([chance.choice([mail[at] ^ 1, mail[at] ^ 32, chance.randrange(256)])]) + mail[at + 1:]


def sign(folder, mode):
    chance = random.Random(6376)
    for selector, algorithm, key in keys_of(folder):
        for canon in [(a, b) for a in (b"simple", b"relaxed") for b in (b"simple", b"relaxed")]:
            for i, body in enumerate(BODIES):
                mail = HEADER + body
                name = f"{selector.decode()}-{canon[0].decode()}-{canon[1].decode()}-{i}"
                signed = dkim.sign(mail, selector, DOMAIN, key, canonicalize=canon, signature_algorithm=algorithm,
                                   length=i % 2 == 1, include_headers=[b"from", b"to", b"subject", b"from"]) + mail
                kinds = {"dkim": signed}
                if selector != b"ed":  # dkimpy knows ARC with RSA only
                    kinds["arc"] = passed_on(passed_on(mail, selector, key), selector, key)
                for kind, whole in kinds.items():
                    write(folder, f"{name}-{kind}.eml", whole)
                    write(folder, f"{name}-{kind}-lf.eml", whole.replace(b"\r\n", b"\n"))
                    for n in range(100 if mode == "long" else 10):
                        write(folder, f"{name}-{kind}-changed{n}.eml", changed(whole, chance))


def is_explained(mail, ours, strays):
    """dkimpy reads no mail with a line in its header that is no field, where we tell of the line; and it takes other
    control characters than those of mail for white space in a signature."""
    return strays > 0 if ours else any(control in mail for control in b"\x0b\x0c\x1c\x1d\x1e\x1f")


def compare(folder, found):
    records = dict(line.split(b" ", 1) for line in read(folder, "keys.txt").splitlines())
    dns = lambda name, **_: records.get(name.rstrip(b"."), b"")
    counts = dict.fromkeys(("whole", "changed, right for both", "changed, wrong for both", "explained"), 0)
    differ = []
    for line in read("", found).decode().splitlines():
        name, dkim_found, arc_found, strays = line.split("\t")
        if "-arc" in name:
            ours, theirs = arc_found == "pass", arc_is_right(read(folder, name), dns)
        else:
            ours, theirs = dkim_found == "pass", dkim_is_right(read(folder, name), dns)
        whole = "changed" not in name
        if ours != theirs and not whole and is_explained(read(folder, name), ours, int(strays)):
            counts["explained"] += 1
        elif ours != theirs or whole and not ours:
            differ.append(f"{name}: Taniq {dkim_found}, {arc_found}; dkimpy {theirs}")
        elif whole:
            counts["whole"] += 1
        else:
            counts["changed, right for both" if ours else "changed, wrong for both"] += 1
    print(f"signed by dkimpy: {counts}; differ: {len(differ)}")
    if differ:
        sys.exit("\n".join(differ))


{"check": check, "sign": sign, "compare": compare}[sys.argv[1]](*sys.argv[2:])

"""What other open readers find in the shared samples, against what Taniq finds: peers.py READINGS WARCIO, where READINGS is
what PrintReadings printed and WARCIO npm's `warcio`. Prints a line for each file, and each fact that one of the two has alone."""

import email.policy, email.utils, hashlib, json, mailbox, subprocess, sys
from datetime import timezone

from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.serialize import DeserializationError, StreamDeserializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def details(record, name):
    return [each["value"] for each in record["details"] or [] if each["name"] == name]


def detail(record, name, *members):
    for value in details(record, name):
        for member in members:
            value = value.get(member) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


# archives of the web: where each record begins, its type and address


def warc(file, warcio):
    for line in said("node", warcio, "index", file).splitlines():
        one = json.loads(line)
        yield f'{one["offset"]} {one["warc-type"]} {one.get("warc-target-uri", "").strip("<>")}'


def our_warc(records):
    for one in records:
        yield f'{one["bytes"][0]} {detail(one, "archiveRecord")} {one["address"] or ""}'


# mail: id, moment and subject


def mails(file):
    policy = email.policy.default
    if file.endswith(".eml"):
        with open(file, "rb") as stream:
            return [email.message_from_binary_file(stream, policy=policy)]
    return list(mailbox.mbox(file, lambda stream: email.message_from_binary_file(stream, policy=policy), create=False))


def moment(date):
    try:
        when = email.utils.parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None
    return when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if when.tzinfo else when.strftime("%Y-%m-%dT%H:%M:%S")


def one_line(text):
    return " ".join((text or "").split())


def mail(file, _):
    for one in mails(file):
        yield f'{one_line(one["Message-ID"])} {moment(one["Date"] and str(one["Date"]))} {one_line(one["Subject"])}'


def our_mail(records):
    for one in records:
        yield f'{one_line(one["id"])} {one["published"]["iso"]} {one_line(detail(one, "subject"))}'


# time-stamps: the moment, the digest and the number


def stamp(file, _):
    lines = said("openssl", "ts", "-reply", "-in", file, "-text").splitlines()
    stated = dict(line.split(": ", 1) for line in lines if ": " in line and not line.startswith(" "))
    if "Time stamp" not in stated:
        return
    digest = "".join(line.split(" - ")[1][:48].replace("-", " ") for line in lines if line.startswith("    0"))
    when = said("date", "-u", "-d", stated["Time stamp"], "+%Y-%m-%dT%H:%M:%SZ").strip()
    yield f'{when} {digest.replace(" ", "")} {int(stated["Serial number"], 16):x}'


def our_stamp(records):
    for one in records:
        if one["published"]["iso"]:
            number = int(detail(one, "serialNumber"), 16)
            yield f'{one["published"]["iso"]} {detail(one, "imprint", "value")} {number:x}'


# proofs of OpenTimestamps: the digest, and each end with its block and root, or its calendar


def end(attestation, message):
    if isinstance(attestation, BitcoinBlockHeaderAttestation):
        return f"bitcoin {attestation.height} {message[::-1].hex()}"
    if isinstance(attestation, PendingAttestation):
        return f"calendar {attestation.uri}"
    return f"unknown {attestation.TAG.hex()}"


def proof(file, _):
    try:
        with open(file, "rb") as stream:
            detached = DetachedTimestampFile.deserialize(StreamDeserializationContext(stream))
    except DeserializationError:
        yield "refused"
        return
    yield detached.file_digest.hex()
    for message, attestation in detached.timestamp.all_attestations():
        yield end(attestation, message)


def our_end(value):
    if value["kind"] == "bitcoin":
        return f'bitcoin {value["block"]} {value["merkleRoot"]}'
    return f'calendar {value["calendar"]}' if value["kind"] == "calendar" else f'unknown {value["tag"]}'


def our_proof(records):
    for one in records:
        if detail(one, "verdict") == "not-valid" or detail(one, "imprint") is None:
            yield "refused"
            continue
        yield detail(one, "imprint", "value")
        yield from map(our_end, details(one, "attestation"))


# what a browser noted: moment and address of each exchange


def har(file, _):
    with open(file, encoding="utf-8-sig") as stream:
        for entry in json.load(stream)["log"]["entries"]:
            yield f'{entry["startedDateTime"]} {entry["request"]["url"]}'


def our_har(records):
    for one in records:
        if detail(one, "archiveRecord") == "exchange":
            yield f'{one["published"]["text"]} {one["address"]}'


# pictures: size, when, by which camera, and whether a place is in it


def picture(file, _):
    tags = json.loads(said("exiftool", "-j", "-n", "-ImageWidth", "-ImageHeight", "-EXIF:DateTimeOriginal", "-EXIF:Make",
                           "-EXIF:Model", "-EXIF:GPSLatitude", file))[0]
    yield f'{tags.get("ImageWidth")} x {tags.get("ImageHeight")}'
    for name in ("DateTimeOriginal", "Make", "Model"):
        if str(tags.get(name, "")).strip():
            yield f"{name} {one_line(str(tags[name]))}"
    if "GPSLatitude" in tags:
        yield "a place"


def our_picture(records):
    one = records[0]
    yield f'{detail(one, "width")} x {detail(one, "height")}'
    for name, value in (("DateTimeOriginal", detail(one, "taken")), ("Make", detail(one, "camera", "maker")),
                        ("Model", detail(one, "camera", "model"))):
        if value:
            yield f"{name} {one_line(value)}"
    if detail(one, "takenAt"):
        yield "a place"


KINDS = {
    "warc": (warc, our_warc),
    "eml": (mail, our_mail),
    "mbox": (mail, our_mail),
    "rfc3161": (stamp, our_stamp),
    "opentimestamps": (proof, our_proof),
    "har": (har, our_har),
    "image": (picture, our_picture),
}


def compared(reading, warcio):
    file = reading["file"]
    theirs, ours = KINDS[reading["format"].split("/")[0]]
    theirs, ours = sorted(theirs(file, warcio)), sorted(ours(reading["records"]))
    with open(file, "rb") as stream:
        digest = hashlib.sha256(stream.read()).hexdigest()[:16]
    yield f'{digest} {reading["format"].split("/")[0]} {len(theirs)} facts'
    for fact in sorted(set(theirs + ours)):
        difference = ours.count(fact) - theirs.count(fact)
        if difference:
            yield f'{digest} {"ours" if difference > 0 else "theirs"} {abs(difference)}: {fact}'


def main():
    lines = set()
    with open(sys.argv[1], encoding="utf-8") as readings:
        for line in readings:
            reading = json.loads(line)
            if reading["format"].split("/")[0] in KINDS:
                lines.update(compared(reading, sys.argv[2]))
    print("\n".join(sorted(lines)))


main()

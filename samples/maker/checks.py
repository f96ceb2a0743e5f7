"""Looks whether the sample case came out as it was, and whether the counts are those of its bytes."""

import json
import re
import zipfile
import zlib

LARGEST = 1_500_000


def failures(kept, again):
    """What is wrong with the case made again in the folder `again`, next to the one that is kept."""
    yield from texts(kept, again)
    yield from facts(kept, again)


def texts(kept, again):
    """What must come out the same everywhere: the counts and the chats."""
    if (again / "EXPECTED.json").read_bytes() != (kept / "EXPECTED.json").read_bytes():
        yield "EXPECTED.json differs"
    if {path.name for path in (again / "case").iterdir()} != {path.name for path in (kept / "case").iterdir()}:
        yield "samples/case holds other files"
    for name in (path.name for path in sorted((again / "case").glob("*.zip"))):
        if lines_of(again / "case" / name) != lines_of(kept / "case" / name):
            yield f"the text in {name} differs"


def otherwise(kept, again):
    """What is not the same byte for byte; of archives, member by member."""
    for path in sorted((again / "case").iterdir()):
        before, after = contents(kept / "case" / path.name), contents(path)
        yield from (part for part in sorted(before.keys() | after.keys()) if before.get(part) != after.get(part))


def contents(path):
    data = path.read_bytes() if path.exists() else b""
    parts = {path.name: zlib.crc32(data)}
    if path.suffix == ".zip" and data:
        with zipfile.ZipFile(path) as archive_:
            parts.update({f"{path.name}/{member}": zlib.crc32(archive_.read(member)) for member in archive_.namelist()})
    return parts


def facts(kept, folder):
    """What must be true of the case, counted in the bytes and not by the generator."""
    case = folder / "case"
    told = json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8"))
    size = sum(path.stat().st_size for path in case.iterdir())
    if size > LARGEST:
        yield f"the case has {size} bytes, more than {LARGEST}"
    for name, counts in told["files"].items():
        with zipfile.ZipFile(case / name) as archive_:
            inside = archive_.namelist()
            text = archive_.read(inside[0]).decode("utf-8")
        yield from recount(name, counts, text, inside[1:])
    readme = (kept / "README.md").read_text(encoding="utf-8")
    for name, counts in told["files"].items():
        if f"{counts['records']} records" not in readme:
            yield f"README.md does not say {counts['records']} records for {name}"
    for name, line in ((found["file"], found["line"]) for found in told["labels"] + told["lookLikeAndAreNot"]):
        if not header(name).match(lines_of(case / name)[line - 1]):
            yield f"{name}: line {line} is no header"


def lines_of(path):
    with zipfile.ZipFile(path) as archive_:
        return archive_.read(archive_.namelist()[0]).decode("utf-8").split("\n")


def is_group(name):
    return " with " in name


def header(name):
    android = r"\d\d/\d\d/\d{4}, \d\d:\d\d - "
    return re.compile(android if is_group(name) else "\u200e?" + r"\[\d+\.\d\d\.\d{4}, \d\d:\d\d:\d\d\] ")


def recount(name, counts, text, members):
    records = text.split("\n") if is_group(name) else text.split("\r\n")
    files = set(re.findall(r"(?:IMG|VID)-\d{8}-WA\d{4}\.\w+|\d{8}-PHOTO[-\d]+\.jpg", text))
    deleted = r"deleted th?is message|message was deleted|mesaj silindi\.|mesajı sildiniz\."
    seen = {
        "records": sum(bool(header(name).match(line)) for line in records),
        "deleted": len(re.findall(deleted, text)),
        "edited": len(re.findall(r"<This message was edited>|<Bu mesaj düzenlendi>", text)),
        "mediaOmitted": len(re.findall(r"<Media omitted>|dahil edilmedi", text)),
        "attachmentsPresent": len(files & set(members)),
        "attachmentsMissing": len(files - set(members)),
        "locations": len(re.findall(r"maps\.google\.com", text)),
    }
    for key, value in seen.items():
        if counts[key] != value:
            yield f"{name}: {key} is {value}, {counts[key]} was written"
    if counts["records"] != counts["system"] + sum(counts["bySender"].values()):
        yield f"{name}: senders and notices are not all records"

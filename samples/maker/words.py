"""The words of the sample case, kept in samples/lines, and the records that are made of them."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

LINES = Path(__file__).resolve().parent.parent / "lines"
LRM = "\u200e"
LABELS = {
    "TL": "threat_to_life", "TV": "threat_of_violence", "IN": "incitement", "DX": "doxxing_location",
    "OU": "outing", "IS": "insult", "DH": "dehumanising", "MR": "mass_reporting_call", "BM": "blackmail",
}


@dataclass
class Record:
    """One message or notice as somebody who wrote it knows it; `kind` is what the app made of it."""

    when: datetime
    sender: str | None
    body: str
    kind: set = field(default_factory=set)
    labels: list = field(default_factory=list)
    hints: list = field(default_factory=list)
    language: str = ""
    media: str = ""
    later: str = ""
    everyday: bool = False


def rows(name):
    """The lines of a file of words without its remarks."""
    text = (LINES / name).read_text(encoding="utf-8")
    return [row for row in text.split("\n") if not row.startswith("# ")]


def people():
    return {key: (name, tongues) for key, name, tongues in
            (row.split("\t") for row in rows("people.tsv") if row)}


def unescape(text):
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text.replace("\\n", "\n"))


def labelled(row):
    """Text, labels, look-like labels and language of a row: `text ## TL,DX az`."""
    text, _, tail = row.partition(" ## ")
    codes, _, language = tail.partition(" ")
    found = [LABELS[code.lstrip("!")] for code in codes.split(",") if code]
    sure = [] if codes.startswith("!") else found
    return unescape(text), sure, [] if sure else found, language

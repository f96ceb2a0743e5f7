"""The chat between two as an iPhone set to Turkish exports it."""

import random
import re
from datetime import datetime, timedelta

from maker.words import LRM, Record, labelled, rows

FRIEND = "Tofiq Qaratel"
OWNER = "Kənan Daşqınlı"


class Direct:
    """The chat of direct.txt; `earlier` is the export of the first evening, where nothing had been deleted yet."""

    BODIES = {
        "location": f"{LRM}Konum: https://maps.google.com/?q=39.917000,50.917000",
        "voicecall": f"{LRM}Sesli arama, {LRM}Cevap yok",
        "missedcall": f"{LRM}Cevapsız sesli arama, {LRM}Geri aramak için dokunun",
        "viewedphoto": f"{LRM}görüntü dahil edilmedi",
        "omittedphoto": f"{LRM}görüntü dahil edilmedi",
        "kdeleted": f"{LRM}Bu mesajı sildiniz.",
        "pastedscreen": f"{LRM}görüntü dahil edilmedi",
    }
    KINDS = {"voicecall": "call", "missedcall": "call", "kdeleted": "deleted", "photo": "attachment",
             "location": "location"}

    def __init__(self):
        self.dice = random.Random(20261028)
        self.records, self.cut, self.media = [], 0, {}
        clock, later = None, ""
        for row in filter(None, rows("direct.txt")):
            if row == "== earlier":
                self.cut = len(self.records)
            elif row.startswith("== "):
                _, day, hour, *flags = row.split()
                clock, later = datetime.strptime(f"{day} {hour}", "%d.%m.%Y %H:%M:%S"), "".join(flags)
            else:
                self.records.append(self.spoken(row, clock, later))
                clock, later = clock + timedelta(seconds=self.dice.randint(4, 95)), ""

    def spoken(self, row, clock, later):
        if row.startswith("* "):
            return Record(clock, FRIEND, LRM + row[2:], {"system"})
        sender = OWNER if row[0] == "k" else FRIEND
        text, labels, hints, language = labelled(row[3:])
        record = Record(clock, sender, text, set(), labels, hints, language)
        if later:
            record.later = f"{LRM}Bu mesaj silindi."
        mark = re.fullmatch(r"\[\[(\w+)\]\]", text)
        if mark:
            record.kind.add(self.KINDS.get(mark[1], "omitted"))
            record.body = self.BODIES.get(mark[1]) or self.photo(clock)
        if text.endswith(" [[edited]]"):
            record.body = text.replace("[[edited]]", f"{LRM}<Bu mesaj düzenlendi>")
            record.kind.add("edited")
        if re.search(r"\n\[\d", text):
            record.kind.add("lookalike")
        return record

    def photo(self, clock):
        name = f"{len(self.records):08}-PHOTO-{clock:%Y-%m-%d-%H-%M-%S}.jpg"
        self.media[name] = ("window", clock)
        return f"{LRM}<{name} eklendi>"

    def earlier(self):
        return self.records[:self.cut]

    def final(self):
        """What is left of the records when the last export is made."""
        return [Record(r.when, r.sender, r.later, {"deleted"}) if r.later else r for r in self.records]

    @staticmethod
    def text(records):
        """CRLF between records, a bare LF inside them."""
        return "".join(f"{Direct.shown(record)}\r\n" for record in records)

    @staticmethod
    def shown(record):
        mark = LRM if record.kind & {"attachment", "omitted"} else ""
        when = record.when
        return f"{mark}[{when.day}.{when:%m.%Y, %H:%M:%S}] {record.sender}: {record.body}"

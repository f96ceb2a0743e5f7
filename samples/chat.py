"""Writes the two chats of the sample case as WhatsApp would export them, and keeps count of what it wrote."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

LINES = Path(__file__).parent / "lines"
GROUP = "Narlıbağ məhəlləsi"
FRIEND = "Tofiq Qaratel"
OWNER = "Kənan Daşqınlı"
MESSAGES = 900
FIRST_DAY, LAST_DAY = datetime(2026, 10, 19), datetime(2026, 11, 11)
LEAK, CALM_AGAIN = datetime(2026, 11, 4, 20, 30), datetime(2026, 11, 11)
HOURS = {"morning": (7.5, 11.5), "evening": (16.5, 22.4), "night": (23.4, 25.0)}
SPOKEN = re.compile(r"[A-Z]\d: ")
LABELS = {
    "TL": "threat_to_life", "TV": "threat_of_violence", "IN": "incitement", "DX": "doxxing_location",
    "OU": "outing", "IS": "insult", "DH": "dehumanising", "MR": "mass_reporting_call", "BM": "blackmail",
}
LRM = "\u200e"


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


# --- the group, an Android telephone -------------------------------------------------------------------------------

class Group:
    """The story of plot.txt with everyday talk around it, `MESSAGES` records in all."""

    def __init__(self):
        self.dice = random.Random(20261104)
        self.people = people()
        self.names = {key: name for key, (name, _) in self.people.items()}
        self.inside = {}
        self.busy = []
        self.media = {}
        records = self.plot() + self.chatter()
        records.sort(key=lambda record: record.when)
        self.records = self.with_reactions(records)
        self.number_media()

    def plot(self):
        records, clock, most = [], None, 0
        for row in filter(None, rows("plot.txt")):
            if row.startswith("== "):
                _, day, hour, gap = row.split()
                clock, most = datetime.strptime(f"2026 {day} {hour}", "%Y %d/%m %H:%M"), int(gap[1:])
                self.busy.append([clock, clock])
            elif row.startswith("* "):
                records.append(Record(clock, None, row[2:].format(**self.names), {"system"}))
                self.doors(row, clock)
            else:
                clock += timedelta(minutes=self.dice.randint(0, most))
                who, _, said = row.partition("> ")
                records.append(self.spoken(clock, self.names[who], said))
            self.busy[-1][1] = clock
        assert all(a[1] < b[0] for a, b in zip(self.busy, self.busy[1:])), "scenes overlap"
        return records

    def doors(self, row, clock):
        """Who comes and goes."""
        for key in re.findall(r"\{(\w+)\}", row):
            if "joined" in row or "added" in row and not row.startswith("* {" + key):
                self.inside.setdefault(key, []).append([clock, datetime.max])
            if "left" in row or "removed" in row and not row.startswith("* {" + key):
                self.inside.setdefault(key, [[datetime.min, clock]])[-1][1] = clock

    def spoken(self, when, sender, said):
        text, labels, hints, language = labelled(said)
        record = Record(when, sender, text, labels=labels, hints=hints, language=language)
        mark = re.match(r"\[\[(\w+):?(\w*)\]\](.*)", text, re.S)
        if mark:
            self.marked(record, mark[1], mark[2], mark[3])
        if text.endswith(" [[edited]]"):
            record.body = text.replace("[[edited]]", "<This message was edited>")
            record.kind.add("edited")
        for line in record.body.split("\n")[1:]:
            if re.match(r"\[\d|\d\d/\d", line):
                record.kind.add("forged" if line[0] != "[" else "lookalike")
        return record

    def marked(self, record, mark, name, rest):
        bodies = {"deleted": "This message was deleted", "youdeleted": "You deleted this message",
                  "omitted": "<Media omitted>", "location": "location: https://maps.google.com/?q=39.917,50.917"}
        record.kind.add({"youdeleted": "deleted", "img": "attachment", "video": "attachment"}.get(mark, mark))
        if mark == "poll":
            question, *options = rest.split("|")
            rest = ""
            record.body = "\n".join([f"POLL:", question] + [f"OPTION: {option}" for option in options]) + "\n"
        elif mark in bodies:
            record.body = bodies[mark] + rest
        else:
            record.media = name or mark
            record.body = rest

    def chatter(self):
        records = []
        for thread in "\n".join(rows("chatter.txt")).strip().split("\n\n"):
            lines = thread.strip().split("\n")
            options = dict(re.match(r"(x|~|on) ?(.*)", line).groups() for line in lines if not SPOKEN.match(line))
            used = set()
            for _ in range(int(options.get("x", 1))):
                start = self.free_time(options.get("~", "evening"), options.get("on"), used)
                used.add(start.date())
                records += self.thread([line for line in lines if SPOKEN.match(line)], start)
        return records

    def thread(self, lines, start):
        clock, cast, records = start, {}, []
        for role in sorted({line[:2] for line in lines}, key=lambda role: (role[0] in "ANRSTE", role)):
            cast[role] = self.dice.choice(self.around(role[0], clock, set(cast.values())))
        for line in lines:
            role, _, said = line.partition(": ")
            said = re.sub(r"\{([^}]*\|[^}]*)\}", lambda m: self.dice.choice(m[1].split("|")), said)
            records.append(self.spoken(clock, cast[role], said))
            clock += timedelta(minutes=self.dice.choice([0, 0, 1, 1, 2, 3, 7]))
        self.busy.append([start, clock])
        return records

    def around(self, tongue, clock, taken):
        """Who writes this language, is in the group and has not spoken in this thread."""
        away = {"murad", "kenan"} if clock > LEAK else set()
        return [name for key, (name, tongues) in self.people.items() if tongue in tongues and name not in taken
                and key not in away and self.present(key, clock)]

    def present(self, key, clock):
        stays = self.inside.get(key, [(datetime.min, datetime.max)])
        return any(came < clock < went - timedelta(minutes=40) for came, went in stays)

    def free_time(self, hours, only, used):
        """A time at which nobody talks yet, not on the days `used`; after the leak the group is quieter."""
        early, late = HOURS[hours]
        for _ in range(2000):
            day = FIRST_DAY + timedelta(days=self.dice.randint(0, (LAST_DAY - FIRST_DAY).days))
            if only and f"{day:%d/%m}" != only:
                continue
            if day.date() in used or LEAK < day < CALM_AGAIN and self.dice.random() < 0.6:
                continue
            start = day + timedelta(minutes=int(60 * self.dice.uniform(early, late)))
            end = start + timedelta(minutes=25)
            if start > FIRST_DAY + timedelta(hours=12) and all(end < a or b < start for a, b in self.busy):
                return start
        raise ValueError("no free time left for a thread")

    def with_reactions(self, records):
        """Short answers after harmless lines until there are `MESSAGES`."""
        words = {row[0]: row[2:].split(" | ") for row in rows("reactions.txt") if row}
        calm = [i for i, record in enumerate(records) if record.sender and not record.labels and not record.hints
                and "deleted" not in record.kind and not LEAK < record.when < datetime(2026, 11, 8)]
        spots = Counter(self.dice.choices(calm, k=MESSAGES - len(records)))
        result, unused = [], {tongue: [] for tongue in words}
        for i, record in enumerate(records):
            result.append(record)
            taken = {record.sender}
            for _ in range(spots[i]):
                tongue, who = self.anybody(record, taken)
                taken.add(who)
                if not unused[tongue]:
                    unused[tongue] = self.dice.sample(words[tongue], len(words[tongue]))
                following = records[i + 1].when if i + 1 < len(records) else datetime.max
                when = min(result[-1].when + timedelta(minutes=self.dice.randint(0, 1)), following)
                result.append(Record(when, who, unused[tongue].pop()))
        return result

    def anybody(self, record, taken):
        """Somebody who has not answered yet, and her language: often that of the one she answers."""
        own = next(tongues[0] for name, tongues in self.people.values() if name == record.sender)
        while True:
            tongue = self.dice.choice([own, own, own, *"NNARSTE"])
            who = self.around(tongue, record.when, taken) if tongue != "-" else []
            if who:
                return tongue, self.dice.choice(who)

    def number_media(self):
        """Names as Android gives them, and which of them go into the archive."""
        counters = Counter({"20261104": 6})
        for record in (record for record in self.records if record.media):
            day = f"{record.when:%Y%m%d}"
            counters[day] += 1
            kind, end = ("VID", "mp4") if record.media == "video" else ("IMG", "jpg")
            name = f"{kind}-{day}-WA{counters[day]:04}.{end}"
            record.body = f"{LRM}{name} (file attached){record.body}"
            if record.media != "missing":
                self.media[name] = (record.media, record.when)

    def text(self):
        return "".join(f"{line}\n" for record in self.records for line in self.shown(record).split("\n"))

    @staticmethod
    def shown(record):
        sender = f"{record.sender}: " if record.sender else ""
        return f"{record.when:%d/%m/%Y, %H:%M} - {sender}{record.body}"


# --- the chat between two, an iPhone set to Turkish -------------------------------------------------------------------

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


# --- what was written, counted -------------------------------------------------------------------------------------------

def expected(records, shown, media):
    """The counts of one chat file, by the one who wrote it; see samples/README.md for what each key means."""
    kinds = Counter(kind for record in records for kind in record.kind)
    forged = [record for record in records if "forged" in record.kind]
    senders = Counter(record.sender for record in records if "system" not in record.kind)
    senders.update(line.split(" - ")[1].split(": ")[0] for record in forged for line in record.body.split("\n")[1:])
    named, missing = kinds["attachment"] + kinds["missing"], kinds["missing"]
    assert named - missing == len(media), "an attachment is in the text or in the archive only"
    return {
        "records": len(records) + len(forged), "system": kinds["system"], "deleted": kinds["deleted"],
        "edited": kinds["edited"], "mediaOmitted": kinds["omitted"], "attachments": named + kinds["omitted"],
        "attachmentsPresent": named - missing, "attachmentsMissing": missing, "locations": kinds["location"],
        "polls": kinds["poll"], "calls": kinds["call"], "lookalikes": kinds["lookalike"] + len(forged),
        "forgedWithTheSameHeader": len(forged), "first": f"{records[0].when:%Y-%m-%dT%H:%M:%S}",
        "last": f"{records[-1].when:%Y-%m-%dT%H:%M:%S}", "bySender": dict(sorted(senders.items())),
        "places": places(records, shown),
    }


def places(records, shown):
    """The first line (1-based, LF ends a line) of every record that is peculiar."""
    wanted = ("deleted", "edited", "omitted", "missing", "location", "lookalike", "forged", "poll")
    result = {kind: [] for kind in wanted}
    for line, record in numbered(records, shown):
        for kind in sorted(record.kind.intersection(wanted)):
            result[kind].append(line)
    return result


def findings(records, shown, file, attribute):
    """Every labelled record: file, line, label, language."""
    return [{"file": file, "line": line, "label": label, "language": record.language}
            for line, record in numbered(records, shown) for label in getattr(record, attribute)]


def numbered(records, shown):
    line = 1
    for record in records:
        yield line, record
        line += shown(record).count("\n") + 1

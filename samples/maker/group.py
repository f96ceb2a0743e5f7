"""The group chat as an Android telephone exports it."""

import random
import re
from collections import Counter
from datetime import datetime, timedelta

from maker.words import LRM, Record, labelled, people, rows

NAME = "Narlıbağ məhəlləsi"
MESSAGES = 900
FIRST_DAY, LAST_DAY = datetime(2026, 10, 19), datetime(2026, 11, 11)
LEAK, SILENT, CALM_AGAIN = datetime(2026, 11, 4, 20, 30), datetime(2026, 11, 7), datetime(2026, 11, 11)
HOURS = {"morning": (7.5, 11.5), "evening": (16.5, 22.4), "night": (23.4, 25.0)}
SPOKEN = re.compile(r"[A-Z]\d: ")


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
            record.body = "\n".join(["POLL:", question] + [f"OPTION: {option}" for option in options]) + "\n"
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
            records[-1].everyday = True
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
        """A time at which nobody talks yet, not on the days `used`; after the leak nobody chats, then fewer."""
        early, late = HOURS[hours]
        for _ in range(2000):
            day = FIRST_DAY + timedelta(days=self.dice.randint(0, (LAST_DAY - FIRST_DAY).days))
            if only and f"{day:%d/%m}" != only:
                continue
            if day.date() in used or LEAK < day < CALM_AGAIN and self.dice.random() < 0.6:
                continue
            start = day + timedelta(minutes=int(60 * self.dice.uniform(early, late)))
            end = start + timedelta(minutes=25)
            quiet = all(end < a or b < start for a, b in self.busy) and not LEAK < start < SILENT
            if quiet and start > FIRST_DAY + timedelta(hours=12):
                return start
        raise ValueError("no free time left for a thread")

    def with_reactions(self, records):
        """Short answers after harmless lines until there are `MESSAGES`."""
        words = {row[0]: row[2:].split(" | ") for row in rows("reactions.txt") if row}
        calm = [i for i, record in enumerate(records) if record.sender and not record.labels and not record.hints
                and "deleted" not in record.kind and (record.everyday or record.when < LEAK)]
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

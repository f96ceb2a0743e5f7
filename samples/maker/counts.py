"""What was written, counted by the one who wrote it."""

from collections import Counter

from maker.words import LABELS


def expected(records, shown, media):
    """The counts of one chat file, by the one who wrote it; see samples/README.md for what each key means."""
    kinds = Counter(kind for record in records for kind in record.kind)
    forged = [record for record in records if "forged" in record.kind]
    senders = Counter(record.sender for record in records if "system" not in record.kind)
    senders.update(line.split(" - ")[1].split(": ")[0] for record in forged for line in record.body.split("\n")[1:])
    named, missing = kinds["attachment"] + kinds["missing"], kinds["missing"]
    assert named - missing == len(media), "an attachment is in the text or in the archive only"
    return {
        "records": len(records) + len(forged), "skipped": 0, "system": kinds["system"], "deleted": kinds["deleted"],
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


def overlap(earlier, later):
    """What became of the records of one chat between two exports, each given as its name and what it holds."""
    (first, before), (last, after) = earlier, later
    deleted = sum(bool(record.later) for record in before)
    kept = {"same": len(before) - deleted, "deleted_since": deleted}
    return {"earlier": {"file": first, "fates": kept},
            "later": {"file": last, "fates": kept | {"new": len(after) - len(before)}}}


def tally(findings):
    """How many of each label in each language."""
    result = {label: {} for label in LABELS.values()}
    for found in findings:
        languages = result[found["label"]]
        languages[found["language"]] = languages.get(found["language"], 0) + 1
    return result

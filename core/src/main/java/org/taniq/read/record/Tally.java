package org.taniq.read.record;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.taniq.base.Said;
import org.taniq.base.When;

/// Counts what is read, for the ledger.
public final class Tally {
    private static final int MOST_SENDERS = 100_000;
    /// Of the names of all senders.
    private static final long MOST_CHARACTERS = 16 << 20;

    private final String file;
    private final Map<Unread.Reason, Long> skipped = new EnumMap<>(Unread.Reason.class);
    private final Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    private final Map<String, Counter> senders = new HashMap<>();
    private long room = MOST_CHARACTERS;
    private boolean tooManySenders;
    private long records;
    private long omitted;
    private long attachments;
    private long missing;
    private long lookalikes;
    private long backwards;
    private long unknownTimes;
    private LocalDateTime first = LocalDateTime.MAX;
    private String firstTime = "";
    private String lastTime = "";
    private LocalDateTime earliest = LocalDateTime.MAX;

    private static final class Counter {
        private long count;
    }

    public Tally(String file) {
        this.file = file;
    }

    public void count(Activity activity) {
        records++;
        for (Mark mark : activity.marks()) {
            marks.merge(mark, 1L, Long::sum);
        }
        sender(activity.actor());
        activity.object().attachments().forEach(this::attachment);
        var when = activity.published();
        time(Times.isInReach(when) ? when : new When.Unknown(when.source(), Times.OUT_OF_REACH));
    }

    public void skip(Unread.Reason reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    public void lookalike() {
        lookalikes++;
    }

    public void backwards() {
        backwards++;
    }

    public long records() {
        return records;
    }

    public long of(Mark mark) {
        return marks.getOrDefault(mark, 0L);
    }

    public long timesBackwards() {
        return backwards;
    }

    public long unknownTimes() {
        return unknownTimes;
    }

    public long attachments() {
        return attachments;
    }

    public long missing() {
        return missing;
    }

    /// Whether more different senders wrote than are told apart.
    public boolean tooManySenders() {
        return tooManySenders;
    }

    public LocalDateTime first() {
        return first;
    }

    public LocalDateTime earliest() {
        return earliest;
    }

    public Ledger ledger(String format, String dateOrder, List<Said> warnings) {
        return new Ledger(
                file,
                format,
                records,
                skipped.values().stream().mapToLong(n -> n).sum(),
                reasons(),
                bySender(),
                firstTime,
                lastTime,
                counts(),
                dateOrder,
                warnings);
    }

    private Ledger.Counts counts() {
        return new Ledger.Counts(
                of(Mark.SYSTEM),
                of(Mark.DELETED),
                of(Mark.EDITED),
                omitted,
                attachments,
                missing,
                of(Mark.LOCATION),
                lookalikes);
    }

    /// Two of one name are told apart by their ids; who has an id is named with it.
    private void sender(Actor actor) {
        if (!(actor instanceof Actor.Named)) {
            return;
        }
        String key = actor.id().isEmpty() ? actor.name() : called(actor);
        Counter counter = senders.get(key);
        if (counter == null) {
            counter = senders.computeIfAbsent(fits(key) ? key : "", _ -> new Counter());
        }
        counter.count++;
    }

    private boolean fits(String key) {
        boolean fits = senders.size() < MOST_SENDERS && key.length() <= room;
        room -= fits ? key.length() : 0;
        tooManySenders |= !fits;
        return fits;
    }

    private static String called(Actor actor) {
        return actor.name().isEmpty() ? actor.id() : actor.name() + " (" + actor.id() + ")";
    }

    private void attachment(Attachment attachment) {
        attachments++;
        omitted += attachment.state() == Attachment.State.OMITTED ? 1 : 0;
        missing += attachment.state() == Attachment.State.MISSING ? 1 : 0;
    }

    private void time(When when) {
        switch (when) {
            case When.Exact exact -> between(Times.iso(LocalDateTime.ofInstant(exact.instant(), ZoneOffset.UTC)) + "Z");
            case When.Local local -> {
                LocalDateTime time = local.dateTime();
                between(Times.iso(time));
                first = first.equals(LocalDateTime.MAX) ? time : first;
                earliest = time.isBefore(earliest) ? time : earliest;
            }
            case When.Day day -> between(day.day().toString());
            case When.Unknown _ -> unknownTimes++;
        }
    }

    private void between(String time) {
        firstTime = firstTime.isEmpty() ? time : firstTime;
        lastTime = time;
    }

    private SequencedMap<String, Long> reasons() {
        var reasons = new TreeMap<String, Long>();
        skipped.forEach((reason, count) -> reasons.put(reason.word(), count));
        return reasons;
    }

    private SequencedMap<String, Long> bySender() {
        var sorted = new LinkedHashMap<String, Long>();
        senders.entrySet().stream()
                .sorted((a, b) -> a.getValue().count != b.getValue().count
                        ? Long.compare(b.getValue().count, a.getValue().count)
                        : a.getKey().compareTo(b.getKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().count));
        return sorted;
    }
}

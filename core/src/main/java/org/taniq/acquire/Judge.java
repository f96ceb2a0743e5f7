package org.taniq.acquire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides which entries are read. It looks at all of them together, because links, duplicates and shared
/// bytes show only so.
final class Judge {
    static final long FREE_OF_RATIO = 16L << 20;

    private final Archive.Limits limits;
    private final Set<String> names = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private long total;

    Judge(Archive.Limits limits) {
        this.limits = limits;
    }

    List<Archive.Member> judge(List<Entry> entries) {
        Set<Integer> overlapping = overlapping(entries);
        entries.stream()
                .filter(Entry::link)
                .forEach(link -> links.add(link.name().text()));
        var members = new ArrayList<Archive.Member>(entries.size());
        for (Entry entry : entries) {
            members.add(judge(entry, overlapping.contains(entry.number())));
        }
        return members;
    }

    private Archive.Member judge(Entry entry, boolean overlaps) {
        if (entry.name().isHostile()) {
            return refuse(entry, Archive.Refusal.HOSTILE_NAME);
        }
        if (entry.link() || isBelowLink(entry.name().text())) {
            return refuse(entry, Archive.Refusal.LINK);
        }
        if (entry.state() == Entry.State.ABSENT) {
            return refuse(entry, Archive.Refusal.DAMAGED);
        }
        if (!names.add(entry.name().text())) {
            return refuse(entry, Archive.Refusal.DUPLICATE);
        }
        if (entry.isEncrypted()) {
            return refuse(entry, Archive.Refusal.ENCRYPTED);
        }
        if (entry.data().method() != 0 && entry.data().method() != 8) {
            return refuse(entry, Archive.Refusal.METHOD);
        }
        if (overlaps) {
            return refuse(entry, Archive.Refusal.OVERLAP);
        }
        if (isTooBig(entry)) {
            return refuse(entry, Archive.Refusal.TOO_BIG);
        }
        if (entry.state() == Entry.State.CONTRADICTED) {
            return refuse(entry, Archive.Refusal.DAMAGED);
        }
        boolean whole = entry.state() == Entry.State.SOUND;
        long size =
                whole ? entry.size() : Math.min(entry.size(), most(entry.data().length()));
        total += size;
        return new Archive.Readable(entry.number(), entry.name().text(), size, whole, entry.data());
    }

    private static Archive.Member refuse(Entry entry, Archive.Refusal why) {
        return new Archive.Refused(entry.number(), entry.name().text(), why);
    }

    private boolean isBelowLink(String name) {
        for (int slash = name.indexOf('/'); slash >= 0 && !links.isEmpty(); slash = name.indexOf('/', slash + 1)) {
            if (links.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooBig(Entry entry) {
        long size = entry.size();
        long packed = entry.packed();
        boolean bomb = size > FREE_OF_RATIO && size / Math.max(1, packed) > limits.ratio();
        return size < 0 || packed < 0 || bomb || size > limits.memberBytes() || size > limits.totalBytes() - total;
    }

    /// To how much so many bytes may unfold. What a cut member says of itself is believed no further.
    private long most(long packed) {
        return Math.max(FREE_OF_RATIO, packed * limits.ratio());
    }

    /// The numbers of all entries whose bytes are also bytes of another one. One that is not there has none.
    private static Set<Integer> overlapping(List<Entry> entries) {
        var sorted = new ArrayList<>(entries);
        sorted.removeIf(entry -> entry.state() == Entry.State.ABSENT);
        sorted.sort(Comparator.comparingLong(Entry::header));
        var numbers = new HashSet<Integer>();
        for (int i = 1, widest = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            if (entry.header() < end(sorted.get(widest))) {
                numbers.add(sorted.get(widest).number());
                numbers.add(entry.number());
            }
            widest = end(entry) > end(sorted.get(widest)) ? i : widest;
        }
        return numbers;
    }

    private static long end(Entry entry) {
        return entry.data().from() + Math.max(0, entry.data().length());
    }
}

package org.taniq.read.overlap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Digest;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;

/// What is compared of one export of a chat: of each record its keys, SHA-256 over the parts, cut to 64
/// bits. About 70 bytes are held for each record; no text is. Where the format gives records an id, that stands for the
/// stamp: it is the same in each export, and two records that have one are not the same otherwise.
public final class Export {
    /// A record whose time is not known.
    static final long TIMELESS = Long.MIN_VALUE;

    private static final byte DELETED = 1;
    private static final byte EDITED = 2;
    private static final byte WORDLESS = 4;
    private static final byte OMITTED = 8;
    /// An iPhone numbers the files of an export anew.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{8}-");

    private final Caption caption;
    private final MessageDigest digest = Digest.sha256();
    private long[] whole = new long[8];
    private long[] withoutName = new long[8];
    private long[] withoutSender = new long[8];
    private long[] stamps = new long[8];
    private long[] senders = new long[8];
    private long[] times = new long[8];
    private long[] numbers = new long[8];
    private byte[] flags = new byte[8];
    private int size;
    private long first = Long.MAX_VALUE;
    private long last = TIMELESS;

    /// Where the words below a file stand in the text of a record.
    public enum Caption {
        /// Behind a first line that names the file, as in text exports of WhatsApp.
        BELOW_NAME,
        /// They are the text.
        ALL
    }

    public Export(Caption caption) {
        this.caption = caption;
    }

    /// Adds the next record.
    ///
    /// @param number of the record in its reading
    public void add(long number, Activity activity) {
        grow();
        numbers[size] = number;
        String stamp = activity.id().isEmpty() ? activity.published().source() : activity.id();
        String sender =
                activity.marks().contains(Mark.SYSTEM) ? "" : activity.actor().name();
        String text = activity.object().text().strip();
        boolean media = caption == Caption.BELOW_NAME
                && !activity.object().attachments().isEmpty();
        String words = media ? caption(text) : text;
        whole[size] = key(stamp, sender, media ? NUMBER.matcher(text).replaceFirst("") : text);
        withoutName[size] = media ? key(stamp, sender, words, "") : whole[size];
        withoutSender[size] = media ? key(stamp, "", words, "") : key(stamp, "", words);
        stamps[size] = key(stamp);
        senders[size] = key(sender);
        times[size] = seconds(activity.published());
        flags[size] = (byte) (flags(activity.marks(), words) | (isOmitted(activity) ? OMITTED : 0));
        if (times[size] != TIMELESS) {
            first = Math.min(first, times[size]);
            last = Math.max(last, times[size]);
        }
        size++;
    }

    /// What stands below the line that names a file.
    private static String caption(String text) {
        int line = text.indexOf('\n');
        return line < 0 ? "" : text.substring(line + 1).strip();
    }

    private static boolean isOmitted(Activity activity) {
        return activity.object().attachments().stream().anyMatch(file -> file.state() == Attachment.State.OMITTED);
    }

    private void grow() {
        if (size == whole.length) {
            whole = Arrays.copyOf(whole, size * 2);
            withoutName = Arrays.copyOf(withoutName, size * 2);
            withoutSender = Arrays.copyOf(withoutSender, size * 2);
            stamps = Arrays.copyOf(stamps, size * 2);
            senders = Arrays.copyOf(senders, size * 2);
            times = Arrays.copyOf(times, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
    }

    private static long seconds(When when) {
        return switch (when) {
            case When.Exact exact -> exact.instant().getEpochSecond();
            case When.Local local -> local.dateTime().toEpochSecond(ZoneOffset.UTC);
            case When.Day day -> day.day().atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            case When.Unknown _ -> TIMELESS;
        };
    }

    private static int flags(Set<Mark> marks, String words) {
        int deleted = marks.contains(Mark.DELETED) ? DELETED : 0;
        int edited = marks.contains(Mark.EDITED) ? EDITED : 0;
        return deleted | edited | (words.isEmpty() ? WORDLESS : 0);
    }

    private long key(String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /// The number in its reading of the i-th record.
    public long number(int i) {
        return numbers[i];
    }

    /// How many records there are.
    public int size() {
        return size;
    }

    /// The first time in it, in seconds; after [#last] where no time is known.
    long first() {
        return first;
    }

    /// The last time in it, in seconds.
    long last() {
        return last;
    }

    /// Whether the time of any record is known: if not, it touches nothing.
    public boolean isTimed() {
        return first <= last;
    }

    /// Whether both hold records of one stretch of time.
    public boolean touches(Export other) {
        return first <= other.last && other.first <= last;
    }

    /// How many records lie between two times, both included.
    int between(long from, long to) {
        return (int) Arrays.stream(times, 0, size)
                .filter(time -> time >= from && time <= to)
                .count();
    }

    long[] whole() {
        return whole;
    }

    /// As [#whole], whatever file is named.
    long[] withoutName() {
        return withoutName;
    }

    long[] withoutSender() {
        return withoutSender;
    }

    /// Stamp and sender.
    ///
    /// @param names other names of senders, under which they stand in the other export
    long[] withoutText(Map<Long, Long> names) {
        var keys = new long[size];
        for (int i = 0; i < size; i++) {
            var pair = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(stamps[i])
                    .putLong(names.getOrDefault(senders[i], senders[i]));
            keys[i] = ByteBuffer.wrap(digest.digest(pair.array())).getLong();
        }
        return keys;
    }

    /// The stamps alone.
    long[] stamps() {
        return stamps;
    }

    long sender(int i) {
        return senders[i];
    }

    long time(int i) {
        return times[i];
    }

    boolean isDeleted(int i) {
        return (flags[i] & DELETED) != 0;
    }

    boolean isEdited(int i) {
        return (flags[i] & EDITED) != 0;
    }

    /// Whether it is a file that was left out of the export.
    boolean isOmitted(int i) {
        return (flags[i] & OMITTED) != 0;
    }

    /// Whether it has no words, as a picture: such records are alike in many chats.
    boolean isWordless(int i) {
        return (flags[i] & WORDLESS) != 0;
    }
}

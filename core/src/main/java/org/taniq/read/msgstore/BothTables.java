package org.taniq.read.msgstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Digest;

/// While WhatsApp moved messages from `messages` to `message`, a database had both, in any part: the same message in
/// both is read once. It is the same where all that it says is: chat, id, sender, time, kind, words, file, place and
/// what it answers; anything less is two records.
final class BothTables {
    private static final int EACH = 96;

    private final Set<Key> inNew = new HashSet<>();
    private final Budget budget;
    private boolean isFull;

    BothTables(Budget budget) {
        this.budget = budget;
    }

    /// Half of a SHA-256: nobody makes two of them alike, so that one message would hide another.
    private record Key(long high, long low) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return high != other.high ? Long.compare(high, other.high) : Long.compare(low, other.low);
        }
    }

    /// A message of the newer table, with what stands beside it. One of which not all is known is like no other.
    void add(InStep.Joined all, Directory directory) {
        if (!all.rows().values().stream().allMatch(BothTables::isSure)
                || all.of(Store.NEW).filter(BothTables::hasId).isEmpty()) {
            return;
        }
        if (!budget.take(EACH)) {
            isFull = true; // whether a message beyond that is in the older table too is not known
            return;
        }
        inNew.add(ofNew(all, directory));
    }

    /// Whether the other table has this row of `messages` as well, with what it answers.
    boolean hasNew(Fields old, Optional<Fields> quoted) {
        boolean isComparable =
                isSure(old) && hasId(old) && quoted.map(BothTables::isSure).orElse(true);
        return isComparable && !inNew.isEmpty() && inNew.contains(ofOld(old, quoted));
    }

    /// Neither damaged nor cut.
    private static boolean isSure(Fields row) {
        return !row.isApart() && row.marks().isEmpty();
    }

    private static boolean hasId(Fields row) {
        return !row.text("key_id").isEmpty();
    }

    boolean isFull() {
        return isFull;
    }

    private static Key ofNew(InStep.Joined all, Directory directory) {
        var row = all.of(Store.NEW).orElseThrow();
        var media = all.of("message_media");
        var quoted = all.of("message_quoted");
        var place = all.of("message_location");
        var link = all.of("message_text");
        String chat = directory.address(row.number("chat_row_id"));
        String sender =
                directory.jid(row.number("sender_jid_row_id")).map(Jid::raw).orElse("");
        return key(List.of(
                chat,
                row.text("key_id"),
                row.text("from_me"),
                row.is("from_me", 1) || sender.equals(chat) ? "" : sender,
                Long.toString(row.number("timestamp", 0)),
                Long.toString(row.number("message_type", 0)),
                words(row.text("text_data"), text(media, "media_caption")),
                text(media, "file_hash"),
                words(text(media, "media_name"), text(place, "place_name")),
                text(link, "page_title"),
                text(link, "description"),
                degrees(text(place, "latitude")),
                degrees(text(place, "longitude")),
                text(all.of("message_system"), "action_type"),
                text(quoted, "key_id"),
                words(text(quoted, "text_data"), text(all.of("message_quoted_media"), "media_caption"))));
    }

    private static Key ofOld(Fields row, Optional<Fields> quoted) {
        String chat = row.text("key_remote_jid");
        String sender = row.text("remote_resource");
        boolean isNotice = row.is("status", OldMessage.NOTICE);
        boolean isText = OldMessage.isText(row);
        return key(List.of(
                chat,
                row.text("key_id"),
                row.text("key_from_me"),
                row.is("key_from_me", 1) || sender.equals(chat) ? "" : sender,
                Long.toString(row.number("timestamp", 0)),
                Long.toString(isNotice ? Words.NOTICE : row.number("media_wa_type", 0)),
                words(row.text("data"), isText ? "" : row.text("media_caption")),
                row.text("media_hash"),
                isText ? "" : row.text("media_name"),
                isText ? row.text("media_name") : "",
                isText ? row.text("media_caption") : "",
                degrees(row.text("latitude")),
                degrees(row.text("longitude")),
                isNotice ? row.text("media_size") : "",
                text(quoted, "key_id"),
                words(text(quoted, "data"), text(quoted, "media_caption"))));
    }

    private static String text(Optional<Fields> row, String column) {
        return row.map(there -> there.text(column)).orElse("");
    }

    /// The words of a file stand in both columns or in one.
    private static String words(String... all) {
        return Stream.of(all).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("\n"));
    }

    /// The older table has zeros where there is no place.
    private static String degrees(String text) {
        return text.equals("0") || text.equals("0.0") ? "" : text;
    }

    private static Key key(List<String> parts) {
        var digest = Digest.sha256();
        for (var part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        var hash = ByteBuffer.wrap(digest.digest());
        return new Key(hash.getLong(), hash.getLong());
    }
}

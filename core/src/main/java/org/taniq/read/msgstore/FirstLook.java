package org.taniq.read.msgstore;

import java.io.IOException;

/// What must be known of all messages before the first of them is a record: which ids there are, which were deleted,
/// and which of them stand in both tables.
final class FirstLook {
    private final Ids there;
    private final Ids deleted;
    private final BothTables both;
    private long highest;

    private FirstLook(Room room, Budget budget) {
        this.there = room.ids();
        this.deleted = room.ids();
        this.both = new BothTables(budget);
    }

    /// Rows that stand apart are not looked at: what they say may be of another message.
    ///
    /// @param ahead reads tables that are read again afterwards
    static FirstLook of(Store ahead, Directory directory, Room room, Budget budget) throws IOException {
        var look = new FirstLook(room, budget);
        boolean hasBoth = ahead.hasNewMessages() && ahead.hasOldMessages();
        var fit = new Fit(directory);
        var tables = hasBoth ? ahead.ahead(fit) : ahead.ids(fit);
        for (var next = tables.next(); next.isPresent(); next = tables.next()) {
            var all = next.get();
            if (!all.isAlone()) {
                look.ids(all, directory);
            }
            if (!all.isAlone() && hasBoth && all.of(Store.NEW).isPresent()) {
                look.both.add(all, directory);
            }
        }
        return look;
    }

    /// A message that was edited or deleted has a new id; answers name the one before.
    private void ids(InStep.Joined all, Directory directory) {
        boolean isMessage = all.of(Store.NEW).or(() -> all.of(Store.OLD)).isPresent();
        highest = isMessage ? Math.max(highest, all.row()) : highest;
        all.of(Store.NEW).ifPresent(row -> {
            there.add(row.text("key_id"));
            deleted(row.number("message_type", 0), MessageKey.of(row, row.text("key_id"), directory));
            all.of("message_revoked")
                    .map(revoked -> MessageKey.of(row, revoked.text("revoked_key_id"), directory))
                    .filter(MessageKey::isWhole)
                    .ifPresent(key -> deleted.add(key.text()));
        });
        all.of(Store.OLD).ifPresent(row -> {
            there.add(row.text("key_id"));
            deleted(row.number("media_wa_type", 0), MessageKey.ofOld(row));
        });
        all.of("message_edit_info").ifPresent(row -> there.add(row.text("original_key_id")));
        all.of("message_revoked").ifPresent(row -> there.add(row.text("revoked_key_id")));
    }

    private void deleted(long type, MessageKey key) {
        if (Words.isDeleted(type) && key.isWhole()) {
            deleted.add(key.text());
        }
    }

    /// Whether some message has this id or had it before, in whichever chat.
    boolean mayHave(String id) {
        return there.mayHave(id);
    }

    boolean wasDeleted(MessageKey key) {
        return key.isWhole() && deleted.has(key.text());
    }

    /// The highest number of a message.
    long highest() {
        return highest;
    }

    BothTables both() {
        return both;
    }
}

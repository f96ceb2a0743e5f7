package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;

/// Who is who in a database: addresses and chats by the numbers that messages name them by.
final class Directory {
    private static final int LONGEST = 1_024;

    private final Book<Long, Jid> jids = new Book<>();
    private final Book<Long, Chat> chats = new Book<>();
    private final Book<String, String> subjects = new Book<>();
    private final Budget budget;
    private final OneTable.Taking apart;
    private String owner = "";
    private long vanishing;
    private boolean isFull;

    private Directory(Budget budget, OneTable.Taking apart) {
        this.budget = budget;
        this.apart = apart;
    }

    /// A phone of eleven years was seen to have 100,000 addresses and 4,300 chats.
    ///
    /// @param apart takes rows that stand apart, which nobody is found by
    static Directory of(Store store, Budget budget, OneTable.Taking apart) throws IOException {
        var directory = new Directory(budget, apart);
        directory.jids(store);
        directory.chats(store);
        directory.oldChats(store);
        directory.owner(store);
        return directory;
    }

    private void jids(Store store) throws IOException {
        each(store, "jid", List.of("raw_string", "user", "server"), row -> {
            String raw = row.text("raw_string");
            String whole = raw.isEmpty() ? row.text("user") + "@" + row.text("server") : raw;
            if (!whole.equals("@")) {
                var jid = Jid.of(whole);
                put(jids, row.row(), jid, jid.raw());
            }
        });
        var known = new Book<Long, Jid>();
        each(store, "jid_map", List.of("lid_row_id", "jid_row_id"), row -> known(row, known));
        known.held.forEach(jids::replace);
    }

    private void known(Fields row, Book<Long, Jid> known) {
        var hidden = jid(row.number("lid_row_id")).filter(Jid::isHidden);
        var number = jid(row.number("jid_row_id")).filter(Jid::hasNumber);
        if (hidden.isPresent() && number.isPresent()) {
            var both = hidden.get().behind(number.get());
            put(known, row.number("lid_row_id", 0), both, both.raw());
        }
    }

    private void chats(Store store) throws IOException {
        each(store, "chat", List.of("jid_row_id", "subject", "ephemeral_expiration"), row -> {
            String subject = cut(row.text("subject"));
            put(chats, row.row(), new Chat(jid(row.number("jid_row_id")), subject), subject);
            vanishing += row.number("ephemeral_expiration", 0) > 0 ? 1 : 0;
        });
    }

    private void oldChats(Store store) throws IOException {
        each(store, "chat_list", List.of("key_remote_jid", "subject"), row -> {
            if (!row.text("subject").isEmpty()) {
                String jid = cut(row.text("key_remote_jid"));
                String subject = cut(row.text("subject"));
                put(subjects, jid, subject, jid + subject);
            }
        });
    }

    private void owner(Store store) throws IOException {
        each(store, "props", List.of("key", "value"), row -> {
            if (row.text("key").equals("user_push_name")) {
                owner = cut(row.text("value"));
            }
        });
    }

    private void each(Store store, String name, List<String> columns, OneTable.Taking taking) throws IOException {
        var table = store.table(name, columns);
        if (table.isPresent()) {
            table.get().each(row -> (row.isApart() ? apart : taking).take(row));
        }
    }

    /// @param text what takes the room
    private <K, V> void put(Book<K, V> into, K key, V value, String text) {
        if (budget.take(192 + Budget.of(text))) {
            into.put(key, value);
        } else {
            isFull = true;
        }
    }

    /// What stands under a number or an address. Where two stand under one, neither is believed.
    private static final class Book<K, V> {
        private final Map<K, V> held = new HashMap<>();
        private final Set<K> disputed = new HashSet<>();

        void put(K key, V value) {
            if (disputed.contains(key)) {
                return;
            }
            var before = Optional.ofNullable(held.putIfAbsent(key, value));
            if (before.isPresent() && !before.get().equals(value)) {
                held.remove(key);
                disputed.add(key);
            }
        }

        Optional<V> get(K key) {
            return Optional.ofNullable(held.get(key));
        }

        void replace(K key, V value) {
            held.replace(key, value);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : Fields.beginning(text, LONGEST);
    }

    /// Nothing where the number is 0 or less, by which WhatsApp says that there is none.
    Optional<Jid> jid(OptionalLong row) {
        return row.orElse(0) > 0 ? jids.get(row.getAsLong()) : Optional.empty();
    }

    Optional<Chat> chat(OptionalLong row) {
        return row.orElse(0) > 0 ? chats.get(row.getAsLong()) : Optional.empty();
    }

    /// Who sent it, where that is not the owner: the one who is named, else the other one in a chat of two. Nobody
    /// where the row names somebody who is not there, or does not say whether it was the owner.
    Optional<Jid> sender(Fields row) {
        if (!row.is("from_me", 0)) {
            return Optional.empty();
        }
        return row.number("sender_jid_row_id", 0) > 0
                ? jid(row.number("sender_jid_row_id")).filter(Jid::isPerson)
                : chat(row.number("chat_row_id")).flatMap(Chat::other);
    }

    /// The address of a chat; empty where it is not known.
    String address(OptionalLong chat) {
        return chat(chat).flatMap(Chat::jid).map(Jid::raw).orElse("");
    }

    /// The same in a detail.
    void by(Fields row, Json.Builder said) {
        if (row.is("from_me", 1)) {
            said.put("fromMe", true);
        }
        sender(row).ifPresent(jid -> said.put("by", jid.raw()));
    }

    /// A chat of the old tables, which name it by its address.
    Chat oldChat(String raw) {
        String jid = cut(raw);
        return new Chat(
                jid.isEmpty() ? Optional.empty() : Optional.of(Jid.of(jid)),
                subjects.get(jid).orElse(""));
    }

    /// Whose phone it is, by the name that this person gave herself; the database does not always say.
    Actor owner() {
        return owner.isEmpty() ? Actor.UNSTATED : new Actor.Named(owner, "");
    }

    /// Chats in which messages were set to disappear.
    long vanishing() {
        return vanishing;
    }

    /// Whether there are more addresses or chats than are held.
    boolean isFull() {
        return isFull;
    }
}

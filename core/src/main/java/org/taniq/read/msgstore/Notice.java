package org.taniq.read.msgstore;

import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// Something that the application noted: who joined, who blocked whom, whose number changed.
final class Notice {
    /// Things that one person does to others or herself, as far as ActivityStreams has a word for it.
    private static final Map<String, Verb> ACTS = Map.of(
            "added", Verb.ADD,
            "removed", Verb.REMOVE,
            "left", Verb.LEAVE,
            "joined-by-link", Verb.JOIN,
            "subject-changed", Verb.UPDATE,
            "picture-changed", Verb.UPDATE,
            "description-changed", Verb.UPDATE,
            "number-changed", Verb.UPDATE);

    private final Draft draft;
    private final Directory directory;

    Notice(Draft draft, Directory directory) {
        this.draft = draft;
        this.directory = directory;
    }

    /// What the newer tables say of one.
    void of(InStep.Joined all) {
        all.of("message_system").ifPresent(row -> action(row.number("action_type", 0)));
        all.of("message_system_group")
                .filter(row -> row.is("is_me_joined", 1))
                .ifPresent(_ -> draft.note("ownerJoined", Json.of(true)));
        all.of("message_system_number_change").ifPresent(this::numberChange);
        all.of("message_system_block_contact").ifPresent(this::blocked);
        all.of("message_system_value_change").ifPresent(row -> draft.note("oldValue", row.text("old_data")));
    }

    /// By its number.
    void action(long number) {
        draft.mark(Mark.SYSTEM);
        draft.note("actionType", number);
        String word = Words.action(number);
        draft.note("action", word);
        if (ACTS.containsKey(word)) {
            draft.done(ACTS.getOrDefault(word, Verb.CREATE));
        }
    }

    /// It belongs to nobody, and stands under the name of the one who acted, whose address is a detail.
    Actor actor(Optional<Jid> acted) {
        acted.ifPresent(jid -> draft.note("actedId", jid.raw()));
        return acted.map(Jid::notice).orElse(new Actor.App(""));
    }

    private void numberChange(Fields row) {
        directory.jid(row.number("old_jid_row_id")).ifPresent(jid -> draft.note("oldId", jid.raw()));
        directory.jid(row.number("new_jid_row_id")).ifPresent(jid -> draft.note("newId", jid.raw()));
    }

    private void blocked(Fields row) {
        if (row.is("is_blocked", 1)) {
            draft.done(Verb.BLOCK);
        }
        row.number("is_blocked").ifPresent(is -> draft.note("blocked", Json.of(is == 1)));
    }
}

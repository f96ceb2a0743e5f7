package org.taniq.read.msgstore;

import org.taniq.base.Json;

/// What is known of the messages that are answered: every answer holds a copy of the earlier one, also where that was
/// deleted since.
final class Answered {
    private final FirstLook look;
    private final Doubt doubt;
    private long missing;
    private long deleted;

    Answered(FirstLook look, Doubt doubt) {
        this.look = look;
        this.doubt = doubt;
    }

    /// Notes what became of the message that is answered. A status is gone after a day; where something cannot be
    /// read, or it is not known of which chat it is, no message is said to be missing.
    void note(Draft draft, MessageKey key) {
        if (look.wasDeleted(key)) {
            deleted++;
            draft.note("quotedDeleted", Json.of(true));
        } else if (doubt == Doubt.NONE && key.isWhole() && !look.mayHave(key.id()) && !key.isOfStatus()) {
            missing++;
            draft.note("quotedMissing", Json.of(true));
        }
    }

    /// Answers to messages that are not there.
    long missing() {
        return missing;
    }

    /// Answers to messages that were deleted.
    long deleted() {
        return deleted;
    }
}

package org.taniq.read.msgstore;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.read.record.Mark;

/// What WhatsApp means by its numbers, where that is known: seen in the sample, or said alike by published readers and
/// borne out by counts of a real database (docs/formats.md). A number that is not here has no word: the record keeps
/// it.
final class Words {
    /// The type of what the application noted.
    static final long NOTICE = 7;

    private static final Set<Long> DELETED = Set.of(15L, 64L);

    private static final Map<Long, String> TYPES = Map.ofEntries(
            Map.entry(0L, "text"),
            Map.entry(1L, "picture"),
            Map.entry(2L, "audio"),
            Map.entry(3L, "video"),
            Map.entry(4L, "contact"),
            Map.entry(5L, "location"),
            Map.entry(7L, "system"),
            Map.entry(9L, "document"),
            Map.entry(10L, "missed-call"),
            Map.entry(13L, "gif"),
            Map.entry(14L, "contacts"),
            Map.entry(15L, "deleted"),
            Map.entry(16L, "live-location"),
            Map.entry(20L, "sticker"),
            Map.entry(24L, "group-invitation"),
            Map.entry(42L, "view-once-picture"),
            Map.entry(43L, "view-once-video"),
            Map.entry(64L, "deleted-by-administrator"),
            Map.entry(66L, "poll"),
            Map.entry(82L, "view-once-voice"),
            Map.entry(90L, "call"),
            Map.entry(92L, "event"),
            Map.entry(99L, "album"),
            Map.entry(106L, "poll"));

    private static final Map<Long, Mark> MARKS = Map.ofEntries(
            Map.entry(4L, Mark.CONTACT),
            Map.entry(5L, Mark.LOCATION),
            Map.entry(7L, Mark.SYSTEM),
            Map.entry(8L, Mark.CALL),
            Map.entry(10L, Mark.CALL),
            Map.entry(14L, Mark.CONTACT),
            Map.entry(15L, Mark.DELETED),
            Map.entry(16L, Mark.LOCATION),
            Map.entry(42L, Mark.VIEW_ONCE),
            Map.entry(43L, Mark.VIEW_ONCE),
            Map.entry(64L, Mark.DELETED),
            Map.entry(66L, Mark.POLL),
            Map.entry(82L, Mark.VIEW_ONCE),
            Map.entry(90L, Mark.CALL),
            Map.entry(106L, Mark.POLL));

    private static final Map<Long, String> ACTIONS = Map.ofEntries(
            Map.entry(1L, "subject-changed"),
            Map.entry(4L, "was-added"),
            Map.entry(5L, "left"),
            Map.entry(6L, "picture-changed"),
            Map.entry(10L, "number-changed"),
            Map.entry(11L, "group-created"),
            Map.entry(12L, "added"),
            Map.entry(13L, "left"),
            Map.entry(14L, "removed"),
            Map.entry(15L, "made-administrator"),
            Map.entry(18L, "security-code-changed"),
            Map.entry(20L, "joined-by-link"),
            Map.entry(27L, "description-changed"),
            Map.entry(28L, "number-changed"),
            Map.entry(56L, "disappearing-messages-changed"),
            Map.entry(58L, "blocked-or-unblocked"),
            Map.entry(70L, "group-call"),
            Map.entry(165L, "username-changed"));

    private static final Map<Long, String> CALLS = Map.of(2L, "not-answered", 5L, "answered");

    private Words() {}

    static String type(long number) {
        return TYPES.getOrDefault(number, "");
    }

    /// Whether a message of this type was deleted for everyone.
    static boolean isDeleted(long type) {
        return DELETED.contains(type);
    }

    /// Whether it was, and by an administrator of the group.
    static boolean isByAdministrator(long type) {
        return type == 64;
    }

    /// What a type says by itself.
    static Optional<Mark> mark(long type) {
        return Optional.ofNullable(MARKS.get(type));
    }

    static String action(long number) {
        return ACTIONS.getOrDefault(number, "");
    }

    static String callResult(long number) {
        return CALLS.getOrDefault(number, "");
    }
}

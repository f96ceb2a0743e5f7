package org.taniq.tell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.record.Mark;

/// What a reader has to know about a message: every mark that its reading gave it, and what became of its
/// attachments.
final class Marks {
    private static final Map<String, DossierPages.Mark> BY_WORD =
            Arrays.stream(Mark.values()).collect(Collectors.toUnmodifiableMap(Mark::word, Marks::of));

    private Marks() {}

    static DossierPages.Mark of(Mark mark) {
        return switch (mark) {
            case DELETED -> DossierPages.Mark.DELETED;
            case EDITED -> DossierPages.Mark.EDITED;
            case FORWARDED -> DossierPages.Mark.FORWARDED;
            case VIEW_ONCE -> DossierPages.Mark.VIEW_ONCE;
            case SYSTEM -> DossierPages.Mark.SYSTEM;
            case LOCATION -> DossierPages.Mark.LOCATION;
            case POLL -> DossierPages.Mark.POLL;
            case CALL -> DossierPages.Mark.CALL;
            case CONTACT -> DossierPages.Mark.CONTACT;
            case LOOKALIKE -> DossierPages.Mark.LOOKALIKE;
            case AMBIGUOUS_DATE -> DossierPages.Mark.AMBIGUOUS_DATE;
            case TIME_BACKWARDS -> DossierPages.Mark.TIME_BACKWARDS;
            case OTHER_SHAPE -> DossierPages.Mark.OTHER_SHAPE;
            case NOT_TEXT -> DossierPages.Mark.NOT_TEXT;
            case CUT -> DossierPages.Mark.CUT;
            case MACHINE_READ -> DossierPages.Mark.MACHINE_READ;
        };
    }

    static List<DossierPages.Mark> of(Pages.Message message) {
        var marks = new ArrayList<DossierPages.Mark>();
        words(message).flatMap(word -> Stream.ofNullable(BY_WORD.get(word))).forEach(marks::add);
        String attachments = Records.value(message.row(), "attachments").canonical();
        if (message.fields().contains("attachments")) {
            if (attachments.contains("\"state\":\"omitted\"")) {
                marks.add(DossierPages.Mark.ATTACHMENT_OMITTED);
            }
            if (attachments.contains("\"state\":\"missing\"")) {
                marks.add(DossierPages.Mark.ATTACHMENT_MISSING);
            }
        }
        return marks;
    }

    static boolean isNotice(Pages.Message message) {
        return words(message).anyMatch(Mark.SYSTEM.word()::equals);
    }

    private static Stream<String> words(Pages.Message message) {
        return Records.value(message.row(), "marks") instanceof Json.Arr(List<Json> items)
                ? items.stream().map(Records::text)
                : Stream.of();
    }
}

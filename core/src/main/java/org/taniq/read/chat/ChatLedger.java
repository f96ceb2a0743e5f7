package org.taniq.read.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Said;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Times;

/// The ledger of a chat, with what a person should know about it.
final class ChatLedger {
    /// What WhatsApp exports at most, with and without media (TLImporter issue 10).
    private static final long MOST_WITH_MEDIA = 10_000;
    private static final long MOST_WITHOUT_MEDIA = 40_000;

    private ChatLedger() {}

    static Ledger of(Tally tally, ChatSurvey survey, ChatClock clock, ChatLines lines) {
        var decisions = decisions(survey, clock);
        var warnings = new ArrayList<Said>();
        aboutOrder(decisions, warnings);
        aboutTime(tally, warnings);
        aboutFile(tally, survey, lines, warnings);
        return tally.ledger(survey.format(), order(decisions), warnings);
    }

    private static String order(Set<DateVote.Decision> decisions) {
        if (decisions.stream().map(DateVote.Decision::order).distinct().count() > 1
                || hasDoubt(decisions, DateVote.Doubt.MIXED)) {
            return "mixed";
        }
        if (decisions.stream().anyMatch(decision -> decision.doubt() != DateVote.Doubt.NONE)) {
            return "ambiguous";
        }
        return decisions.stream()
                .map(decision -> decision.order().word())
                .findFirst()
                .orElse("");
    }

    private static Set<DateVote.Decision> decisions(ChatSurvey survey, ChatClock clock) {
        return clock.decisions().entrySet().stream()
                .filter(entry -> !survey.isRare(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static boolean hasDoubt(Set<DateVote.Decision> decisions, DateVote.Doubt doubt) {
        return decisions.stream().anyMatch(decision -> decision.doubt() == doubt);
    }

    private static void aboutOrder(Set<DateVote.Decision> decisions, List<Said> warnings) {
        if (hasDoubt(decisions, DateVote.Doubt.DAY_OR_MONTH)) {
            warnings.add(Said.of(
                    "day and month cannot be told apart: no date has a number above 12; see each record's rule"));
        }
        if (hasDoubt(decisions, DateVote.Doubt.FEW)) {
            warnings.add(
                    Said.of(
                            "day and month are not certain: few dates tell them apart, and these can be typed; see each record's rule"));
        }
        if (hasDoubt(decisions, DateVote.Doubt.YEAR)) {
            warnings.add(Said.of("day and year cannot be told apart: each could stand first; see each record's rule"));
        }
        if (order(decisions).equals("mixed")) {
            warnings.add(Said.of("dates are written in more than one order; see each record's rule"));
        }
    }

    private static void aboutTime(Tally tally, List<Said> warnings) {
        if (tally.unknownTimes() > 0) {
            warnings.add(Said.of("{n} records have a time that is not understood", "n", tally.unknownTimes()));
        }
        if (tally.timesBackwards() > 0) {
            warnings.add(Said.of(
                    "{n} records are earlier than the one before; the earliest is of {time}",
                    Map.of("n", tally.timesBackwards(), "time", Times.iso(tally.earliest()))));
        }
        warnings.add(Said.of("the export states no time zone: ask for the zone of the phone"));
    }

    private static void aboutFile(Tally tally, ChatSurvey survey, ChatLines lines, List<Said> warnings) {
        if (tally.records() >= MOST_WITHOUT_MEDIA) {
            warnings.add(Said.of("export may be cut: WhatsApp exports at most 40,000 messages without media"));
        } else if (tally.records() >= MOST_WITH_MEDIA) {
            warnings.add(Said.of("export may be cut: WhatsApp exports at most 10,000 messages with media"));
        }
        if (lines.encoding() != StandardCharsets.UTF_8) {
            warnings.add(Said.of(
                    "the text is {encoding}, which WhatsApp does not write: it was saved anew",
                    "encoding",
                    lines.encoding().name()));
        }
        if (survey.format().equals("whatsapp-ios") && !survey.crLf() && survey.headers() > 1) {
            warnings.add(Said.of(
                    "lines end without CR: not as an iPhone writes them, so typed headers do not show by line ends"));
        }
        if (tally.of(Mark.NOT_TEXT) > 0) {
            warnings.add(Said.of("{n} records hold bytes that are no UTF-8", "n", tally.of(Mark.NOT_TEXT)));
        }
        if (tally.of(Mark.CUT) > 0) {
            warnings.add(Said.of("{n} records are longer than 1 MiB of text and are cut", "n", tally.of(Mark.CUT)));
        }
        if (tally.tooManySenders()) {
            warnings.add(Said.of("more than 100,000 senders: the rest is counted under an empty name"));
        }
    }
}

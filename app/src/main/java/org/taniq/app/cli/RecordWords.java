package org.taniq.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.app.Surroundings;
import org.taniq.base.Text;
import org.taniq.base.When;
import org.taniq.read.index.Hits;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// Records as a person reads them: who, when, and the words with what matched marked, nothing in them
/// printed raw.
final class RecordWords {
    private static final String BRIGHT = "\u001B[1;7m";
    private static final String PLAIN = "\u001B[0m";

    private final Surroundings around;

    RecordWords(Surroundings around) {
        this.around = around;
    }

    /// One line: reference, time as the source knows it, and who.
    String head(String reference, Activity activity) {
        return head(
                reference,
                time(activity),
                activity.actor().name().isEmpty()
                        ? activity.actor().id()
                        : activity.actor().name());
    }

    String head(String reference, String time, String who) {
        return around.say(
                "record.head",
                Map.of("reference", reference, "time", time, "who", who.isEmpty() ? around.say("record.nobody") : who));
    }

    /// A date that is assumed is never said alone: what the source wrote stands before it.
    private String time(Activity activity) {
        String time = time(activity.published());
        return activity.marks().contains(Mark.AMBIGUOUS_DATE)
                ? around.say(
                        "record.assumed-time",
                        Map.of(
                                "source", activity.published().source(),
                                "time", time,
                                "doubt", around.messages().word("mark", Mark.AMBIGUOUS_DATE.word())))
                : time;
    }

    private String time(When when) {
        return switch (when) {
            case When.Exact exact -> exact.instant().toString();
            case When.Local local -> local.dateTime().toString().replace('T', ' ');
            case When.Day day -> day.day().toString();
            case When.Unknown unknown -> unknown.source().isEmpty() ? around.say("record.no-time") : unknown.source();
        };
    }

    /// The text line by line; what matched is bright on a terminal and in [brackets] elsewhere.
    List<String> text(String text, List<Hits.Span> matched) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            lines.add(part(text, new Hits.Span(from, to), matched));
            from = to + 1;
        }
        return lines;
    }

    /// A part of a text on one line.
    String part(String text, Hits.Span part, List<Hits.Span> matched) {
        var line = new StringBuilder();
        int at = part.from();
        for (var span : matched) {
            int from = Math.max(at, span.from());
            int to = Math.min(part.to(), span.to());
            if (from < to) {
                line.append(visible(text.substring(at, from)));
                line.append(marked(visible(text.substring(from, to))));
                at = to;
            }
        }
        return line.append(visible(text.substring(at, part.to()))).toString();
    }

    /// Ends of lines become ` / `.
    private static String visible(String text) {
        return Stream.of(text.split("\\R", -1)).map(Text::visible).collect(Collectors.joining(" / "));
    }

    private String marked(String words) {
        return around.onTerminal() ? BRIGHT + words + PLAIN : "[" + words + "]";
    }
}

package org.taniq.read.signal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;

/// Parts of a text that say more than their letters: whom they name (U+FFFC stands in the text for the name), and what
/// is hidden, crossed out or written as code.
final class Ranges {
    /// Of all parts together: they may lie over one another.
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final Set<String> STYLES = Set.of("SPOILER", "STRIKETHROUGH", "MONOSPACE");
    private static final Set<String> SILENT = Set.of("BOLD", "ITALIC", "NONE");

    private final Entry entry;
    private long room = MOST_CHARACTERS;

    Ranges(Entry entry) {
        this.entry = entry;
    }

    /// @param body in which they are
    void of(List<Json> ranges, String body) {
        for (var range : ranges) {
            if (range instanceof Json.Obj) {
                range(Fields.of(range), body);
            } else {
                entry.rest("bodyRanges", range);
            }
        }
    }

    private void range(Fields range, String body) {
        long start = range.number("start").orElse(0);
        long length = range.number("length").orElse(0);
        if (ServiceId.isIn(range, "mentionAci")) {
            mention(start, range);
        } else if (STYLES.contains(Fields.text(range.value("style")))) {
            stretch(range.text("style"), start, length, body);
        } else if (SILENT.contains(Fields.text(range.value("style")))) {
            range.take("style");
        }
        entry.rest(range);
    }

    private void mention(long start, Fields range) {
        Actor who = entry.directory().account(ServiceId.take(range, "mentionAci"));
        entry.draft().detail("mentioned", mentioned(who, start));
    }

    /// Who is named, and where in the text.
    static Json mentioned(Actor who, long start) {
        var said = Json.object();
        Fields.of(Directory.said(who)).left().forEach(said::put);
        return said.put("textFrom", start).build();
    }

    private void stretch(String style, long start, long length, String body) {
        var said = Json.object().put("kind", style.toLowerCase(Locale.ROOT)).put("textFrom", start);
        int from = Math.clamp(start, 0, body.length());
        int to = Math.clamp(start + length, from, body.length());
        if (to - from <= room) {
            room -= to - from;
            said.put("text", Text.whole(body.substring(from, to)));
        }
        entry.draft().detail("stretch", said.build());
    }
}

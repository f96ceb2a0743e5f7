package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// Tables in a block: names of values, in the language of the account, and the values. Names are no words that somebody
/// wrote. A table with numbers, outside of comments, is what a camera and the platform noted: places, addresses,
/// devices.
/// None of that is text.
final class Rows {
    private static final Pattern SIGNS = Pattern.compile("[-+0-9A-Fa-f.,:/ °%]++");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int LONGEST_NOTE = 200;

    private final Values values;
    private final Map<Element, List<Row>> tables = new LinkedHashMap<>();

    /// What tables of a page hold.
    enum Values {
        /// What people wrote; numbers, too.
        WRITTEN,
        /// Anything.
        ANY
    }

    private Rows(Values values) {
        this.values = values;
    }

    /// @param name what the value is called
    /// @param value empty where there is none
    /// @param row where it stands
    private record Row(String name, String value, Element row) {

        /// Whether it is a time: Meta puts these into a cell of their own, and what people write below its name.
        boolean isTime() {
            return row.childrenSize() == 2 && Moment.isTime(value);
        }

        /// Neither a camera nor the platform notes more than this.
        boolean isNote() {
            return value.length() <= LONGEST_NOTE;
        }
    }

    static Rows of(List<Element> contents, Values values) {
        var rows = new Rows(values);
        contents.stream()
                .flatMap(content -> content.select("tr").stream())
                .filter(row -> row.select("tr").size() == 1)
                .forEach(rows::row);
        return rows;
    }

    private void row(Element row) {
        var cells = row.children();
        if (cells.size() == 2) {
            add(new Row(PageText.of(cells.getFirst()), PageText.of(cells.getLast()), row));
        } else if (cells.size() == 1 && cells.getFirst().childrenSize() > 0) {
            var cell = cells.getFirst();
            String value =
                    String.join("\n", cell.children().stream().map(PageText::of).toList());
            add(new Row(cell.ownText().strip(), value.strip(), row));
        }
    }

    private void add(Row row) {
        var table = Optional.ofNullable(row.row().closest("table")).orElse(row.row());
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    }

    /// The time that a row states, where exactly one does.
    Optional<When> time() {
        var times = all().filter(Row::isTime).toList();
        return times.size() == 1 ? Optional.of(Moment.of(times.getFirst().value())) : Optional.empty();
    }

    private Stream<Row> all() {
        return tables.values().stream().flatMap(List::stream);
    }

    /// Adds them as details, and leaves in the page the values that are words.
    void take(Draft draft) {
        tables.values().forEach(rows -> take(rows, draft));
    }

    private void take(List<Row> rows, Draft draft) {
        boolean isNoted = values == Values.ANY && rows.stream().anyMatch(row -> isNumber(row.value()));
        for (var row : rows) {
            boolean isNote = isNoted && row.isNote();
            boolean isGone = isNote || row.isTime();
            draft.detail(isNote ? "noted" : "member", value(row));
            if (isGone) {
                row.row().empty();
            } else {
                unname(row.row());
            }
        }
    }

    private static boolean isNumber(String value) {
        return SIGNS.matcher(value).matches() && DIGIT.matcher(value).find();
    }

    private static Json value(Row row) {
        return Json.object()
                .put("name", Detail.cut(row.name()))
                .put("value", Detail.cut(row.value()))
                .build();
    }

    private static void unname(Element row) {
        var first = row.child(0);
        if (row.childrenSize() == 2) {
            first.remove();
        } else {
            var values = List.copyOf(first.children());
            first.empty();
            first.appendChildren(values);
        }
    }
}

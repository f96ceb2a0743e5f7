package org.taniq.read.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.csv.CsvRows;
import org.taniq.base.csv.Row;
import org.taniq.read.record.Tables;

/// What the columns of a table hold: by their names, or, where these are of another language, by what stands in them.
///
/// @param names as the table has them
/// @param meanings of each, empty for one that is not known
record TakeoutColumns(List<String> names, List<String> meanings) {
    private static final Tables KNOWN = Tables.read("/read/post/takeout.yaml");
    private static final int LOOKED_AT = 20;

    private static final Pattern CHANNEL = Pattern.compile("UC[\\w-]{22}");
    private static final Pattern COMMENT = Pattern.compile("Ug[\\w-]{10,}(\\.[\\w-]+)*");
    private static final Pattern TEXT = Pattern.compile("(?s)\\{\\s*\"(takeoutSegments|text)\"\\s*:.*");

    /// Nothing where it is no such table.
    ///
    /// @param head its first bytes
    static Optional<TakeoutColumns> of(byte[] head) throws IOException {
        var rows = new CsvRows(new ByteArrayInputStream(head), ',');
        var header = rows.next();
        if (header.isEmpty() || header.get().shape() != Row.Shape.FINE) {
            return Optional.empty();
        }
        var names = header.get().cells();
        var named = new TakeoutColumns(
                names, names.stream().map(TakeoutColumns::meaning).toList());
        return named.isOne() ? Optional.of(named) : byContent(names, rows);
    }

    private static String meaning(String name) {
        return KNOWN.word("columns", name.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<TakeoutColumns> byContent(List<String> names, CsvRows rows) throws IOException {
        for (int n = 0; n < LOOKED_AT; n++) {
            var row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            var columns = new TakeoutColumns(names, meanings(row.get().cells()));
            if (row.get().cells().size() == names.size() && columns.isOne()) {
                return Optional.of(columns);
            }
        }
        return Optional.empty();
    }

    /// A comment's own id stands before that of what it answers, in each known order.
    private static List<String> meanings(List<String> cells) {
        Set<String> taken = new HashSet<>();
        var meanings = new ArrayList<String>();
        for (var cell : cells) {
            var meaning = meaningOf(cell);
            meanings.add(meaning.isEmpty() || !taken.add(meaning) ? "" : meaning);
        }
        return meanings;
    }

    private static String meaningOf(String cell) {
        if (TakeoutRow.isTime(cell)) {
            return "time";
        }
        if (CHANNEL.matcher(cell).matches()) {
            return "channel";
        }
        if (COMMENT.matcher(cell).matches()) {
            return "id";
        }
        return TEXT.matcher(cell).matches() ? "text" : "";
    }

    /// Whether there is what makes a table of comments: who, when, and what.
    private boolean isOne() {
        return meanings.contains("channel")
                && meanings.contains("time")
                && meanings.contains("text")
                && meanings.stream()
                                .filter(meaning -> !meaning.isEmpty())
                                .distinct()
                                .count()
                        == meanings.stream()
                                .filter(meaning -> !meaning.isEmpty())
                                .count();
    }

    /// What stands under a meaning; empty where there is no such column.
    String cell(Row row, String meaning) {
        int at = meanings.indexOf(meaning);
        return at < 0 ? "" : row.cells().get(at);
    }
}

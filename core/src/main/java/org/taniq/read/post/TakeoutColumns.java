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
        if (named.isOne()) {
            return Optional.of(named);
        }
        boolean areNames = names.stream().flatMapToInt(String::chars).noneMatch(Character::isDigit);
        return areNames ? byContent(names, rows) : Optional.empty();
    }

    private static String meaning(String name) {
        return KNOWN.word("columns", name.strip().toLowerCase(Locale.ROOT));
    }

    /// As most of the first rows have it: one may be damaged, and one may be typed into something else. The names of
    /// columns have no digits in any language; the first line of a chat does.
    private static Optional<TakeoutColumns> byContent(List<String> names, CsvRows rows) throws IOException {
        var found = Optional.<TakeoutColumns>empty();
        int seen = 0;
        int fitting = 0;
        for (var row = rows.next(); row.isPresent() && seen < LOOKED_AT; row = rows.next()) {
            var columns = new TakeoutColumns(names, meanings(row.get().cells()));
            boolean fits = row.get().cells().size() == names.size() && columns.isOne();
            found = fits && found.isEmpty() ? Optional.of(columns) : found;
            fitting += fits ? 1 : 0;
            seen++;
        }
        return fitting * 2 > seen ? found : Optional.empty();
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

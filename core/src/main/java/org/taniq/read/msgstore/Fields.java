package org.taniq.read.msgstore;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taniq.base.Bytes;
import org.taniq.base.sqlite.Row;
import org.taniq.base.sqlite.Value;
import org.taniq.read.record.Mark;

/// What is needed of one row, small enough to be held beside those of other tables: numbers and texts of the columns
/// that are read, no blobs, and no more text than that of a record.
///
/// @param row the number that the database gives it
/// @param marks whether a text was cut or is none
/// @param standing whether it is known what else belongs to it
/// @param unnamed how many values it has of which the schema does not say in which columns they are; they stand under
///     their place, from 0
record Fields(
        String table,
        long row,
        Where where,
        Map<String, Long> numbers,
        Map<String, String> texts,
        Set<Mark> marks,
        Standing standing,
        int unnamed) {
    /// Characters of all texts, as of a record in any other format.
    static final int LONGEST = 1 << 20;

    /// The same of a row beside a message, of which many are held at once: WhatsApp's longest text has 65,536.
    static final int LONGEST_BESIDE = 1 << 18;

    /// So many values a table of WhatsApp's does not have.
    private static final int MOST_UNNAMED = 1_000;

    private static final int LONGEST_NAME = 4_096;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    /// @param columns those that are read; where all texts together are too long, the last ones are cut
    static Fields of(Row row, String table, List<String> columns, Where where) {
        var fields = empty(row, table, where, 0);
        int left = Store.isOfMessages(fields.table) ? LONGEST : LONGEST_BESIDE;
        for (var column : columns) {
            var value = row.value(column);
            left -= value.isPresent() ? fields.put(column, value.get(), left) : 0;
        }
        return fields;
    }

    /// All that stands in a row of which it is not known in which columns. What else belongs to it is not known either.
    static Fields unnamed(Row row, String table, Where where) {
        var fields = empty(row, table, where, Math.min(row.stored().size(), MOST_UNNAMED));
        int left = LONGEST;
        for (int i = 0; i < fields.unnamed; i++) {
            var value = row.stored().get(i);
            left -= isWords(value) ? fields.put(Integer.toString(i), value, left) : 0;
        }
        return fields.apart();
    }

    /// Not a picture, such as most bytes are that stand in a row as they are.
    private static boolean isWords(Value value) {
        return !(value instanceof Value.Blob(Bytes bytes)) || BlobText.isText(bytes);
    }

    private static Fields empty(Row row, String table, Where where, int unnamed) {
        return new Fields(
                table.toLowerCase(Locale.ROOT),
                row.number().orElse(0),
                where,
                new HashMap<>(),
                new HashMap<>(),
                EnumSet.noneOf(Mark.class),
                Standing.SURE,
                unnamed);
    }

    /// The same row, of which it is not known what else belongs to it.
    Fields apart() {
        return new Fields(table, row, where, numbers, texts, marks, Standing.APART, unnamed);
    }

    boolean isApart() {
        return standing == Standing.APART;
    }

    /// Words can stand there as bytes: one bit tells the two apart.
    ///
    /// @return how many characters were put
    private int put(String column, Value value, int most) {
        return switch (value) {
            case Value.Int(long number) -> {
                numbers.put(column, number);
                yield 0;
            }
            case Value.Real(double number) -> put(column, Double.toString(number), most);
            case Value.Text(String text) -> put(column, text, most);
            case Value.Garbled garbled -> {
                marks.add(Mark.NOT_TEXT);
                yield put(column, garbled.shown(), most);
            }
            case Value.Cut cut -> {
                marks.add(Mark.CUT);
                yield cut.there() instanceof Value.Cut ? 0 : put(column, cut.there(), most);
            }
            case Value.Blob(Bytes bytes) -> put(column, shown(bytes), most);
            case Value.Null _, Value.Default _ -> 0;
        };
    }

    private String shown(Bytes bytes) {
        String text = BlobText.of(bytes);
        if (text.indexOf('\uFFFD') >= 0) {
            marks.add(Mark.NOT_TEXT);
        }
        return text;
    }

    private int put(String column, String text, int most) {
        String there = text;
        if (text.length() > most) {
            marks.add(Mark.CUT);
            there = beginning(text, most);
        }
        texts.put(column, there);
        return there.length();
    }

    /// As much of a longer text as may be.
    static String beginning(String text, int most) {
        boolean isBetween = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, isBetween ? most - 1 : most);
    }

    boolean isUnnamed() {
        return unnamed > 0;
    }

    /// The values of columns that are not known, in their order; empty where one is no text or number.
    List<String> values() {
        return IntStream.range(0, unnamed)
                .mapToObj(i -> text(Integer.toString(i)))
                .toList();
    }

    /// The values of columns that are known, in the order of their names.
    List<String> named() {
        return Stream.concat(texts.keySet().stream(), numbers.keySet().stream())
                .sorted()
                .map(this::text)
                .toList();
    }

    /// The texts among them.
    List<String> words() {
        return IntStream.range(0, unnamed)
                .mapToObj(i -> texts.getOrDefault(Integer.toString(i), ""))
                .toList();
    }

    /// Empty where there is none.
    String text(String column) {
        String text = texts.getOrDefault(column, "");
        return text.isEmpty() && numbers.containsKey(column) ? Long.toString(number(column, 0)) : text;
    }

    /// A text that names something: what is longer than any id, address or path is cut.
    String name(String column) {
        String text = text(column);
        if (text.length() <= LONGEST_NAME) {
            return text;
        }
        marks.add(Mark.CUT);
        return beginning(text, LONGEST_NAME);
    }

    /// A number, also where the column holds it as text, as older tables do.
    OptionalLong number(String column) {
        var number = Optional.ofNullable(numbers.get(column));
        if (number.isPresent()) {
            return OptionalLong.of(number.get());
        }
        String text = texts.getOrDefault(column, "");
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    long number(String column, long otherwise) {
        return number(column).orElse(otherwise);
    }

    boolean is(String column, long value) {
        var number = number(column);
        return number.isPresent() && number.getAsLong() == value;
    }

    /// How much memory it takes, roughly.
    long weight() {
        return 384
                + 96L * numbers.size()
                + texts.values().stream()
                        .mapToLong(text -> 64 + Budget.of(text))
                        .sum();
    }

    /// The same row, with what another table says of it.
    Fields and(Fields other) {
        var both = new Fields(
                table,
                row,
                where,
                new HashMap<>(other.numbers),
                new HashMap<>(other.texts),
                EnumSet.noneOf(Mark.class),
                standing,
                unnamed);
        both.numbers.putAll(numbers);
        both.texts.putAll(texts);
        both.marks.addAll(marks);
        both.marks.addAll(other.marks);
        return both;
    }
}

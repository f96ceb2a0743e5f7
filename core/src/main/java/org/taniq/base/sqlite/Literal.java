package org.taniq.base.sqlite;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.Bytes;

/// A value that is written out in SQL, as what a column holds by default.
final class Literal {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

    private Literal() {}

    /// The value as a column of such a type holds it; what must be computed stays SQL.
    static Value of(List<Token> sql, Column.Affinity affinity) {
        // what TRUE is in a column of texts depends on the version of SQLite
        boolean isDoubtful = affinity == Column.Affinity.TEXT && isTruth(sql);
        Optional<Value> plain = isDoubtful ? Optional.empty() : plain(sql);
        return plain.map(value -> affinity == Column.Affinity.TEXT ? text(value, sql) : held(value, affinity))
                .orElseGet(() -> new Value.Default(joined(sql)));
    }

    private static boolean isTruth(List<Token> sql) {
        return sql.stream().anyMatch(token -> token.is("true") || token.is("false"));
    }

    private static String joined(List<Token> sql) {
        return sql.stream().map(Token::raw).collect(Collectors.joining(" "));
    }

    private static Optional<Value> plain(List<Token> sql) {
        var inside = sql;
        while (inside.size() > 2
                && inside.getFirst().isSign('(')
                && inside.getLast().isSign(')')) {
            inside = inside.subList(1, inside.size() - 1);
        }
        if (inside.size() == 2
                && (inside.getFirst().isSign('-') || inside.getFirst().isSign('+'))) {
            return inside.getLast().kind() == Token.Kind.NUMBER
                    ? number(inside.getFirst().text() + inside.getLast().text())
                    : Optional.empty();
        }
        return inside.size() == 1 ? one(inside.getFirst()) : Optional.empty();
    }

    private static Optional<Value> one(Token token) {
        return switch (token.kind()) {
            case TEXT, NAME -> Optional.of(new Value.Text(token.text()));
            case NUMBER -> number(token.text());
            case BLOB -> blob(token.text());
            case WORD -> word(token);
            case SIGN -> Optional.empty();
        };
    }

    private static Optional<Value> word(Token word) {
        if (word.is("null")) {
            return Optional.of(Value.NULL);
        }
        if (word.is("true") || word.is("false")) {
            return Optional.of(new Value.Int(word.is("true") ? 1 : 0));
        }
        return Optional.empty();
    }

    private static Optional<Value> number(String text) {
        if (HEX.matcher(text).matches()) {
            return Optional.of(new Value.Int(Long.parseLong(text.substring(2), 16)));
        }
        if (WHOLE.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE) {
            return Optional.of(new Value.Int(Long.parseLong(text)));
        }
        return NUMBER.matcher(text).matches()
                ? Optional.of(new Value.Real(Double.parseDouble(text)))
                : Optional.empty();
    }

    private static Optional<Value> blob(String digits) {
        return digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit)
                ? Optional.of(new Value.Blob(Bytes.of(HexFormat.of().parseHex(digits))))
                : Optional.empty();
    }

    private static Value held(Value value, Column.Affinity affinity) {
        return switch (affinity) {
            case TEXT -> value;
            case BLOB -> value instanceof Value.Real ? numeric(value) : value;
            case REAL -> numeric(value) instanceof Value.Int(long number) ? new Value.Real(number) : numeric(value);
            case INTEGER, NUMERIC -> numeric(value);
        };
    }

    /// A number with a point becomes the text that it is written as.
    private static Value text(Value value, List<Token> sql) {
        return switch (value) {
            case Value.Int(long number) -> new Value.Text(Long.toString(number));
            case Value.Real _ ->
                new Value.Text(sql.stream()
                        .filter(token -> token.kind() == Token.Kind.NUMBER || token.isSign('-'))
                        .map(Token::raw)
                        .collect(Collectors.joining()));
            case Value.Null _, Value.Text _, Value.Garbled _, Value.Blob _, Value.Cut _, Value.Default _ -> value;
        };
    }

    private static Value numeric(Value value) {
        if (value instanceof Value.Text(String text)
                && NUMBER.matcher(text.strip()).matches()) {
            return number(text.strip()).map(Literal::numeric).orElse(value);
        }
        if (value instanceof Value.Real(double number) && Math.rint(number) == number && Math.abs(number) < 0x1p63) {
            return new Value.Int((long) number);
        }
        return value;
    }
}

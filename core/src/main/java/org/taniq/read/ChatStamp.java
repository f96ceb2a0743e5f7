package org.taniq.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The stamp at the beginning of a header line, taken apart: `[3.08.2025, 02:31:13] `, `1/7/23, 11:32 pm - `,
/// `[12:34, 1/2/2024] `. Digits of any script, bidi marks and rare spaces are seen through. It is a reusable
/// scanner;
/// what it found is valid until the next scan.
final class ChatStamp {
    private static final int MOST_NUMBERS = 6;

    /// Morning or afternoon, as far as the stamp says.
    enum Period {
        NONE,
        AM,
        PM,
        UNKNOWN
    }

    private final ClockWords words;
    private final PlainHead head = new PlainHead();
    private byte[] h = head.bytes();
    private int base;
    private int limit;
    private byte[] line = head.bytes();
    private int lineTo;

    private final int[] numbers = new int[MOST_NUMBERS];
    private final int[] widths = new int[MOST_NUMBERS];
    private final byte[] gaps = new byte[MOST_NUMBERS];
    private int count;
    private int at;
    private boolean strangeLetters;
    private boolean comma;

    private boolean bracket;
    private boolean marked;
    private Period period = Period.NONE;
    private ClockWords.Era era = ClockWords.Era.NONE;
    private boolean timeFirst;
    private int shape;
    private int sourceFrom;
    private int sourceTo;
    private int rest;

    ChatStamp(ClockWords words) {
        this.words = words;
    }

    /// Whether the line begins with a stamp.
    boolean scan(byte[] bytes, int from, int to) {
        line = bytes;
        lineTo = to;
        int first = skipMarks(from);
        marked = first > from && !isByteOrderMark(from, first);
        if (first >= to || !mayBegin(bytes[first])) {
            return false;
        }
        h = bytes;
        base = first;
        limit = Math.min(to, first + PlainHead.LONGEST);
        strangeLetters = false;
        head.clear();
        if (parse()) {
            return true;
        }
        return strangeLetters && normalise(first) && parse();
    }

    boolean bracket() {
        return bracket;
    }

    /// Whether a left-to-right or right-to-left mark stands before the bracket: the record has an attachment.
    boolean marked() {
        return marked;
    }

    Period period() {
        return period;
    }

    ClockWords.Era era() {
        return era;
    }

    /// The i-th number of the date, as it stands in the line.
    int date(int i) {
        return numbers[timeFirst ? count - 3 + i : i];
    }

    int dateWidth(int i) {
        return widths[timeFirst ? count - 3 + i : i];
    }

    /// What stands between the numbers of the date.
    char dateSeparator() {
        return (char) gaps[timeFirst ? count - 3 : 0];
    }

    int hour() {
        return numbers[timeFirst ? 0 : 3];
    }

    int minute() {
        return numbers[timeFirst ? 1 : 4];
    }

    boolean hasSeconds() {
        return count == 6;
    }

    int second() {
        return count == 6 ? numbers[timeFirst ? 2 : 5] : 0;
    }

    boolean hasComma() {
        return comma;
    }

    /// Whether its digits are not ASCII.
    boolean hasStrangeDigits() {
        return head.hasStrangeDigits();
    }

    boolean isTimeFirst() {
        return timeFirst;
    }

    /// Everything that a phone does not change within one export, as one number.
    int shape() {
        return shape;
    }

    /// The stamp without brackets and dash, as the source wrote it.
    String source() {
        return new String(line, sourceFrom, sourceTo - sourceFrom, StandardCharsets.UTF_8);
    }

    int sourceFrom() {
        return sourceFrom;
    }

    int sourceTo() {
        return sourceTo;
    }

    /// Where the sender or the notice begins.
    int rest() {
        return rest;
    }

    private static boolean mayBegin(byte b) {
        return b == '[' || b >= '0' && b <= '9' || b < 0 || b >= 'A' && b <= 'Z';
    }

    private int skipMarks(int from) {
        int i = from;
        while (i + 2 < lineTo && (isMark(i) || isByteOrderMark(i, i + 3))) {
            i += 3;
        }
        return i;
    }

    private boolean isMark(int i) {
        return line[i] == (byte) 0xE2
                && line[i + 1] == (byte) 0x80
                && (line[i + 2] == (byte) 0x8E || line[i + 2] == (byte) 0x8F);
    }

    private boolean isByteOrderMark(int from, int to) {
        return to - from == 3
                && line[from] == (byte) 0xEF
                && line[from + 1] == (byte) 0xBB
                && line[from + 2] == (byte) 0xBF;
    }

    private byte peek() {
        return base + at < limit ? h[base + at] : 0;
    }

    private int source(int index) {
        return h == line ? base + index : head.origin(index);
    }

    private boolean parse() {
        at = 0;
        count = 0;
        comma = false;
        period = Period.NONE;
        era = ClockWords.Era.NONE;
        Arrays.fill(gaps, (byte) 0);
        bracket = peek() == '[';
        at += bracket ? 1 : 0;
        skipSpaces();
        sourceFrom = source(at);
        return items() && count >= 5 && (dateFirst() && plausible() || timeFirst() && plausible());
    }

    /// Numbers, words and what stands between them, up to the bracket or dash that ends a stamp.
    private boolean items() {
        while (true) {
            byte c = peek();
            if (c >= '0' && c <= '9') {
                if (!number()) {
                    return false;
                }
            } else if (isLetter(c)) {
                if (!word()) {
                    return false;
                }
            } else if (c == ']' || c == '-' && afterSpace()) {
                return end(c);
            } else if (!gap(c)) {
                return false;
            }
        }
    }

    private boolean number() {
        if (count == MOST_NUMBERS) {
            return false;
        }
        int begin = at;
        int value = 0;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + peek() - '0';
            at++;
            if (at - begin > 4) {
                return false;
            }
        }
        widths[count] = at - begin;
        numbers[count] = value;
        count++;
        return true;
    }

    private boolean gap(byte c) {
        switch (c) {
            case '/', '-', ':', '.' -> {
                if (count == 0 || gaps[count - 1] != 0 && gaps[count - 1] != ' ') {
                    return false;
                }
                gaps[count - 1] = c;
            }
            case ',', ' ' -> {
                comma |= c == ',';
                if (count > 0 && gaps[count - 1] == 0) {
                    gaps[count - 1] = ' ';
                }
            }
            default -> {
                strangeLetters |= c < 0;
                return false;
            }
        }
        at++;
        return true;
    }

    private boolean word() {
        int begin = at;
        while (isLetter(peek()) || peek() == '.') {
            at++;
        }
        if (peek() == ' '
                && at - begin <= 2
                && base + at + 2 < limit
                && isLetter(h[base + at + 1])
                && !isLetter(h[base + at + 2])) {
            at += 2;
            at += peek() == '.' ? 1 : 0;
        }
        if (at - begin > 12) {
            return false;
        }
        return meaning(begin);
    }

    private boolean meaning(int begin) {
        if (at - begin == 2 && (h[base + begin + 1] | 0x20) == 'm' && isAmPm(h[base + begin])) {
            period = (h[base + begin] | 0x20) == 'a' ? Period.AM : Period.PM;
            return count > 0;
        }
        String text = new String(line, source(begin), source(at) - source(begin), StandardCharsets.UTF_8);
        switch (words.meaning(text)) {
            case AM -> period = Period.AM;
            case PM -> period = Period.PM;
            case BUDDHIST -> era = ClockWords.Era.BUDDHIST;
            case REIWA -> era = ClockWords.Era.REIWA;
            case HEISEI_OR_HOURS -> heiseiOrHours();
            case BETWEEN -> {}
            case UNKNOWN -> {
                return unknownWord(begin);
            }
        }
        return true;
    }

    /// `H30/1/17` counts from Heisei, `14 h 31` is a time of day.
    private void heiseiOrHours() {
        if (count == 0) {
            era = ClockWords.Era.HEISEI;
        } else {
            gaps[count - 1] = ':';
        }
    }

    private boolean unknownWord(int begin) {
        if (count < 5 || period != Period.NONE || !bracket && at - begin > 4) {
            return false;
        }
        period = Period.UNKNOWN;
        return true;
    }

    private static boolean isAmPm(byte c) {
        return (c | 0x20) == 'a' || (c | 0x20) == 'p';
    }

    private static boolean isLetter(byte c) {
        return c == PlainHead.LETTER || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private boolean afterSpace() {
        return at > 0 && h[base + at - 1] == ' ' && base + at + 1 < limit && h[base + at + 1] == ' ';
    }

    private boolean end(byte c) {
        if (bracket != (c == ']')) {
            return false;
        }
        int stop = at;
        while (stop > 0 && h[base + stop - 1] == ' ') {
            stop--;
        }
        sourceTo = source(stop);
        at++;
        skipSpaces();
        rest = at >= limit - base && h == head.bytes() ? head.origin(limit) : source(at);
        return true;
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    private boolean dateFirst() {
        timeFirst = false;
        return gaps[0] == gaps[1]
                && isDate(0)
                && (gaps[2] == ' ' || gaps[2] == '.' && gaps[0] == '.')
                && isTime(3)
                && (count == 5 || isTime(4));
    }

    private boolean timeFirst() {
        timeFirst = true;
        return isTime(0) && gaps[count - 3] == gaps[count - 2] && isDate(count - 3) && gaps[count - 4] == ' ';
    }

    private boolean isTime(int i) {
        return gaps[i] == ':' || gaps[i] == '.';
    }

    private boolean isDate(int i) {
        return gaps[i] == '/' || gaps[i] == '.' || gaps[i] == '-';
    }

    private boolean plausible() {
        if (widths[timeFirst ? 1 : 4] != 2 || !StampShape.isPlausible(this)) {
            return false;
        }
        shape = StampShape.of(this);
        return true;
    }

    /// Looks at a plain copy instead of the line.
    private boolean normalise(int from) {
        limit = head.fill(line, from, lineTo);
        h = head.bytes();
        base = 0;
        return true;
    }
}

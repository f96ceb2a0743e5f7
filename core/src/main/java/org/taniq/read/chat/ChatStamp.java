package org.taniq.read.chat;

import java.nio.charset.StandardCharsets;

/// The stamp at the beginning of a header line, taken apart: `[3.08.2025, 02:31:13] `,
/// `1/7/23, 11:32 pm - `, `[12:34, 1/2/2024] `. Digits of any script, bidi marks and rare spaces are seen
/// through. It is a reusable scanner; what it found is valid until the next scan.
final class ChatStamp {
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

    private final StampNumbers numbers = new StampNumbers();
    private int at;
    private boolean strangeLetters;
    private boolean comma;

    private boolean bracket;
    private boolean marked;
    private Period period = Period.NONE;
    private ClockWords.Era era = ClockWords.Era.NONE;
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
        int first = PlainHead.behindMarks(bytes, from, to);
        marked = first > from && !PlainHead.isByteOrderMark(bytes, from, first);
        if (first >= to || !PlainHead.mayBegin(bytes[first])) {
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
        return strangeLetters && head.mayGoOn(line, base + at, lineTo) && normalise(first) && parse();
    }

    boolean bracket() {
        return bracket;
    }

    /// Whether a left-to-right or right-to-left mark stands before the bracket: the record has an
    /// attachment.
    boolean marked() {
        return marked;
    }

    Period period() {
        return period;
    }

    ClockWords.Era era() {
        return era;
    }

    /// Day and time, as they stand in the line.
    StampNumbers numbers() {
        return numbers;
    }

    boolean hasComma() {
        return comma;
    }

    /// Whether its digits are not ASCII.
    boolean hasStrangeDigits() {
        return head.hasStrangeDigits();
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

    private byte peek() {
        return base + at < limit ? h[base + at] : 0;
    }

    private int source(int index) {
        return h == line ? base + index : head.origin(index);
    }

    private boolean parse() {
        at = 0;
        numbers.clear();
        comma = false;
        period = Period.NONE;
        era = ClockWords.Era.NONE;
        bracket = peek() == '[';
        at += bracket ? 1 : 0;
        skipSpaces();
        sourceFrom = source(at);
        return items() && isTime();
    }

    /// Numbers, words and what stands between them, up to the bracket or dash that ends a stamp.
    private boolean items() {
        while (true) {
            byte c = peek();
            if (c >= '0' && c <= '9') {
                if (!number()) {
                    return false;
                }
            } else if (PlainHead.isLetter(c)) {
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
        if (numbers.isFull()) {
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
        numbers.add(value, at - begin);
        return true;
    }

    private boolean gap(byte c) {
        switch (c) {
            case '/', '-', ':', '.' -> {
                if (!numbers.separate(c)) {
                    return false;
                }
            }
            case ',', ' ' -> {
                comma |= c == ',';
                numbers.space();
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
        while (PlainHead.isLetter(peek()) || peek() == '.') {
            at++;
        }
        if (peek() == ' '
                && at - begin <= 2
                && base + at + 2 < limit
                && PlainHead.isLetter(h[base + at + 1])
                && !PlainHead.isLetter(h[base + at + 2])) {
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
            return numbers.count() > 0;
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
        if (numbers.count() == 0) {
            era = ClockWords.Era.HEISEI;
        } else {
            numbers.endHours();
        }
    }

    private boolean unknownWord(int begin) {
        if (numbers.count() < 5 || period != Period.NONE || !bracket && at - begin > 4) {
            return false;
        }
        period = Period.UNKNOWN;
        return true;
    }

    private static boolean isAmPm(byte c) {
        return (c | 0x20) == 'a' || (c | 0x20) == 'p';
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

    private boolean isTime() {
        return numbers.count() >= 5
                && (numbers.haveDateFirst() && plausible() || numbers.haveTimeFirst() && plausible());
    }

    private boolean plausible() {
        if (numbers.minuteWidth() != 2 || !StampShape.isPlausible(this)) {
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

package org.taniq.read.chat;

import java.util.Arrays;

/// The numbers of a stamp and what stands behind each: three of a date and two or three of a time, in
/// either order. What they mean is valid once [#haveDateFirst] or [#haveTimeFirst] has said so.
final class StampNumbers {
    private static final int MOST = 6;

    private final int[] numbers = new int[MOST];
    private final int[] widths = new int[MOST];
    private final byte[] gaps = new byte[MOST];
    private int count;
    private boolean timeFirst;

    void clear() {
        count = 0;
        Arrays.fill(gaps, (byte) 0);
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == MOST;
    }

    void add(int number, int width) {
        widths[count] = width;
        numbers[count] = number;
        count++;
    }

    /// A sign behind the last number; false where another stands there already, or no number before.
    boolean separate(byte sign) {
        if (count == 0 || gaps[count - 1] != 0 && gaps[count - 1] != ' ') {
            return false;
        }
        gaps[count - 1] = sign;
        return true;
    }

    /// A space or comma behind the last number; one behind a sign says nothing.
    void space() {
        if (count > 0 && gaps[count - 1] == 0) {
            gaps[count - 1] = ' ';
        }
    }

    /// A word said that the last number is hours.
    void endHours() {
        gaps[count - 1] = ':';
    }

    /// Whether they can be a date and then a time. There are five at least.
    boolean haveDateFirst() {
        timeFirst = false;
        return gaps[0] == gaps[1]
                && isDate(0)
                && (gaps[2] == ' ' || gaps[2] == '.' && gaps[0] == '.')
                && isTime(3)
                && (count == 5 || isTime(4));
    }

    /// Whether they can be a time and then a date. There are five at least.
    boolean haveTimeFirst() {
        timeFirst = true;
        return isTime(0) && gaps[count - 3] == gaps[count - 2] && isDate(count - 3) && gaps[count - 4] == ' ';
    }

    private boolean isTime(int i) {
        return gaps[i] == ':' || gaps[i] == '.';
    }

    private boolean isDate(int i) {
        return gaps[i] == '/' || gaps[i] == '.' || gaps[i] == '-';
    }

    boolean isTimeFirst() {
        return timeFirst;
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

    int minuteWidth() {
        return widths[timeFirst ? 1 : 4];
    }

    boolean hasSeconds() {
        return count == 6;
    }

    int second() {
        return count == 6 ? numbers[timeFirst ? 2 : 5] : 0;
    }
}

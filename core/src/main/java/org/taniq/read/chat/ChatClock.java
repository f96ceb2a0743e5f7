package org.taniq.read.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taniq.base.When;

/// Turns stamps into times, by what was decided for the whole file. Phones write no zone.
final class ChatClock {
    private static final int BUDDHIST_YEARS = 543;
    private static final int REIWA_YEARS = 2018;
    private static final int HEISEI_YEARS = 1988;

    private final Map<Integer, DateVote.Decision> decisions = new HashMap<>();
    private int lastShape = -1;
    private DateVote.@Nullable Decision lastDecision;
    private final int[] lastDate = new int[3];
    private LocalDate lastDay = LocalDate.EPOCH;
    private String rule = "";
    private boolean ambiguous;
    private boolean against;

    ChatClock(ChatSurvey survey) {
        survey.votes().forEach((shape, vote) -> decisions.put(shape, vote.decide()));
    }

    Map<Integer, DateVote.Decision> decisions() {
        return decisions;
    }

    /// The time that a stamp says.
    When read(ChatStamp stamp) {
        if (stamp.period() == ChatStamp.Period.UNKNOWN) {
            return new When.Unknown(stamp.source(), "the word for morning or afternoon is not known");
        }
        try {
            LocalDate day = day(stamp);
            LocalTime time = LocalTime.of(
                    hour(stamp), stamp.numbers().minute(), stamp.numbers().second());
            return new When.Local(stamp.source(), LocalDateTime.of(day, time), "", rule);
        } catch (DateTimeException impossible) {
            return new When.Unknown(stamp.source(), "no such day, or a calendar that is not known");
        }
    }

    /// Whether day and month of the stamp read last could be the other way round.
    boolean ambiguous() {
        return ambiguous;
    }

    /// Whether the stamp read last can only be read in another order than its shape.
    boolean againstItsShape() {
        return against;
    }

    private static int hour(ChatStamp stamp) {
        int hour = stamp.numbers().hour() % 24;
        return switch (stamp.period()) {
            case AM -> hour == 12 ? 0 : hour;
            case PM -> hour < 12 ? hour + 12 : hour;
            case NONE, UNKNOWN -> hour;
        };
    }

    private LocalDate day(ChatStamp stamp) {
        int a = stamp.numbers().date(0);
        int b = stamp.numbers().date(1);
        int c = stamp.numbers().date(2);
        if (stamp.shape() == lastShape && a == lastDate[0] && b == lastDate[1] && c == lastDate[2]) {
            return lastDay;
        }
        if (stamp.shape() != lastShape || lastDecision == null) {
            lastDecision = decisions.getOrDefault(
                    stamp.shape(),
                    new DateVote.Decision(DateOrder.DAY_FIRST, DateVote.Doubt.MIXED, "too many shapes in one file"));
        }
        lastShape = -1;
        lastDay = day(stamp, order(lastDecision, stamp.numbers()));
        lastShape = stamp.shape();
        lastDate[0] = a;
        lastDate[1] = b;
        lastDate[2] = c;
        return lastDay;
    }

    /// The order for this date: its shape's, unless the numbers allow only the other one.
    private DateOrder order(DateVote.Decision decision, StampNumbers numbers) {
        int a = numbers.date(0);
        int b = numbers.date(1);
        rule = decision.rule();
        against = false;
        ambiguous = decision.doubt() == DateVote.Doubt.YEAR && (a != b || a != numbers.date(2));
        if (decision.order() == DateOrder.YEAR_FIRST && b <= 12 && numbers.date(2) <= 31) {
            return decision.order();
        }
        if (a > 12 || b > 12) {
            return onlyOrder(decision, a > 12 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        ambiguous |= decision.doubt() != DateVote.Doubt.NONE && a != b;
        return decision.order();
    }

    private DateOrder onlyOrder(DateVote.Decision decision, DateOrder only) {
        boolean mixed = decision.doubt() == DateVote.Doubt.MIXED;
        against = only != decision.order() && !mixed;
        rule = only == decision.order() && !mixed ? rule : only.word() + ": one number is above 12";
        return only;
    }

    private static LocalDate day(ChatStamp stamp, DateOrder order) {
        int a = stamp.numbers().date(0);
        int b = stamp.numbers().date(1);
        int c = stamp.numbers().date(2);
        return switch (order) {
            case DAY_FIRST -> LocalDate.of(year(stamp, c, stamp.numbers().dateWidth(2)), b, a);
            case MONTH_FIRST -> LocalDate.of(year(stamp, c, stamp.numbers().dateWidth(2)), a, b);
            case YEAR_FIRST -> LocalDate.of(year(stamp, a, stamp.numbers().dateWidth(0)), b, c);
        };
    }

    private static int year(ChatStamp stamp, int number, int width) {
        int year = switch (stamp.era()) {
            case REIWA -> REIWA_YEARS + number;
            case HEISEI -> HEISEI_YEARS + number;
            case BUDDHIST -> (width <= 2 ? 2500 + number : number) - BUDDHIST_YEARS;
            case NONE -> plainYear(number, width);
        };
        if (year < 1990 || year > 2200) {
            throw new DateTimeException("year");
        }
        return year;
    }

    private static int plainYear(int number, int width) {
        if (width <= 2) {
            return 2000 + number;
        }
        return number > 2400 && number < 2800 ? number - BUDDHIST_YEARS : number;
    }
}

package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Json;

/// Who voted for what in polls: for each vote its answers, by the numbers of both. The words of an answer are kept
/// once; its message has all of them.
final class Votes {
    /// Answers of one vote; a poll has twelve.
    private static final int MOST_ANSWERS = 100;

    /// Characters of an answer; WhatsApp takes 100.
    private static final int LONGEST_ANSWER = 1_000;

    private static final int EACH = 160;

    private final Map<Long, List<Long>> answers = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Budget budget;
    private boolean isCut;

    private Votes(Budget budget) {
        this.budget = budget;
    }

    /// @param ahead reads tables that are read again afterwards
    /// @param apart takes rows that stand apart
    static Votes of(Store store, Store ahead, Budget budget, OneTable.Taking apart) throws IOException {
        var votes = new Votes(budget);
        var options = ahead.table("message_poll_option", List.of("option_name"));
        var chosen = store.votes();
        if (options.isPresent() && chosen.isPresent()) {
            options.get().each(votes::name); // one that stands apart is a record beside
        }
        if (chosen.isPresent()) {
            chosen.get().each(row -> {
                if (row.isUnnamed()) {
                    apart.take(row);
                } else {
                    votes.vote(row);
                }
            });
        }
        return votes;
    }

    private void name(Fields row) {
        if (row.isApart()) {
            return;
        }
        String name = row.text("option_name");
        String cut = name.length() > LONGEST_ANSWER ? Fields.beginning(name, LONGEST_ANSWER) + "…" : name;
        if (hasRoom(EACH + Budget.of(cut))) {
            names.put(row.row(), cut);
        }
    }

    private void vote(Fields row) {
        if (!hasRoom(EACH)) {
            return;
        }
        var all = answers.computeIfAbsent(row.number("message_add_on_row_id", 0), _ -> new ArrayList<>(1));
        if (all.size() < MOST_ANSWERS) {
            all.add(row.number("message_poll_option_id", 0));
        } else {
            isCut = true;
        }
    }

    private boolean hasRoom(long bytes) {
        boolean has = budget.take(bytes);
        isCut |= !has;
        return has;
    }

    /// The answers of one vote; one that is not there by its number.
    Json of(long vote) {
        return Json.strings(answers.getOrDefault(vote, List.of()).stream()
                .map(option -> names.getOrDefault(option, Long.toString(option)))
                .toList());
    }

    /// Whether there are more than are held.
    boolean isCut() {
        return isCut;
    }
}

package org.taniq.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.taniq.app.Overlapping;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.read.overlap.Overlap;
import org.taniq.seal.Pointer;

/// What two exports of the same chats say of each other, in words.
final class OverlapWords {
    private static final int SHOWN = 10;

    private final Surroundings around;
    private final String own;
    private final BiConsumer<String, Map<String, ?>> out;

    /// @param out says a point, by its key
    OverlapWords(Surroundings around, String own, BiConsumer<String, Map<String, ?>> out) {
        this.around = around;
        this.own = own;
        this.out = out;
    }

    /// @param added the readings of what was added now
    void tell(Overlapping overlap, List<Pointer> added) {
        boolean isLater = added.contains(overlap.laterReading());
        if (overlap.order() == Overlapping.Order.UNKNOWN) {
            unordered(overlap, isLater);
        } else if (isLater) {
            later(overlap);
        } else {
            earlier(overlap);
        }
    }

    private void later(Overlapping overlap) {
        out.accept(
                "add.overlap",
                Map.of(
                        "reference", Reference.to(overlap.earlierReading(), own),
                        "chats", overlap.chats(),
                        "known", overlap.known(),
                        "fresh", overlap.count(Overlap.Fate.NEW)));
        renamed(overlap);
        lost(overlap);
    }

    /// People also add an old export after a newer one.
    private void earlier(Overlapping overlap) {
        out.accept(
                "add.overlap-earlier",
                Map.of(
                        "reference", Reference.to(overlap.laterReading(), own),
                        "chats", overlap.chats(),
                        "known", overlap.known()));
        behind(overlap);
        renamed(overlap);
        lost(overlap);
    }

    /// Messages that were deleted at the end of a chat leave no trace in some formats.
    private void behind(Overlapping overlap) {
        int fresh = overlap.count(Overlap.Fate.NEW);
        if (fresh > 0) {
            out.accept(
                    "add.overlap-behind", Map.of("reference", Reference.to(overlap.laterReading(), own), "n", fresh));
        }
    }

    /// Both are told, the one with what is otherwise in the other.
    private void unordered(Overlapping overlap, boolean isFirst) {
        if (isFirst) {
            out.accept(
                    "add.overlap-open",
                    Map.of(
                            "reference", Reference.to(overlap.earlierReading(), own),
                            "chats", overlap.chats(),
                            "known", overlap.known()));
            renamed(overlap);
        }
        each(overlap, _ -> "different");
    }

    private void renamed(Overlapping overlap) {
        int renamed = overlap.count(Overlap.Fate.RENAMED);
        if (renamed > 0) {
            out.accept("add.renamed", Map.of("n", renamed));
        }
    }

    private void lost(Overlapping overlap) {
        each(overlap, fate -> fate.name().toLowerCase(Locale.ROOT));
        if (!overlap.lost().isEmpty()) {
            out.accept("add.lost-is-evidence", Map.of());
        }
    }

    private void each(Overlapping overlap, Function<Overlap.Fate, String> word) {
        overlap.lost().stream()
                .limit(SHOWN)
                .forEach(lost -> out.accept(
                        "add.lost",
                        Map.of(
                                "reference", Reference.to(overlap.earlierReading(), lost.record(), own),
                                "fate", around.messages().word("fate", word.apply(lost.fate())))));
        int more = overlap.lost().size() - SHOWN;
        if (more > 0) {
            out.accept("add.lost-more", Map.of("n", more));
        }
    }
}

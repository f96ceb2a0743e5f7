package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.html.TextRun;
import org.taniq.base.html.TextRun.Gap;

/// Puts the runs of a body together, so many of them.
final class WordsOf {
    /// Characters that a reader sees, in one record.
    static final int MOST = 1 << 20;

    /// Characters of each of the rest.
    private static final int MOST_BESIDE = 1 << 16;

    /// Places that one record keeps; further runs are in its text without one.
    private static final int MOST_PLACES = 4096;

    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder beside = new StringBuilder();
    private final List<Words.Place> places = new ArrayList<>();
    private boolean isWhole = true;

    private WordsOf() {}

    /// @param extent how much of the body the runs are of
    static Words runs(List<TextRun> runs, Words.Extent extent) {
        var words = new WordsOf();
        runs.forEach(words::add);
        return new Words(
                words.shown.toString(),
                words.places,
                words.title.toString(),
                words.hidden.toString(),
                words.beside.toString(),
                new Words.Extent(
                        words.isEmpty() ? "" : extent.charset(),
                        extent.isUnpacked(),
                        extent.isWhole() && words.isWhole,
                        extent.hindrance(),
                        extent.chunks()));
    }

    private boolean isEmpty() {
        return shown.isEmpty() && title.isEmpty() && hidden.isEmpty() && beside.isEmpty();
    }

    private void add(TextRun run) {
        switch (run.kind()) {
            case SHOWN -> shown(run);
            case TITLE -> title(run);
            case HIDDEN -> append(run, hidden, MOST_BESIDE);
            case BESIDE -> append(run, beside, MOST_BESIDE);
        }
    }

    /// A title is found by its words as well.
    private void title(TextRun run) {
        append(run, title, MOST_BESIDE);
        shown(run);
    }

    private void shown(TextRun run) {
        int before = shown.length();
        append(run, shown, MOST);
        if (shown.length() > before && places.size() < MOST_PLACES) {
            int gap = before > 0 && run.gap() != Gap.NONE ? 1 : 0;
            places.add(new Words.Place(before + gap, run.from(), run.to()));
        }
    }

    private void append(TextRun run, StringBuilder to, int most) {
        if (to.length() + run.text().length() + 1 > most) {
            isWhole = false;
            if (to.length() >= most - 1) {
                return;
            }
        }
        if (!to.isEmpty()) {
            to.append(run.gap() == Gap.LINE ? "\n" : run.gap() == Gap.SPACE ? " " : "");
        }
        to.append(run.text(), 0, cut(run.text(), most - to.length()));
    }

    /// As much of a text as one record holds.
    static String cut(String text) {
        return text.substring(0, cut(text, MOST));
    }

    /// So many characters, and no half of one.
    private static int cut(String text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : Math.max(0, most);
    }
}

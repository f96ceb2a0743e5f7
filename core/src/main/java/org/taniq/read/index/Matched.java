package org.taniq.read.index;

import java.util.ArrayList;
import java.util.List;

/// Where the words that were asked for stand in a text that was found.
final class Matched {
    private final List<String> words = new ArrayList<>();
    private final List<Hits.Span> places = new ArrayList<>();
    private final boolean[] marked;

    private Matched(String text) {
        var all = new Words(text);
        while (all.next()) {
            words.add(all.folded());
            places.add(new Hits.Span(all.start(), all.end()));
        }
        this.marked = new boolean[words.size()];
    }

    static List<Hits.Span> in(String text, List<Wanted.Part> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        var matched = new Matched(text);
        parts.forEach(matched::mark);
        return matched.spans();
    }

    private void mark(Wanted.Part part) {
        for (int i = 0; i < words.size(); i++) {
            int length = lengthAt(i, part);
            for (int j = i; j < i + length; j++) {
                marked[j] = true;
            }
        }
    }

    /// How many words from here on are this part: 0 if it is not here.
    private int lengthAt(int i, Wanted.Part part) {
        return switch (part) {
            case Wanted.Part.One(var word) -> words.get(i).equals(word.folded()) ? 1 : 0;
            case Wanted.Part.Prefix(var begin) -> words.get(i).startsWith(begin.folded()) ? 1 : 0;
            case Wanted.Part.Phrase(var phrase) -> phraseAt(i, phrase) ? phrase.size() : 0;
        };
    }

    private boolean phraseAt(int i, List<Wanted.Word> phrase) {
        return i + phrase.size() <= words.size()
                && words.subList(i, i + phrase.size())
                        .equals(phrase.stream().map(Wanted.Word::folded).toList());
    }

    private List<Hits.Span> spans() {
        var spans = new ArrayList<Hits.Span>();
        for (int i = 0; i < marked.length; i++) {
            if (marked[i]) {
                spans.add(places.get(i));
            }
        }
        return spans;
    }
}

package org.taniq.read.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// What was found in a picture or a recording beside what it shows, each thing once.
public final class Gathered {
    /// A name of a camera, a title, a comment.
    private static final int LONGEST = 1 << 14;

    private static final int MOST = 2000;
    /// Others of which there are very many must not take their place.
    private static final Set<String> FIRST = Set.of("takenAt", "camera", "taken");

    private static final int MOST_OF_THESE = 200;
    private static final int MOST_WORDS = 1 << 18;

    /// Details whose words somebody wrote to be read.
    private static final Set<String> WORDS =
            Set.of("title", "description", "comment", "caption", "headline", "keywords", "lyrics");

    private final SequencedSet<Detail> details = new LinkedHashSet<>();
    private final SequencedSet<String> words = new LinkedHashSet<>();
    private final List<Said> warnings = new ArrayList<>();
    private int size;

    /// How often what a file says more than is kept was left out.
    private int leftOut;

    /// A detail, and, where somebody wrote it to be read, its words.
    public void add(String name, String value) {
        String text = value.replace("\0", " ").strip();
        if (text.isEmpty()) {
            return;
        }
        String cut = Detail.cut(text, LONGEST);
        add(Detail.of(name, cut));
        if (WORDS.contains(name)) {
            word(text);
        }
    }

    public void add(Detail detail) {
        int most = FIRST.contains(detail.name()) ? MOST + MOST_OF_THESE : MOST;
        if (details.size() < most) {
            details.add(detail);
        } else {
            leftOut++;
        }
    }

    private void word(String text) {
        if (size + text.length() <= MOST_WORDS && words.add(text)) {
            size += text.length();
        }
    }

    /// A part of what a detail says: of the camera, of the place.
    public void part(String name, String part, String value) {
        String text = value.replace("\0", " ").strip();
        if (!text.isEmpty()) {
            add(new Detail(
                    name, Json.object().put(part, Detail.cut(text, LONGEST)).build()));
        }
    }

    /// Something for which there is no name of ours.
    public void noted(String name, String value) {
        String text = value.replace("\0", " ").strip();
        if (!text.isEmpty()) {
            var noted = Json.object().put("name", Detail.cut(name, 200)).put("value", Detail.cut(text, LONGEST));
            add(new Detail("noted", noted.build()));
        }
    }

    public void warn(Said warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    public List<Said> warnings() {
        return List.copyOf(warnings);
    }

    /// What somebody wrote, a line each.
    public String text() {
        return String.join("\n", words);
    }

    public List<Detail> details() {
        var all = new ArrayList<>(details);
        if (leftOut > 0) {
            all.add(Detail.of("leftOut", leftOut));
        }
        return all;
    }
}

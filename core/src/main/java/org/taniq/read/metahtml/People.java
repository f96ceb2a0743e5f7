package org.taniq.read.metahtml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taniq.base.html.HtmlPage;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;

/// Who writes on a page of one conversation, as far as that says whether it may be one of two people. A group can be
/// called as a person is: then it is not she to whom the others write.
final class People {
    /// `100009794951641@facebook.com`, in pages of before 2018
    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}@facebook\\.com");

    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]{0,20})(?:\\s[^<>]*+)?>");
    private static final int TWO = 2;
    private static final int LONGEST = 1 << 12;

    /// Names as the page writes them, three at most.
    private final SequencedSet<String> names = new LinkedHashSet<>();

    private boolean hasNotice;

    private People() {}

    /// @param layout whose blocks are messages
    static People of(Input input, Layout layout) throws IOException {
        var people = new People();
        try (var in = input.bytes().open()) {
            var segments = new Segments(in, layout);
            for (var next = segments.next(); next.isPresent() && people.mayBeTwo(); next = segments.next()) {
                if (next.get().begin() == Segments.Begin.BLOCK) {
                    people.block(next.get().text(), layout);
                }
            }
        }
        return people;
    }

    private boolean mayBeTwo() {
        return !hasNotice && names.size() <= TWO;
    }

    /// Without a time it says something of the conversation: who takes part, as in groups.
    private void block(String text, Layout layout) {
        boolean hasTime = false;
        var tag = TAG.matcher(text);
        var headings = new ArrayList<String>();
        while (tag.find()) {
            hasTime |= layout.isTime(tag.group());
            if (layout.isHeading(tag.group())) {
                int end = text.indexOf("</" + tag.group(1) + ">", tag.end());
                headings.add(text.substring(tag.end(), Math.clamp(end, tag.end(), tag.end() + LONGEST)));
            }
        }
        hasNotice |= !hasTime && !headings.isEmpty();
        headings.stream().filter(name -> !name.isBlank()).forEach(this::name);
    }

    private void name(String name) {
        if (names.size() <= TWO) {
            names.add(name);
        }
    }

    /// Whether a page that is called so may be that of two: of what both wrote it is called as one of them.
    boolean areTwo(String title) {
        return mayBeTwo()
                && (names.size() < TWO
                        || names.stream().anyMatch(name -> said(name).equals(title)));
    }

    private static String said(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return PageText.of(HtmlPage.of(bytes, "utf-8").document().body());
    }

    /// Somebody of whom a name, or a number and no name, is written.
    static Actor named(String written) {
        return NUMBER.matcher(written).matches() ? Draft.named("", written) : Draft.named(written, "");
    }

    /// Those whom the beginning of a conversation lists: numbers only where none has a name, as they would be that
    /// person's.
    ///
    /// @param id empty where the conversation has none
    static Actor listed(String title, String id) {
        var people = Arrays.stream(title.split(", ", -1))
                .collect(Collectors.partitioningBy(each -> NUMBER.matcher(each).matches()));
        List<String> numbers = people.getOrDefault(true, List.of());
        String names = String.join(", ", people.getOrDefault(false, List.of()));
        return numbers.isEmpty()
                ? Draft.named(title, id)
                : Draft.named(names, id.isEmpty() && names.isEmpty() ? String.join(", ", numbers) : id);
    }
}

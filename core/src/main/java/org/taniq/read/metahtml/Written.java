package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Mark;

/// What was written in a block, and what came with it. What is taken out by itself (files, reactions) is taken out of
/// the elements, so that the rest is words.
final class Written {
    /// A sign, and behind it the name of who reacted with it.
    private static final Pattern REACTION = Pattern.compile("(\\X)\\s*(.+)", Pattern.DOTALL);

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> PLAYED = Set.of("video", "audio", "object");
    private static final int MOST_FILES = 1000;
    private static final int MOST_COMPARED = 100;

    private final Draft draft;
    private final ExportFiles there;
    private final SequencedSet<String> addresses = new LinkedHashSet<>();
    private final SequencedSet<String> files = new LinkedHashSet<>();
    private final List<String> descriptions = new ArrayList<>();
    private long reactions;

    private Written(Draft draft, ExportFiles there) {
        this.draft = draft;
        this.there = there;
    }

    /// Adds a message: the words of whoever wrote it, and behind them those that may be another's.
    static void message(Draft draft, List<Element> contents, ExportFiles there) {
        var written = new Written(draft, there);
        contents.forEach(written::take);
        var parts = contents.size() == 1 ? Parts.of(contents.getFirst()) : new Parts(contents);
        if (!contents.isEmpty()) {
            written.words(parts);
        }
        written.end();
    }

    private void words(Parts parts) {
        draft.words(parts.main());
        var beside = new ArrayList<>(parts.beside());
        beside.addAll(descriptions);
        beside.remove(parts.main());
        beside.addAll(addressesNotIn(parts.main() + "\n" + String.join("\n", beside)));
        draft.shown(beside);
        if (!isAddress(parts.shared())) {
            draft.mark(Mark.FORWARDED);
        }
    }

    private boolean isAddress(String words) {
        return words.isEmpty() || addresses.contains(words);
    }

    /// Adds words of which nobody says whose they are.
    static void anybodys(Draft draft, List<Element> contents, ExportFiles there) {
        var written = new Written(draft, there);
        contents.forEach(written::take);
        var words = new ArrayList<>(contents.stream().map(PageText::of).toList());
        words.addAll(written.descriptions);
        words.forEach(draft::words);
        written.addressesNotIn(String.join("\n", words)).forEach(draft::words);
        written.end();
    }

    private List<String> addressesNotIn(String words) {
        int compared = 0;
        var others = new ArrayList<String>();
        for (var address : addresses) {
            if (compared++ >= MOST_COMPARED || !words.contains(address)) {
                others.add(address);
            }
        }
        return others;
    }

    private void take(Element content) {
        for (var list : content.select("ul")) {
            if (Layout.isReactions(list)) {
                list.select("li").forEach(this::reaction);
                list.remove();
            }
        }
        content.select("a[href]").forEach(link -> address(link.attr("href")));
        content.select("[src]").forEach(shown -> source(shown.attr("src")));
        content.select("img[alt]")
                .forEach(picture -> describe(picture.attr("alt").strip()));
        content.select("*").forEach(this::played);
    }

    /// What stands for a picture, and what is shown beside something.
    private void describe(String... words) {
        Arrays.stream(words).map(String::strip).filter(each -> !each.isEmpty()).forEach(descriptions::add);
    }

    /// What stands within is shown only where it cannot be played.
    private void played(Element element) {
        if (PLAYED.contains(element.normalName()) && element.childNodeSize() > 0) {
            draft.detail("notShown", PageText.of(element));
            element.empty();
        }
    }

    private void address(String address) {
        if (Links.isElsewhere(address)) {
            addresses.add(Detail.cut(address));
        } else if (!address.isBlank()) {
            files.add(address);
        }
    }

    /// A picture can stand in the page itself.
    private void source(String address) {
        if (address.startsWith("data:")) {
            draft.file("", Attachment.State.INSIDE);
        } else {
            address(address);
        }
    }

    /// `❤Aytən`, and since 2023 when.
    private void reaction(Element item) {
        String time = "";
        for (var span : item.select("span span")) {
            var inBrackets = IN_BRACKETS.matcher(span.text());
            if (inBrackets.matches()) {
                time = inBrackets.group(1);
                span.remove();
            }
        }
        reactions++;
        draft.detail("reaction", reaction(SPACES.matcher(PageText.of(item)).replaceAll(" "), time));
    }

    private static Json reaction(String words, String time) {
        var said = Json.object();
        var parted = REACTION.matcher(words);
        if (parted.matches() && !Character.isLetterOrDigit(parted.group(1).codePointAt(0))) {
            said.put("actor", parted.group(2)).put("reaction", parted.group(1));
        } else {
            said.put("reaction", words);
        }
        return time.isEmpty() ? said.build() : said.put("timestamp", time).build();
    }

    private void end() {
        files.stream().limit(MOST_FILES).forEach(name -> draft.file(name, there.state(name)));
        files.stream().skip(MOST_FILES).forEach(name -> draft.detail("fileLeftOut", name));
        if (reactions > 0) {
            draft.count("reactions", Long.toString(reactions));
        }
    }
}

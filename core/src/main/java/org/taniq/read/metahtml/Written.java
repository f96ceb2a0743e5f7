package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Mark;

/// What was written in a block, and what came with it. What is taken out by itself (reactions, what stands for a film)
/// is taken out of the elements, so that the rest is words.
final class Written {
    private static final Set<String> PLAYED = Set.of("video", "audio", "object");

    private static final String DESCRIBED = "[alt], [title], [aria-label], [placeholder]";
    private static final int MOST_FILES = 1000;

    private final Draft draft;
    private final ExportFiles there;
    private final SequencedSet<String> addresses = new LinkedHashSet<>();
    /// Addresses that stand there as words, too.
    private final Set<String> standing = new HashSet<>();

    /// Links that lead to no file, however they are written.
    private final Set<Element> typed = new HashSet<>();

    private final SequencedSet<String> files = new LinkedHashSet<>();
    private final List<String> descriptions = new ArrayList<>();
    private int inside;

    private Written(Draft draft, ExportFiles there) {
        this.draft = draft;
        this.there = there;
    }

    /// Adds a message: the words of whoever wrote it, and behind them those that may be another's.
    ///
    /// @param id of the conversation, in whose folder its files lie; empty where that is not known
    static void message(Draft draft, List<Element> contents, ExportFiles there, String id) {
        var written = new Written(draft, there);
        var parts = contents.size() == 1 ? Parts.of(contents.getFirst()) : new Parts(contents);
        parts.linksOfWords().stream().filter(link -> !isOwnFile(link, id)).forEach(written.typed::add);
        written.take(contents);
        parts = contents.size() == 1 ? Parts.of(contents.getFirst()) : new Parts(contents);
        parts.noted().forEach(line -> note(draft, line));
        if (!contents.isEmpty()) {
            written.words(parts);
        }
        written.end();
    }

    private static boolean isOwnFile(Element link, String id) {
        return id.isEmpty() || ("/" + link.attr("href")).contains("/" + id + "/");
    }

    private static void note(Draft draft, Element line) {
        Noted.add(draft, "", PageText.of(line));
        line.empty();
    }

    /// An address that is all she wrote stands again in the link that Meta makes of it.
    private void words(Parts parts) {
        String main = parts.main();
        var beside = new ArrayList<>(parts.beside());
        beside.addAll(descriptions);
        if (addresses.contains(main)) {
            beside.remove(main);
        }
        beside.addAll(addressesBehindWords());
        lines(Stream.concat(Stream.of(main), beside.stream()));
        if (!beside.isEmpty()) {
            draft.always(Detail.of("mainWords", main));
        }
        if (main.isEmpty() && parts.sharesLink() && !addresses.contains(parts.shared())) {
            draft.mark(Mark.FORWARDED);
        }
    }

    /// Adds words of which nobody says whose they are, and values with their names.
    static void post(Draft draft, List<Element> contents, Rows rows, ExportFiles there) {
        var written = new Written(draft, there);
        rows.take(draft, written::files);
        written.anybodys(contents);
    }

    /// Adds words of which nobody says whose they are.
    static void anybodys(Draft draft, List<Element> contents, ExportFiles there) {
        new Written(draft, there).anybodys(contents);
    }

    private void anybodys(List<Element> contents) {
        take(contents);
        var words = new ArrayList<>(contents.stream().map(PageText::of).toList());
        words.addAll(descriptions);
        words.addAll(addressesBehindWords());
        lines(words.stream());
        end();
    }

    /// Adds what stands around blocks: its words, and what it leads to.
    ///
    /// @param words with the descriptions in it
    static void frame(Draft draft, String words, Element shown, ExportFiles there) {
        var written = new Written(draft, there);
        written.leads(shown);
        written.lines(Stream.concat(Stream.of(words), written.addressesBehindWords().stream()));
        written.end();
    }

    /// All of them, also those that stand there twice.
    private void lines(Stream<String> words) {
        draft.words(words.filter(each -> !each.isEmpty()).collect(Collectors.joining("\n")));
    }

    private List<String> addressesBehindWords() {
        return addresses.stream().filter(address -> !standing.contains(address)).toList();
    }

    private void take(List<Element> contents) {
        Reactions.take(contents, draft, this::files);
        contents.forEach(this::take);
    }

    private void take(Element content) {
        leads(content);
        content.select(DESCRIBED).forEach(this::describe);
        Elements.outermost(content, element -> PLAYED.contains(element.normalName()))
                .forEach(this::played);
    }

    private void leads(Element content) {
        content.select("[href]").forEach(this::link);
        content.select("[src]").forEach(shown -> source(shown.attr("src")));
    }

    /// Files in what is taken out of the page: its words and addresses are in details.
    private void files(Element going) {
        for (var element : going.select("[href], [src]")) {
            local(element.attr("href"));
            local(element.attr("src"));
        }
    }

    private void local(String address) {
        if (address.startsWith("data:") || !Links.isElsewhere(address)) {
            source(address);
        }
    }

    private void describe(Element element) {
        PageText.DESCRIBING.stream()
                .map(name -> element.attr(name).strip())
                .filter(words -> !words.isEmpty())
                .forEach(descriptions::add);
    }

    /// What stands within is shown only where it cannot be played.
    private void played(Element element) {
        draft.detail("notShown", PageText.of(element));
        element.empty();
    }

    private void link(Element link) {
        String address = link.attr("href");
        if (typed.contains(link) && !address.isBlank()) {
            addresses.add(Detail.cut(address));
        } else {
            address(address);
        }
        if (onlyWords(link).equals(address.strip())) {
            standing.add(Detail.cut(address));
        }
    }

    /// Where nothing else stands in an element, however deep.
    private static String onlyWords(Element element) {
        var at = element;
        while (at.childNodeSize() == 1 && at.childNode(0) instanceof Element inner) {
            at = inner;
        }
        return at.childNodeSize() == 1 && at.childNode(0) instanceof TextNode words
                ? words.getWholeText().strip()
                : "";
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
        if (!address.startsWith("data:")) {
            address(address);
        } else if (inside++ < MOST_FILES) {
            draft.file("", Attachment.State.INSIDE);
        } else {
            draft.detail("fileLeftOut", "data:");
        }
    }

    private void end() {
        files.stream().limit(MOST_FILES).forEach(name -> draft.file(name, there.state(name)));
        files.stream().skip(MOST_FILES).forEach(name -> draft.detail("fileLeftOut", name));
    }
}

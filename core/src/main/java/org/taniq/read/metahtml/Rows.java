package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.taniq.base.When;
import org.taniq.read.record.Draft;

/// Values in a block, with their names, in the language of the account. Names are no words that somebody wrote. What
/// Meta puts into a cell beside its name is its own, but for comments; what people wrote stands below its name.
final class Rows {
    private final Values values;
    private final List<Row> all = new ArrayList<>();

    /// What tables of a page hold.
    enum Values {
        /// What people wrote, and when.
        WRITTEN,
        /// Anything.
        ANY
    }

    private Rows(Values values) {
        this.values = values;
    }

    /// What becomes of a row.
    private enum Kind {
        /// Noted by a camera or the platform.
        NOTE,
        /// When something was written.
        TIME,
        /// Words.
        WORDS
    }

    /// @param name where what it is called stands
    /// @param label what it is called; empty where that is not known
    /// @param value where the value stands
    /// @param isBeside whether the value stands in a cell of its own
    /// @param isNested whether it stands in a block within the block
    private record Row(List<Element> name, String label, List<Element> value, boolean isBeside, boolean isNested) {

        String words() {
            return PageText.of(value);
        }
    }

    /// @param layout of the block, by which those within it are known
    static Rows of(List<Element> contents, Values values, Layout layout) {
        var rows = new Rows(values);
        for (var content : contents) {
            content.select("tr").stream()
                    .filter(row -> row.select("tr").size() == 1)
                    .forEach(row -> rows.row(row, isIn(row, layout.block()::is, content)));
            content.getAllElements().stream()
                    .filter(element -> Layout.isLabel(element)
                            && !isIn(element, at -> at.normalName().equals("tr"), content))
                    .forEach(rows::pair);
        }
        return rows;
    }

    private static boolean isIn(Element element, Predicate<Element> kind, Element content) {
        return Stream.concat(Stream.of(element), element.parents().stream())
                .takeWhile(at -> at != content)
                .anyMatch(kind);
    }

    private void row(Element row, boolean isNested) {
        var cells = row.children();
        if (cells.size() == 2) {
            var name = cells.getFirst();
            all.add(new Row(List.of(name), PageText.of(name), List.of(cells.getLast()), true, isNested));
        } else if (cells.size() == 1 && cells.getFirst().childrenSize() > 0) {
            cell(cells.getFirst(), isNested);
        }
    }

    /// `Comment<div><div>salam`, or `<div>Latitude</div><div>40.4`
    private void cell(Element cell, boolean isNested) {
        var below = List.copyOf(cell.children());
        String own = cell.ownText().strip();
        String first = PageText.of(below.getFirst());
        boolean isLabelled = own.isEmpty() && below.size() > 1 && Noted.isName(first);
        all.add(
                isLabelled
                        ? new Row(below.subList(0, 1), first, below.subList(1, below.size()), false, isNested)
                        : new Row(List.of(), own, below, false, isNested));
    }

    /// A name that is known, and what follows it.
    private void pair(Element label) {
        var value = Optional.ofNullable(label.nextElementSibling());
        String name = PageText.of(label);
        if (value.isPresent() && Noted.isName(name)) {
            all.add(new Row(List.of(label), name, List.of(value.get()), false, true));
        }
    }

    /// The time that a row states, where exactly one does: what cameras note, and what stands in a block within this
    /// one, is the time of something else.
    Optional<When> time() {
        var times = all.stream()
                .filter(row -> kind(row) == Kind.TIME && !row.isNested())
                .toList();
        return times.size() == 1 ? Optional.of(Moment.of(times.getFirst().words())) : Optional.empty();
    }

    private Kind kind(Row row) {
        String words = row.words();
        boolean isShort = words.length() <= Noted.LONGEST;
        if (isShort && Noted.isName(row.label())) {
            return Kind.NOTE;
        }
        return switch (values) {
            case ANY -> isShort && row.isBeside() || Noted.isWhere(words) ? Kind.NOTE : Kind.WORDS;
            case WRITTEN ->
                row.isBeside() && Moment.isTime(words)
                        ? Kind.TIME
                        : row.isBeside() && Noted.isWhere(words) ? Kind.NOTE : Kind.WORDS;
        };
    }

    /// Adds them as details, and leaves in the page the values that are words.
    ///
    /// @param going what is taken out of the page
    void take(Draft draft, Consumer<Element> going) {
        for (var row : all) {
            var kind = kind(row);
            String value = kind == Kind.WORDS ? row.words() : whole(row.value(), "");
            var said = Noted.said(whole(row.name(), row.label()), value);
            draft.detail(kind == Kind.NOTE ? "noted" : "member", said);
            row.name().forEach(going);
            if (kind != Kind.WORDS) {
                row.value().forEach(going);
                row.value().forEach(Element::empty);
            }
            unname(row);
        }
    }

    /// All words of elements that go, and addresses and descriptions in them.
    private static String whole(List<Element> elements, String label) {
        return elements.isEmpty() ? label : PageText.whole(elements);
    }

    private static void unname(Row row) {
        row.name().forEach(Element::remove);
        if (row.name().isEmpty()) {
            Optional.ofNullable(row.value().getFirst().parent())
                    .ifPresent(cell -> cell.textNodes().forEach(Node::remove));
        }
    }
}

package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Schema;
import org.taniq.seal.Unlocked;

/// The words that pictures show, as far as they were read out of them, and whether one that is withheld would be seen.
/// A program may have taken letters for others: that it found none proves nothing.
final class WordsShown {
    private static final int MOST_LISTED = 30;

    private final Unlocked vault;
    private final Withholding withholding;

    WordsShown(Unlocked vault, Withholding withholding) {
        this.vault = vault;
        this.withholding = withholding;
    }

    /// A word and where it stands.
    private record Word(String text, Pixels.Area area) {}

    /// @param same the picture and what has the same pixels
    /// @param areas that are withheld of it, over its whole width
    /// @throws Trouble if a withheld name was read in what would be seen
    void refuse(Set<Pointer> same, List<Pixels.Area> areas) throws IOException {
        if (!withholding.withholdsNames()) {
            return;
        }
        for (var reading : vault.statements("reading/2")) {
            if (same.stream().anyMatch(item -> reads(reading, item))) {
                refuse(reading, areas);
            }
        }
    }

    private static boolean reads(Unlocked.Sealed reading, Pointer item) {
        return reading.value("items") instanceof Json.Arr(List<Json> items) && items.contains(item.json());
    }

    private void refuse(Unlocked.Sealed reading, List<Pixels.Area> areas) throws IOException {
        var seen = new ArrayList<Word>();
        vault.trees().rows(reading, Schema.RECORDS, (_, row) -> seen.addAll(withheld(row, areas)));
        if (!seen.isEmpty()) {
            throw new Trouble(Said.of(
                    "picture {item} shows a withheld name, as far as its words were read: withhold the areas {areas} (from the left, from the top, width, height), or leave it out",
                    Map.of("item", item(reading), "areas", areas(seen))));
        }
    }

    private static String areas(List<Word> seen) {
        String listed = seen.stream()
                .limit(MOST_LISTED)
                .map(Word::area)
                .map(area -> area.x() + "," + area.y() + "," + area.width() + "," + area.height())
                .collect(Collectors.joining(" "));
        return seen.size() > MOST_LISTED ? listed + " …" : listed;
    }

    private static long item(Unlocked.Sealed reading) throws IOException {
        return reading.value("items") instanceof Json.Arr(List<Json> items)
                ? Pointer.of(items.getFirst()).index()
                : 0;
    }

    /// The words of a record that must not be seen and would be.
    private List<Word> withheld(List<Json> row, List<Pixels.Area> areas) {
        var words = words(row);
        var texts = words.stream().map(word -> word.text() + " ").toList();
        return withholding.pieces(texts).stream()
                .map(words::get)
                .filter(word -> areas.stream().noneMatch(area -> covers(area, word.area())))
                .toList();
    }

    private static boolean covers(Pixels.Area lines, Pixels.Area word) {
        return lines.y() <= word.y() && lines.y() + lines.height() >= word.y() + word.height();
    }

    private static List<Word> words(List<Json> row) {
        return details(row)
                .filter(detail -> detail.getFirst().equals(Json.of("wordBoxes")))
                .flatMap(detail -> detail.getLast().objects().stream())
                .flatMap(word -> word(word).stream())
                .toList();
    }

    private static Stream<List<Json>> details(List<Json> row) {
        return Records.value(row, "details") instanceof Json.Arr(List<Json> all)
                ? all.stream().flatMap(WordsShown::detail)
                : Stream.of();
    }

    private static Stream<List<Json>> detail(Json detail) {
        return detail instanceof Json.Arr(List<Json> both) && both.size() == 2 ? Stream.of(both) : Stream.of();
    }

    private static Optional<Word> word(Json.Obj word) {
        if (!(word.members().get("box") instanceof Json.Arr(List<Json> box)) || box.size() != 4) {
            return Optional.empty();
        }
        var sides = box.stream()
                .mapToInt(side -> side instanceof Json.Num(long number) ? Math.toIntExact(number) : 0)
                .toArray();
        String text = Records.text(Objects.requireNonNullElse(word.members().get("text"), Json.NULL));
        return Optional.of(new Word(text, new Pixels.Area(sides[0], sides[1], sides[2], sides[3])));
    }
}

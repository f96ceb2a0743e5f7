package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.screen.Screenshot;
import org.taniq.seal.Evidenced;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Schema;
import org.taniq.seal.Unlocked;

/// The words that pictures show, as far as they were read out of them, and whether one that is withheld would be seen.
/// A program may have taken letters for others: that it found none proves nothing.
final class WordsShown {
    private static final int MOST_LISTED = 30;
    /// More than any picture has.
    private static final Pixels.Area WHOLE = new Pixels.Area(0, 0, 1 << 28, 1 << 28);

    private final Unlocked vault;
    private final Withholding withholding;

    WordsShown(Unlocked vault, Withholding withholding) {
        this.vault = vault;
        this.withholding = withholding;
    }

    /// A word and where it stands.
    private record Word(String text, Pixels.Area area) {}

    /// Where withheld names were read in what would be seen.
    ///
    /// @param same the picture, what has the same pixels, and copies of them
    /// @param areas that are withheld of it, over its whole width
    List<Pixels.Area> seen(Set<Pointer> same, List<Pixels.Area> areas) throws IOException {
        var found = new LinkedHashSet<Pixels.Area>();
        if (!withholding.withholdsNames()) {
            return List.of();
        }
        for (var reading : vault.statements("reading/2")) {
            if (same.stream().anyMatch(item -> reads(reading, item))) {
                found.addAll(withheld(reading));
            }
        }
        found.removeIf(word -> areas.stream().anyMatch(area -> covers(area, word)));
        return List.copyOf(found);
    }

    private static boolean reads(Unlocked.Sealed reading, Pointer item) {
        return reading.value("items") instanceof Json.Arr(List<Json> items) && items.contains(item.json());
    }

    /// As a person types them: from the left, from the top, width, height.
    static String written(List<Pixels.Area> seen) {
        String listed = seen.stream()
                .limit(MOST_LISTED)
                .map(area -> area.x() + "," + area.y() + "," + area.width() + "," + area.height())
                .collect(Collectors.joining(" "));
        return seen.size() > MOST_LISTED ? listed + " …" : listed;
    }

    /// What must not be seen: by the record, and once more in all that is left, because a name or a number may go on
    /// in another record.
    private List<Pixels.Area> withheld(Unlocked.Sealed reading) throws IOException {
        var found = new ArrayList<Pixels.Area>();
        var left = new ArrayList<Word>();
        boolean isOfScreen = Screenshot.isBy(Records.text(reading.value("parser")));
        vault.trees().rows(reading, Schema.RECORDS, (_, row) -> {
            var words = new ArrayList<>(words(row));
            var withheld = withheld(words);
            words.removeAll(withheld);
            left.addAll(words);
            withheld.forEach(word -> found.add(word.area()));
            if (withheld.isEmpty() && isOfScreen && isInText(row)) {
                found.add(area(Records.value(row, "place").objects().stream()
                        .findFirst()
                        .map(place -> place.members().getOrDefault("box", Json.NULL))
                        .orElse(Json.NULL)));
            }
        });
        withheld(left).forEach(word -> found.add(word.area()));
        return found;
    }

    private List<Word> withheld(List<Word> words) {
        var texts = words.stream().map(word -> word.text() + " ").toList();
        return withholding.pieces(texts).stream().sorted().map(words::get).toList();
    }

    /// A record of very many words holds no rectangles of them.
    private boolean isInText(List<Json> row) {
        var names = new NameSearch(withholding);
        return Evidenced.words(List.of(Records.value(row, "text"))).stream().anyMatch(names::inText);
    }

    private static boolean covers(Pixels.Area lines, Pixels.Area word) {
        return lines.y() <= word.y() && (long) lines.y() + lines.height() >= (long) word.y() + word.height();
    }

    private static List<Word> words(List<Json> row) {
        return details(row)
                .filter(detail -> detail.getFirst().equals(Json.of("wordBoxes")))
                .flatMap(detail -> detail.getLast().objects().stream())
                .filter(word -> word.members().containsKey("text"))
                .map(word -> new Word(
                        Records.text(word.members().getOrDefault("text", Json.NULL)),
                        area(word.members().getOrDefault("box", Json.NULL))))
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

    /// The whole picture, where it is no rectangle of one: somebody else may have sealed it.
    private static Pixels.Area area(Json box) {
        var sides = box instanceof Json.Arr(List<Json> four) ? four : List.<Json>of();
        var numbers = sides.stream()
                .mapToLong(side -> side instanceof Json.Num(long number) ? number : -1)
                .toArray();
        boolean isArea = numbers.length == 4
                && Arrays.stream(numbers).allMatch(number -> number >= 0 && number <= WHOLE.width())
                && numbers[2] > 0
                && numbers[3] > 0;
        return isArea ? new Pixels.Area((int) numbers[0], (int) numbers[1], (int) numbers[2], (int) numbers[3]) : WHOLE;
    }
}

package org.taniq.read.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.NotRun;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;

/// Pictures of which every word is known, read by the real program.
final class ScreenshotTest {
    private final Kept kept = new Kept();

    private static Tesseract tesseract(String... languages) {
        try {
            return Tesseract.reading(List.of(languages));
        } catch (Trouble missing) {
            NotRun.unless(false, "words in pictures", missing.said().toString());
            throw new IllegalStateException(missing);
        }
    }

    private Ledger read(byte[] file) throws IOException {
        var parser = new Screenshot(tesseract("az", "ru", "en"));
        var input = Input.alone("screen.png", () -> new ByteArrayInputStream(file));
        assertTrue(parser.knows(input));
        return parser.read(input, kept);
    }

    private List<Activity> texts() {
        return kept.records;
    }

    private static PhoneScreen chat(PhoneScreen.Colours colours) {
        return new PhoneScreen(colours, 1080, 1300)
                .bubble(Side.LEFT, "14:21", "Sənin evini tanıyıram. Küçədən", "çıxanda arxana bax.")
                .bubble(Side.RIGHT, "14:22", "Məni rahat burax")
                .bubble(Side.LEFT, "14:25", "Если пойдёшь в полицию,", "твои фото увидят все")
                .bubble(Side.RIGHT, "14:30", "I keep all of this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void theBubblesOfAChatAreRecordsWithTheirTimes(String type) throws IOException {
        read(chat(PhoneScreen.LIGHT).file(type));
        assertEquals(
                List.of(
                        "Sənin evini tanıyıram. Küçədən\nçıxanda arxana bax.",
                        "Məni rahat burax",
                        "Если пойдёшь в полицию,\nтвои фото увидят все",
                        "I keep all of this"),
                texts().stream().map(record -> record.object().text()).toList());
        assertEquals(
                List.of("14:21", "14:22", "14:25", "14:30"),
                texts().stream().map(Activity::published).map(When::source).toList());
        assertEquals(
                List.of("left", "right", "left", "right"),
                texts().stream().map(record -> detail(record, "bubbleSide")).toList());
    }

    private static String detail(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value() instanceof Json.Str(String text) ? text : "")
                .findFirst()
                .orElse("");
    }

    @Test
    void nobodyIsNamedAndThatAProgramReadItIsSaid() throws IOException {
        var ledger = read(chat(PhoneScreen.DARK).file("png"));
        assertEquals(4, ledger.records());
        for (var record : texts()) {
            assertEquals(Actor.UNSTATED, record.actor());
            assertTrue(record.marks().contains(Mark.MACHINE_READ));
        }
        assertEquals(
                List.of("read out of a picture by a program, which may have taken letters for others: 4 texts"),
                ledger.warningsInEnglish());
    }

    /// Else nobody could withhold a word of a picture.
    @Test
    void everyWordHasTheRectangleInWhichItWasDrawn() throws IOException {
        var screen = chat(PhoneScreen.LIGHT);
        read(screen.file("png"));
        var found = new ArrayList<Word>();
        texts().forEach(record -> found.addAll(words(record)));
        for (var drawn : screen.words()) {
            assertTrue(
                    found.stream()
                            .anyMatch(word -> word.text().equals(drawn.text()) && covers(word.box(), drawn.box())),
                    drawn::toString);
        }
    }

    private static List<Word> words(Activity record) {
        return record.details().stream()
                .filter(detail -> detail.name().equals("wordBoxes"))
                .flatMap(detail -> detail.value().objects().stream())
                .map(ScreenshotTest::word)
                .toList();
    }

    private static Word word(Json.Obj json) {
        if (json.members().get("text") instanceof Json.Str(String text)
                && json.members().get("box") instanceof Json.Arr(List<Json> sides)) {
            var numbers = sides.stream()
                    .mapToInt(side -> side instanceof Json.Num(long number) ? (int) number : -1)
                    .toArray();
            return new Word(text, 0, new Box(numbers[0], numbers[1], numbers[2], numbers[3]));
        }
        throw new AssertionError(json.canonical());
    }

    /// Letters are drawn without hard edges.
    private static boolean covers(Box seen, Box drawn) {
        int soft = 3;
        return seen.left() <= drawn.left() + soft
                && seen.top() <= drawn.top() + soft
                && seen.right() >= drawn.right() - soft
                && seen.bottom() >= drawn.bottom() - soft;
    }

    @Test
    void aPictureWithoutWordsHasNoRecords() throws IOException {
        var ledger = read(new PhoneScreen(PhoneScreen.LIGHT, 400, 400).file("png"));
        assertEquals(0, ledger.records());
        assertEquals(List.of(), ledger.warningsInEnglish());
    }

    @Test
    void ofAPngThatIsCutOffNoWordsAreReadAndWhyIsSaid() throws IOException {
        byte[] file = chat(PhoneScreen.LIGHT).file("png");
        var ledger = read(Arrays.copyOf(file, file.length / 2));
        assertEquals(List.of(), texts());
        var said = ledger.warningsInEnglish();
        assertTrue(said.getFirst().startsWith("the words in the picture were not read: "), said::toString);
    }

    @Test
    void ofAJpegThatIsCutOffWhatPrecedesTheDamageIsRead() throws IOException {
        byte[] file = chat(PhoneScreen.LIGHT).file("jpg");
        var ledger = read(Arrays.copyOf(file, file.length / 2));
        assertEquals(
                "Sənin evini tanıyıram. Küçədən\nçıxanda arxana bax.",
                texts().getFirst().object().text());
        assertTrue(
                texts().stream().noneMatch(record -> record.object().text().contains("keep")),
                () -> texts().toString());
        assertEquals(
                "the picture is damaged: words behind the damage were not read",
                ledger.warningsInEnglish().getLast());
    }

    @Test
    void languagesThatAreNotKnownOrTooManyAreRefused() {
        for (var wrong : List.of(List.of("xx"), List.<String>of(), List.of("az", "en", "ru", "tr"), List.of("aze"))) {
            var refused = assertThrows(Trouble.class, () -> Tesseract.reading(wrong));
            assertTrue(refused.said().toString().contains("az, en, ka, ru, tr"));
        }
    }
}

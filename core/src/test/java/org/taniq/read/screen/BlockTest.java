package org.taniq.read.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Words whose places are known are put together as the screen shows them.
final class BlockTest {
    /// A bubble as it was understood.
    private record Seen(String side, String time, String text) {}

    private static List<Seen> seen(PhoneScreen screen, String type) throws IOException {
        var picture = Shown.of(screen.file(type)).picture();
        var words = new ArrayList<>(screen.words());
        Collections.shuffle(words, new Random(7));
        return Block.of(picture, Row.of(words)).stream()
                .map(block -> {
                    var clock = Clock.of(block);
                    String side = Side.of(block, picture).map(Side::word).orElse("");
                    return new Seen(side, clock.shown(), clock.text());
                })
                .toList();
    }

    static Stream<PhoneScreen.Colours> colours() {
        return Stream.of(PhoneScreen.LIGHT, PhoneScreen.DARK);
    }

    @ParameterizedTest
    @MethodSource("colours")
    void bubblesOfBothSidesKeepTheirWordsAndTimes(PhoneScreen.Colours colours) throws IOException {
        var screen = new PhoneScreen(colours, 1080, 1200)
                .bubble(Side.MIDDLE, "", "12 May 2026")
                .bubble(Side.LEFT, "14:21", "first of Rauf goes", "over two lines")
                .bubble(Side.RIGHT, "14:22", "answer of Aygün")
                .bubble(Side.LEFT, "14:23", "second of Rauf")
                .bubble(Side.LEFT, "2:24 PM", "third of Rauf at 10:30 sharp");
        var expected = List.of(
                new Seen("middle", "", "12 May 2026"),
                new Seen("left", "14:21", "first of Rauf goes\nover two lines"),
                new Seen("right", "14:22", "answer of Aygün"),
                new Seen("left", "14:23", "second of Rauf"),
                new Seen("left", "2:24 PM", "third of Rauf at 10:30 sharp"));
        assertEquals(expected, seen(screen, "png"));
        assertEquals(expected, seen(screen, "jpg"), "packed with losses");
    }

    @Test
    void linesOfAPageAreParagraphsWithoutASide() throws IOException {
        var screen = new PhoneScreen(PhoneScreen.LIGHT, 1080, 900)
                .line("a comment of Murad")
                .line("that goes on here")
                .space()
                .line("another of Leyla");
        assertEquals(
                List.of(
                        new Seen("", "", "a comment of Murad\nthat goes on here"),
                        new Seen("", "", "another of Leyla")),
                seen(screen, "png"));
    }

    @Test
    void aTimeThatSomebodyTypedIsText() throws IOException {
        var screen = new PhoneScreen(PhoneScreen.LIGHT, 1080, 600)
                .bubble(Side.LEFT, "", "come at 21:00 to the bridge")
                .bubble(Side.RIGHT, "", "21:00")
                .bubble(Side.LEFT, "", "wait till 22:15");
        assertEquals(
                List.of(
                        new Seen("left", "", "come at 21:00 to the bridge"),
                        new Seen("right", "", "21:00"),
                        new Seen("left", "", "wait till 22:15")),
                seen(screen, "png"));
    }
}

package org.taniq.read.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Thing;

/// Small sounds and films of which every tag is known (made with ffmpeg of tones and test pictures), told of by the
/// real program.
final class RecordingTest {
    private static final String COORDINATES =
            "{\"altitudeMetres\":\"%s\",\"latitude\":\"40.4093\",\"longitude\":\"49.8671\"}";

    private final Kept kept = new Kept();

    private static Recording recording() {
        try {
            return new Recording(Ffprobe.installed());
        } catch (Trouble missing) {
            NotRun.unless(
                    false, "what recordings say of themselves", missing.said().toString());
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (var in = Objects.requireNonNull(RecordingTest.class.getResourceAsStream("/read/recording/" + name))) {
            return in.readAllBytes();
        }
    }

    private Ledger read(byte[] file) throws IOException {
        var parser = recording();
        var input = Input.alone("recording", Bytes.of(file)::open);
        assertTrue(parser.knows(input));
        return parser.read(input, kept);
    }

    private Activity only() {
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    private List<String> details(String name) {
        return only().details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value() instanceof Json.Str(String text)
                        ? text
                        : detail.value().canonical())
                .toList();
    }

    @Test
    void aFilmSaysWhenAndWhereItWasRecordedAndWhatSomebodyWroteIntoIt() throws IOException {
        var ledger = read(sample("film.mp4"));
        assertEquals(1, ledger.records());
        assertEquals(List.of(), ledger.warningsInEnglish());
        assertEquals(Actor.UNSTATED, only().actor());
        assertEquals(
                new When.Exact("2026-01-02T03:04:05.000000Z", Instant.parse("2026-01-02T03:04:05Z")),
                only().published());
        var media = assertInstanceOf(Thing.Media.class, only().object());
        assertEquals("video/mp4", media.mediaType());
        assertEquals("Hədə\nsəni tapacağam", media.text());
        assertEquals(List.of(COORDINATES.formatted("10.000000")), details("takenAt"));
        assertEquals(List.of("mov,mp4,m4a,3gp,3g2,mj2"), details("fileFormat"));
        assertEquals(
                List.of(
                        "{\"codec\":\"h264\",\"durationSeconds\":\"0.400000\",\"frameRate\":\"5/1\",\"height\":32,"
                                + "\"kind\":\"video\",\"language\":\"aze\",\"width\":32}",
                        "{\"channels\":1,\"codec\":\"aac\",\"durationSeconds\":\"0.400000\",\"kind\":\"audio\","
                                + "\"language\":\"und\",\"sampleRate\":8000}"),
                details("track"));
    }

    /// Its own clock with its distance from UTC counts before the time in the head of the file.
    @Test
    void aTelephoneSaysWhichItIsAndTwoTimesAreNotHidden() throws IOException {
        var ledger = read(sample("telephone.mov"));
        assertEquals(
                new When.Exact("2026-01-02T07:04:05+0400", Instant.parse("2026-01-02T03:04:05Z")), only().published());
        assertEquals(List.of("{\"maker\":\"Telefon\"}", "{\"model\":\"X5\"}"), details("camera"));
        assertEquals(List.of(COORDINATES.formatted("-2.500")), details("takenAt"));
        assertTrue(details("madeWith").contains("19.1"));
        assertTrue(details("noted").contains("{\"name\":\"com.apple.quicktime.rauf\",\"value\":\"onun sözü\"}"));
        assertEquals(List.of("the recording notes 2 different times"), ledger.warningsInEnglish());
    }

    @Test
    void aSoundHasItsWords() throws IOException {
        read(sample("voice.ogg"));
        assertEquals("səs", only().object().text());
        assertEquals(List.of("{\"name\":\"artist\",\"value\":\"Rauf\"}"), details("noted"));
        assertInstanceOf(When.Unknown.class, only().published());
        kept.records.clear();
        read(sample("song.mp3"));
        assertEquals(
                List.of("bütün sözlər", "şərh"),
                only().object().text().lines().sorted().toList());
    }

    @Test
    void whatIsNotReadIsSaid() throws IOException {
        var ledger = read(sample("subtitled.webm"));
        assertEquals(
                List.of(
                        "1 tracks of the recording hold words or other things beside sound and picture: they were not read"),
                ledger.warningsInEnglish());
        assertEquals("Hədə\nsəni tapacağam", only().object().text());
    }

    /// Each of them asks another process.
    private static final int CHANGES = "long".equals(System.getProperty("taniq.check")) ? 12 : 4;

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "telephone.mov", "voice.ogg", "song.mp3", "subtitled.webm"})
    void aFileThatIsCutOrChangedSaysLessOrNothingAndBreaksNothing(String name) throws IOException {
        byte[] file = sample(name);
        for (int at = 64; at < file.length; at += Math.max(50, file.length / CHANGES)) {
            var flipped = file.clone();
            flipped[at] ^= (byte) 0xFF;
            for (var changed : List.of(Arrays.copyOf(file, at), flipped)) {
                kept.records.clear();
                var ledger = read(changed);
                assertEquals(kept.records.size(), ledger.records());
                assertTrue(ledger.records() == 1 || !ledger.warnings().isEmpty(), name + " at " + at);
            }
        }
    }

    /// ffprobe may open nothing but what it is handed.
    @Test
    void aFileThatNamesOthersOpensNone() throws IOException {
        var list = "ffconcat version 1.0\nfile /etc/passwd\n".getBytes(StandardCharsets.US_ASCII);
        var outcome = Ffprobe.installed().told(Bytes.of(list)::open);
        assertInstanceOf(Ffprobe.Nothing.class, outcome);
        assertFalse(recording().knows(Input.alone("a.mp4", Bytes.of(list)::open)));
    }
}

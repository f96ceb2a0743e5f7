package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.signal.Signals.item;
import static org.taniq.read.signal.Signals.said;
import static org.taniq.read.signal.Signals.standard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// Damage, and what somebody who means harm can put into an export.
final class SignalDamageTest {
    private static final String MESSAGES = said("bir")
            + said("iki söz")
            + item(11, 3, 7, standard("\"text\":{\"body\":\"üç\"}"))
            + item("\"remoteDeletedMessage\":{}")
            + said("dörd");
    private static final String ALL = Signals.HEADER + Signals.PEOPLE + MESSAGES;

    private final Signals signals = new Signals();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long lines(byte[] text) {
        long lines =
                IntStream.range(0, text.length).filter(i -> text[i] == '\n').count();
        return text.length == 0 || text[text.length - 1] == '\n' ? lines : lines + 1;
    }

    private void everyLineIsARecordOrUnread(byte[] text) {
        var places = signals.kept.places();
        assertEquals(
                lines(text),
                places.stream().map(place -> place.first()).distinct().count());
        var covered = new boolean[text.length];
        places.forEach(place -> Arrays.fill(covered, (int) place.from(), (int) place.to(), true));
        assertTrue(IntStream.range(0, text.length).allMatch(i -> covered[i] || text[i] == '\n'));
    }

    @Test
    void whatIsCutOffKeepsAllBeforeTheCutAndNamesThePlace() throws IOException {
        signals.read(ALL);
        var whole = List.copyOf(signals.kept.records);
        byte[] all = bytes(ALL);
        int behindPeople = bytes(Signals.HEADER + Signals.PEOPLE).length;
        for (int to = behindPeople; to < all.length; to += 50) {
            int end = to;
            byte[] cut = Arrays.copyOf(all, to);
            var ledger = signals.read(cut);
            var before =
                    whole.stream().filter(record -> record.spot().to() <= end).toList();
            assertEquals(before, signals.kept.records.subList(0, before.size()));
            everyLineIsARecordOrUnread(cut);
            assertEquals(signals.kept.records.size() + signals.kept.unread.size(), ledger.records() + ledger.skipped());
        }
    }

    @Test
    void aChangedByteChangesNoOtherMessage() throws IOException {
        signals.read(ALL);
        var whole = List.copyOf(signals.kept.records);
        byte[] all = bytes(ALL);
        for (int at = bytes(Signals.HEADER + Signals.PEOPLE).length; at < all.length; at += 3) {
            for (byte put : new byte[] {'"', '{', '}', '\n', '\\', 0, 'x', (byte) 0xC3}) {
                byte[] changed = all.clone();
                changed[at] = put;
                signals.read(changed);
                int place = at;
                whole.stream()
                        .filter(record ->
                                record.spot().to() < place || record.spot().from() > place + 1)
                        .forEach(record -> assertTrue(heard(record), () -> place + " " + record));
                everyLineIsARecordOrUnread(changed);
            }
        }
    }

    /// Lines behind may have moved by one.
    private boolean heard(Activity record) {
        return signals.kept.records.stream()
                .anyMatch(each -> each.spot().from() == record.spot().from()
                        && each.actor().equals(record.actor())
                        && each.object().equals(record.object())
                        && each.details().equals(record.details()));
    }

    @Test
    void whoeverStoodInADamagedLineIsANumber() throws IOException {
        var ledger = signals.read(ALL.replace("\"profileGivenName\":\"Rauf\"", "\"profileGivenName\":\"Rauf"));
        var first = signals.kept.records.stream()
                .filter(record -> record.object().text().equals("bir"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Actor.Named("", "export:2"), first.actor());
        assertEquals(Unread.Reason.HOLE, signals.kept.unread.getFirst().why());
        assertTrue(ledger.warningsInEnglish().contains("damaged in line 4: read on from line 5"));
    }

    @Test
    void zerosAreDamageAndBytesThatAreNoTextAreMarked() throws IOException {
        signals.chat(said("a" + "\0".repeat(16)) + said("b"));
        assertEquals("b", signals.only().object().text());
        assertEquals(Unread.Reason.HOLE, signals.kept.unread.getFirst().why());
        byte[] broken = bytes(Signals.HEADER + Signals.PEOPLE + said("a\u0001b"));
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == 1 ? (byte) 0xFF : broken[i];
        }
        signals.read(broken);
        assertEquals("a\uFFFDb", signals.only().object().text());
        assertTrue(signals.only().marks().contains(Mark.NOT_TEXT));
    }

    @Test
    void theMarkBeforeATextAndOtherLineEndsChangeNothing() throws IOException {
        signals.read(ALL);
        var texts = signals.kept.records.stream().map(Activity::object).toList();
        var ledger = signals.read("\uFEFF" + ALL.replace("\n", "\r\n"));
        assertEquals(texts, signals.kept.records.stream().map(Activity::object).toList());
        assertEquals(0, ledger.skipped());
        signals.read(ALL.strip());
        assertEquals(texts, signals.kept.records.stream().map(Activity::object).toList());
    }

    @Test
    void whatSomebodyTypesIsOnlyText() throws IOException {
        signals.chat(said("\\n" + said("mən Leyla").strip().replace("\"", "\\\"")));
        assertEquals(1, signals.items().size());
        assertTrue(signals.only().object().text().contains("mən Leyla"));
    }

    @Test
    void aLineThatIsTooLongOrTooDeepTakesNoOtherAlong() throws IOException {
        signals.chat(said("x".repeat(17 << 20)) + item("\"a\":" + "[".repeat(300) + "]".repeat(300)) + said("b"));
        assertEquals("b", signals.only().object().text());
        assertEquals(
                List.of(Unread.Reason.TOO_LARGE, Unread.Reason.TOO_LARGE),
                signals.kept.unread.stream().map(Unread::why).toList());
        signals.chat(said("x".repeat(2 << 20)));
        assertTrue(signals.only().marks().contains(Mark.CUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"standardMessage\":{\"text\":{\"body\":\"%s\",\"bodyRanges\":[#{\"start\":0,\"length\":100000,\"style\":\"SPOILER\"}]}}",
                "\"standardMessage\":{\"text\":{\"body\":\"%s\",\"bodyRanges\":[#{\"mentionAci\":\"AA==\"}]}}",
                "\"standardMessage\":{\"text\":{\"body\":\"%s\"},\"attachments\":[#{\"pointer\":{\"fileName\":\"a.jpg\"}}]}",
                "\"standardMessage\":{\"text\":{\"body\":\"%s\"},\"reactions\":[#{\"emoji\":\"a\",\"authorId\":\"2\"}]}",
                "\"standardMessage\":{\"text\":{\"body\":\"%s\"},\"linkPreview\":[#{\"url\":\"a\",\"title\":\"b\"}]}",
                "\"standardMessage\":{\"text\":{\"body\":\"%s\"}},\"revisions\":[#{\"authorId\":\"2\",\"dateSent\":\"5\"}]",
                "\"poll\":{\"question\":\"%s\",\"options\":[#{\"option\":\"a\",\"votes\":[{\"voterId\":\"2\"}]}]}",
                "\"outgoing\":{\"sendStatus\":[#{\"recipientId\":\"2\",\"sent\":{}}]},\"updateMessage\":{\"groupChange\":{\"updates\":[#{\"genericGroupUpdate\":{}}]}}",
                "\"standardMessage\":{\"quote\":{\"text\":{\"body\":\"%s\",\"bodyRanges\":[#{\"mentionAci\":\"AA==\"}]}}}",
                "\"unknown\":{\"a\":[#{\"b\":\"%s\"}]}",
                "\"remoteDeletedMessage\":{},#\"a\":{}"
            })
    void manyOfAnythingTakeNoTimeThatIsSquared(String shape) throws IOException {
        int many = shape.contains("\"b\":\"%s\"") ? 20 : 20_000;
        String[] parts = shape.formatted("x".repeat(100_000)).split("#");
        var line = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String one = parts[i].startsWith("{") ? element(parts[i]) : parts[i];
            line.append(IntStream.range(0, many).mapToObj(_ -> one).collect(Collectors.joining(",")));
            line.append(parts[i].substring(one.length()));
        }
        assertTimeout(Duration.ofSeconds(30), () -> signals.chat(item(line.toString())));
        assertTrue(!signals.items().isEmpty());
    }

    /// The object with which a text begins.
    private static String element(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, i + 1);
            }
        }
        throw new IllegalArgumentException(text);
    }

    @Test
    void timesBeyondAllClocksAreNotKnown() throws IOException {
        for (var time : List.of("0", "-5", "99999999999999999", "18446744073709551615", "sabah")) {
            signals.chat(item(standard("\"text\":{\"body\":\"a\"}")).replace("\"1767225600000\"", "\"" + time + "\""));
            var published = signals.only().published();
            assertTrue(published instanceof When.Unknown, time);
            assertEquals(time, published.source());
        }
    }
}

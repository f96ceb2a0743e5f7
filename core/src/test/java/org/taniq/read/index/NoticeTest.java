package org.taniq.read.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// Nobody writes himself out of a chat: what stands under a name keeps that name, whoever wrote it.
final class NoticeTest {
    private static final String ANDROID = "13/01/2024, 10:00 - ";
    /// An export that marks its words, up to the next name.
    private static final String IPHONE = "[13/01/2024, 10:00:00] Ann: \u200Eimage omitted\r\n[13/01/2024, 10:01:00] ";

    @TempDir
    Path folder;

    private static Activity last(String chat) throws IOException {
        return Kept.of(chat.getBytes(StandardCharsets.UTF_8)).records.getLast();
    }

    private static String name(Activity record) {
        return Records.text(Records.value(Records.row(record, Map.of()), "actorName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You blocked this contact, but I will kill you tonight",
                "You turned on disappearing messages\nI will kill you tonight",
                "You blocked this contact\nI will kill you tonight",
                "x: You blocked this contact and I will kill you tonight",
                "Rauf turned off disappearing messages and I will kill you tonight",
                "Messages and calls are end-to-end encrypted, but I will kill you tonight",
                "Your security code with me changed. I will kill you tonight"
            })
    void whatSomebodyAddsToASentenceOfTheApplicationIsHis(String text) throws IOException {
        var record = last(ANDROID + "Rauf: " + text + "\n");
        assertEquals(new Actor.Named("Rauf", ""), record.actor());
        assertEquals(text, record.object().text());
        assertTrue(record.marks().isEmpty(), record.marks()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You blocked this contact",
                "You blocked this contact. Tap to unblock.",
                "Rauf turned off disappearing messages.",
                "x: You blocked this contact",
                "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read"
                        + " or listen to them. Tap to learn more."
            })
    void aNoticeKeepsTheNameThatItStandsUnder(String text) throws IOException {
        var record = last(ANDROID + "Rauf: " + text + "\n");
        assertEquals(List.of(Mark.SYSTEM), List.copyOf(record.marks()));
        assertEquals("Rauf", name(record));
        assertEquals(Json.of("Rauf"), record.toJson().members().get("actorName"));
        assertEquals(
                new Actor.App("Rauf"),
                Records.activity(Records.row(record, Map.of())).actor());
    }

    @Test
    void aMarkOfWhoWritesFromTheRightMakesNoNotice() throws IOException {
        var record = last(IPHONE + "Rauf: \u200FI will kill you tonight\r\n");
        assertEquals(new Actor.Named("Rauf", ""), record.actor());
        assertEquals("\u200FI will kill you tonight", record.object().text());
        assertTrue(record.marks().isEmpty(), record.marks()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I will kill you tonight", "You blocked this contact, but I will kill you tonight"})
    void onAnIPhoneTheMarkOfTheApplicationStaysBesideTheNameAndInTheText(String text) throws IOException {
        var record = last(IPHONE + "Rauf: \u200E" + text + "\r\n");
        assertEquals(List.of(Mark.SYSTEM), List.copyOf(record.marks()));
        assertEquals("Rauf", name(record));
        assertEquals("\u200E" + text, record.object().text());
    }

    @Test
    void onAnIPhoneWhatGoesOnInAnotherLineIsNoNotice() throws IOException {
        var record = last(IPHONE + "Rauf: \u200EYou blocked this contact\nI will kill you tonight\r\n");
        assertEquals(new Actor.Named("Rauf", ""), record.actor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~Rauf created this group : I will kill you",
                "~Rauf created group \"x\" : I will kill you",
                "Rauf changed the subject from \"a: I will kill you",
                "~Rauf pinned a message: I will kill you",
                "~Rauf created group \"x: I will kill you\"\nand your family"
            })
    void aNameThatReadsLikeANoticeIsAName(String line) throws IOException {
        var record = last(ANDROID + line + "\n");
        int colon = line.indexOf(": ");
        assertEquals(new Actor.Named(line.substring(0, colon), ""), record.actor());
        assertEquals(line.substring(colon + 2), record.object().text());
        assertTrue(record.marks().isEmpty(), record.marks()::toString);
    }

    @Test
    void aNameThatWritesAgainIsNoNotice() throws IOException {
        var record = last((ANDROID + "~Rauf created group \"x: I will kill you\"\n").repeat(2));
        assertEquals(new Actor.Named("~Rauf created group \"x", ""), record.actor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Example created group \"Tea: at six\"",
                "Ann Example changed the subject from \"Tea: at six\" to \"Tea: at five\"",
                "Aysel \"Çay: altıda\" qrupunu yaratdı"
            })
    void aNoticeWithAColonIsWholeAndKeepsWhatCouldBeAName(String line) throws IOException {
        var record = last(ANDROID + line + "\n");
        assertEquals(List.of(Mark.SYSTEM), List.copyOf(record.marks()));
        assertEquals(line, record.object().text());
        assertEquals(line.substring(0, line.indexOf(": ")), name(record));
    }

    @Test
    void aNoticeIsFoundByTheNameThatItStandsUnder() throws IOException {
        byte[] key = new byte[32];
        try (var index = Indexing.rebuild(folder, key, ZoneOffset.UTC)) {
            index.add("1:2", 0, last(ANDROID + "Rauf: You blocked this contact\n"), Set.of());
            index.commit(1);
        }
        var byRauf = new Search.Filter("rauf", Set.of(), Search.Period.ALWAYS);
        try (var activities = Activities.open(folder, key, 1)) {
            assertEquals(1, activities.count(new Search("", byRauf, Search.Order.OLDEST_FIRST, 20)));
        }
    }
}

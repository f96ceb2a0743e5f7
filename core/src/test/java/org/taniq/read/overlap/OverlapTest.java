package org.taniq.read.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.read.Kept;

class OverlapTest {
    private static final String MONDAY = """
            13/01/2024, 10:00 - Ann Example: hello
            13/01/2024, 10:00 - Ann Example: hello
            13/01/2024, 10:01 - Bob Example: I know where you live
            13/01/2024, 10:02 - Bob Example: and your school
            13/01/2024, 10:03 - Ann Example: stop
            """;

    @Test
    void theNextEveningsExportIsRecognised() throws IOException {
        var comparison = compare(MONDAY, MONDAY + "14/01/2024, 09:00 - Bob Example: one more\n");
        assertTrue(comparison.overlaps());
        assertEquals(Map.of(Overlap.Fate.SAME, 5, Overlap.Fate.NEW, 1), comparison.later());
        assertEquals(Map.of(Overlap.Fate.SAME, 5), comparison.earlier());
    }

    @Test
    void aThreatDeletedSinceIsFoundInTheEarlierExport() throws IOException {
        String later = MONDAY.replace("I know where you live", "This message was deleted");
        var comparison = compare(MONDAY, later);
        assertEquals(Overlap.Fate.DELETED_SINCE, comparison.earlier(2));
        assertEquals(Overlap.Fate.DELETED_SINCE, comparison.later(2));
    }

    @Test
    void aMessageEditedSinceIsFoundInTheEarlierExport() throws IOException {
        String later = MONDAY.replace("and your school", "sorry <This message was edited>");
        assertEquals(Overlap.Fate.EDITED_SINCE, compare(MONDAY, later).earlier(3));
    }

    @Test
    void otherWordsWithoutAnEditAreChanged() throws IOException {
        assertEquals(
                Overlap.Fate.CHANGED,
                compare(MONDAY, MONDAY.replace("school", "house")).later(3));
    }

    @Test
    void aRenamedContactIsStillTheSameMessages() throws IOException {
        var comparison = compare(MONDAY, MONDAY.replace("Bob Example", "Do not answer"));
        assertEquals(Map.of(Overlap.Fate.SAME, 3, Overlap.Fate.RENAMED, 2), comparison.later());
    }

    @Test
    void equalMessagesOfOneMinuteAreMatchedOneToOne() throws IOException {
        String once = MONDAY.substring(MONDAY.indexOf('\n') + 1);
        assertEquals(
                Map.of(Overlap.Fate.SAME, 4, Overlap.Fate.NEW, 1),
                compare(once, MONDAY).later());
    }

    @Test
    void whatVanishedFromTheMiddleIsGoneAndWhatWasCutAtTheOldEndIsOlder() throws IOException {
        String[] lines = MONDAY.split("(?<=\n)");
        var comparison = compare(MONDAY, lines[2] + lines[4]);
        assertEquals(Overlap.Fate.OLDER, comparison.earlier(0));
        assertEquals(Overlap.Fate.OLDER, comparison.earlier(1));
        assertEquals(Overlap.Fate.GONE, comparison.earlier(3));
    }

    @Test
    void anotherChatDoesNotOverlap() throws IOException {
        assertFalse(compare(MONDAY, "15/01/2024, 10:00 - Carl Example: hello\n").overlaps());
    }

    /// One picture was sent to two people: two chats, and nothing is gone from either.
    @Test
    void twoChatsThatShareAPictureAreNotOneChat() throws IOException {
        String other = """
                13/01/2024, 09:00 - Carl Example: good morning
                13/01/2024, 10:02 - Bob Example: <Media omitted>
                13/01/2024, 10:05 - Carl Example: thank you
                """;
        String chat = MONDAY.replace("and your school", "<Media omitted>");
        assertFalse(compare(chat, other).overlaps());
        assertFalse(compare(other, chat).overlaps());
    }

    /// The name before one threat is the first thing that somebody forges.
    @Test
    void oneMessageUnderAnotherNameIsChangedAndNotRenamed() throws IOException {
        String forged = MONDAY.replace("Bob Example: I know", "Ann Example: I know");
        assertEquals(Overlap.Fate.CHANGED, compare(MONDAY, forged).earlier(2));
        String stranger = MONDAY.replace("Bob Example: I know", "Carl Example: I know");
        assertEquals(Overlap.Fate.CHANGED, compare(MONDAY, stranger).earlier(2));
        assertTrue(compare(MONDAY, stranger).overlaps());
    }

    /// The newer export may have been made in the same minute, or be cut at its end.
    @Test
    void whatStandsAtOrAfterTheEndOfTheLaterExportIsNotGone() throws IOException {
        String cut = MONDAY.substring(0, MONDAY.indexOf("13/01/2024, 10:02"));
        var comparison = compare(MONDAY, cut);
        assertEquals(Overlap.Fate.AFTER, comparison.earlier(3));
        assertEquals(Overlap.Fate.AFTER, comparison.earlier(4));
    }

    @Test
    void theEarlierExportEndsFirst() throws IOException {
        var monday = export(MONDAY);
        var tuesday = export(MONDAY + "14/01/2024, 09:00 - Bob Example: one more\n");
        assertTrue(monday.last() < tuesday.last());
        assertTrue(monday.touches(tuesday));
        assertFalse(monday.touches(export("15/01/2024, 10:00 - Carl Example: hello\n")));
    }

    private static final String WITHOUT_MEDIA = """
            13/01/2024, 10:00 - Bob Example: <Media omitted>
            13/01/2024, 10:00 - Bob Example: <Media omitted>
            caption
            13/01/2024, 10:01 - Ann Example: one
            13/01/2024, 10:02 - Bob Example: two
            13/01/2024, 10:03 - Bob Example: I know where you live
            13/01/2024, 10:04 - Ann Example: three
            """;
    private static final String WITH_MEDIA = """
            13/01/2024, 10:00 - Bob Example: IMG-1.jpg (file attached)
            13/01/2024, 10:00 - Bob Example: IMG-2.jpg (file attached)
            caption
            13/01/2024, 10:01 - Ann Example: one
            13/01/2024, 10:02 - Bob Example: two
            13/01/2024, 10:03 - Bob Example: I know where you live
            13/01/2024, 10:04 - Ann Example: three
            """;

    /// People export again with media because the program says so: nothing changed by that.
    @Test
    void aPictureThatWasLeftOutOfOneExportIsTheSame() throws IOException {
        var same = Map.of(Overlap.Fate.SAME, 6);
        assertEquals(same, compare(WITHOUT_MEDIA, WITH_MEDIA).later());
        assertEquals(same, compare(WITH_MEDIA, WITHOUT_MEDIA).later());
        String deleted = WITH_MEDIA.replace("I know where you live", "This message was deleted");
        var comparison = compare(WITHOUT_MEDIA, deleted);
        assertEquals(Map.of(Overlap.Fate.SAME, 5, Overlap.Fate.DELETED_SINCE, 1), comparison.earlier());
        assertTrue(comparison.overlaps());
    }

    @Test
    void aPictureOfAnotherNameIsChangedUnlessOnlyItsNumberIs() throws IOException {
        assertEquals(
                Overlap.Fate.CHANGED,
                compare(WITH_MEDIA, WITH_MEDIA.replace("IMG-1", "IMG-9")).earlier(0));
        String numbered = WITH_MEDIA.replace("IMG-1.jpg", "00000007-PHOTO-1.jpg");
        assertEquals(
                Overlap.Fate.SAME,
                compare(numbered, numbered.replace("00000007", "00000004")).earlier(0));
    }

    @Test
    void picturesAloneMakeNoChatTheSame() throws IOException {
        String pictures = """
                13/01/2024, 10:00 - Bob Example: IMG-1.jpg (file attached)
                13/01/2024, 10:01 - Bob Example: IMG-2.jpg (file attached)
                13/01/2024, 10:02 - Bob Example: IMG-3.jpg (file attached)
                """;
        assertFalse(compare(pictures, pictures).overlaps());
    }

    /// The threat was the last message: what lies at the end of the later export is not called gone.
    @Test
    void aLastMessageDeletedAfterTheContactWasRenamedIsFound() throws IOException {
        String threat = MONDAY + "14/01/2024, 09:00 - Bob Example: I will find you\n";
        String later =
                threat.replace("I will find you", "This message was deleted").replace("Bob", "Danger");
        assertEquals(Overlap.Fate.DELETED_SINCE, compare(threat, later).earlier(5));
        String edited =
                threat.replace("find you", "call you <This message was edited>").replace("Bob", "Danger");
        assertEquals(Overlap.Fate.EDITED_SINCE, compare(threat, edited).earlier(5));
    }

    @Test
    void theOnlyMessageOfARenamedContactIsFoundWhenItIsDeleted() throws IOException {
        String threat = MONDAY + "14/01/2024, 09:00 - +994 50 000 00 00: I will find you\n";
        String later =
                threat.replace("I will find you", "This message was deleted").replace("+994 50 000 00 00", "Danger");
        assertEquals(Overlap.Fate.DELETED_SINCE, compare(threat, later).earlier(5));
    }

    private static Overlap.Comparison compare(String earlier, String later) throws IOException {
        return Overlap.compare(export(earlier), export(later));
    }

    private static Export export(String chat) throws IOException {
        var export = new Export(Export.Caption.BELOW_NAME);
        Kept.of(chat.getBytes(StandardCharsets.UTF_8)).records.forEach(record -> export.add(0, record));
        return export;
    }
}

package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;

/// Damage takes an entry and no other, and is named.
final class HarDamageTest {
    /// Where the entry of that person begins, and where it ends.
    private static int[] entry(byte[] file, String person) {
        var text = new String(file, UTF_8);
        var entry = Notes.entry(person);
        int from = text.substring(0, text.indexOf(entry)).getBytes(UTF_8).length;
        return new int[] {from, from + entry.getBytes(UTF_8).length};
    }

    private static void othersAreThere(byte[] changed, byte[] file, int at, String what) throws IOException {
        var read = Notes.read(changed);
        for (var person : Archives.PEOPLE) {
            var place = entry(file, person);
            boolean isTouched = at >= place[0] - 2 && at <= place[1] + 1;
            boolean isThere = read.records().stream().anyMatch(each -> Notes.isOf(each, person));
            assertTrue(isThere || isTouched || isNamed(read, place), what + " took " + person);
        }
        for (var record : read.records()) {
            for (var person : Archives.PEOPLE) {
                boolean isHers = record.object().text().contains(Archives.words(person));
                boolean isElsewhere = Archives.PEOPLE.stream()
                        .anyMatch(other -> !other.equals(person)
                                && (record.address().equals(Archives.address(other))
                                        || record.published().source().equals(Notes.time(other))));
                assertTrue(!isHers || !isElsewhere, what + " gave the words of " + person + " to another");
            }
        }
    }

    private static boolean isNamed(Archives.Read read, int[] place) {
        return read.kept().unread.stream()
                .anyMatch(hole -> hole.spot().from() <= place[0] && hole.spot().to() >= place[1]);
    }

    @Test
    void aChangedByteTakesAtMostItsOwnEntry() throws IOException {
        byte[] file = Notes.ofAll();
        for (int at = 0; at < file.length; at += 7) {
            for (byte with : new byte[] {'"', '\\', '}', 0}) {
                byte[] changed = file.clone();
                changed[at] = with;
                othersAreThere(changed, file, at, "byte " + at + " as " + (char) with);
            }
        }
    }

    @Test
    void ofACutFileAllThatIsBeforeTheCutIsRead() throws IOException {
        byte[] file = Notes.ofAll();
        for (int to = entry(file, "aysel")[1]; to < file.length - 4; to += 53) {
            var read = Notes.read(Arrays.copyOf(file, to));
            for (var person : Archives.PEOPLE) {
                boolean isThere = read.records().stream().anyMatch(each -> Notes.isOf(each, person));
                boolean isCut = read.records().stream()
                        .anyMatch(each -> Notes.isOf(each, person)
                                && !Archives.detail(each, "damage").isEmpty());
                assertEquals(entry(file, person)[1] <= to, isThere && !isCut, person + " at " + to);
            }
            assertEquals(to, read.kept().unread.getLast().spot().to());
        }
    }

    @Test
    void whatWasReadBeforeDamageInAnEntryIsKept() throws IOException {
        byte[] file = Notes.ofAll();
        var text = new String(file, UTF_8);
        int status = text.indexOf("\"status\"", text.indexOf(Archives.address("ceyhun")));
        var cut = Notes.read(text.substring(0, status + 20).getBytes(UTF_8))
                .records()
                .getLast();
        assertEquals(Archives.address("ceyhun"), cut.address());
        assertEquals(Notes.time("ceyhun"), cut.published().source());
        assertEquals("damaged", Archives.detail(cut, "textNotRead"));
    }

    @Test
    void zeroesOfALostBlockMakeNoRecordOfTwo() throws IOException {
        byte[] file = Notes.ofAll();
        int from = entry(file, "banu")[0] + 120;
        byte[] lost = file.clone();
        Arrays.fill(lost, from, entry(file, "ceyhun")[0] + 60, (byte) 0);
        var read = Notes.read(lost);
        for (var person : Archives.PEOPLE) {
            boolean isLost = person.equals("banu") || person.equals("ceyhun");
            assertEquals(!isLost, read.records().stream().anyMatch(each -> Notes.isOf(each, person)), person);
        }
    }

    /// Zeros from anywhere in one entry to anywhere in the next, as of a lost block.
    @Test
    void noLostBlockJoinsTwoEntries() throws IOException {
        byte[] file = Notes.ofAll();
        int[] first = entry(file, "banu");
        int[] second = entry(file, "ceyhun");
        for (int from = first[0] + 1; from < first[1]; from += 11) {
            for (int to = second[0] + 1; to < second[1]; to += 13) {
                byte[] lost = file.clone();
                Arrays.fill(lost, from, to, (byte) (from % 2 == 0 ? 0 : 0xFF));
                for (var record : Notes.read(lost).records()) {
                    isOfOne(record, from + "-" + to);
                }
            }
        }
    }

    private static void isOfOne(Activity record, String what) {
        var all = record.toJson().canonical().toLowerCase(Locale.ROOT);
        long people = Stream.of("banu", "ceyhun")
                .filter(person ->
                        all.contains(person) || all.contains(Notes.time(person).toLowerCase(Locale.ROOT)))
                .count();
        assertTrue(people <= 1, what + ": " + all);
    }
}

package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.chat.WhatsAppText;
import org.taniq.read.file.WholeFile;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// Every parser is asked about every member of an archive, and may look at what lies beside it. The people are
/// invented.
final class ArchivePartsTest {
    private static final String CHAT = "13/01/2024, 10:00 - Ann: hello\n13/01/2024, 10:01 - Bob: hi\n";

    private final Kept kept = new Kept();
    private final List<String> asked = new ArrayList<>();

    /// Knows files that begin with a word, and says of each its path and what it finds beside it.
    private final class Lines implements Parser {
        private final String word;

        private Lines(String word) {
            this.word = word;
        }

        @Override
        public String name() {
            return word + "/1";
        }

        @Override
        public boolean knows(Input input) throws IOException {
            asked.add(word + " " + input.path());
            try (var in = input.bytes().open()) {
                byte[] all = in.readAllBytes();
                return new String(all, StandardCharsets.UTF_8).startsWith(word) && all.length <= PROBED;
            }
        }

        @Override
        public Ledger read(Input input, Sink sink) throws IOException {
            var tally = new Tally(input.name());
            for (var path : List.of("2.html", "./2.html", "../top.js", "../../out.js", "none.html", "sub/2.html")) {
                var found = input.beside().open(path);
                if (found.isPresent()) {
                    try (var in = found.get().open()) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        var said = Activity.of(
                                Verb.CREATE,
                                new Actor.Named(input.path(), ""),
                                new When.Unknown("", "none"),
                                new Thing.Note(path + "=" + text, List.of()),
                                Set.of(),
                                new Spot.Whole(1));
                        sink.read(said);
                        tally.count(said);
                    }
                }
            }
            return tally.ledger(word, "", List.of());
        }
    }

    private static byte[] zip(String... members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry(members[i]));
                zip.write(members[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private Reading read(String... members) throws IOException {
        var parsers = List.<Parser>of(new Lines("page"), new Lines("pag"), new WhatsAppText(), new WholeFile());
        return Reading.of("x.zip", Bytes.of(zip(members)), _ -> kept, parsers);
    }

    /// Breaks down over a member whose path says where.
    private static final class Breaking implements Parser {
        @Override
        public String name() {
            return "breaking/1";
        }

        @Override
        public boolean knows(Input input) {
            if (input.path().startsWith("knows")) {
                throw new IllegalStateException("hostile");
            }
            return input.path().startsWith("read");
        }

        @Override
        public Ledger read(Input input, Sink sink) {
            throw new IllegalStateException("hostile");
        }
    }

    @Test
    void aMemberOverWhichAReaderBreaksDownTakesNoOtherAway() throws IOException {
        var members = zip("knows.bin", "x", "read.bin", "y", "chat.txt", CHAT, "rest.bin", "z");
        var parsers = List.<Parser>of(new Breaking(), new WhatsAppText(), new WholeFile());
        var reading = Reading.of("x.zip", Bytes.of(members), _ -> kept, parsers);
        assertEquals(List.of("x.zip zip/1", "read.bin breaking/1", "chat.txt whatsapp-text/1"), parts(reading));
        assertEquals(2, kept.records.size());
        assertEquals(
                Map.of("reader-fault", 2L, "member-not-named-by-the-chat", 1L),
                reading.ledger().skippedReasons());
    }

    @Test
    void aChatThatWasSavedAnewInWideLettersIsKnown() throws IOException {
        String wide = new String(CHAT.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        assertEquals(List.of("x.zip zip/1", "chat.txt whatsapp-text/1"), parts(read("chat.txt", wide)));
        assertEquals(List.of("x.zip zip/1", "c.txt whatsapp-text/1"), parts(read("c.txt", "\u00FF\u00FE" + wide)));
    }

    @Test
    void aDatabaseOrAnArchiveWithLinesOfAChatInItIsNoChat() throws IOException {
        var reading =
                read("backup.db", "SQLite format 3\0..\n" + CHAT, "in.zip", "PK\3\4\24\0..\n" + CHAT, "chat.txt", CHAT);
        assertEquals(List.of("x.zip zip/1", "chat.txt whatsapp-text/1"), parts(reading));
    }

    private static List<String> parts(Reading reading) {
        return reading.parts().stream()
                .map(part -> part.part().name() + " " + part.part().parser())
                .toList();
    }

    @Test
    void everyMemberThatAParserKnowsIsAPartInTheOrderOfTheArchive() throws IOException {
        var reading = read("b/2.html", "page two", "chat.txt", CHAT, "b/x.dat", "pag only", "rest.bin", "nothing");
        assertEquals(
                List.of("x.zip zip/1", "2.html page/1", "chat.txt whatsapp-text/1", "x.dat pag/1"), parts(reading));
        assertEquals(
                Map.of("member-not-named-by-the-chat", 1L), reading.ledger().skippedReasons());
    }

    @Test
    void aChatIsKnownWhateverItsNameEndsIn() throws IOException {
        assertEquals(List.of("x.zip zip/1", "chat whatsapp-text/1"), parts(read("chat", CHAT)));
    }

    @Test
    void anArchiveOfWhichNothingIsKnownIsOneRecord() throws IOException {
        var reading = read("a.txt", "nothing", "b.txt", "nothing either");
        assertEquals(List.of("x.zip whole-file/1"), parts(reading));
        assertEquals(1, kept.records.size());
    }

    @Test
    void parsersAreAskedInTheirOrderAndTheFirstThatKnowsIsTheLastThatIsAsked() throws IOException {
        read("a/1.html", "page", "b.txt", "pag");
        assertEquals(List.of("page a/1.html", "page b.txt", "pag b.txt"), asked);
    }

    @Test
    void aPictureIsNoQuestionForWhoReadsNone() throws IOException {
        read("a.jpg", "\u00FF\u00D8\u00FF\u00E0 a picture", "b.html", "page");
        assertEquals(List.of("page b.html"), asked);
    }

    @Test
    void noMoreThanAMegabyteIsHandedOutToKnowAMemberAndAllOfItToReadIt() throws IOException {
        var reading = read("1.html", "page" + " ".repeat(3 << 20), "2.html", "two");
        assertEquals(List.of("x.zip zip/1", "1.html page/1"), parts(reading));
    }

    @Test
    void whatLiesBesideIsOpenedByItsPathAndNothingOutsideOfTheArchive() throws IOException {
        read("in/1.html", "page one", "in/2.html", "two", "top.js", "parts", "in/sub/2.html", "below");
        assertEquals(
                List.of("2.html=two", "./2.html=two", "../top.js=parts", "sub/2.html=below"),
                kept.records.stream().map(record -> record.object().text()).toList());
        assertEquals("in/1.html", kept.records.getFirst().actor().name());
    }

    @Test
    void aPathIsCountedFromTheFolderOfTheOneThatIsReadAndIsNoFolder() throws IOException {
        var found = new ArrayList<Attachment.State>();
        var paths = List.of("../top.jpg", "./in.jpg", "../../out.jpg", "../in/in.jpg", "top.jpg", "", "./", "../in/");
        var members = zip("top.jpg", "x", "in/", "", "in/in.jpg", "y", "in/1.txt", "names");
        Reading.of("x.zip", Bytes.of(members), _ -> kept, List.of(new Naming(paths, found), new WholeFile()));
        var none = Attachment.State.MISSING;
        var top = new Attachment.Present(0);
        var in = new Attachment.Present(2);
        assertEquals(List.of(top, in, none, in, none, none, none, none), found);
    }

    @Test
    void aFolderIsNoFileThatAChatNames() throws IOException {
        var found = new ArrayList<Attachment.State>();
        var names = new Naming(List.of("in/", ""), found) {
            @Override
            Attachment.State state(Input input, String name) {
                return input.beside().of(name);
            }
        };
        Reading.of("x.zip", Bytes.of(zip("in/", "", "1.txt", "names")), _ -> kept, List.of(names, new WholeFile()));
        assertEquals(List.of(Attachment.State.MISSING, Attachment.State.MISSING), found);
    }

    /// Looks for files.
    private static class Naming implements Parser {
        private final List<String> names;
        private final List<Attachment.State> found;

        private Naming(List<String> names, List<Attachment.State> found) {
            this.names = names;
            this.found = found;
        }

        @Override
        public String name() {
            return "naming/1";
        }

        @Override
        public boolean knows(Input input) {
            return input.path().endsWith(".txt");
        }

        @Override
        public Ledger read(Input input, Sink sink) {
            names.forEach(name -> found.add(state(input, name)));
            return Ledger.empty(input.name(), "names");
        }

        Attachment.State state(Input input, String path) {
            return input.beside().at(path);
        }
    }

    @Test
    void twoMembersOfOneNameAreNoneToLookInto() throws IOException {
        read("1.html", "page one", "2.html", "two", "2.ht\u200Eml", "another");
        assertEquals(List.of(), kept.records);
    }

    @Test
    void theLeftoversOfAMacAreNotAskedAbout() throws IOException {
        read("__MACOSX/1.html", "page", "b.html", "page");
        assertEquals(List.of("page b.html"), asked);
    }
}

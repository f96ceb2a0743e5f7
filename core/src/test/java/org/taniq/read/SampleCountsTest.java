package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taniq.SampleCase;
import org.taniq.base.Bytes;
import org.taniq.read.overlap.Export;
import org.taniq.read.overlap.Overlap;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;

/// What is read out of the sample exports is what their maker wrote into them. Where it is not, the
/// difference stands with its reason in `read/sample-differences.tsv`.
class SampleCountsTest {
    private static final Path DIFFERENCES = Path.of("src/test/resources/read/sample-differences.tsv");

    /// An export as it was read.
    private record Read(Ledger ledger, Kept kept) {
        static Read of(String name) throws IOException {
            var kept = new Kept();
            return new Read(
                    Reading.of(name, Bytes.of(SampleCase.file(name)), _ -> kept).ledger(), kept);
        }

        /// The first lines of the records that have a mark.
        List<Long> lines(Mark mark) {
            return lines(kept.records.stream().filter(record -> record.marks().contains(mark)));
        }

        private List<Long> lines(Attachment.State state) {
            return lines(kept.records.stream()
                    .filter(record -> record.object().attachments().stream()
                            .anyMatch(attachment -> attachment.state() == state)));
        }

        private static List<Long> lines(Stream<Activity> records) {
            return records.map(Activity::spot)
                    .map(spot -> spot instanceof Spot.Lines lines ? lines.first() : 0L)
                    .toList();
        }

        /// Everything that the maker counted, by the names of samples/README.md.
        Map<String, String> counts() {
            var counts = new TreeMap<String, String>();
            flat("", new SampleCase(ledger.toJson()), counts);
            var kinds = ledger.counts();
            counts.put(
                    "attachmentsPresent",
                    "" + (kinds.attachments() - kinds.attachmentsMissing() - kinds.mediaOmitted()));
            counts.put("calls", "" + lines(Mark.CALL).size());
            counts.put("polls", "" + lines(Mark.POLL).size());
            counts.put("places.deleted", lines(Mark.DELETED).toString());
            counts.put("places.edited", lines(Mark.EDITED).toString());
            counts.put("places.location", lines(Mark.LOCATION).toString());
            counts.put("places.lookalike", lines(Mark.LOOKALIKE).toString());
            counts.put("places.poll", lines(Mark.POLL).toString());
            counts.put("places.omitted", lines(Attachment.State.OMITTED).toString());
            counts.put("places.missing", lines(Attachment.State.MISSING).toString());
            return counts;
        }
    }

    /// `bySender.Dina` for a member of a member; lists as Java shows them.
    private static void flat(String prefix, SampleCase object, Map<String, String> into) {
        object.members().forEach((name, value) -> {
            var inner = new SampleCase(value);
            if (name.equals("bySender") || name.equals("places")) {
                flat(name + ".", inner, into);
            } else {
                into.put(prefix + name, inner.toString().replace("\"", "").replace(",", ", "));
            }
        });
    }

    /// Two things the reader does not count: which line was forged, and, elsewhere tested, how it is
    /// doubted.
    private static boolean isCounted(String name) {
        return !name.equals("places.forged") && !name.equals("forgedWithTheSameHeader");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        var differences = new ArrayList<String>();
        for (var file : SampleCase.expected().at("files").members().keySet()) {
            var written = new TreeMap<String, String>();
            flat("", SampleCase.expected().at("files").at(file), written);
            var counts = Read.of(file).counts();
            written.forEach((name, value) -> {
                String read = counts.getOrDefault(name, "nothing");
                if (isCounted(name) && !read.equals(value)) {
                    differences.add(String.join("\t", file, name, value, read));
                }
            });
        }
        var known = Files.readAllLines(DIFFERENCES).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(String.join("\n", known), String.join("\n", differences));
    }

    /// Its shape is that of the file: only its time, which runs backwards, gives it away.
    @Test
    void aForgedLineInTheShapeOfTheFileIsDoubted() throws IOException {
        for (var file : SampleCase.expected().at("files").members().keySet()) {
            var forged = SampleCase.expected().at("files").at(file).at("places").at("forged");
            var doubted = Read.of(file).lines(Mark.TIME_BACKWARDS);
            for (var line : forged.items()) {
                assertEquals(true, doubted.contains(line.number() + 1), "the line after " + line + " in " + doubted);
            }
        }
    }

    @Test
    void theSecondExportOfAChatOverlapsTheFirstAsItWasWritten() throws IOException {
        var expected = SampleCase.expected().at("overlap");
        var earlier = new Export(Export.Caption.BELOW_NAME);
        var later = new Export(Export.Caption.BELOW_NAME);
        Read.of(expected.at("earlier").at("file").text()).kept().records.forEach(record -> earlier.add(0, record));
        Read.of(expected.at("later").at("file").text()).kept().records.forEach(record -> later.add(0, record));
        var compared = Overlap.compare(earlier, later);
        assertEquals(expected.at("earlier").at("fates").toString(), words(compared.earlier()));
        assertEquals(expected.at("later").at("fates").toString(), words(compared.later()));
    }

    private static String words(Map<Overlap.Fate, Integer> fates) {
        return fates.entrySet().stream()
                .map(fate -> "\"" + fate.getKey().name().toLowerCase(Locale.ROOT) + "\":" + fate.getValue())
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}

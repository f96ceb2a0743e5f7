package org.taniq.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.SampleCase;
import org.taniq.base.Bytes;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// The rules over the sample case, against what its maker says of each record. What they miss and what they
/// mistake is listed in `assess/sample-case.tsv` and counted in docs/assessment.md: neither can change
/// unseen. `-Dgolden=write` writes the list anew; then look at every changed line, and never change the
/// sample to make a line go.
class SampleLabelsTest {
    private static final Path LIST = Path.of("src/test/resources/assess/sample-case.tsv");
    private static final RulePack RULES = RulePack.load();

    /// A record of an export, known by the line on which it begins.
    private record Place(String file, long line) {}

    /// What maker and rules say of a record about one label; the language is said by the maker.
    private record Said(String label, Place place, String text, String language, boolean marked, boolean found) {
        boolean differs() {
            return marked != found;
        }

        String row() {
            String what = marked ? "missed" : "mistaken";
            return String.join("\t", label, what, place.file(), "" + place.line(), text.replace("\n", "\\n")) + "\n";
        }
    }

    @Test
    void whatTheRulesMissAndMistakeIsListed() throws IOException {
        var found = said().stream().filter(Said::differs).map(Said::row).collect(Collectors.joining());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(LIST, found);
        }
        assertEquals(Files.readString(LIST), found, LIST.toString());
    }

    @Test
    void theDocumentHasTheCounts() throws IOException {
        var document = Files.readString(NotRun.root().resolve("docs/assessment.md"));
        var byLabel = said().stream().collect(Collectors.groupingBy(Said::label, TreeMap::new, Collectors.toList()));
        byLabel.forEach((label, said) -> assertTrue(document.contains(row(label, said)), row(label, said)));
    }

    /// Label, found of marked, the same in each language, mistaken.
    private static String row(String label, List<Said> said) {
        var marked = said.stream().filter(Said::marked).toList();
        var languages = marked.stream()
                .collect(Collectors.groupingBy(Said::language, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(language -> language.getKey() + " " + found(language.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "| `%s` | %s | %s | %d |", label, found(marked), languages, said.size() - marked.size());
    }

    private static String found(List<Said> marked) {
        return marked.stream().filter(Said::found).count() + " of " + marked.size();
    }

    /// Of each label for which the maker marked every record: what he marked, and what the rules found.
    private static List<Said> said() throws IOException {
        var expected = SampleCase.expected();
        var languages = languages(expected);
        var said = new ArrayList<Said>();
        for (var file : expected.at("files").members().keySet()) {
            for (var record : records(file)) {
                var place = new Place(file, line(record));
                String text = record.object().text();
                var found = labels(text);
                for (var label : expected.at("completeFor").items()) {
                    var marked = languages.getOrDefault(place, Map.of());
                    if (marked.containsKey(label.text()) || found.contains(label.text())) {
                        said.add(new Said(
                                label.text(),
                                place,
                                text,
                                marked.getOrDefault(label.text(), ""),
                                marked.containsKey(label.text()),
                                found.contains(label.text())));
                    }
                }
            }
        }
        said.sort(java.util.Comparator.comparing(Said::label));
        return said;
    }

    /// The languages of the labels that the maker gave, by place and label.
    private static Map<Place, Map<String, String>> languages(SampleCase expected) {
        return expected.at("labels").items().stream()
                .collect(Collectors.groupingBy(
                        one -> new Place(one.at("file").text(), one.at("line").number()),
                        Collectors.toMap(
                                one -> one.at("label").text(),
                                one -> one.at("language").text())));
    }

    private static Set<String> labels(String text) {
        return RULES.assess(text).findings().stream()
                .map(finding -> finding.label().id())
                .collect(Collectors.toSet());
    }

    private static long line(Activity record) {
        return record.spot() instanceof Spot.Lines lines ? lines.first() : 0;
    }

    private static List<Activity> records(String file) throws IOException {
        var records = new ArrayList<Activity>();
        Reading.of(file, Bytes.of(SampleCase.file(file)), _ -> new Sink() {
            @Override
            public void read(Activity activity) {
                records.add(activity);
            }

            @Override
            public void unread(Unread unread) {
                throw new AssertionError("nothing of the sample is left unread: " + unread);
            }
        });
        return records;
    }
}

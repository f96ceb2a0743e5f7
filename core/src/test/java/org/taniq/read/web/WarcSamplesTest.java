package org.taniq.read.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.read.record.Input;

/// Archives of others, against counts that were made with zcat and grep before they were read: records of each kind,
/// answers with a status, and how many records are damaged or not what their digests say.
final class WarcSamplesTest {
    private static Archives.Read read(String name) throws IOException {
        Path file = NotRun.unlessShared(name);
        var input = Input.alone(file.getFileName().toString(), Bytes.of(file)::open);
        assertTrue(new WarcFile().knows(input), name);
        return Archives.read(input.name(), Files.readAllBytes(file));
    }

    private static Map<String, Long> kinds(Archives.Read read) {
        return read.records().stream()
                .collect(Collectors.groupingBy(
                        record -> Archives.detail(record, "archiveRecord"), TreeMap::new, Collectors.counting()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suites/warcio-data/test/data/example.warc|{request=2, response=1, revisit=1, warcinfo=2}|0",
                "suites/warcio-data/test/data/example.warc.gz|{request=2, response=1, revisit=1, warcinfo=2}|0",
                "suites/warcio-data/test/data/example.arc|{response=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example.arc.gz|{response=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example-space-in-url.arc|{response=1, warcinfo=1}|1",
                "suites/warcio-data/test/data/bad.arc|{response=3, warcinfo=1}|4",
                "suites/warcio-data/test/data/example-bad-non-chunked.warc.gz|{request=2, response=1, revisit=1, warcinfo=2}|0",
                "suites/warcio-data/test/data/example-bad.warc.gz.bad|{request=2, response=2, revisit=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example-digest.warc|{request=4}|0",
                "suites/warcio-data/test/data/example-iana.org-chunked.warc|{request=1, response=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example-resource.warc.gz|{resource=1, warcinfo=2}|0",
                "suites/warcio-data/test/data/example-space-in-target-uri.warc.gz|{resource=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example-trunc.warc|{request=1, response=1, warcinfo=2}|2",
                "suites/warcio-data/test/data/example-wget-bad-target-uri.warc.gz|{metadata=1, request=1, resource=2, response=1, warcinfo=1}|0",
                "suites/warcio-data/test/data/example-wrong-chunks.warc.gz|{request=1, response=1}|0",
                "suites/warcio-data/test/data/post-test.warc.gz|{request=3, response=3}|0",
                "suites/wacz-fixtures/tests/fixtures/example-collection-with-lists.warc|{request=18, response=18, warcinfo=2}|0",
                "suites/wacz-fixtures/tests/fixtures/example-warcinfo-metadata.warc|{request=1, response=1, warcinfo=2}|0",
                "formats/warc/jwarc/cc.warc.gz|{response=1}|0",
                "formats/warc/jwarc/gzip_extra_sl.warc.gz|{warcinfo=1}|0",
                "formats/warc/py-wacz/example-collection.warc|{request=1, response=1, warcinfo=2}|0",
                "formats/warc/py-wacz/example-iana.warc|{request=58, response=24, revisit=34, warcinfo=2}|0",
                "formats/warc/py-wacz/example-resource.warc.gz|{resource=1, revisit=1, warcinfo=1}|0",
                "formats/warc/replayweb/embed-test.warc|{request=32, resource=1, response=32}|0",
                "formats/warc/tika/testWARC_multiple.warc.gz|{request=2, response=2}|0"
            })
    void everyRecordIsThereAndDamageIsNamed(String name, String kinds, long damaged) throws IOException {
        var read = read(name);
        assertEquals(kinds, kinds(read).toString());
        assertEquals(
                damaged,
                read.records().stream()
                        .filter(record -> !Archives.detail(record, "damage").isEmpty())
                        .count());
        assertEquals(name.contains("trunc") ? 1 : 0, read.kept().unread.size());
    }

    @Test
    void onlyWhatWasChangedIsNotWhatItsDigestSays() throws IOException {
        var differing = new TreeMap<String, Long>();
        for (var folder : java.util.List.of("suites/warcio-data/test/data", "formats/warc")) {
            try (var files = Files.walk(NotRun.unlessShared(folder))) {
                for (Path file : files.filter(each -> each.toString().contains("arc"))
                        .filter(Files::isRegularFile)
                        .toList()) {
                    var read = Archives.read("x", Files.readAllBytes(file));
                    long differ = read.records().stream()
                            .filter(record -> Archives.detail(record, "blockDigest")
                                            .contains("differs")
                                    || Archives.detail(record, "payloadDigest").contains("differs"))
                            .count();
                    if (differ > 0) {
                        differing.put(file.getFileName().toString(), differ);
                    }
                }
            }
        }
        assertEquals(
                "{example-bad-non-chunked.warc.gz=1, example-digest.warc=1, example-wrong-chunks.warc.gz=1}",
                differing.toString());
    }

    @Test
    void addressesAreReadAsTheyAreMeant() throws IOException {
        assertEquals(
                "http://example.com/",
                read("suites/warcio-data/test/data/example-wget-bad-target-uri.warc.gz")
                        .records()
                        .get(2)
                        .address());
        assertEquals(
                "file:///example with spaces.png",
                read("suites/warcio-data/test/data/example-space-in-target-uri.warc.gz")
                        .records()
                        .get(1)
                        .address());
        assertTrue(read("suites/warcio-data/test/data/example-space-in-url.arc")
                .records()
                .get(1)
                .address()
                .contains("Examples From The Live Web"));
    }

    @Test
    void whatWasTypedIntoAFormIsRead() throws IOException {
        var read = read("suites/warcio-data/test/data/post-test.warc.gz");
        assertEquals("foo=bar\ntest=abc", read.records().get(1).object().text());
        assertEquals("POST", Archives.detail(read.records().get(1), "method"));
    }

    @Test
    void exampleDomainHasItsWordsInEveryForm() throws IOException {
        for (var name : java.util.List.of(
                "example.warc",
                "example.warc.gz",
                "example.arc",
                "example-wrong-chunks.warc.gz",
                "example-trunc.warc")) {
            var read = read("suites/warcio-data/test/data/" + name);
            assertTrue(
                    read.records().stream()
                            .anyMatch(record ->
                                    record.object().text().contains("Example Domain\nThis domain is established")),
                    name);
        }
    }
}

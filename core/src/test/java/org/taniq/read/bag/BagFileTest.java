package org.taniq.read.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Hash;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;

/// Bags: those of the conformance suite, and made ones that are changed, forged or too large.
final class BagFileTest {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static Kept read(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        var kept = new Kept();
        Reading.of("x.zip", Bytes.of(out.toByteArray()), _ -> kept);
        return kept;
    }

    private static Map<String, byte[]> folder(Path bag, String into) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        try (var files = Files.walk(bag)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                members.put(into + bag.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return members;
    }

    private static Optional<Activity> bag(Kept kept) {
        return kept.records.stream()
                .filter(record -> !text(record, "filesMatch").isEmpty())
                .findFirst();
    }

    private static String text(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value() instanceof Json.Str(String text)
                        ? text
                        : detail.value().canonical())
                .findFirst()
                .orElse("");
    }

    private static List<String> all(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().inOrder())
                .toList();
    }

    private static String verdict(Map<String, byte[]> members) throws IOException {
        return bag(read(members)).map(record -> text(record, "verdict")).orElse("no bag");
    }

    private static Map<String, byte[]> made(String text) {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("bagit.txt", DECLARATION.getBytes(UTF_8));
        members.put("bag-info.txt", "External-Description: what Rauf wrote\n".getBytes(UTF_8));
        members.put("data/a.txt", text.getBytes(UTF_8));
        members.put("manifest-sha256.txt", (hex(Hash.SHA_256, text) + "  data/a.txt\n").getBytes(UTF_8));
        return members;
    }

    private static String hex(Hash kind, String text) {
        return HexFormat.of().formatHex(kind.of(text.getBytes(UTF_8)));
    }

    /// Bags of the suite: `valid` and `warning` are valid, all others are not.
    @Test
    void everyBagOfTheSuiteIsWhatItsFolderSays() throws IOException {
        var suite = NotRun.unlessShared("suites").resolve("bagit-conformance");
        int seen = 0;
        try (var found = Files.walk(suite, 3)) {
            for (var bag : found.filter(each ->
                            Files.isDirectory(each) && suite.relativize(each).getNameCount() == 3)
                    .sorted()
                    .toList()) {
                var kind = suite.relativize(bag).getName(1).toString();
                boolean isValid = kind.equals("valid") || kind.equals("warning");
                for (var into : List.of("", "a bag/")) {
                    var record = bag(read(folder(bag, into))).orElseThrow();
                    assertEquals(
                            isValid ? "valid" : "not-valid",
                            text(record, "verdict"),
                            () -> suite.relativize(bag) + " " + all(record, "bagFault"));
                    assertTrue(
                            !kind.equals("warning") || !all(record, "bagNote").isEmpty(), bag::toString);
                }
                seen++;
            }
        }
        assertTrue(seen > 40, "the suite is there");
    }

    @Test
    void whatIsNotAsListedIsNamed() throws IOException {
        var members = made("salam");
        assertEquals("valid", verdict(members));
        members.put("data/a.txt", "changed".getBytes(UTF_8));
        members.put("data/b.txt", "more".getBytes(UTF_8));
        members.put(
                "manifest-md5.txt",
                (hex(Hash.MD5, "changed") + " data/a.txt\n" + "0".repeat(32) + "  data/gone.txt\n").getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("not-valid", text(record, "verdict"));
        assertEquals(
                List.of(
                        "{\"why\":\"fileDiffers\",\"file\":\"data/a.txt\",\"list\":\"manifest-sha256.txt\"}",
                        "{\"why\":\"fileMissing\",\"file\":\"data/gone.txt\",\"list\":\"manifest-md5.txt\"}",
                        "{\"why\":\"fileNotListed\",\"file\":\"data/b.txt\"}"),
                all(record, "bagFault").stream()
                        .filter(fault -> !fault.contains("Everywhere"))
                        .toList());
    }

    @Test
    void whatItsMakerSaysOfItIsRead() throws IOException {
        var kept = read(made("salam"));
        assertEquals(
                "External-Description: what Rauf wrote\n",
                bag(kept).orElseThrow().object().text());
        assertEquals(1, kept.unread.size(), "the payload alone, which no parser reads");
    }

    @Test
    void nothingIsFetched() throws IOException {
        var members = made("salam");
        members.put("fetch.txt", "https://a.example/b - data/b.txt\nhttps://a.example/c 3 ../c.txt\n".getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("not-valid", text(record, "verdict"));
        assertEquals(
                List.of("{\"address\":\"https://a.example/b\",\"file\":\"data/b.txt\",\"isThere\":false}"),
                all(record, "fileToFetch"));
        assertEquals(
                List.of("{\"why\":\"leadsOut\",\"file\":\"../c.txt\",\"list\":\"fetch.txt\"}"),
                all(record, "bagFault"));
    }

    @Test
    void aDigestThatCanBeForgedIsSaid() throws IOException {
        var members = made("salam");
        members.remove("manifest-sha256.txt");
        members.put("manifest-md5.txt", (hex(Hash.MD5, "salam") + "  data/a.txt\n").getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("valid", text(record, "verdict"));
        assertEquals("[\"onlyForgeable\"]", text(record, "weaknesses"));
    }

    @Test
    void aListOfAnUnknownKindComparesNothing() throws IOException {
        var members = made("salam");
        members.remove("manifest-sha256.txt");
        members.put("manifest-whirl.txt", "00  data/a.txt\n".getBytes(UTF_8));
        assertEquals("not-checked", verdict(members));
        members.remove("manifest-whirl.txt");
        assertEquals("not-valid", verdict(members));
    }

    @Test
    void aDeclarationByItselfIsNoBag() throws IOException {
        var kept = new Kept();
        var reading = Reading.of("bagit.txt", Bytes.of(DECLARATION.getBytes(UTF_8)), _ -> kept);
        assertEquals("not-checked", text(kept.records.getFirst(), "verdict"));
        assertEquals("filesNotSeen", text(kept.records.getFirst(), "why"));
        assertEquals(1, reading.ledger().warnings().size());
    }

    @Test
    void aFileThatIsDamagedInTheArchiveIsMissing() throws IOException {
        var members = made("salam");
        members.put("data/../../out.txt", "x".getBytes(UTF_8));
        members.put(
                "manifest-sha256.txt",
                "0".repeat(64).concat("  data/../../out.txt\n").getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertTrue(all(record, "bagFault").getFirst().contains("leadsOut"), all(record, "bagFault")::toString);
    }

    @Test
    void hostileListsEnd() {
        var members = made("salam");
        members.put(
                "manifest-sha512.txt",
                ("0".repeat(128) + "  data/a.txt\n").repeat(200_000).getBytes(UTF_8));
        members.put("manifest-sha1.txt", "x".repeat(40 << 20).getBytes(UTF_8));
        var lines = new StringBuilder();
        for (int i = 0; i < 250_000; i++) {
            lines.append("0".repeat(56)).append("  data/").append(i).append('\n');
        }
        members.put("manifest-sha224.txt", lines.toString().getBytes(UTF_8));
        var record = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> bag(read(members)).orElseThrow());
        assertEquals("not-valid", text(record, "verdict"));
        assertEquals(1000, all(record, "bagFault").size());
    }

    /// Words that somebody typed make no bag of a file that is called otherwise.
    @Test
    void onlyAFileOfThatNameIsADeclaration() throws IOException {
        var reading = Reading.of("notes.txt", Bytes.of(DECLARATION.getBytes(UTF_8)), _ -> new Kept());
        assertTrue(!reading.parts().getFirst().part().parser().equals("bagit/1"));
    }
}

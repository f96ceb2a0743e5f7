package org.taniq.read.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Hash;
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
                .filter(record -> !Kept.detail(record, "filesMatch").isEmpty())
                .findFirst();
    }

    private static List<String> all(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value().inOrder())
                .toList();
    }

    private static String verdict(Map<String, byte[]> members) throws IOException {
        return bag(read(members)).map(record -> Kept.detail(record, "verdict")).orElse("no bag");
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
                            Kept.detail(record, "verdict"),
                            () -> suite.relativize(bag) + " " + all(record, "bagFault"));
                    assertTrue(
                            !kind.equals("warning") || !all(record, "bagNote").isEmpty(), bag::toString);
                }
                seen++;
            }
        }
        assertTrue(seen > 40, "the suite is there");
    }

    /// Why a bag of the suite is not valid, by how its name begins.
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("out-of-scope-file-paths", "leadsOut"),
            Map.entry("extra-file-in-bag", "fileNotListed"),
            Map.entry("corrupt-", "fileDiffers"),
            Map.entry("bom-in-bagit.txt", "declarationForm"),
            Map.entry("same-filename-listed-twice-with-different-hashes", "listedTwiceOtherwise"),
            Map.entry("same-filename-listed-twice-with-the-same-hash", "listedTwice"),
            Map.entry("missing-bagit.txt", "noDeclaration"),
            Map.entry("baginfo-missing-encoding", "declarationForm"),
            Map.entry("invalid-version-number", "declarationForm"),
            Map.entry("missing-baginfo", "fileMissing"),
            Map.entry("notAllManifestsListAllFiles", "fileNotListed"),
            Map.entry("bagit-with-invalid-whitespace", "declarationForm"));

    @Test
    void aBagOfTheSuiteThatIsNotValidIsSoForItsReason() throws IOException {
        var suite = NotRun.unlessShared("suites").resolve("bagit-conformance");
        int seen = 0;
        try (var found = Files.walk(suite, 3)) {
            for (var bag : found.filter(each -> suite.relativize(each).getNameCount() == 3
                            && Files.isDirectory(each)
                            && suite.relativize(each).getName(1).toString().matches("invalid|.*-only"))
                    .sorted()
                    .toList()) {
                var name = bag.getFileName().toString();
                var reason = REASONS.entrySet().stream()
                        .filter(each -> name.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name));
                var faults = all(bag(read(folder(bag, ""))).orElseThrow(), "bagFault");
                assertTrue(
                        faults.stream().anyMatch(fault -> fault.contains("\"why\":\"" + reason + "\"")),
                        () -> name + " " + faults);
                seen++;
            }
        }
        assertTrue(seen > 20, "the suite is there");
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
        assertEquals("not-valid", Kept.detail(record, "verdict"));
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
        members.put(
                "fetch.txt",
                "https://aysel:pw@a.example/b?Signature=x - data/b.txt\nhttps://a.example/c 3 ../c.txt\n"
                        .getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("not-valid", Kept.detail(record, "verdict"));
        assertEquals(
                List.of("{\"address\":\"https://…@a.example/b?…\",\"file\":\"data/b.txt\",\"isThere\":false}"),
                all(record, "fileToFetch"));
        assertEquals(
                List.of(
                        "{\"why\":\"leadsOut\",\"file\":\"../c.txt\",\"list\":\"fetch.txt\"}",
                        "{\"why\":\"fileNotListed\",\"file\":\"data/b.txt\",\"list\":\"fetch.txt\"}"),
                all(record, "bagFault"));
    }

    @Test
    void aDigestThatCanBeForgedIsSaid() throws IOException {
        var members = made("salam");
        members.remove("manifest-sha256.txt");
        members.put("manifest-md5.txt", (hex(Hash.MD5, "salam") + "  data/a.txt\n").getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("valid", Kept.detail(record, "verdict"));
        assertEquals("[\"onlyForgeable\"]", Kept.detail(record, "weaknesses"));
    }

    /// Before 1.0 a list need not name each file: one that a strong list lacks was compared with a weak digest alone.
    @Test
    void aStrongListThatLacksAFileIsNotEnough() throws IOException {
        var members = made("salam");
        members.put("bagit.txt", DECLARATION.replace("1.0", "0.97").getBytes(UTF_8));
        members.put("manifest-md5.txt", (hex(Hash.MD5, "salam") + "  data/a.txt\n").getBytes(UTF_8));
        assertEquals("", Kept.detail(bag(read(members)).orElseThrow(), "weaknesses"));
        members.put("manifest-sha256.txt", new byte[0]);
        var record = bag(read(members)).orElseThrow();
        assertEquals("valid", Kept.detail(record, "verdict"));
        assertEquals("[\"onlyForgeable\"]", Kept.detail(record, "weaknesses"));
    }

    /// The one name, read in another way, is that of the other file.
    @Test
    void aFileThatWasPutInUnderANameThatReadsAsAListedOneIsNoticed() throws IOException {
        for (var names : Map.of("data/x%25.txt", "data/x%.txt", "data/x%0A.txt", "data/x\n.txt")
                .entrySet()) {
            var members = made("salam");
            members.put(names.getKey(), "salam".getBytes(UTF_8));
            members.put(
                    "manifest-sha256.txt",
                    "%1$s  data/a.txt\n%1$s  %2$s\n"
                            .formatted(hex(Hash.SHA_256, "salam"), names.getKey())
                            .getBytes(UTF_8));
            assertEquals("valid", verdict(members));
            members.put(names.getValue(), "put in".getBytes(UTF_8));
            boolean isRefused = names.getValue().contains("\n");
            assertEquals(isRefused ? "valid" : "not-valid", verdict(members), "the archive refuses such a name");
        }
    }

    @Test
    void aFileOfASystemThatIsMissingIsCounted() throws IOException {
        var members = made("salam");
        var list = new String(members.get("manifest-sha256.txt"), UTF_8);
        members.put("manifest-sha256.txt", (list + "0".repeat(64) + "  data/Thumbs.db\n").getBytes(UTF_8));
        assertEquals("not-valid", verdict(members), "it held small pictures");
        members.put("manifest-sha256.txt", (list + hex(Hash.SHA_256, "") + "  data/Thumbs.db\n").getBytes(UTF_8));
        var kept = read(members);
        assertEquals("valid", Kept.detail(bag(kept).orElseThrow(), "verdict"));
        assertEquals(1, all(bag(kept).orElseThrow(), "bagNote").size());
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
    void whereAListIsOfAnUnknownKindNotAllIsCompared() throws IOException {
        var members = made("salam");
        members.put("manifest-sha3256.txt", "00  data/a.txt\n".getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("not-checked", Kept.detail(record, "verdict"));
        assertEquals("algorithmNotKnown", Kept.detail(record, "why"));
    }

    /// What the rest of the list names is not known, so that no file is in no list.
    @Test
    void aListThatIsTooLongIsNoFault() throws IOException {
        var members = made("salam");
        members.put("data/b.txt", "more".getBytes(UTF_8));
        var list = new String(members.get("manifest-sha256.txt"), UTF_8);
        members.put("manifest-sha256.txt", (list + "\n".repeat(600_001)).getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals(List.of(), all(record, "bagFault"));
        assertEquals("not-checked", Kept.detail(record, "verdict"));
        assertEquals("listNotWhole", Kept.detail(record, "why"));
    }

    @Test
    void anyEncodingThatJavaKnowsMayBeStated() throws IOException {
        var members = made("salam");
        members.put("bagit.txt", DECLARATION.replace("UTF-8", "windows-1251").getBytes(UTF_8));
        members.put("data/письмо.txt", "salam".getBytes(UTF_8));
        var digest = hex(Hash.SHA_256, "salam");
        members.put(
                "manifest-sha256.txt",
                (digest + "  data/a.txt\n" + digest + "  data/письмо.txt\n").getBytes(Charset.forName("windows-1251")));
        assertEquals("valid", verdict(members));
        members.put("bagit.txt", DECLARATION.replace("UTF-8", "of-nobody").getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals("not-checked", Kept.detail(record, "verdict"));
        assertEquals("encodingUnknown", Kept.detail(record, "why"));
    }

    /// Else whoever changed the files could make the bag vanish.
    @Test
    void aDeclarationThatWasSpoiledHidesNoBag() throws IOException {
        for (var spoiled : List.of("\n" + DECLARATION, DECLARATION.toLowerCase(Locale.ROOT), "")) {
            var members = made("changed");
            members.put("manifest-sha256.txt", (hex(Hash.SHA_256, "salam") + "  data/a.txt\n").getBytes(UTF_8));
            members.put("bagit.txt", spoiled.getBytes(UTF_8));
            var faults = all(bag(read(members)).orElseThrow(), "bagFault").toString();
            assertTrue(faults.contains("declarationForm") && faults.contains("fileDiffers"), faults);
        }
    }

    @Test
    void aMarkBeforeAListAndAnUnusualEndOfALineInANameAreNoFaults() throws IOException {
        var members = made("salam");
        var digest = hex(Hash.SHA_256, "salam");
        members.put("data/x\u2028y.txt", "salam".getBytes(UTF_8));
        var list = "\uFEFF" + digest + "  data/a.txt\n" + digest + "  data/x\u2028y.txt\n";
        members.put("manifest-sha256.txt", list.getBytes(UTF_8));
        var record = bag(read(members)).orElseThrow();
        assertEquals(List.of(), all(record, "bagFault"));
        assertEquals("valid", Kept.detail(record, "verdict"));
        assertTrue(Kept.detail(record, "bagNote").contains("markBeforeList"));
    }

    @Test
    void aDeclarationByItselfIsNoBag() throws IOException {
        var kept = new Kept();
        var reading = Reading.of("bagit.txt", Bytes.of(DECLARATION.getBytes(UTF_8)), _ -> kept);
        assertEquals("not-checked", Kept.detail(kept.records.getFirst(), "verdict"));
        assertEquals("filesNotSeen", Kept.detail(kept.records.getFirst(), "why"));
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
        assertEquals("not-valid", Kept.detail(record, "verdict"));
        assertEquals(1000, all(record, "bagFault").size());
    }

    /// Words that somebody typed make no bag of a file that is called otherwise.
    @Test
    void onlyAFileOfThatNameIsADeclaration() throws IOException {
        var reading = Reading.of("notes.txt", Bytes.of(DECLARATION.getBytes(UTF_8)), _ -> new Kept());
        assertTrue(!reading.parts().getFirst().part().parser().equals("bagit/1"));
    }
}

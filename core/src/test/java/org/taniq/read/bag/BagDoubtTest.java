package org.taniq.read.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.base.Hash;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;

/// What is said of bags that were not seen whole, and of names that are written in several ways.
final class BagDoubtTest {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final String LIST = "manifest-sha256.txt";

    private final Map<String, String> members = new LinkedHashMap<>();

    BagDoubtTest() {
        members.put("bagit.txt", DECLARATION);
        members.put("data/a.txt", "salam");
        members.put(LIST, line("data/a.txt"));
    }

    private static String line(String path) {
        return HexFormat.of().formatHex(Hash.SHA_256.of("salam".getBytes(UTF_8))) + "  " + path + "\n";
    }

    private byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private Activity bag(byte[] zip) throws IOException {
        var kept = new Kept();
        Reading.of("x.zip", Bytes.of(zip), _ -> kept);
        return kept.records.stream()
                .filter(record -> !Kept.detail(record, "filesMatch").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Activity bag() throws IOException {
        return bag(zip());
    }

    private void assertSays(String verdict, String why) throws IOException {
        var record = bag();
        assertEquals(List.of(verdict, why), List.of(Kept.detail(record, "verdict"), Kept.detail(record, "why")));
        assertEquals("", Kept.detail(record, "bagFault"));
    }

    /// Files that are named and cannot all be opened, as where too much was looked at before.
    private record Named(Map<String, String> all, Set<String> unopened, Set<String> unread) implements Input.Beside {
        @Override
        public Attachment.State of(String name) {
            return Attachment.State.MISSING;
        }

        @Override
        public List<String> files() {
            return List.copyOf(all.keySet());
        }

        @Override
        public boolean isNamed(String path) {
            return all.containsKey(path);
        }

        @Override
        public Optional<Input.Content> open(String path) {
            return !all.containsKey(path) || unopened.contains(path)
                    ? Optional.empty()
                    : Optional.of(Input.Content.of(Bytes.of(all.get(path).getBytes(UTF_8))));
        }

        @Override
        public Optional<String> digest(String path, Hash kind) {
            return all.containsKey(path) && !unread.contains(path)
                    ? Optional.of(HexFormat.of().formatHex(kind.of(all.get(path).getBytes(UTF_8))))
                    : Optional.empty();
        }
    }

    private Bag unopened(String... names) throws IOException {
        return Bag.of(Declaration.of(DECLARATION), new Named(new TreeMap<>(members), Set.of(names), Set.of()));
    }

    @Test
    void aListThatCouldNotBeOpenedIsNoFault() throws IOException {
        assertEquals("", unopened().whyNotChecked());
        var bag = unopened(LIST);
        assertEquals(0, bag.findings().faults());
        assertEquals("listNotWhole", bag.whyNotChecked());
    }

    @Test
    void aListOfWhatIsElsewhereThatCouldNotBeOpenedIsSaid() throws IOException {
        members.put("fetch.txt", "https://a.example/b 5 data/b.txt\n");
        var bag = unopened("fetch.txt");
        assertEquals("listNotWhole", bag.whyNotChecked());
    }

    @Test
    void aFileThatIsThereAndCannotBeReadIsNotMissing() throws IOException {
        var bag =
                Bag.of(Declaration.of(DECLARATION), new Named(new TreeMap<>(members), Set.of(), Set.of("data/a.txt")));
        assertEquals(0, bag.findings().faults());
        assertEquals("fileNotRead", bag.whyNotChecked());
    }

    @Test
    void aFileThatIsThereTwiceIsNotMissing() throws IOException {
        members.put("data/b.txt", "other");
        var zip = new String(zip(), StandardCharsets.ISO_8859_1)
                .replace("data/b.txt", "data/a.txt")
                .getBytes(StandardCharsets.ISO_8859_1);
        var record = bag(zip);
        assertEquals("", Kept.detail(record, "bagFault"));
        assertEquals("not-checked", Kept.detail(record, "verdict"));
    }

    @Test
    void aVersionThatIsNotKnownHereIsNotChecked() throws IOException {
        members.put("bagit.txt", DECLARATION.replace("1.0", "9.9"));
        assertSays("not-checked", "unknownVersion");
    }

    @Test
    void aListOfTheListsThatIsOfAnUnknownKindIsNotCompared() throws IOException {
        members.put("tagmanifest-sha3256.txt", "00  bagit.txt\n");
        assertSays("not-checked", "algorithmNotKnown");
    }

    /// RFC 8493, section 2.2.3.
    @Test
    void aFileToFetchThatIsInNoListIsAFault() throws IOException {
        members.put("fetch.txt", "https://a.example/b 5 data/b.txt\n");
        assertEquals(
                "{\"file\":\"data/b.txt\",\"list\":\"fetch.txt\",\"why\":\"fileNotListed\"}",
                Kept.detail(bag(), "bagFault"));
    }

    @Test
    void aBackslashInANameLeadsNowhere() throws IOException {
        members.put(LIST, line("data/a.txt") + line("data/b\\c.txt"));
        assertTrue(!Kept.detail(bag(), "bagFault").contains("leadsOut"));
        members.put(LIST, line("data/a.txt") + line("data/b\\..\\..\\..\\c.txt"));
        assertTrue(Kept.detail(bag(), "bagFault").contains("leadsOut"));
    }

    /// Macs take the letters in names apart.
    @Test
    void aNameInOtherLettersIsSaidToBeSo() throws IOException {
        for (var name : List.of("data/sə\u0301.txt", "data/se\u0301/1.txt", "data/se\u0301.txt")) {
            members.put(name, "salam");
            members.put(
                    LIST,
                    line("data/a.txt") + line(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)));
            var record = bag();
            assertEquals("valid", Kept.detail(record, "verdict"));
            boolean isOther = !java.text.Normalizer.isNormalized(name, java.text.Normalizer.Form.NFC);
            assertEquals(isOther, Kept.detail(record, "bagNote").contains("nameDiffersInLetters"), name);
            members.remove(name);
        }
    }

    @Test
    void aNameWithAMarkOfDirectionIsAnotherOne() throws IOException {
        members.put(LIST, line("data/a\u202E.txt"));
        var record = bag();
        assertEquals("0", Kept.detail(record, "filesMatch"));
        assertTrue(Kept.detail(record, "bagFault").contains("fileMissing"));
    }

    @Test
    void whoMadeItIsADetailThatDoesNotLeaveUnasked() throws IOException {
        members.put("bag-info.txt", "Contact-Name: Leyla M.\n of Sumqayit\nExternal-Description: salam\n");
        var record = bag();
        assertEquals("External-Description: salam\n", record.object().text());
        assertEquals("Contact-Name: Leyla M.\n of Sumqayit\n", Kept.detail(record, "bagContact"));
    }

    /// Each of them names all below it.
    @Test
    void bagsInOneAnotherEnd() throws IOException {
        for (int i = 0; i < 60; i++) {
            members.put("data/".repeat(i) + "bagit.txt", DECLARATION);
            members.put("data/".repeat(i) + LIST, line("data/a.txt"));
        }
        var kept = new Kept();
        var zip = zip();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Reading.of("x.zip", Bytes.of(zip), _ -> kept));
        assertEquals(
                40,
                kept.records.stream()
                        .filter(each -> Kept.detail(each, "why").equals("tooDeep"))
                        .count());
    }
}

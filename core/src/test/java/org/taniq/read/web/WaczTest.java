package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;

/// Archives of others and invented ones: what their lists and signatures are worth.
final class WaczTest {
    private static final String SIGNED = "/read/web/py-wacz/valid_signed_example_1.wacz";

    private record Read(Kept kept, Reading reading) {
        Activity list() {
            return kept.records.stream()
                    .filter(record ->
                            !Archives.detail(record, "packageSignature").isEmpty())
                    .findFirst()
                    .orElseThrow();
        }

        String signature() {
            return Archives.detail(list(), "packageSignature");
        }

        List<String> details(String name) {
            return list().details().stream()
                    .filter(detail -> detail.name().equals(name))
                    .map(detail -> detail.value().canonical())
                    .toList();
        }

        List<String> warnings() {
            return reading.ledger().warningsInEnglish();
        }
    }

    private static Read read(byte[] bytes) throws IOException {
        var kept = new Kept();
        return new Read(kept, Reading.of("x.wacz", Bytes.of(bytes), _ -> kept));
    }

    private static byte[] signed() throws IOException {
        try (var in = Objects.requireNonNull(WaczTest.class.getResourceAsStream(SIGNED))) {
            return in.readAllBytes();
        }
    }

    private static byte[] shared(String name) throws IOException {
        return Files.readAllBytes(NotRun.unlessShared(name));
    }

    private static Map<String, byte[]> members(byte[] zip) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    private static byte[] member(Map<String, byte[]> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void theKeyOfADomainWhoseCertificateHeldThenIsSaidToBeThat() throws IOException {
        var read = read(signed());
        assertTrue(read.signature().contains("\"strength\":\"domainKey\""), read.signature());
        assertTrue(read.signature().contains("\"domain\":\"btrix-sign-test.webrecorder.net\""));
        assertTrue(read.signature().contains("\"vouchedTime\":\"2022-01-18T19:00:12Z\""));
        assertEquals(4, read.details("listedFile").size());
        assertTrue(read.details("listedFile").stream().allMatch(file -> file.endsWith("\"result\":\"matches\"}")));
        assertEquals(4 + 1 + 1, read.reading().ledger().records());
    }

    /// The signature holds by its numbers; its certificate is one that anybody gets for tests.
    @Test
    void aCertificateThatNobodyVouchesForIsAnAnonymousKey() throws IOException {
        var read = read(shared("suites/wacz-fixtures/tests/fixtures/invalid_signed_example_1.wacz"));
        assertTrue(read.signature().contains("\"strength\":\"anonymousKey\""), read.signature());
        assertTrue(read.signature().contains("certificateNotVouchedFor"));
    }

    @Test
    void aKeyThatSaysNothingOfItsOwnerIsAnonymous() throws IOException {
        var read = read(shared("formats/wacz/replayweb/example.wacz"));
        assertTrue(read.signature().contains("\"strength\":\"anonymousKey\""), read.signature());
        assertEquals(29 + 1 + 1, read.reading().ledger().records());
    }

    @Test
    void anArchiveWithoutASignatureSaysSo() throws IOException {
        for (var name : List.of("valid_example_1.wacz", "valid_example_2.wacz")) {
            var read = read(shared("suites/wacz-fixtures/tests/fixtures/" + name));
            assertEquals("{\"strength\":\"none\",\"why\":\"notSigned\"}", read.signature());
            assertEquals(4, read.details("listedFile").size());
            assertTrue(
                    read.details("listedFile").stream().allMatch(file -> file.endsWith("\"result\":\"matches\"}")),
                    name);
        }
    }

    @Test
    void aListedFileThatIsNotThereIsMissing() throws IOException {
        var read = read(shared("suites/wacz-fixtures/tests/fixtures/invalid_example_1.wacz"));
        assertEquals(
                List.of("{\"file\":\"data/indexes/index.cdx.gz\",\"result\":\"missing\"}"), read.details("listedFile"));
        assertEquals(List.of("\"data/archive/test.txt\""), read.details("unlistedFile"));
    }

    @Test
    void theArchiveOfScoopIsReadWithItsFiles() throws IOException {
        var read = read(shared("formats/wacz/scoop/example.com.wacz"));
        assertEquals(5, read.details("listedFile").size());
        assertEquals(5 + 3 + 1, read.reading().ledger().records());
    }

    @Test
    void whateverIsChangedTheSignatureOrTheListTellsIt() throws IOException {
        var members = members(signed());
        for (var name : members.keySet()) {
            var changed = new LinkedHashMap<>(members);
            byte[] bytes = member(members, name).clone();
            int at = name.equals("datapackage-digest.json")
                    ? new String(bytes, UTF_8).indexOf("\"signature\"") + 20
                    : bytes.length / 2;
            bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
            changed.put(name, bytes);
            var read = read(zip(changed));
            boolean isTold = read.kept().records.stream()
                            .noneMatch(record ->
                                    !Archives.detail(record, "packageSignature").isEmpty())
                    || !read.signature().contains("domainKey")
                    || read.warnings().stream().anyMatch(said -> said.contains("are not what its list says"));
            assertTrue(isTold, name);
        }
    }

    @Test
    void aFileThatWasPutInLaterIsInNoList() throws IOException {
        var members = members(signed());
        members.put("archive/later.warc", Archives.page("aysel"));
        var read = read(zip(members));
        assertEquals(List.of("\"archive/later.warc\""), read.details("unlistedFile"));
        assertTrue(read.warnings().stream()
                .anyMatch(said -> said.startsWith("1 files are in the WACZ and not in its list")));
    }

    @Test
    void aSignatureOfSomebodyElseOverTheSameFilesDoesNotMakeItHers() throws IOException, GeneralSecurityException {
        var members = members(signed());
        var pair = KeyPairGenerator.getInstance("EC");
        pair.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = pair.generateKeyPair();
        var hash = "sha256:" + Archives.sha256(member(members, "datapackage.json"));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(hash.getBytes(UTF_8));
        var old = new String(member(members, "datapackage-digest.json"), UTF_8);
        var other = old.replaceFirst(
                "\"signature\": \"[^\"]+\"",
                "\"signature\": \""
                        + Base64.getEncoder().encodeToString(signature.sign()).replace("$", "") + "\"");
        members.put("datapackage-digest.json", other.getBytes(UTF_8));
        assertTrue(read(zip(members)).signature().contains("signatureFails"));
        var anonymous = "{\"path\":\"datapackage.json\",\"hash\":\"" + hash + "\",\"signedData\":{\"hash\":\"" + hash
                + "\",\"domain\":\"court.example\",\"publicKey\":\""
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
                + other.substring(other.indexOf("\"signature\"") - 1, other.indexOf("\"signature\""))
                        .replace(" ", "") + "\","
                + other.substring(other.indexOf("\"signature\""), other.indexOf("\"domain\""))
                        .strip()
                        .replaceFirst(",$", "")
                + "}}";
        members.put("datapackage-digest.json", anonymous.getBytes(UTF_8));
        var read = read(zip(members));
        assertTrue(read.signature().contains("\"strength\":\"anonymousKey\""), read.signature() + anonymous);
        assertTrue(!read.signature().contains("court.example"));
    }

    @Test
    void aListThatIsNoJsonIsSaidAndTheArchiveIsRead() throws IOException {
        var members = members(signed());
        byte[] list = member(members, "datapackage.json");
        members.put("datapackage.json", Arrays.copyOf(list, list.length - 3));
        var read = read(zip(members));
        assertEquals(4 + 1, read.reading().ledger().records());
        assertTrue(read.warnings().stream().anyMatch(said -> said.contains("cannot be read")));
    }

    @Test
    void pagesAreRecordsWithTheirWords() throws IOException {
        var lines =
                "{\"format\":\"json-pages-1.0\"}\n{\"id\":\"a\",\"url\":\"https://aysel.example/\",\"ts\":\"2026-01-02T03:04:05Z\",\"title\":\"Ad\",\"text\":\"söz\"}\n{broken\n\n{\"id\":\"b\",\"url\":\"https://banu.example/\"}";
        var read = read(zip(Map.of("pages/pages.jsonl", lines.getBytes(UTF_8))));
        assertEquals(2, read.kept().records.size());
        var first = read.kept().records.getFirst();
        assertEquals("söz", first.object().text());
        assertEquals("https://aysel.example/", first.address());
        assertEquals("https://banu.example/", read.kept().records.getLast().address());
        assertEquals(3, read.kept().unread.size());
    }

    /// Anybody can put a signed archive of somebody else into a folder of her own.
    @Test
    void aForeignSignatureInAFolderIsNoneOfTheArchive() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("archive/evil.warc.gz", Archives.packed(Archives.page("aysel")));
        members(signed()).forEach((name, bytes) -> members.put("sub/" + name, bytes));
        var read = read(zip(members));
        assertTrue(read.warnings().stream().noneMatch(said -> said.contains("is signed with the key of")));
        assertTrue(read.warnings()
                .contains(
                        "a list of files as in a WACZ lies in the folder sub/: a signature of it covers files there alone,"
                                + " and no other file of the archive"));
        assertTrue(read.signature().contains("\"folder\":\"sub/\""), read.signature());
    }

    @Test
    void aListedFileThatDiffersStandsBesideTheSignature() throws IOException {
        var members = members(signed());
        assertFalse(read(zip(members)).signature().contains("filesDiffer"));
        members.put("pages/pages.jsonl", "{}".getBytes(UTF_8));
        assertTrue(read(zip(members)).signature().contains("\"why\":\"filesDiffer\""));
    }
}

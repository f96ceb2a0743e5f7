package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Unread;

/// A WACZ of invented people: its list, its signature, its pages.
final class PackageTest {
    private static final String ARCHIVE = "archive/data.warc.gz";

    private static Kept read(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        var kept = new Kept();
        Reading.of("x.wacz", Bytes.of(out.toByteArray()), _ -> kept);
        return kept;
    }

    private static Activity list(Kept kept) {
        return kept.records.stream()
                .filter(record -> !Archives.detail(record, "packageSignature").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> members(String resource) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(ARCHIVE, Archives.packed(Archives.page("aysel")));
        members.put(
                "datapackage.json",
                ("{\"profile\":\"data-package\",\"title\":[\"Ad\",1],\"created\":5,\"resources\":[" + resource + "]}")
                        .getBytes(UTF_8));
        return members;
    }

    private static String resource(String rest) {
        return "{\"path\":\"" + ARCHIVE + "\"," + rest + "}";
    }

    @Test
    void eachFileIsComparedWithTheDigestInTheList() throws IOException {
        var sum = Archives.sha256(Archives.packed(Archives.page("aysel")));
        for (var each : Map.of(
                        "\"hash\":\"sha256:" + sum + "\"",
                        "matches",
                        "\"hash\":\"SHA256:" + sum.toUpperCase(java.util.Locale.ROOT) + "\"",
                        "matches",
                        "\"hashing\":\"SHA256\",\"stats\":{\"hash\":\"" + sum + "\"}",
                        "matches",
                        "\"hash\":\"sha256:" + "0".repeat(64) + "\"",
                        "differs",
                        "\"hash\":\"sha256:" + sum.substring(2) + "\"",
                        "notChecked",
                        "\"hashing\":\"sha256\"",
                        "notChecked",
                        "\"hashing\":\"sha256\",\"stats\":{}",
                        "notChecked",
                        "\"hash\":\"md5:00\"",
                        "notChecked")
                .entrySet()) {
            var record = list(read(members(resource(each.getKey()))));
            assertEquals(
                    "{\"file\":\"" + ARCHIVE + "\",\"result\":\"" + each.getValue() + "\"}",
                    Archives.detail(record, "listedFile"),
                    each.getKey());
        }
    }

    /// What has another form than it should is no less a part of the list.
    @Test
    void whatIsNoTextWhereOneShouldStandIsNotLost() throws IOException {
        var record = list(read(members(resource("\"hash\":\"sha256:\""))));
        var all = record.details().stream()
                .filter(detail -> detail.name().equals("member"))
                .map(detail -> detail.value().canonical())
                .toList();
        assertEquals(
                List.of(
                        "{\"name\":\"profile\",\"value\":\"\\\"data-package\\\"\"}",
                        "{\"name\":\"title\",\"value\":\"[\\\"Ad\\\",1]\"}",
                        "{\"name\":\"created\",\"value\":\"5\"}"),
                all);
    }

    @Test
    void aPageWhoseTextIsAListIsNotLost() throws IOException {
        var lines =
                "{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://aysel.example/\",\"ts\":5,\"text\":[\"söz\"],\"id\":{}}";
        var record =
                read(Map.of("pages/pages.jsonl", lines.getBytes(UTF_8))).records.getFirst();
        var all = record.toJson().canonical();
        assertTrue(all.contains("{\"name\":\"text\",\"value\":\"[\\\"söz\\\"]\"}"), all);
        assertTrue(all.contains("{\"name\":\"ts\",\"value\":\"5\"}"), all);
        assertTrue(all.contains("{\"name\":\"id\",\"value\":\"{}\"}"), all);
    }

    @Test
    void filesBeyondThoseThatAreNamedAreCounted() throws IOException {
        var members = members(resource("\"hash\":\"x\""));
        for (int i = 0; i < 1005; i++) {
            members.put("extra/" + i + ".txt", new byte[] {'a'});
        }
        var record = list(read(members));
        assertEquals("5", Archives.detail(record, "filesLeftOut"));
    }

    @Test
    void aKeyWithoutAnOwnerIsAnonymousAndWhateverIsChangedTellsIt() throws IOException, GeneralSecurityException {
        var members = members(resource("\"hash\":\"sha256:" + "0".repeat(64) + "\""));
        var signed = signature(members, "\"domain\":\"court.example\",");
        members.put("datapackage-digest.json", signed.getBytes(UTF_8));
        var signature = Archives.detail(list(read(members)), "packageSignature");
        assertTrue(signature.contains("\"strength\":\"anonymousKey\"") && !signature.contains("court"), signature);
        for (int at = signed.indexOf("\"signature\"") + 20; at < signed.length() - 20; at += 7) {
            var changed = new StringBuilder(signed);
            changed.setCharAt(at, changed.charAt(at) == 'B' ? 'C' : 'B');
            members.put("datapackage-digest.json", changed.toString().getBytes(UTF_8));
            assertTrue(
                    Archives.detail(list(read(members)), "packageSignature").contains("\"strength\":\"none\""),
                    changed.substring(at - 10, at + 10));
        }
    }

    private static String signature(Map<String, byte[]> members, String more) throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("EC");
        pair.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = pair.generateKeyPair();
        byte[] list = java.util.Objects.requireNonNull(members.get("datapackage.json"));
        var hash = "sha256:" + Archives.sha256(list);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(hash.getBytes(UTF_8));
        var base64 = Base64.getEncoder();
        return "{\"path\":\"datapackage.json\",\"hash\":\"" + hash + "\",\"signedData\":{\"hash\":\"" + hash + "\","
                + more
                + "\"publicKey\":\"" + base64.encodeToString(keys.getPublic().getEncoded()) + "\",\"signature\":\""
                + base64.encodeToString(signature.sign()) + "\"}}";
    }

    @Test
    void behindAPageNothingInItsLineIsLost() throws IOException {
        var first = "{\"format\":\"json-pages-1.0\"}\n";
        var one = "{\"url\":\"https://aysel.example/\",\"text\":\"bir\"}";
        var two = "{\"url\":\"https://banu.example/\",\"text\":\"hədə\"}";
        for (var between : List.of(" ", "", ",", " x")) {
            var kept = read(Map.of("pages/pages.jsonl", (first + one + between + two + "\n").getBytes(UTF_8)));
            assertEquals(
                    List.of("bir"),
                    kept.records.stream().map(each -> each.object().text()).toList());
            int at = (first + one).length();
            assertTrue(
                    kept.unread.stream()
                            .anyMatch(each -> each.why() == Unread.Reason.HOLE
                                    && each.spot().from() == at
                                    && each.spot().to() >= at + (between + two).getBytes(UTF_8).length),
                    between);
        }
        assertEquals(
                2,
                read(Map.of("pages/pages.jsonl", (first + one + " \t\r\n" + two).getBytes(UTF_8)))
                        .records
                        .size());
    }

    @Test
    void listedFilesThatNobodyReadsAreSaidToBeUnread() throws IOException {
        byte[] packed = "\0garbage".getBytes(UTF_8);
        var members = new LinkedHashMap<String, byte[]>();
        members.put("archive/data.warc.zst", packed);
        members.put(
                "datapackage.json",
                ("{\"profile\":\"data-package\",\"resources\":[{\"path\":\"archive/data.warc.zst\",\"hash\":\"sha256:"
                                + Archives.sha256(packed) + "\"}]}")
                        .getBytes(UTF_8));
        var kept = read(members);
        assertEquals(
                "{\"file\":\"archive/data.warc.zst\",\"result\":\"matches\"}",
                Archives.detail(list(kept), "listedFile"));
        assertEquals(
                List.of(Unread.Reason.UNNAMED),
                kept.unread.stream().map(Unread::why).toList());
    }

    @Test
    void aSignatureInAnotherFolderIsNone() throws IOException, GeneralSecurityException {
        var members = members(resource("\"hash\":\"sha256:" + "0".repeat(64) + "\""));
        members.put("other/datapackage-digest.json", signature(members, "").getBytes(UTF_8));
        var kept = read(members);
        assertTrue(Archives.detail(list(kept), "packageSignature").contains("notSigned"));
        assertEquals(
                List.of(Unread.Reason.UNNAMED),
                kept.unread.stream().map(Unread::why).toList());
    }

    @Test
    void aSignatureThatCannotBeReadIsNotSaidToBeMissing() throws IOException, GeneralSecurityException {
        var members = members(resource("\"hash\":\"sha256:" + "0".repeat(64) + "\""));
        var signed = signature(members, "");
        for (var damaged :
                List.of(signed.substring(0, signed.length() - 9), "[]", signed.replace("\"hash\"", "\"hesh\""))) {
            members.put("datapackage-digest.json", damaged.getBytes(UTF_8));
            var signature = Archives.detail(list(read(members)), "packageSignature");
            assertTrue(signature.contains("\"why\":\"signatureUnreadable\""), signature);
        }
    }

    @Test
    void namesBeyondThoseThatAreComparedAreInTheListAllTheSame() throws IOException {
        var members = members(resource("\"hash\":\"x\"") + ",{\"path\":\"a\"}".repeat(10_000) + ",{\"path\":\"last\"}");
        members.put("last", new byte[] {'a'});
        members.put("forged", new byte[] {'a'});
        var all = list(read(members)).details().stream()
                .filter(detail -> detail.name().equals("unlistedFile"))
                .map(detail -> detail.value().canonical())
                .toList();
        assertEquals(List.of("\"forged\""), all);
    }
}

package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Digest;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// Bundles of ProofMode, made as its source makes them (`MediaWatcher.kt`) and signed by gpg: no genuine one is at
/// hand.
final class ProofModeFileTest {
    private static final byte[] MEDIA = "pixels of Leyla's door".getBytes(UTF_8);
    private static final String SHA = Digest.of(MEDIA).hex();
    private static final String JSON = "{\"File Hash SHA256\":\"" + SHA + "\",\"Notes\":\"he came again\","
            + "\"Proof Generated\":\"2025-06-07T08:09:10.123Z\",\"DeviceID\":\"a1\",\"Location.Latitude\":\"40.1\"}";
    private static final String CSV = "File Hash SHA256,Notes,Proof Generated,DeviceID,Location.Latitude,\n" + SHA
            + ",he came again,2025-06-07T08:09:10.123Z,a1,40.1,";

    @TempDir
    Path home;

    private Map<String, byte[]> bundle() throws IOException {
        var gpg = new Gpg(home);
        var members = new LinkedHashMap<String, byte[]>();
        members.put("PXL_1.jpg", MEDIA);
        members.put(SHA + ".proof.json", JSON.getBytes(UTF_8));
        members.put(SHA + ".proof.json.asc", gpg.signed(JSON.getBytes(UTF_8)));
        members.put(SHA + ".proof.csv", CSV.getBytes(UTF_8));
        members.put(SHA + ".proof.csv.asc", gpg.signed(CSV.getBytes(UTF_8)));
        members.put(SHA + ".asc", gpg.signed(MEDIA));
        members.put(SHA + ".gst", "a.b.c".getBytes(UTF_8));
        members.put("pubkey.asc", gpg.key());
        return members;
    }

    private static List<String> verdicts(Activity record) {
        return Proofs.details(record, "pgpSignature").stream()
                .map(each -> Proofs.member(each, "verdict") + Proofs.member(each, "why"))
                .toList();
    }

    @Test
    void itsClaimsAndTheirSignaturesAreJudged() throws IOException {
        var kept = Proofs.together(bundle());
        assertEquals(List.of(), kept.unread);
        assertEquals(2, kept.records.size());
        for (var record : kept.records) {
            assertEquals("he came again", record.object().text());
            assertEquals("{\"file\":\"PXL_1.jpg\",\"result\":\"matches\"}", Proofs.detail(record, "stampedFile"));
            assertEquals("anonymousKey", Proofs.member(record, "pgpSignature", "strength"));
            assertEquals("noone@proofmode.example", Proofs.member(record, "signatureKey", "keyName"));
            assertTrue(!Proofs.details(record, "pgpSignature").toString().contains("noone"));
        }
    }

    /// The signature of the file is looked at once, in the record of the claims in JSON.
    @Test
    void theFileItselfIsSignedToo() throws IOException {
        var records = Proofs.together(bundle()).records;
        assertEquals(List.of("valid", "valid"), verdicts(records.getFirst()));
        assertEquals(
                SHA + ".asc",
                Proofs.member(Proofs.details(records.getFirst(), "pgpSignature").get(1), "file"));
        assertEquals(List.of("valid"), verdicts(records.get(1)));
    }

    private static List<String> warnings(Map<String, byte[]> members) throws IOException {
        return Reading.of("x.zip", Proofs.zip(members), _ -> new Kept()).ledger().warnings().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void aSignatureOfTheFileIsNoneOfTheClaims() throws IOException {
        var members = bundle();
        members.remove(SHA + ".proof.json.asc");
        members.remove(SHA + ".proof.csv");
        members.remove(SHA + ".proof.csv.asc");
        assertEquals(List.of("valid"), verdicts(Proofs.together(members).records.getFirst()));
        assertTrue(warnings(members).toString().contains("is not signed"), warnings(members)::toString);
    }

    @Test
    void furtherSignaturesAreCountedAndNotLookedAt() throws IOException {
        var members = bundle();
        var one = new Gpg(home).bareSigned(MEDIA);
        members.put(SHA + ".asc", joined(one, one));
        var record = Proofs.together(members).records.getFirst();
        assertEquals("1", Proofs.member(Proofs.details(record, "pgpSignature").get(1), "signaturesLeftOut"));
        assertEquals(List.of("valid", "valid"), verdicts(record));
    }

    /// A picture lies in her album too, or somebody put a copy there.
    @Test
    void theSignatureIsThatOfTheFileInTheBundle() throws IOException {
        var bundle = bundle();
        var members = new LinkedHashMap<String, byte[]>();
        members.put("DCIM/PXL_1.jpg", MEDIA);
        bundle.forEach((name, bytes) -> members.put("proof/" + name, bytes));
        assertEquals(
                List.of("valid", "valid"),
                verdicts(Proofs.together(members).records.getFirst()));
        members.remove("proof/PXL_1.jpg");
        assertEquals(
                List.of("valid", "not-checkedfileMissing"),
                verdicts(Proofs.together(members).records.getFirst()));
    }

    @Test
    void aSignatureThatIsNoDetachedOneIsNotWrong() throws IOException {
        var members = bundle();
        var file = home.resolve("signed");
        Files.write(file, JSON.getBytes(UTF_8));
        members.put(SHA + ".proof.json.asc", new Gpg(home).run("--armor", "--output", "-", "--sign", file.toString()));
        assertEquals(
                List.of("not-checkedsignatureUnreadable", "valid"),
                verdicts(Proofs.together(members).records.getFirst()));
    }

    @Test
    void moreKeysThanAreReadAreNotNone() throws IOException {
        var members = bundle();
        members.put("pubkey.asc", new byte[(1 << 20) + 1]);
        assertEquals(
                List.of("not-checkednotWhole", "not-checkednotWhole"),
                verdicts(Proofs.together(members).records.getFirst()));
    }

    /// A key of a version that is not known takes nothing of what was noted away.
    @Test
    void aKeyOfAnotherVersionIsNone() throws IOException {
        var members = bundle();
        members.put("pubkey.asc", HexFormat.of().parseHex("98050700000000"));
        var record = Proofs.together(members).records.getFirst();
        assertEquals(List.of("not-checkednoKey", "not-checkednoKey"), verdicts(record));
        assertEquals("he came again", record.object().text());
    }

    @Test
    void whatWasNotLookedAtOfTheKeyIsSaid() throws IOException {
        assertTrue(warnings(bundle()).toString().contains("was not looked at"));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void whatWasChangedAfterwardsIsNotSigned() throws IOException {
        var members = bundle();
        var name = SHA + ".proof.json";
        members.put(name, JSON.replace("he came", "she came").getBytes(UTF_8));
        var record = Proofs.together(members).records.getFirst();
        assertEquals(List.of("not-validsignatureFails", "valid"), verdicts(record));
        members.remove("pubkey.asc");
        assertEquals(
                List.of("not-checkednoKey", "not-checkednoKey"),
                verdicts(Proofs.together(members).records.getFirst()));
        members.put("PXL_1.jpg", "other pixels".getBytes(UTF_8));
        var without = Proofs.together(members).records.getFirst();
        assertEquals("missing", Proofs.member(without, "stampedFile", "result"));
    }

    /// The program writes a Z behind the time of the telephone's own zone.
    @Test
    void itsTimeIsThatOfTheTelephone() throws IOException {
        var record = only(Proofs.together(Map.of(SHA + ".proof.json", JSON.getBytes(UTF_8))));
        assertTrue(
                record.published() instanceof When.Local local && local.zone().isEmpty());
    }

    private static Activity only(Kept kept) {
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    @Test
    void placesAndDevicesHaveANameThatIsWithheld() throws IOException {
        var record = only(Proofs.together(Map.of(SHA + ".proof.csv", CSV.getBytes(UTF_8))));
        assertEquals(
                List.of(
                        "{\"name\":\"DeviceID\",\"value\":\"a1\"}",
                        "{\"name\":\"Location.Latitude\",\"value\":\"40.1\"}"),
                Proofs.details(record, "claimWithheld").stream()
                        .map(each -> each.inOrder())
                        .toList());
    }

    @Test
    void hostileSignaturesAndKeysEnd() {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(SHA + ".proof.json", JSON.getBytes(UTF_8));
        members.put(SHA + ".proof.json.asc", new byte[1 << 20]);
        var packets = new byte[1 << 20];
        Arrays.fill(packets, (byte) 0xA3);
        members.put("pubkey.asc", packets);
        for (var bytes : List.of(
                packets, "-----BEGIN PGP SIGNATURE-----\n".repeat(10_000).getBytes(UTF_8))) {
            members.put(SHA + ".proof.json.asc", bytes);
            var record = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> only(Proofs.together(members)));
            assertEquals(List.of("not-checkedsignatureUnreadable"), verdicts(record));
        }
    }

    /// The program takes the commas out of what a person writes, and not the ends of lines; it puts none between two
    /// times at which it noted the same file.
    @Test
    void aTableIsReadByItsCommas() throws IOException {
        var second = CSV.substring(CSV.indexOf('\n') + 1);
        var rows = CSV.replace("he came again", "he came\nand went") + second;
        var record = only(Proofs.together(Map.of(SHA + ".proof.csv", rows.getBytes(UTF_8))));
        assertEquals("he came\nand went\nhe came again", record.object().text());
        assertEquals(4, Proofs.details(record, "claimWithheld").size());
        assertEquals("missing", Proofs.member(record, "stampedFile", "result"));
    }

    @Test
    void claimsOfTwoFilesAreThoseOfNone() throws IOException {
        var second = CSV.substring(CSV.indexOf('\n') + 1).replace(SHA, "0".repeat(64));
        var members = Map.of("a.jpg", MEDIA, SHA + ".proof.csv", (CSV + second).getBytes(UTF_8));
        assertEquals("notChecked", Proofs.member(only(Proofs.together(members)), "stampedFile", "result"));
    }

    @Test
    void aPlaceUnderAnotherNameIsWithheldToo() throws IOException {
        var json = JSON.replace("\"DeviceID\":\"a1\"", "\"File Created\":\"40.4, 49.9\"");
        var record = only(Proofs.together(Map.of(SHA + ".proof.json", json.getBytes(UTF_8))));
        assertEquals("40.4, 49.9", Proofs.member(record, "claimWithheld", "value"));
    }

    @Test
    void whatIsSaidTwiceIsKeptAndSaid() throws IOException {
        var json = JSON.replace("\"DeviceID\"", "\"Notes\":\"she came\",\"DeviceID\"");
        var record = only(Proofs.together(Map.of(SHA + ".proof.json", json.getBytes(UTF_8))));
        assertEquals("he came again\nshe came", record.object().text());
        assertTrue(record.marks().contains(Mark.LOOKALIKE));
    }

    @Test
    void hostileTablesEnd() {
        var many = "File Hash SHA256,Notes,\n" + "a,".repeat(1 << 20);
        var wide = "File Hash SHA256," + "Notes,".repeat(1 << 19) + "\n" + "a,".repeat(1 << 19);
        for (var table : List.of(many, wide)) {
            var bytes = table.getBytes(UTF_8);
            var kept = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Proofs.together(Map.of(SHA + ".proof.csv", bytes)));
            assertEquals(bytes.length, Proofs.accounted(kept));
            assertTrue(
                    kept.records.stream().allMatch(each -> each.details().size() <= 1010),
                    "the rest is named as not read");
            assertEquals(Unread.Reason.TOO_LARGE, kept.unread.getFirst().why());
        }
    }

    @Test
    void whatPrecedesTheDamageIsKept() throws IOException {
        for (int cut = 30; cut < JSON.length(); cut += 7) {
            var bytes = JSON.substring(0, cut).getBytes(UTF_8);
            var kept = Proofs.together(Map.of(SHA + ".proof.json", bytes));
            boolean hasOne = cut >= JSON.indexOf(',');
            assertEquals(hasOne ? 1 : 0, kept.records.size(), "cut at " + cut);
            assertEquals(bytes.length, Proofs.accounted(kept), "cut at " + cut);
        }
    }

    @Test
    void whatStandsBehindTheClaimsIsNamed() throws IOException {
        var bytes = (JSON + "{\"Notes\":\"typed\"}").getBytes(UTF_8);
        var kept = Proofs.together(Map.of(SHA + ".proof.json", bytes));
        assertEquals("he came again", only(kept).object().text());
        assertEquals(bytes.length, Proofs.accounted(kept));
        assertEquals(JSON.length(), kept.unread.getFirst().spot().from());
    }
}

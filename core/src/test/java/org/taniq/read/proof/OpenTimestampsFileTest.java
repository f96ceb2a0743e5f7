package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Digest;
import org.taniq.base.Hash;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Unread;

/// Proofs of OpenTimestamps: those of its makers, and made ones that are damaged, forged or too large.
final class OpenTimestampsFileTest {
    private static final byte[] PHOTO = "a picture of Aysel's door".getBytes(US_ASCII);
    private static final String BITCOIN = "0588960d73d71901";
    private static final String ETHEREUM = "30fe8087b5c7ead7";

    private static Activity only(Kept kept) {
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] head(byte[] of) {
        return joined(OtsProof.MAGIC, hex("0108"), Digest.of(of).bytes());
    }

    private static byte[] attestation(String tag, byte[] payload) {
        return joined(new byte[1], hex(tag), new byte[] {(byte) payload.length}, payload);
    }

    private static byte[] block(byte[] of) {
        return joined(head(of), attestation(BITCOIN, hex("e807")));
    }

    private static List<String> kinds(Activity record) {
        return Proofs.details(record, "attestation").stream()
                .map(each -> Proofs.member(each, "kind"))
                .toList();
    }

    /// What the library of the makers says of their examples.
    @Test
    void everyExampleOfItsMakersSaysWhatItIs() throws IOException {
        var expected = (Json.Obj) Json.parse(new String(Proofs.shared("opentimestamps/expected.json"), US_ASCII));
        for (var sample : expected.members().entrySet()) {
            var bytes = Proofs.shared("opentimestamps/" + sample.getKey());
            var kept = Proofs.alone(sample.getKey(), bytes);
            var record = only(kept);
            var kinds = kinds(record);
            assertEquals(bytes.length, Proofs.accounted(kept), sample.getKey());
            if (Proofs.member(sample.getValue(), "digest_op").equals("0xf3")) {
                assertEquals("not-checked", Proofs.detail(record, "verdict"));
                assertEquals("unknownStep", Proofs.detail(record, "why"));
                continue;
            }
            assertEquals(
                    Proofs.member(sample.getValue(), "file_digest"),
                    Proofs.member(record, "imprint", "value"),
                    sample.getKey());
            assertEquals(
                    Proofs.member(sample.getValue(), "bitcoin_attestations"),
                    Long.toString(kinds.stream().filter("bitcoin"::equals).count()),
                    sample.getKey());
            assertEquals(
                    Proofs.member(sample.getValue(), "pending"),
                    Long.toString(kinds.stream().filter("calendar"::equals).count()),
                    sample.getKey());
            assertEquals(List.of(), kept.unread, sample.getKey());
        }
    }

    @Test
    void everyExampleOfItsMakersIsForTheFileBesideIt() throws IOException {
        var expected = (Json.Obj) Json.parse(new String(Proofs.shared("opentimestamps/expected.json"), US_ASCII));
        int seen = 0;
        for (var sample : expected.members().keySet()) {
            if (!sample.startsWith("invalid/")) {
                var file = sample.substring(0, sample.length() - ".ots".length());
                var members = Map.of(
                        file,
                        Proofs.shared("opentimestamps/" + file),
                        sample,
                        Proofs.shared("opentimestamps/" + sample));
                assertEquals(
                        "{\"file\":\"" + file + "\",\"result\":\"matches\"}",
                        Proofs.detail(only(Proofs.together(members)), "stampedFile"));
                seen++;
            }
        }
        assertEquals(8, seen);
    }

    /// Block 358391 has this Merkle root, as block explorers show it: the example of the makers.
    @Test
    void aBlockIsNamedWithTheMerkleRootThatItMustHave() throws IOException {
        var record = only(Proofs.alone("hello-world.txt.ots", Proofs.shared("opentimestamps/hello-world.txt.ots")));
        assertEquals("358391", Proofs.member(record, "attestation", "block"));
        assertEquals(
                "8a1b66ecb7cbd07d8139a7e7d7f2c41aab1f5009b8364aaf61d03ad245e47e00",
                Proofs.member(record, "attestation", "merkleRoot"));
        assertEquals("not-checked", Proofs.detail(record, "verdict"));
        assertEquals("blockNotLookedUp", Proofs.detail(record, "why"));
    }

    @Test
    void aPromiseProvesNothingYet() throws IOException {
        var record = only(Proofs.alone("two-calendars.txt.ots", Proofs.shared("opentimestamps/two-calendars.txt.ots")));
        assertEquals("pending", Proofs.detail(record, "verdict"));
        assertTrue(Proofs.member(record, "attestation", "calendar").startsWith("https://"));
    }

    @Test
    void anAttestationOfAnotherKindIsKeptAsBytes() throws IOException {
        var record = only(Proofs.alone("x.ots", joined(head(PHOTO), attestation(ETHEREUM, hex("0102")))));
        assertEquals(
                "{\"kind\":\"unknownAttestation\",\"tag\":\"" + ETHEREUM
                        + "\",\"payload\":\"0102\",\"verdict\":\"not-checked\"}",
                Proofs.details(record, "attestation").getFirst().inOrder());
        assertEquals("unknownAttestation", Proofs.detail(record, "why"));
    }

    @Test
    void theFileIsFoundByItsNameOrByItsDigest() throws IOException {
        for (var name : List.of("photo.jpg.ots", Digest.of(PHOTO).hex() + ".ots")) {
            var kept = Proofs.together(Map.of("album/photo.jpg", PHOTO, "album/" + name, block(PHOTO)));
            var record = only(kept);
            assertEquals("{\"file\":\"album/photo.jpg\",\"result\":\"matches\"}", Proofs.detail(record, "stampedFile"));
            assertTrue(record.object().attachments().getFirst().state() instanceof Attachment.Present);
            assertEquals(List.of(), kept.unread);
        }
    }

    @Test
    void aFileThatWasChangedIsNotTheOne() throws IOException {
        var other =
                only(Proofs.together(Map.of("photo.jpg", PHOTO, "photo.jpg.ots", block("another".getBytes(US_ASCII)))));
        assertEquals("{\"file\":\"photo.jpg\",\"result\":\"differs\"}", Proofs.detail(other, "stampedFile"));
        var none = only(Proofs.together(Map.of("a.jpg", PHOTO, "photo.jpg.ots", block("another".getBytes(US_ASCII)))));
        assertEquals("missing", Proofs.member(none, "stampedFile", "result"));
        assertEquals(
                "notChecked",
                Proofs.member(only(Proofs.alone("photo.jpg.ots", block(PHOTO))), "stampedFile", "result"));
    }

    @Test
    void otherDigestsAreComparedTooAndAWeakOneIsSaid() throws IOException {
        for (var kind : Map.of(Hash.SHA_1, "02", Hash.RIPEMD_160, "03", Hash.KECCAK_256, "67")
                .entrySet()) {
            var proof = joined(
                    OtsProof.MAGIC,
                    hex("01" + kind.getValue()),
                    kind.getKey().of(PHOTO),
                    hex("08"),
                    attestation(BITCOIN, hex("01")));
            var record = only(Proofs.together(Map.of("photo.jpg", PHOTO, "photo.jpg.ots", proof)));
            assertEquals("matches", Proofs.member(record, "stampedFile", "result"), kind.getValue());
            assertEquals(kind.getKey() == Hash.SHA_1 ? "[\"sha1\"]" : "", Proofs.detail(record, "weaknesses"));
        }
    }

    @Test
    void whatTheMakersRefuseIsRefusedAndWhatStandsBeforeItIsKept() throws IOException {
        var good = block(PHOTO);
        var cases = new LinkedHashMap<String, byte[]>();
        cases.put("unknownVersion", joined(OtsProof.MAGIC, hex("ff01"), Arrays.copyOfRange(good, 32, good.length)));
        cases.put("unknownStep", joined(head(PHOTO), hex("fe"), attestation(BITCOIN, hex("01"))));
        cases.put("tooLong", joined(head(PHOTO), hex("f08120"), new byte[4097]));
        cases.put("damaged", Arrays.copyOf(good, good.length - 1));
        for (var each : cases.entrySet()) {
            var kept = Proofs.alone("x.ots", each.getValue());
            assertEquals(
                    each.getKey().startsWith("unknown") ? "not-checked" : "not-valid",
                    Proofs.detail(only(kept), "verdict"),
                    each.getKey());
            assertEquals(each.getKey(), Proofs.detail(only(kept), "why"));
            assertEquals(Unread.Reason.BROKEN, kept.unread.getFirst().why());
            assertEquals(each.getValue().length, Proofs.accounted(kept));
        }
    }

    /// What was read of it can be looked up, whatever became of the rest.
    @Test
    void aBlockBeforeTheDamageIsNotSaidToBeWrong() throws IOException {
        var proof = joined(head(PHOTO), hex("ff"), attestation(BITCOIN, hex("e807")), hex("08"));
        var record = only(Proofs.alone("x.ots", proof));
        assertEquals("not-checked", Proofs.detail(record, "verdict"));
        assertEquals("damaged", Proofs.detail(record, "why"));
        var warnings = Proofs.warnings("x.ots", proof);
        assertTrue(warnings.contains("not in the form") && warnings.contains("nothing was looked up"), warnings);
    }

    @Test
    void whatStandsBehindAWholeProofIsNamedAndChangesNothing() throws IOException {
        var proof = joined(block(PHOTO), hex("0a"));
        var kept = Proofs.alone("x.ots", proof);
        assertEquals("blockNotLookedUp", Proofs.detail(only(kept), "why"));
        assertEquals(proof.length - 1, kept.unread.getFirst().spot().from());
    }

    /// Two files can be prepared that have the same SHA-1 on the way.
    @Test
    void aForgeableDigestOnTheWayToABlockIsSaid() throws IOException {
        var proof = joined(head(PHOTO), hex("0208"), attestation(BITCOIN, hex("01")));
        assertEquals("[\"sha1\"]", Proofs.detail(only(Proofs.alone("x.ots", proof)), "weaknesses"));
    }

    /// Of 32 bytes alone a block can have a Merkle root.
    @Test
    void aBlockOfWhatIsNoRootIsNotOne() throws IOException {
        var proof = joined(head(PHOTO), hex("f00101"), attestation(BITCOIN, hex("01")));
        var record = only(Proofs.alone("x.ots", proof));
        assertEquals("not-valid", Proofs.member(record, "attestation", "verdict"));
        assertEquals("not-valid", Proofs.detail(record, "verdict"));
        assertEquals("form", Proofs.detail(record, "why"));
    }

    @Test
    void aNumberThatNoRecordCanHoldIsRefused() throws IOException {
        var proof = joined(head(PHOTO), attestation(BITCOIN, hex("ffffffffffffff7f")));
        assertEquals("form", Proofs.detail(only(Proofs.alone("x.ots", proof)), "why"));
    }

    @Test
    void cutAnywhereItKeepsWhatPrecedes() throws IOException {
        var whole = Proofs.shared("opentimestamps/empty.ots");
        for (int cut = OtsProof.MAGIC.length; cut < whole.length; cut += 50) {
            var kept = Proofs.alone("x.ots", Arrays.copyOf(whole, cut));
            assertEquals("not-valid", Proofs.detail(only(kept), "verdict"));
            assertEquals(cut, Proofs.accounted(kept), "cut at " + cut);
        }
    }

    @Test
    void withAnyByteChangedItIsStillOneRecord() throws IOException {
        var whole = Proofs.shared("opentimestamps/known-and-unknown-notary.txt.ots");
        for (int at = OtsProof.MAGIC.length; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= 0x41;
            var kept = Proofs.alone("x.ots", changed);
            only(kept);
            assertEquals(whole.length, Proofs.accounted(kept), "byte " + at);
        }
    }

    /// What is larger than what is read is not said to be wrong.
    @Test
    void whatIsTooLargeIsNotChecked() throws IOException {
        var kept = Proofs.alone("x.ots", joined(head(PHOTO), hex("ff08".repeat(20_001))));
        assertEquals("not-checked", Proofs.detail(only(kept), "verdict"));
        assertEquals("tooMuch", Proofs.detail(only(kept), "why"));
    }

    @Test
    void everyFileThatHasTheDigestIsJoinedToTheRecord() throws IOException {
        var kept = Proofs.together(Map.of("a.jpg", PHOTO, "b/c.jpg", PHOTO, "x.ots", block(PHOTO)));
        assertEquals(2, only(kept).object().attachments().size());
        assertEquals(List.of(), kept.unread);
    }

    @Test
    void hostileOnesEnd() {
        var deep = joined(head(PHOTO), hex("08".repeat(1 << 19)));
        var wide = joined(head(PHOTO), hex("ff08".repeat(1 << 18)));
        var large = joined(head(PHOTO), hex("f0ff1f"), new byte[4095], hex("ff08".repeat(100)), new byte[3 << 20]);
        for (var bomb :
                Map.of(deep, "tooMuch", wide, "tooMuch", large, "tooLong").entrySet()) {
            var kept = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Proofs.alone("x.ots", bomb.getKey()));
            assertEquals(bomb.getValue(), Proofs.detail(only(kept), "why"));
            assertEquals(bomb.getKey().length, Proofs.accounted(kept));
        }
    }

    @Test
    void whatMerelyLooksSoIsNone() throws IOException {
        assertEquals("whole-file/1", Proofs.parser("OpenTimestamps Proof".getBytes(US_ASCII)));
        assertEquals("opentimestamps/1", Proofs.parser(OtsProof.MAGIC));
    }
}

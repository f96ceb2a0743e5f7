package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;

/// What is said of the signatures of a bundle that was changed, or that did not arrive as it was made.
final class ProofModeSignaturesTest {
    private static final byte[] MEDIA = "pixels of Leyla's door".getBytes(UTF_8);
    private static final String SHA = Digest.of(MEDIA).hex();
    private static final String CLAIMS = SHA + ".proof.json";
    private static final String JSON = "{\"File Hash SHA256\":\"" + SHA + "\",\"Notes\":\"he came again\"}";

    @TempDir
    Path home;

    private Map<String, byte[]> bundle() throws IOException {
        var gpg = new Gpg(home);
        var members = new LinkedHashMap<String, byte[]>();
        members.put("PXL_1.jpg", MEDIA);
        members.put(CLAIMS, JSON.getBytes(UTF_8));
        members.put(CLAIMS + ".asc", gpg.signed(JSON.getBytes(UTF_8)));
        members.put(SHA + ".asc", gpg.signed(MEDIA));
        members.put("pubkey.asc", gpg.key());
        return members;
    }

    /// Members that are not packed: what is changed in the bytes is changed in one of them.
    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                var entry = new ZipEntry(member.getKey());
                var crc = new CRC32();
                crc.update(member.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(member.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] zip, byte[] what, byte[] by) {
        return new String(zip, ISO_8859_1)
                .replace(new String(what, ISO_8859_1), new String(by, ISO_8859_1))
                .getBytes(ISO_8859_1);
    }

    private static Activity first(byte[] zip) throws IOException {
        var kept = new Kept();
        Reading.of("x.zip", Bytes.of(zip), _ -> kept);
        return kept.records.getFirst();
    }

    private static List<String> verdicts(Activity record) {
        return Proofs.details(record, "pgpSignature").stream()
                .map(each -> Proofs.member(each, "verdict") + Proofs.member(each, "why"))
                .toList();
    }

    /// Whoever puts a second one of its name into the archive does not make the first one vanish.
    @Test
    void aSignatureThatIsThereTwiceIsNotNone() throws IOException {
        var members = bundle();
        members.put(CLAIMS + ".asd", new byte[3]);
        var zip = replaced(zip(members), (CLAIMS + ".asd").getBytes(UTF_8), (CLAIMS + ".asc").getBytes(UTF_8));
        assertEquals(List.of("not-checkednotWhole", "valid"), verdicts(first(zip)));
        assertTrue(!Proofs.warnings("x.zip", zip).contains("is not signed"));
    }

    @Test
    void aSignatureThatIsDamagedInTheArchiveIsNotWrong() throws IOException {
        var members = bundle();
        var right = HexFormat.of().parseHex("0102030405060708");
        var gpg = new Gpg(home);
        var signature = gpg.bareSigned(JSON.getBytes(UTF_8));
        members.put(CLAIMS + ".asc", signature);
        members.put("pubkey.asc", gpg.key());
        assertEquals("valid", verdicts(first(zip(members))).getFirst());
        var last = java.util.Arrays.copyOfRange(signature, signature.length - 8, signature.length);
        assertEquals(
                "not-checkednotWhole",
                verdicts(first(replaced(zip(members), last, right))).getFirst());
    }

    @Test
    void aTableBesideDamagedJsonSaysWhatTheSignatureOfTheFileIs() throws IOException {
        var members = bundle();
        members.put(CLAIMS, "{".getBytes(UTF_8));
        members.put(SHA + ".proof.csv", ("File Hash SHA256,Notes,\n" + SHA + ",he came,").getBytes(UTF_8));
        assertEquals(List.of("valid"), verdicts(first(zip(members))));
    }

    @Test
    void claimsThatAreCalledByAnotherDigestAreRemarked() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put(CLAIMS, JSON.replace(SHA, "0".repeat(64)).getBytes(UTF_8));
        assertTrue(Proofs.warnings("x.zip", zip(members)).contains("called by another digest"));
        members.put(CLAIMS, JSON.getBytes(UTF_8));
        assertTrue(!Proofs.warnings("x.zip", zip(members)).contains("called by another digest"));
    }

    /// Of a version whose length is stated: more than there is memory for.
    @Test
    void aKeyThatClaimsToBeLargeTakesNothingAway() throws IOException {
        for (var version : List.of("05", "06")) {
            for (var length : List.of("7fffffff", "ffffffff", "7ffffff0", "00000001")) {
                var members = bundle();
                members.put("pubkey.asc", HexFormat.of().parseHex("980b" + version + "0000000063" + length + "00"));
                var record = first(zip(members));
                assertEquals("he came again", record.object().text());
                assertEquals(List.of("not-checkednoKey", "not-checkednoKey"), verdicts(record));
            }
        }
    }

    /// The first ten of a digest are told: the one that it is of may be among the rest.
    @Test
    void aFileAmongManyIsNotSaidToBeMissing() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 10; i++) {
            members.put("DCIM/" + i + ".jpg", MEDIA);
        }
        bundle().forEach((name, bytes) -> members.put("proof/" + name, bytes));
        assertEquals(List.of("valid", "not-checkedtooMuch"), verdicts(first(zip(members))));
    }

    @Test
    void noByteOfAKeyOrOfASignatureTakesTheClaimsAway() throws IOException {
        var members = bundle();
        var gpg = new Gpg(home);
        var bare = Map.of(CLAIMS + ".asc", gpg.bareSigned(JSON.getBytes(UTF_8)), "pubkey.asc", gpg.run("--export"));
        members.putAll(bare);
        for (var each : bare.entrySet()) {
            var name = each.getKey();
            var whole = each.getValue();
            for (int at = 0; at < whole.length; at += at < 40 ? 1 : 7) {
                var changed = whole.clone();
                changed[at] ^= (byte) (at % 2 == 0 ? 0xff : 0x04);
                members.put(name, changed);
                assertEquals("he came again", first(zip(members)).object().text(), name + " byte " + at);
            }
            members.put(name, whole);
        }
    }

    /// RSA that is only for encrypting (RFC 4880, section 9.1), though it can be computed.
    @Test
    void aKeyThatSignsNothingSignsNothing() throws IOException, PGPException {
        var maker = new RSAKeyPairGenerator();
        maker.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), new SecureRandom(), 2048, 80));
        var keys = maker.generateKeyPair();
        var own = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, 1, keys, Date.from(Instant.EPOCH));
        var signing = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(1, HashAlgorithmTags.SHA256), own.getPublicKey());
        signing.init(PGPSignature.BINARY_DOCUMENT, own.getPrivateKey());
        signing.update(JSON.getBytes(UTF_8));
        var signature = signing.generate().getEncoded();
        for (int kind = 1; kind <= 2; kind++) {
            var key = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, kind, keys, Date.from(Instant.EPOCH)).getPublicKey();
            var members = new LinkedHashMap<String, byte[]>();
            members.put(CLAIMS, JSON.getBytes(UTF_8));
            members.put(CLAIMS + ".asc", replaced(signature, id(own.getPublicKey()), id(key)));
            members.put("pubkey.asc", key.getEncoded());
            assertEquals(List.of(kind == 1 ? "valid" : "not-checkedunknown-algorithm"), verdicts(first(zip(members))));
        }
    }

    private static byte[] id(PGPPublicKey key) {
        return ByteBuffer.allocate(Long.BYTES).putLong(key.getKeyID()).array();
    }

    @Test
    void claimsBehindAMarkAreKnown() throws IOException {
        var kept = Proofs.together(Map.of(CLAIMS, ("\uFEFF" + JSON).getBytes(UTF_8)));
        assertEquals("he came again", kept.records.getFirst().object().text());
    }
}

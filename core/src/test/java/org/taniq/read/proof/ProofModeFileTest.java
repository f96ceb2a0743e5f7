package org.taniq.read.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Digest;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;

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

    private byte[] run(String... words) throws IOException {
        var command = new ArrayList<String>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--quiet", "--passphrase", "", "--pinentry-mode"));
        command.add("loopback");
        command.addAll(Arrays.asList(words));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = process.getInputStream().readAllBytes();
            assertEquals(0, process.waitFor(), () -> String.join(" ", command));
            return said;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private byte[] signed(byte[] bytes) throws IOException {
        var file = home.resolve("signed");
        Files.write(file, bytes);
        return run("--armor", "--output", "-", "--detach-sign", file.toString());
    }

    private Map<String, byte[]> bundle() throws IOException {
        NotRun.unless(Files.isExecutable(Path.of("/usr/bin/gpg")), "gpg", "gpg is not installed");
        run("--quick-generate-key", "noone@proofmode.example", "rsa2048", "sign", "never");
        var members = new LinkedHashMap<String, byte[]>();
        members.put("PXL_1.jpg", MEDIA);
        members.put(SHA + ".proof.json", JSON.getBytes(UTF_8));
        members.put(SHA + ".proof.json.asc", signed(JSON.getBytes(UTF_8)));
        members.put(SHA + ".proof.csv", CSV.getBytes(UTF_8));
        members.put(SHA + ".proof.csv.asc", signed(CSV.getBytes(UTF_8)));
        members.put(SHA + ".asc", signed(MEDIA));
        members.put(SHA + ".gst", "a.b.c".getBytes(UTF_8));
        members.put("pubkey.asc", run("--armor", "--export"));
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
            assertEquals(List.of("valid", "valid"), verdicts(record));
            assertEquals("anonymousKey", Proofs.member(record, "pgpSignature", "strength"));
            assertEquals("noone@proofmode.example", Proofs.member(record, "pgpSignature", "keyName"));
        }
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
            assertEquals(List.of("not-validsignatureUnreadable"), verdicts(record));
        }
    }

    @Test
    void damagedOnesAreNamed() throws IOException {
        var cut = JSON.substring(0, JSON.length() - 20).getBytes(UTF_8);
        var kept = Proofs.together(Map.of(SHA + ".proof.json", cut));
        assertEquals(List.of(), kept.records);
        assertEquals(cut.length, Proofs.accounted(kept));
    }
}

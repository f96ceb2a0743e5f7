package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.base.Json;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Flips;
import org.taniq.seal.stamp.StampCheck;
import org.taniq.seal.stamp.StampRefused;
import org.taniq.seal.stamp.StampRefused.Reason;
import org.taniq.seal.stamp.StampRequest;

/// Real answers of several authorities, and what is stated elsewhere of them.
final class StampFilesTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MMM ppd HH:mm:ss uuuu 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, ASN1ObjectIdentifier> HASHES =
            Map.of("sha256", NISTObjectIdentifiers.id_sha256, "sha512", NISTObjectIdentifiers.id_sha512);

    private static final Map<String, String> ROOTS = Map.of(
            "auto-archiver", "identrust",
            "identrust", "identrust",
            "sigstage", "sigstage",
            "test_tsa", "test_tsa");

    private static Path shared() {
        return NotRun.unlessShared("formats/rfc3161");
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(shared().resolve(name));
    }

    /// The folder with the chain of an answer.
    private static String chain(String file) {
        return Objects.requireNonNull(ROOTS.get(file.replaceAll("/.*", "")));
    }

    private static Anchor root(String folder) throws IOException {
        return Anchor.read(bytes(folder + "/ts_chain.pem"));
    }

    /// A request to which this is an answer.
    private static StampRequest asked(byte[] answer, String hash) throws IOException, TSPException {
        var stated = new TimeStampResponse(answer).getTimeStampToken().getTimeStampInfo();
        return request(
                Objects.requireNonNull(HASHES.get(hash)), stated.getMessageImprintDigest(), stated.toASN1Structure());
    }

    private static StampRequest request(ASN1ObjectIdentifier hash, byte[] digest, TSTInfo stated) throws IOException {
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        var request = stated.getNonce() == null
                ? asked.generate(hash, digest)
                : asked.generate(hash, digest, stated.getNonce().getValue());
        return StampRequest.read(request.getEncoded());
    }

    private static Map<String, Json> expected() throws IOException {
        var text = new String(bytes("expected.json"), java.nio.charset.StandardCharsets.UTF_8);
        return ((Json.Obj) Json.parse(text)).members();
    }

    private static String text(Json of, String member) {
        return ((Json.Str) Objects.requireNonNull(((Json.Obj) of).members().get(member))).value();
    }

    @Test
    void everyAnswerSaysWhatIsStatedOfIt() throws IOException, TSPException {
        for (var file : expected().entrySet()) {
            byte[] answer = bytes(file.getKey());
            var request = asked(answer, text(file.getValue(), "hash"));
            var root = root(chain(file.getKey()));
            var stamp = StampCheck.judge(answer, request, root);
            assertEquals(Instant.from(TIME.parse(text(file.getValue(), "time"))), stamp.stated(), file.getKey());
            assertEquals(text(file.getValue(), "policy"), stamp.policy(), file.getKey());
            var serial = new BigInteger(text(file.getValue(), "serial").substring(2), 16);
            assertEquals(serial.toString(16), stamp.serial(), file.getKey());
        }
    }

    @Test
    void everyAnswerOfTheFolderIsStated() throws IOException {
        try (var files = Files.walk(shared())) {
            var answers = files.filter(file -> file.toString().endsWith(".tsr"))
                    .map(file -> shared().relativize(file).toString())
                    .sorted()
                    .toList();
            assertEquals(expected().keySet().stream().sorted().toList(), answers);
        }
    }

    private static void assertRefused(Reason reason, byte[] answer, StampRequest request, Anchor root) {
        var refused = assertThrows(StampRefused.class, () -> StampCheck.judge(answer, request, root));
        assertEquals(reason, refused.reason());
    }

    @Test
    void theRequestThatIsKeptBesideItIsAnswered() throws IOException {
        var request = StampRequest.read(bytes("test_tsa/request.der"));
        StampCheck.judge(bytes("test_tsa/response.tsr"), request, root("test_tsa"));
    }

    @Test
    void anAnswerToAnotherRequestIsRefused() throws IOException {
        var request = StampRequest.read(bytes("sigstage/request.der"));
        var root = root("sigstage");
        assertRefused(Reason.IMPRINT, bytes("sigstage/response-sha256.tsr"), request, root);
        assertRefused(Reason.NONCE, bytes("sigstage/response-sha512.tsr"), request, root);
        assertRefused(Reason.NONCE, bytes("test_tsa/response.tsr"), request, root("test_tsa"));
    }

    @Test
    void anotherChainIsRefused() throws IOException, TSPException {
        for (var file : expected().entrySet()) {
            var own = chain(file.getKey());
            byte[] answer = bytes(file.getKey());
            var request = asked(answer, text(file.getValue(), "hash"));
            for (var other : List.of("identrust", "sigstage", "test_tsa", "sigstore.mock")) {
                if (!other.equals(own)) {
                    var reason = assertThrows(StampRefused.class, () -> StampCheck.judge(answer, request, root(other)))
                            .reason();
                    assertFalse(reason != Reason.CHAIN && reason != Reason.OUTSIDE_ITS_TIME, file.getKey() + reason);
                }
            }
        }
    }

    @Test
    void aTokenAloneIsNoAnswer() throws IOException, TSPException {
        byte[] answer = bytes("auto-archiver/timestamp_token_http-timestamp-identrust-com");
        var request = asked(bytes("identrust/issue-104.tsr"), "sha512");
        assertRefused(Reason.UNREADABLE, answer, request, root("identrust"));
    }

    @Test
    @Tag("slow")
    void aChangedByteOfARealAnswerIsNeverAccepted() throws IOException, TSPException {
        for (var name : List.of("identrust/issue-104.tsr", "sigstage/response-sha512.tsr", "test_tsa/response.tsr")) {
            byte[] answer = bytes(name);
            Flips.assertNoneIsAccepted(answer, asked(answer, "sha512"), root(chain(name)));
        }
    }
}

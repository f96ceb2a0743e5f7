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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;

/// Time-stamps of others: real ones, and what becomes of them where they are changed, cut or asked for.
final class TimeStampFileTest {
    private static final String IDENTRUST = "rfc3161/identrust/issue-104.tsr";
    private static final String SIGSTAGE = "rfc3161/sigstage/response-sha512.tsr";

    private static Activity only(Kept kept) {
        assertEquals(1, kept.records.size());
        return kept.records.getFirst();
    }

    private static Activity read(String sample) throws IOException {
        return only(Proofs.alone("x.tsr", Proofs.shared(sample)));
    }

    /// What openssl says of each.
    @Test
    void everyAnswerSaysWhatOpensslSays() throws IOException {
        var expected = (Json.Obj) Json.parse(new String(Proofs.shared("rfc3161/expected.json"), US_ASCII));
        for (var sample : expected.members().entrySet()) {
            var record = read("rfc3161/" + sample.getKey());
            var says = sample.getValue();
            assertEquals("granted", Proofs.detail(record, "answered"), sample.getKey());
            assertEquals(Proofs.member(says, "policy"), Proofs.detail(record, "policy"));
            assertEquals(
                    Proofs.member(says, "serial"),
                    "0x" + Proofs.detail(record, "serialNumber").toUpperCase(Locale.ROOT));
            assertEquals(
                    Proofs.member(says, "hash"),
                    Proofs.member(record, "imprint", "algorithm")
                            .replace("-", "")
                            .toLowerCase(Locale.ROOT));
            assertTrue(record.published() instanceof When.Exact exact && isAt(exact, Proofs.member(says, "time")));
        }
    }

    private static boolean isAt(When.Exact exact, String openssl) {
        var form = java.time.format.DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu 'GMT'", Locale.ROOT);
        var time = java.time.LocalDateTime.parse(openssl.replaceAll(" +", " "), form);
        return exact.instant().equals(time.toInstant(java.time.ZoneOffset.UTC));
    }

    @Test
    void anAuthorityThatIsKnownHereVouchesForItsTime() throws IOException {
        for (var sample : List.of(
                IDENTRUST,
                "rfc3161/auto-archiver/valid_timestamp.tsr",
                "rfc3161/auto-archiver/timestamp_token_http-timestamp-identrust-com")) {
            var record = read(sample);
            assertEquals("valid", Proofs.detail(record, "verdict"), sample);
            assertEquals("knownAuthority", Proofs.detail(record, "strength"), sample);
            assertEquals("identrust", Proofs.detail(record, "knownAs"), sample);
        }
    }

    @Test
    void whoIsNotKnownHereCouldBeAnybody() throws IOException {
        for (var sample : List.of("rfc3161/sigstage/response-sha256.tsr", SIGSTAGE)) {
            var record = read(sample);
            assertEquals("valid", Proofs.detail(record, "verdict"), sample);
            assertEquals("anonymousKey", Proofs.detail(record, "strength"), sample);
            assertEquals("chainIncomplete", Proofs.detail(record, "why"), sample);
            assertEquals("inside", Proofs.member(record, "certificate", "certificateFrom"), sample);
        }
    }

    @Test
    void certificatesThatLieBesideItLeadToARootThatNobodyVouchesFor() throws IOException {
        for (var folder : Map.of("test_tsa", "response.tsr", "sigstage", "response-sha512.tsr")
                .entrySet()) {
            var members = new LinkedHashMap<String, byte[]>();
            members.put("a.tsr", Proofs.shared("rfc3161/" + folder.getKey() + "/" + folder.getValue()));
            members.put("chain.pem", Proofs.shared("rfc3161/" + folder.getKey() + "/ts_chain.pem"));
            var record = only(Proofs.together(members));
            assertEquals("valid", Proofs.detail(record, "verdict"), folder.getKey());
            assertEquals("certificateNotVouchedFor", Proofs.detail(record, "why"), folder.getKey());
            assertEquals("anonymousKey", Proofs.detail(record, "strength"));
        }
    }

    @Test
    void theFileIsFoundByItsDigest() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("a/letter.txt", "hello".getBytes(US_ASCII));
        members.put("b/1.tsr", Proofs.shared(SIGSTAGE));
        var kept = Proofs.together(members);
        assertEquals("{\"file\":\"a/letter.txt\",\"result\":\"matches\"}", Proofs.detail(only(kept), "stampedFile"));
        assertEquals(List.of(), kept.unread);
    }

    @Test
    void aRequestIsNoTimeStamp() throws IOException {
        var record = read("rfc3161/sigstage/request.der");
        assertEquals("stampRequest", Proofs.detail(record, "kind"));
        assertEquals("request", Proofs.detail(record, "why"));
        assertTrue(record.published() instanceof When.Unknown);
        assertEquals("34cfa9899986d2f5", Proofs.detail(record, "nonce"));
        assertEquals("stampRequest", Proofs.detail(read("rfc3161/test_tsa/request.der"), "kind"));
    }

    /// PKIStatusInfo of a refusal with words and badAlg.
    @Test
    void aRefusalSaysWhy() throws IOException {
        var record = only(Proofs.alone(
                "x.tsr", HexFormat.of().parseHex("3011300f02010230060c046261643f0302078000".substring(0, 38))));
        assertEquals("rejection", Proofs.detail(record, "answered"));
        assertEquals("bad?", Proofs.detail(record, "says"));
        assertEquals("[\"badAlg\"]", Proofs.detail(record, "failure"));
        assertEquals("refused", Proofs.detail(record, "why"));
    }

    @Test
    void cutAnywhereItKeepsWhatIsStated() throws IOException {
        var whole = Proofs.shared(IDENTRUST);
        for (int cut = 300; cut < whole.length; cut += 50) {
            var kept = Proofs.alone("x.tsr", Arrays.copyOf(whole, cut));
            var record = only(kept);
            assertEquals("400195846778d8ebd3e0d31354082a24", Proofs.detail(record, "serialNumber"));
            assertEquals("not-valid", Proofs.detail(record, "verdict"));
            assertEquals(cut, Proofs.accounted(kept));
        }
    }

    /// A changed byte is noticed, wherever it counts.
    @Test
    void withAnyByteChangedItIsNotVouchedForOrSaysTheSame() throws IOException {
        var whole = Proofs.shared(IDENTRUST);
        var right = read(IDENTRUST);
        for (int at = 0; at < whole.length; at += 31) {
            var changed = whole.clone();
            changed[at] ^= 0x20;
            for (var record : Proofs.alone("x.tsr", changed).records) {
                assertTrue(
                        !Proofs.detail(record, "strength").equals("knownAuthority")
                                || Proofs.detail(record, "imprint").equals(Proofs.detail(right, "imprint"))
                                        && record.published().equals(right.published()),
                        "byte " + at);
            }
        }
    }

    @Test
    void whatStandsBehindItIsNamed() throws IOException {
        var whole = Proofs.shared(SIGSTAGE);
        var more = Arrays.copyOf(whole, whole.length + 10);
        var kept = Proofs.alone("x.tsr", more);
        assertEquals("valid", Proofs.detail(only(kept), "verdict"));
        assertEquals(
                10,
                kept.unread.getFirst().spot().to()
                        - kept.unread.getFirst().spot().from());
    }

    /// In BER without a length, with what mail and editors put behind it.
    @Test
    void oneInBerIsReadAsItsTwinInDer() throws IOException {
        var whole = new StampMaker().token("salam".getBytes(US_ASCII));
        int head = whole.length - Der.of(whole).orElseThrow().length();
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("3080"));
        out.write(whole, head, whole.length - head);
        out.writeBytes(HexFormat.of().parseHex("00000a"));
        var kept = Proofs.alone("x.tst", out.toByteArray());
        assertEquals("valid", Proofs.detail(only(kept), "verdict"));
        assertEquals(out.size() - 1, kept.unread.getFirst().spot().from());
        assertEquals(out.size(), Proofs.accounted(kept));
    }

    @Test
    void anAnswerThatPromisesOneForLaterIsNoRefusal() throws IOException {
        var record = only(Proofs.alone("x.tsr", HexFormat.of().parseHex("30053003020103")));
        assertEquals("not-checked", Proofs.detail(record, "verdict"));
        assertEquals("noTimeStamp", Proofs.detail(record, "why"));
    }

    @Test
    void hostileOnesEnd() {
        var deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Proofs.alone("x.tsr", deep));
        var large = HexFormat.of().parseHex("3084ffffffff3003020100308006092a864886f70d010702");
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Proofs.alone("x.tsr", large));
    }

    @Test
    void whatSomebodyTypesIsNone() throws IOException {
        for (var typed :
                List.of("0\u0082\u0012 I know where you live", "00000000", "30820001", "0\u0003\u0002\u0001\u0001")) {
            assertEquals("whole-file/1", Proofs.parser(typed.getBytes(US_ASCII)), typed);
        }
    }
}

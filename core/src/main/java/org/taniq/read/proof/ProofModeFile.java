package org.taniq.read.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Utf8;

/// What ProofMode, a program for telephones, noted of a picture or film when it was made (`<sha256>.proof.json` and
/// `<sha256>.proof.csv`, which say the same): claims of whoever had the telephone, the file that they are of, and
/// signatures by a key that lies beside them.
public final class ProofModeFile implements Parser {
    static final String DIGEST = "File Hash SHA256";
    private static final Pattern NAME = Pattern.compile("([0-9a-fA-F]{64})\\.proof\\.(csv|json)");
    static final int LARGEST = 1 << 20;
    private static final int HEAD = 1 << 16;

    private static final String TWICE =
            "{n} records say something twice under one name, which the program that made the file does not"
                    + " do: it was changed or damaged, and nobody is named who wrote them";

    @Override
    public String name() {
        return "proofmode/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        if (!NAME.matcher(input.name()).matches()) {
            return false;
        }
        try (var in = input.bytes().open()) {
            var head = in.readNBytes(HEAD);
            return isJson(input)
                    ? isJson(head)
                    : text(head).lines().findFirst().orElse("").contains(DIGEST + ",");
        }
    }

    /// Without the mark that editors put before each text.
    private static String text(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean isJson(byte[] head) {
        var text = text(head);
        return text.stripLeading().startsWith("{") && text.contains("\"" + DIGEST + "\"");
    }

    /// Whether claims in JSON are known as such, and any of them can be read.
    static boolean makesRecord(byte[] json) throws IOException {
        return isJson(json) && !ProofModeReading.json(json).all().isEmpty();
    }

    private static boolean isJson(Input input) {
        return input.name().endsWith(".json");
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST);
        }
        var handing = new ProofHanding(input.name(), sink);
        long size = bytes.length < LARGEST ? bytes.length : ProofHanding.sizeOf(input);
        var claims = isJson(input) ? ProofModeReading.json(bytes) : ProofModeReading.table(bytes);
        if (!claims.all().isEmpty()) {
            hand(input, claims, bytes, handing);
        }
        long end = claims.all().isEmpty() ? 0 : claims.end();
        boolean isMore = size > LARGEST || claims.all().size() >= ProofModeReading.MOST;
        if (end < size && isMore) {
            handing.tooLarge(end, size);
        } else if (end < size) {
            handing.broken(end, size);
            handing.warn(Said.of("what ProofMode noted is damaged"));
        }
        return handing.ledger("proofmode");
    }

    /// All that is noted of one file is one record, what was looked at before what is claimed.
    private static void hand(Input input, ProofModeClaims claims, byte[] bytes, ProofHanding handing)
            throws IOException {
        var file = ProvenFile.of(input, claims.imprint(), List.of());
        var signatures = new ProofModeSignatures(input, base(input));
        var details = new ArrayList<Detail>();
        details.add(file.detail());
        details.addAll(signatures.details());
        details.addAll(claims.details());
        var draft = new Draft().at(claims.time());
        claims.notes().forEach(draft::words);
        file.these().forEach(each -> draft.file(each.name(), each.state()));
        named(input).forEach(draft::file);
        if (claims.isTwice()) {
            draft.twice().mark(Mark.LOOKALIKE);
            handing.warn(Said.of(TWICE, "n", 1));
        }
        int end = (int) claims.end();
        if (Utf8.broken(new String(bytes, 0, end, StandardCharsets.UTF_8), bytes, 0, end)) {
            draft.mark(Mark.NOT_TEXT);
        }
        handing.read(draft.record(new Spot.Range(0, end), Place.UNSTATED).with(details));
        file.warning().ifPresent(handing::warn);
        if (isOfAnother(claims, base(input))) {
            handing.warn(Said.of("what ProofMode noted is called by another digest than the one in it: it may belong to"
                    + " another file"));
        }
        handing.warn(signatures.said());
    }

    private static boolean isOfAnother(ProofModeClaims claims, String base) {
        return claims.imprint().isPresent() && !claims.imprint().get().hex().equals(base.toLowerCase(Locale.ROOT));
    }

    private static String base(Input input) {
        var matcher = NAME.matcher(input.name());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /// Files of the bundle that are no more than what they are for.
    private static Map<String, Attachment.State> named(Input input) {
        var named = new LinkedHashMap<String, Attachment.State>();
        for (var each : List.of(input.name() + ".asc", base(input) + ".asc", base(input) + ".gst", "pubkey.asc")) {
            if (input.beside().at(each) instanceof Attachment.Present there) {
                named.put(each, there);
            }
        }
        return named;
    }
}

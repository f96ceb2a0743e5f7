package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Digest;
import org.taniq.base.Hash;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// What ProofMode, a program for telephones, noted of a picture or film when it was made (`<sha256>.proof.json` and
/// `<sha256>.proof.csv`, which say the same): claims of whoever had the telephone, the file that they are of, and
/// signatures by a key that lies beside them.
public final class ProofModeFile implements Parser {
    static final String DIGEST = "File Hash SHA256";
    private static final Pattern NAME = Pattern.compile("([0-9a-fA-F]{64})\\.proof\\.(csv|json)");
    private static final int LARGEST = 4 << 20;
    private static final int HEAD = 1 << 16;

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
            var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return isJson(input)
                    ? head.stripLeading().startsWith("{") && head.contains("\"" + DIGEST + "\"")
                    : head.lines().findFirst().orElse("").contains(DIGEST + ",");
        }
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
        var found = isJson(input) ? json(bytes) : ProofModeClaims.table(new String(bytes, StandardCharsets.UTF_8));
        if (found.isEmpty()) {
            handing.broken(0, size);
            handing.warn(Said.of("what ProofMode noted is damaged"));
            return handing.ledger("proofmode");
        }
        hand(input, found.get(), bytes.length, handing);
        if (bytes.length < size) {
            handing.broken(bytes.length, size);
        }
        return handing.ledger("proofmode");
    }

    private static Optional<List<ProofModeClaims>> json(byte[] bytes) throws IOException {
        try (var walk = JsonWalk.of(new ByteArrayInputStream(bytes))) {
            var claims = new LinkedHashMap<String, String>();
            if (!(walk.value().orElse(Json.NULL) instanceof Json.Obj object)) {
                return Optional.empty();
            }
            object.members()
                    .forEach((name, value) ->
                            claims.put(name, value instanceof Json.Str(String text) ? text : value.canonical()));
            return Optional.of(List.of(new ProofModeClaims(claims)));
        } catch (BrokenJson broken) {
            return Optional.empty();
        }
    }

    /// All that is noted of one file is one record; of a table with several rows the last one says the most.
    private static void hand(Input input, List<ProofModeClaims> rows, long size, ProofHanding handing)
            throws IOException {
        var claims = rows.getLast();
        var details = new ArrayList<Detail>();
        rows.forEach(row -> details.addAll(row.details()));
        var imprint = Optional.of(claims.digest()).filter(Digest::isHex).map(hex -> new Imprint(Hash.SHA_256, hex));
        var file = ProvenFile.of(input, imprint, List.of());
        details.add(file.detail());
        var signatures = signatures(input, file);
        signatures.forEach(signature -> details.add(signature.detail()));
        var draft = new Draft().at(claims.time());
        rows.forEach(row -> draft.words(row.notes()));
        if (file.isIt()) {
            draft.file(file.file(), file.state());
        }
        named(input).forEach(draft::file);
        handing.read(draft.record(new Spot.Range(0, size), Place.UNSTATED).with(details));
        file.warning().ifPresent(handing::warn);
        handing.warn(said(signatures));
    }

    private static String base(Input input) {
        var matcher = NAME.matcher(input.name());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static List<PgpSignature.Checked> signatures(Input input, ProvenFile file) throws IOException {
        var pgp = PgpSignature.with(input.beside(), "pubkey.asc");
        var all = new ArrayList<PgpSignature.Checked>();
        pgp.check(input.name() + ".asc", input.name()).ifPresent(all::add);
        if (file.isIt()) {
            var folder = input.path()
                    .substring(0, input.path().length() - input.name().length());
            if (file.file().startsWith(folder)) {
                pgp.check(base(input) + ".asc", file.file().substring(folder.length()))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /// Files of the bundle that are no more than what they are for.
    private static Map<String, Attachment.State> named(Input input) {
        var named = new LinkedHashMap<String, Attachment.State>();
        for (var each : List.of(input.name() + ".asc", base(input) + ".asc", base(input) + ".gst", "pubkey.asc")) {
            if (input.beside().open(each).isPresent()) {
                named.put(each, input.beside().at(each));
            }
        }
        return named;
    }

    private static Said said(List<PgpSignature.Checked> signatures) {
        if (signatures.isEmpty()) {
            return Said.of("what ProofMode noted is not signed: whoever had it can have changed it");
        }
        return signatures.stream().allMatch(PgpSignature.Checked::holds)
                ? Said.of(
                        "what ProofMode noted is signed by a key that lies beside it, of which nobody vouches whose it"
                                + " is: anybody can make one")
                : Said.of("a signature beside what ProofMode noted does not hold or could not be checked");
    }
}

package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// The list of files in a WACZ, `datapackage.json` (WACZ 1.0 to 1.2): whether each file is what the list says, and who
/// signed the list. The archive itself and its pages are members of the same ZIP archive, which are read by themselves.
public final class WaczPackage implements Parser {
    private static final String NAME = "datapackage.json";
    private static final String DIGEST = "datapackage-digest.json";
    private static final int LARGEST = 16 << 20;

    @Override
    public String name() {
        return "wacz/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        if (!input.name().equals(NAME)) {
            return false;
        }
        try (var bytes = input.bytes().open()) {
            var head = new String(bytes.readNBytes(PROBED), StandardCharsets.UTF_8);
            return head.contains("\"resources\"") && (head.contains("data-package") || head.contains("wacz_version"));
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var tally = new Tally(input.name());
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        var json = bytes.length > LARGEST ? Json.NULL : json(bytes);
        if (!(json instanceof Json.Obj list)) {
            tally.skip(Unread.Reason.BROKEN);
            sink.unread(new Unread(new Spot.Range(0, bytes.length), Unread.Reason.BROKEN));
            return tally.ledger("wacz", "", List.of(Said.of("the list of files in the WACZ cannot be read")));
        }
        var files = PackageFiles.of(list, input.beside());
        var verdict = SignedPackage.judge(digestFile(input), Digest.of(bytes));
        var activity = PackageRecord.of(list, files, verdict, bytes.length);
        tally.count(activity);
        sink.read(activity);
        return tally.ledger("wacz", "", PackageRecord.warnings(files, verdict));
    }

    private static Optional<Json> digestFile(Input input) throws IOException {
        var file = input.beside().of(DIGEST) instanceof Attachment.Present
                ? input.beside().open(DIGEST)
                : Optional.<Input.Content>empty();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var in = file.get().open()) {
            return Optional.of(json(in.readNBytes(LARGEST)));
        }
    }

    /// `null` where it is none.
    private static Json json(byte[] bytes) throws IOException {
        try (var walk = JsonWalk.of(new ByteArrayInputStream(bytes))) {
            return walk.value().orElse(Json.NULL);
        } catch (BrokenJson none) {
            return Json.NULL;
        }
    }
}

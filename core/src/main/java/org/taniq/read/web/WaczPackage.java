package org.taniq.read.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;
import org.taniq.read.web.SignedPackage.Verdict;

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
        var head = new String(input.head(), StandardCharsets.UTF_8);
        return head.contains("\"resources\"") && (head.contains("data-package") || head.contains("wacz_version"));
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var tally = new Tally(input.name());
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        var only = bytes.length > LARGEST ? Optional.<Json.Obj>empty() : JsonValues.only(bytes);
        if (only.isEmpty()) {
            tally.skip(Unread.Reason.BROKEN);
            sink.unread(new Unread(new Spot.Range(0, bytes.length), Unread.Reason.BROKEN));
            return tally.ledger("wacz", "", List.of(Said.of("the list of files in the WACZ cannot be read")));
        }
        var files = PackageFiles.of(only.get(), input.beside());
        var folder =
                input.path().substring(0, input.path().length() - input.name().length());
        var verdict = verdict(input, Digest.of(bytes)).over(files).in(folder);
        var activity = PackageRecord.of(only.get(), files, verdict, bytes.length);
        tally.count(activity);
        sink.read(activity);
        return tally.ledger("wacz", "", PackageRecord.warnings(files, verdict));
    }

    /// A file of that name in another folder signs nothing here.
    private static Verdict verdict(Input input, Digest listed) throws IOException {
        if (!input.beside().files().contains(DIGEST)) {
            return Verdict.none("notSigned");
        }
        var file = input.beside().at(DIGEST) instanceof Attachment.Present
                ? input.beside().open(DIGEST)
                : Optional.<Input.Content>empty();
        if (file.isEmpty()) {
            return Verdict.none("signatureUnreadable");
        }
        try (var in = file.get().open()) {
            var only = JsonValues.only(in.readNBytes(LARGEST));
            return only.isEmpty() ? Verdict.none("signatureUnreadable") : SignedPackage.judge(only.get(), listed);
        }
    }
}

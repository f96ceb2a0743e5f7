package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// What a browser's tools for developers noted of a page: each request with its answer (HTTP Archive 1.2, `.har`).
public final class HarFile implements Parser {
    private static final Set<String> MEMBERS = Set.of("version", "creator", "browser", "pages", "entries");

    @Override
    public String name() {
        return "har/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    /// By its first member and what stands in that; where its first bytes are damaged, by its name and an entry.
    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = input.head();
        boolean isNamed = input.name().toLowerCase(Locale.ROOT).endsWith(".har");
        return isLog(head) || isNamed && holdsEntry(head);
    }

    private static boolean isLog(byte[] head) throws IOException {
        var seen = new HashSet<String>();
        var mended = new Mended(new ByteArrayInputStream(head), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            if (!walk.isObject()) {
                return false;
            }
            walk.enter();
            while (walk.hasNext() && !(walk.name().equals("log") && walk.isObject())) {
                walk.skip();
            }
            if (walk.depth() == 0) {
                return false;
            }
            walk.enter();
            while (seen.size() < 2 && walk.hasNext()) {
                seen.add(walk.name());
                seen.retainAll(MEMBERS);
                walk.skip();
            }
        } catch (BrokenJson end) {
            return seen.size() > 1;
        }
        return seen.size() > 1;
    }

    private static boolean holdsEntry(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("\"startedDateTime\"") && text.contains("\"request\"");
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        var entries = new HarEntries(handing);
        try (var bytes = input.bytes().open()) {
            new JsonReading(new Rewind(bytes), entries, handing).run();
        }
        entries.warnings().forEach(handing::warn);
        return handing.ledger("har");
    }
}

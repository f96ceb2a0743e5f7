package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// An archive of the web: WARC 1.0 and 1.1 (ISO 28500) and ARC, packed with gzip or not, whatever its name says. Each
/// record of it becomes a record.
public final class WarcFile implements Parser {
    private static final Set<String> TYPES = Set.of(
            "application/warc",
            "application/gzip",
            "application/x-internet-archive",
            "application/octet-stream",
            "text/plain");
    private static final int SEEN = Window.VIEW;

    @Override
    public String name() {
        return "warc/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return TYPES.contains(mediaType);
    }

    private static final Pattern NAME = Pattern.compile("(?i).*\\.w?arc(?:\\.gz)?");

    /// By how its first record begins; where its first bytes are damaged, by its name and a record behind them.
    @Override
    public boolean knows(Input input) throws IOException {
        try (var bytes = input.bytes().open()) {
            var raw = new Raw(new ByteArrayInputStream(bytes.readNBytes(PROBED)));
            boolean isNamed = NAME.matcher(input.name()).matches();
            if (!GzipLayer.isHere(raw)) {
                return isArchive(new Window(new PlainLayer(raw))) || isNamed && isDamaged(raw);
            }
            try (var layer = new GzipLayer(raw)) {
                var window = new Window(layer);
                return isArchive(window) || isNamed && layer.isDamaged() && layer.resume();
            }
        }
    }

    private static boolean isArchive(Window window) throws IOException {
        int there = Math.min(window.ahead(SEEN), SEEN);
        byte[] head = Arrays.copyOf(window.buffer(), Math.max(0, there));
        return WarcHead.begins(head, 0, head.length)
                || Form.UNKNOWN
                        .head(head, 0, head.length)
                        .filter(RecordHead::isFirstOfArc)
                        .isPresent();
    }

    private static boolean isDamaged(Raw raw) throws IOException {
        raw.back(0);
        int to = raw.ahead(PROBED);
        for (int i = 1; i < to; i++) {
            boolean isLine = raw.buffer()[i - 1] == '\n';
            if (isLine
                    && WarcHead.begins(raw.buffer(), i, to)
                    && WarcHead.of(raw.buffer(), i, to).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        try (var bytes = input.bytes().open()) {
            return WarcReading.read(input, sink, bytes);
        }
    }
}

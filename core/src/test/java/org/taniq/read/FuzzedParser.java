package org.taniq.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// One parser, given whatever bytes a fuzzer makes (`checks/fuzz.sh`) or made once (`crash/`): it throws nothing,
/// and what it hands over can be sealed.
public final class FuzzedParser {
    /// Names of files without which a format is not known.
    private static final Map<String, String> NAMES = Map.of(
            "yt-dlp-info", "x.info.json",
            "gallery-dl-lines", "data.jsonl",
            "yt-dlp-chat", "x.live_chat.json",
            "wacz-pages", "pages.jsonl",
            "bagit", "bagit.txt",
            "proofmode", "0".repeat(64) + ".proof.json",
            "youtube-takeout", "comments.csv",
            "instaloader", "2026-01-02_03-04-05_UTC.json",
            "instaloader-comments", "2026-01-02_03-04-05_UTC_comments.json");

    private static final String ASKED = System.getProperty("taniq.parser", "all");

    private static final Map<String, Parser> PARSERS =
            all().stream().collect(Collectors.toMap(FuzzedParser::format, parser -> parser));

    private FuzzedParser() {}

    /// What Jazzer calls: for the parser `taniq.parser`, or, where that is `all`, for the one that the first line
    /// names.
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (!ASKED.equals("all")) {
            read(Objects.requireNonNull(PARSERS.get(ASKED), "no such parser"), bytes);
            return;
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = Math.max(text.indexOf('\n'), 0);
        var parser = PARSERS.get(text.substring(0, end));
        if (parser != null) {
            read(parser, Arrays.copyOfRange(bytes, end + 1, bytes.length));
        }
    }

    /// @return whether the parser knows the bytes at all
    static boolean read(Parser parser, byte[] bytes) throws IOException {
        var input = Input.alone(name(format(parser)), Input.Content.of(Bytes.of(bytes)));
        if (!parser.knows(input)) {
            return false;
        }
        var sink = new Sealable();
        var ledger = parser.read(input, sink);
        if (ledger.records() != sink.records) {
            throw new IllegalStateException(
                    "the ledger counts " + ledger.records() + " records, and there are " + sink.records);
        }
        return true;
    }

    /// Makes the row of each record, as it would be sealed.
    private static final class Sealable implements Sink {
        private long records;

        @Override
        public void read(Activity activity) {
            Json.of(Records.row(activity, Map.of())).canonical();
            records++;
        }

        @Override
        public void unread(Unread place) {}
    }

    /// The name of a file without which it would not be known.
    static String name(String format) {
        return NAMES.getOrDefault(format, "x");
    }

    static List<Parser> all() {
        return Parsers.all(Given.NOTHING);
    }

    /// The name of the parser without its version.
    static String format(Parser parser) {
        return parser.name().replaceFirst("/.*", "");
    }

    /// Puts each file of a folder into one below another, by the parser that knows it.
    public static void main(String[] args) throws IOException {
        try (var files = Files.list(Path.of(args[0]))) {
            for (var file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String name = file.getFileName().toString();
                var parser = Parsers.of(Input.alone(name, Input.Content.of(Bytes.of(bytes))), all());
                var folder = Files.createDirectories(Path.of(args[1], format(parser)));
                Files.write(
                        folder.resolve(HexFormat.of().formatHex(Digest.sha256().digest(bytes), 0, 8)), bytes);
            }
        }
    }
}

package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.read.Kept;

/// Every text of JSONTestSuite (Nicolas Seriot, "Parsing JSON is a minefield") stands between two messages of an
/// export, as what the one in the middle says: what is JSON is read, what is none is told, and nothing takes the
/// messages around it along.
final class JsonSuiteTest {
    /// As Telegram Desktop lays it out.
    private static final String BEFORE = """
            {
             "name": "Aytac",
             "type": "personal_chat",
             "id": 7,
             "messages": [
              {
               "id": 1,
               "type": "message",
               "date": "2024-01-10T22:49:15",
               "from": "Tofiq",
               "from_id": "user42",
               "text": "salam"
              },
              {
               "id": 2,
               "type": "message",
               "date": "2024-01-10T22:49:16",
               "from": "Tofiq",
               "from_id": "user42",
               "text": \
            """;

    private static final String BEHIND = """

              },
              {
               "id": 3,
               "type": "message",
               "date": "2024-01-10T22:49:17",
               "from": "Tofiq",
               "from_id": "user42",
               "text": "sağ ol"
              }
             ]
            }
            """;

    /// No JSON by the letter of RFC 8259, and read on purpose: a control in a string as it is, and what
    /// [org.taniq.base.json.Mended] mends.
    private static final Set<String> LENIENT = Set.of(
            "n_string_backslash_00.json",
            "n_string_escape_x.json",
            "n_string_escaped_ctrl_char_tab.json",
            "n_string_escaped_emoji.json",
            "n_string_incomplete_surrogate_escape_invalid.json",
            "n_string_invalid_backslash_esc.json",
            "n_string_invalid_utf8_after_escape.json",
            "n_string_unescaped_ctrl_char.json",
            "n_string_unescaped_newline.json",
            "n_string_unescaped_tab.json",
            "n_string_unicode_CapitalU.json");

    /// With what stands behind it in the export it is JSON: the last message is a part of the text, then.
    private static final Set<String> GOES_ON = Set.of("n_structure_open_array_open_object.json");

    private static byte[] export(Path text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(BEFORE.getBytes(StandardCharsets.UTF_8));
        bytes.write(Files.readAllBytes(text));
        bytes.write(BEHIND.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static List<Path> texts(String begin) throws IOException {
        try (var files = Files.list(NotRun.unlessShared("suites/jsontestsuite/test_parsing"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .sorted()
                    .toList();
        }
    }

    /// The ids of the messages that were read without anything to be said of them.
    private static List<String> read(Path text, Kept kept) throws IOException {
        new TelegramJson().read(Telegrams.input(export(text)), kept);
        return kept.records.stream().map(record -> record.id()).toList();
    }

    @Test
    void whatIsJsonIsRead() throws IOException {
        var wrong = new ArrayList<String>();
        for (var text : texts("y_")) {
            var kept = new Kept();
            if (!read(text, kept).equals(List.of("1", "2", "3")) || !kept.unread.isEmpty()) {
                wrong.add(text.getFileName() + " " + kept.unread);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsNoneIsToldAndTheMessagesAroundItStay() throws IOException {
        var wrong = new ArrayList<String>();
        for (var text : texts("n_")) {
            var kept = new Kept();
            var ids = read(text, kept);
            var name = text.getFileName().toString();
            boolean isTold = kept.unread.isEmpty() == LENIENT.contains(name);
            if (!isTold || !ids.contains("1") || !GOES_ON.contains(name) && !ids.contains("3")) {
                wrong.add(text.getFileName() + " " + ids + kept.unread);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatMayBeReadOrNotTakesNothingAlong() throws IOException {
        var wrong = new ArrayList<String>();
        for (var text : texts("i_")) {
            var kept = new Kept();
            var ids = read(text, kept);
            if (!ids.containsAll(List.of("1", "3"))) {
                wrong.add(text.getFileName() + " " + ids + kept.unread);
            }
        }
        assertEquals(List.of(), wrong);
    }
}

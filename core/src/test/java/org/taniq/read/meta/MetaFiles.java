package org.taniq.read.meta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Writes JSON as Meta does, and reads it.
final class MetaFiles {
    final Kept kept = new Kept();
    String path = "a.json";

    /// Each byte of the text in UTF-8 as a character.
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// The JSON as Meta writes it: each byte of a letter as an escape of its own.
    static byte[] asMeta(String json) {
        var text = new StringBuilder();
        bytes(json)
                .chars()
                .forEach(c -> text.append(c < 0x80 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// The JSON as Meta writes it, each value on a line of its own.
    static String lines(String json) {
        var text = new StringBuilder();
        int depth = 0;
        boolean isText = false;
        for (int n = 0; n < json.length(); n++) {
            char c = json.charAt(n);
            boolean isEnd = !isText && (c == '}' || c == ']');
            depth -= isEnd ? 1 : 0;
            text.append(isEnd ? "\n" + "  ".repeat(depth) : "").append(c);
            if (isText) {
                text.append(c == '\\' ? json.charAt(++n) : "");
                isText = c != '"';
            } else {
                isText = c == '"';
                depth += c == '{' || c == '[' ? 1 : 0;
                text.append(c == ':' ? " " : "").append("{[,".indexOf(c) >= 0 ? "\n" + "  ".repeat(depth) : "");
            }
        }
        return text.toString();
    }

    private Input input(byte[] bytes) {
        return Input.alone(path, () -> new ByteArrayInputStream(bytes));
    }

    boolean knows(String json) throws IOException {
        return knows(asMeta(json));
    }

    boolean knows(byte[] json) throws IOException {
        return new MetaJson().knows(input(json));
    }

    Ledger read(String json) throws IOException {
        return read(asMeta(json));
    }

    Ledger read(byte[] json) throws IOException {
        kept.records.clear();
        kept.unread.clear();
        return new MetaJson().read(input(json), kept);
    }

    /// The last record.
    Activity one(String json) throws IOException {
        read(json);
        return kept.records.getLast();
    }

    List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    static List<String> names(Activity record) {
        return record.object().attachments().stream().map(Attachment::name).toList();
    }

    /// All details of this name; empty where there is none.
    static String detail(Activity record, String name) {
        return details(record).getOrDefault(name, "");
    }

    static Map<String, String> details(Activity record) {
        var all = new TreeMap<String, String>();
        record.details()
                .forEach(detail -> all.merge(
                        detail.name(),
                        detail.value() instanceof Json.Str(var text)
                                ? text
                                : detail.value().canonical(),
                        (one, other) -> one + " & " + other));
        return all;
    }
}

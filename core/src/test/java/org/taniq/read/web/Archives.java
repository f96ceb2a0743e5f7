package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.taniq.base.Bytes;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Archives of the web with invented people: each has a page, an address and words of her own.
final class Archives {
    static final List<String> PEOPLE = List.of("aysel", "banu", "ceyhun", "davud", "elnara", "fidan");

    private Archives() {}

    static String words(String person) {
        return person + " yazır: " + person.toUpperCase(java.util.Locale.ROOT) + " sözü";
    }

    /// All that is read of her page: its title, and what she wrote.
    static String text(String person) {
        return person + "\n" + words(person);
    }

    static String address(String person) {
        return "https://" + person + ".example/səhifə";
    }

    /// A record with what it needs.
    static byte[] page(String person) {
        return answer(person, "<html><title>" + person + "</title><p>" + words(person) + "</p></html>");
    }

    static byte[] answer(String person, String html) {
        byte[] body = html.getBytes(UTF_8);
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: secret=1\r\n\r\n";
        return record(person, "response", joined(http.getBytes(UTF_8), body), "sha256:" + sha256(body));
    }

    static byte[] record(String person, String type, byte[] content, String payloadDigest) {
        var head = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + person + ">\r\n"
                + "WARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: " + address(person) + "\r\n"
                + "WARC-Block-Digest: sha256:" + sha256(content) + "\r\nWARC-Payload-Digest: " + payloadDigest + "\r\n"
                + "Content-Type: application/http; msgtype=" + type + "\r\nContent-Length: " + content.length
                + "\r\n\r\n";
        return joined(head.getBytes(UTF_8), content, "\r\n\r\n".getBytes(UTF_8));
    }

    /// An answer with a head and a body of its own.
    static byte[] answer(String person, String head, byte[] body) {
        var http = "HTTP/1.1 200 OK\r\n" + head + "\r\n\r\n";
        return record(person, "response", joined(http.getBytes(UTF_8), body), "sha256:" + sha256(body));
    }

    /// The same record without what vouches for its content.
    static byte[] withoutDigests(byte[] record) {
        return new String(record, UTF_8)
                .replaceAll("WARC-(Block|Payload)-Digest: [^\r]*\r\n", "")
                .getBytes(UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static List<byte[]> pages() {
        return PEOPLE.stream().map(Archives::page).toList();
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] joined(List<byte[]> parts) {
        return joined(parts.toArray(byte[][]::new));
    }

    static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static List<byte[]> packedEach(List<byte[]> records) throws IOException {
        var packed = new ArrayList<byte[]>();
        for (byte[] each : records) {
            packed.add(packed(each));
        }
        return packed;
    }

    /// What a parser makes of it.
    record Read(Kept kept, Ledger ledger) {
        List<Activity> records() {
            return kept.records;
        }

        boolean has(String person) {
            return records().stream().anyMatch(record -> isOf(record, person));
        }

        /// The record of that person.
        Activity of(String person) {
            return records().stream()
                    .filter(record -> record.id().equals("urn:uuid:" + person))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(person + " is not there"));
        }

        String damage(String person) {
            return detail(of(person), "damage");
        }

        /// Whether bytes are said to be unread, or to belong to a record with damage.
        boolean names(long from, long to) {
            return kept.unread.stream()
                            .anyMatch(hole ->
                                    hole.spot().from() <= to && hole.spot().to() >= from)
                    || records().stream()
                            .anyMatch(record -> record.spot().from() < to
                                    && record.spot().to() > from
                                    && record.details().stream()
                                            .anyMatch(detail -> detail.name().equals("damage")));
        }
    }

    static boolean isOf(Activity record, String person) {
        return record.address().equals(address(person))
                && record.object().text().equals(text(person));
    }

    static Read read(String name, byte[] bytes) throws IOException {
        var kept = new Kept();
        return new Read(kept, new WarcFile().read(Input.alone(name, Bytes.of(bytes)::open), kept));
    }

    static String detail(Activity record, String name) {
        return Kept.detail(record, name);
    }
}

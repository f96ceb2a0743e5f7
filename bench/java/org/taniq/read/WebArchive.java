package org.taniq.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Makes a WARC of an invented site, a gzip member for each record, with the digest of each block and payload: one page of
/// about 60 kB and four pictures of 200 kB in turn.
public final class WebArchive {
    private static final int PAGE = 60_000;
    private static final int PICTURE = 200_000;
    private static final String[] WORDS = "bu gün hava çox gözəldir və mən şəhərə gedirəm sənə yazıram".split(" ");

    private final Random random = new Random(7);

    private WebArchive() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        int pages = Integer.parseInt(args[0]);
        var archive = new WebArchive();
        try (var out = Files.newOutputStream(Path.of(args[1]))) {
            for (int i = 0; i < pages; i++) {
                archive.put(out, "http://site.example/" + i, "text/html; charset=utf-8", archive.page());
                for (int j = 0; j < 4; j++) {
                    archive.put(out, "http://site.example/" + i + "/" + j + ".jpg", "image/jpeg", archive.picture());
                }
            }
        }
    }

    private byte[] page() {
        var page = new StringBuilder("<!DOCTYPE html><html><head><title>site</title></head><body>");
        while (page.length() < PAGE) {
            page.append("<div class=\"comment\"><a href=\"/u/").append(random.nextInt(10_000)).append("\">user</a><p>");
            for (int i = 0; i < 20; i++) {
                page.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            page.append("</p></div>\n");
        }
        return page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] picture() {
        var picture = new byte[PICTURE];
        random.nextBytes(picture);
        return picture;
    }

    private void put(OutputStream out, String address, String type, byte[] payload)
            throws IOException, NoSuchAlgorithmException {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + payload.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var sha = MessageDigest.getInstance("SHA-1");
        String payloadDigest = HexFormat.of().formatHex(sha.digest(payload));
        sha.update(head);
        String blockDigest = HexFormat.of().formatHex(sha.digest(payload));
        String fields = String.join(
                "\r\n",
                "WARC/1.1",
                "WARC-Type: response",
                "WARC-Target-URI: " + address,
                "WARC-Date: 2026-01-02T03:04:05Z",
                "WARC-Record-ID: <urn:uuid:" + new java.util.UUID(random.nextLong(), random.nextLong()) + ">",
                "WARC-Payload-Digest: sha1:" + payloadDigest,
                "WARC-Block-Digest: sha1:" + blockDigest,
                "Content-Type: application/http; msgtype=response",
                "Content-Length: " + (head.length + payload.length),
                "",
                "");
        var member = new GZIPOutputStream(new Unclosed(out));
        member.write(fields.getBytes(StandardCharsets.US_ASCII));
        member.write(head);
        member.write(payload);
        member.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        member.close();
    }

    /// The next member goes into it, too.
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

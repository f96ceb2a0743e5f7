package org.taniq.acquire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Archives of every kind that is opened.
public final class MadeArchive {
    private static final int BLOCK = TarHeader.LENGTH;

    private MadeArchive() {}

    /// Names and contents of members, one after the other.
    public static Map<String, byte[]> members(Object... namesAndContents) {
        var members = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            members.put((String) namesAndContents[i], bytes(namesAndContents[i + 1]));
        }
        return members;
    }

    private static byte[] bytes(Object content) {
        return content instanceof byte[] bytes ? bytes : ((String) content).getBytes(StandardCharsets.UTF_8);
    }

    /// An archive of this kind; one that holds one file holds the first.
    public static byte[] of(ArchiveKind kind, Map<String, byte[]> members) throws IOException {
        var first = members.values().iterator().next();
        return switch (kind) {
            case ZIP -> zip(members);
            case TAR -> tar(members);
            case GZIP -> gzip(first);
            case BZIP2 -> bzip2(first);
            case XZ -> xz(first);
            case SEVEN_ZIP -> sevenZip(members);
        };
    }

    public static byte[] zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    public static byte[] tar(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var member : members.entrySet()) {
            out.write(tarMember(member.getKey(), '0', member.getValue()));
        }
        out.write(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    /// A header and what it stands before, filled up.
    public static byte[] tarMember(String name, char type, byte[] content) throws IOException {
        return tarMember(name, type, octal(content.length), content);
    }

    public static byte[] tarMember(String name, char type, String size, byte[] content) throws IOException {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, size);
        put(header, 136, "00000000000");
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        sum(header);
        var out = new ByteArrayOutputStream();
        out.write(header);
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return out.toByteArray();
    }

    /// Eleven octal digits.
    public static String octal(int number) {
        String digits = Integer.toOctalString(number);
        return "0".repeat(11 - digits.length()) + digits;
    }

    /// Writes the checksum of a header.
    static void sum(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, octal(sum).substring(5) + "\0");
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, at == 0 ? 100 : bytes.length));
    }

    /// A line of a pax header, whose length counts its own digits.
    static String paxLine(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = String.valueOf(length + String.valueOf(length).length()).length();
        return length + digits + rest;
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packing packing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var pack = packing.around(out)) {
            pack.write(content);
        }
        return out.toByteArray();
    }

    public static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    public static byte[] bzip2(byte[] content) throws IOException {
        return packed(content, out -> new BZip2CompressorOutputStream(out, 1));
    }

    public static byte[] xz(byte[] content) throws IOException {
        return packed(content, out -> new XZOutputStream(out, new LZMA2Options(1)));
    }

    public static byte[] sevenZip(Map<String, byte[]> members) throws IOException {
        return sevenZip(members, new char[0]);
    }

    static byte[] sevenZip(Map<String, byte[]> members, char[] password) throws IOException {
        var file = Files.createTempFile("made", ".7z");
        try {
            try (var out = password.length == 0
                    ? new SevenZOutputFile(file.toFile())
                    : new SevenZOutputFile(file.toFile(), password)) {
                for (var member : members.entrySet()) {
                    var entry = new SevenZArchiveEntry();
                    entry.setName(member.getKey());
                    entry.setDirectory(member.getKey().endsWith("/"));
                    out.putArchiveEntry(entry);
                    out.write(member.getValue());
                    out.closeArchiveEntry();
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}

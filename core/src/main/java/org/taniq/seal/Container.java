package org.taniq.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Writes the canonical ZIP of docs/format.md, section 10: a function of the entries' names and bytes
/// alone, all of them stored, so that a checker can rebuild it and compare every byte.
public final class Container {
    static final int MOST_ENTRIES = 999;
    static final long LARGEST = 0xFFFF_FFFEL;
    private static final int LONGEST_NAME = 120;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*");

    /// As [#MIMETYPE] says what kind of container it is, it comes first; a dossier has none.
    static final String MIMETYPE = "mimetype";

    static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> !name.equals(MIMETYPE)).thenComparing(Comparator.naturalOrder());

    private final SortedMap<String, Blobs.Writer> entries = new TreeMap<>(ORDER);
    private DossierVersion version = DossierVersion.FIRST;

    /// Adds an entry; its content is written three times.
    ///
    /// @throws IllegalArgumentException if the name is not one of a container, or is there already
    public void add(String name, Blobs.Writer content) {
        if (!isName(name) || entries.put(name, content) != null) {
            throw new IllegalArgumentException("not a name for an entry, or there twice: " + name);
        }
    }

    public void add(String name, byte[] bytes) {
        add(name, out -> out.write(bytes));
    }

    /// Makes it of the version that a statement of this schema needs.
    void needs(String schema) {
        version = version.and(DossierVersion.of(schema));
    }

    /// Adds `VERIFY.txt`.
    public void addInstructions() {
        add("VERIFY.txt", version.instructions());
    }

    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && Arrays.stream(name.split("/")).noneMatch(part -> part.equals(".") || part.equals(".."));
    }

    /// Adds `MANIFEST.sha256` over all entries and `MANIFEST.note`, signed by the evidence log's key.
    public void sign(SigningKey key, String edition) throws IOException {
        var lines = new StringBuilder();
        for (var entry : entries.entrySet()) {
            lines.append(sha256(entry.getValue()))
                    .append("  ")
                    .append(entry.getKey())
                    .append('\n');
        }
        byte[] manifest = lines.toString().getBytes(StandardCharsets.US_ASCII);
        add("MANIFEST.sha256", manifest);
        add("MANIFEST.note", Note.sign(noteText(version, key.verifier().origin(), edition, Digest.of(manifest)), key));
    }

    static String noteText(DossierVersion version, String origin, String edition, Digest manifest) {
        return version.line() + origin + "\n" + edition + "\n" + manifest.hex() + "\n";
    }

    static Digest sha256(Blobs.Writer content) throws IOException {
        var sha = Digest.sha256();
        content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        return Digest.ofBytes(sha.digest());
    }

    /// Writes the ZIP.
    ///
    /// @throws IOException also if it has too many entries or is too large; then make it smaller
    public void write(OutputStream out) throws IOException {
        if (entries.size() > MOST_ENTRIES) {
            throw new Trouble(Said.of(
                    "a dossier has fewer than 1,000 entries, and this one {n}: choose fewer exhibits",
                    "n",
                    entries.size()));
        }
        var measured = new ArrayList<Zip.Entry>();
        long at = 0;
        for (var entry : entries.entrySet()) {
            var header = measure(entry.getKey(), entry.getValue(), at);
            measured.add(header);
            at = Zip.end(header);
        }
        if (Zip.total(measured) > LARGEST) {
            throw new Trouble("a dossier is smaller than 4 GiB: choose fewer exhibits");
        }
        for (var header : measured) {
            out.write(Zip.local(header));
            Objects.requireNonNull(entries.get(header.name())).writeTo(out);
        }
        out.write(Zip.directory(measured));
    }

    private static Zip.Entry measure(String name, Blobs.Writer content, long at) throws IOException {
        var measuring = new Measuring();
        content.writeTo(measuring);
        return new Zip.Entry(name, measuring.crc.getValue(), measuring.size, at);
    }

    private static final class Measuring extends OutputStream {
        private final CRC32 crc = new CRC32();
        private long size;

        @Override
        public void write(int oneByte) {
            crc.update(oneByte);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            crc.update(bytes, from, length);
            size += length;
        }
    }
}

package org.taniq.acquire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Bytes;

/// What kind of archive bytes are, by how they begin; a name is never trusted.
public enum ArchiveKind {
    ZIP("zip", "application/zip"),
    TAR("tar", "application/x-tar"),
    GZIP("gzip", "application/gzip"),
    BZIP2("bzip2", "application/x-bzip2"),
    XZ("xz", "application/x-xz"),
    SEVEN_ZIP("7z", "application/x-7z-compressed");

    /// How many first bytes are enough to tell.
    public static final int HEAD = 512;

    /// What stands behind the last dot of a packed file, and what takes its place when it is unpacked.
    private static final Map<String, String> PACKED_SUFFIXES =
            Map.of(".gz", "", ".tgz", ".tar", ".bz2", "", ".tbz", ".tar", ".tbz2", ".tar", ".xz", "", ".txz", ".tar");

    private final String word;
    private final String mediaType;

    ArchiveKind(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /// As it is sealed in the names of parsers and tools, such as `tar/1` and `tar-member/1`.
    public String word() {
        return word;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Whether it holds one file without a name.
    public boolean isWrapping() {
        return this == GZIP || this == BZIP2 || this == XZ;
    }

    /// The kind of archive that the bytes are, if any.
    public static Optional<ArchiveKind> of(Bytes bytes) throws IOException {
        try (var in = bytes.open()) {
            return of(in.readNBytes(HEAD));
        }
    }

    /// @param head the first [#HEAD] bytes, or all where there are fewer
    public static Optional<ArchiveKind> of(byte[] head) {
        String latin = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return Optional.of(ZIP);
        }
        if (Gunzip.begins(head)) {
            return Optional.of(GZIP);
        }
        if (latin.startsWith("\u00FD7zXZ\0")) {
            return Optional.of(XZ);
        }
        if (latin.startsWith("7z\u00BC\u00AF'\u001C")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (isBzip2(latin)) {
            return Optional.of(BZIP2);
        }
        return TarHeader.of(head).map(_ -> TAR);
    }

    /// All that it begins with are letters: somebody can write them at the beginning of a note.
    private static boolean isBzip2(String latin) {
        boolean begins = latin.startsWith("BZh") && latin.startsWith("1AY&SY", 4);
        return begins
                && latin.charAt(3) >= '1'
                && latin.charAt(3) <= '9'
                && latin.chars().anyMatch(c -> c < '\t' || c >= 0x80);
    }

    /// What the file in a packed one is called: the packed one's name without `.gz` and the like.
    public static String unpacked(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        var other = Optional.ofNullable(
                dot < 0 ? null : PACKED_SUFFIXES.get(file.substring(dot).toLowerCase(Locale.ROOT)));
        return other.map(suffix -> file.substring(0, dot) + suffix).orElse(file);
    }
}

package org.taniq.read.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.taniq.acquire.ArchiveKind;

/// The media type of a file by its first bytes; a name is never trusted. What no row knows is
/// `application/octet-stream`. A picture or sound whose first bytes are letters has others soon after them that
/// nobody writes, so a text that begins with these letters is a text.
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";
    /// How many first bytes are looked at.
    static final int HEAD = 8192;

    private static final List<Magic> MAGIC = List.of(
            new Magic(0, "\u00FF\u00D8\u00FF", "image/jpeg"),
            new Magic(0, "\u0089PNG\r\n\u001A\n", "image/png"),
            new Magic(0, "GIF87a", "image/gif"),
            new Magic(0, "GIF89a", "image/gif"),
            new Magic(8, "WEBP", "image/webp"),
            new Magic(8, "WAVE", "audio/wav"),
            new Magic(8, "AVI ", "video/x-msvideo"),
            new Magic(0, "BM", "image/bmp"),
            new Magic(0, "II*\0", "image/tiff"),
            new Magic(0, "MM\0*", "image/tiff"),
            new Magic(4, "ftypheic", "image/heic"),
            new Magic(4, "ftypheix", "image/heic"),
            new Magic(4, "ftypmif1", "image/heif"),
            new Magic(4, "ftypavif", "image/avif"),
            new Magic(4, "ftypM4A", "audio/mp4"),
            new Magic(4, "ftypqt", "video/quicktime"),
            new Magic(4, "ftyp3g", "video/3gpp"),
            new Magic(4, "ftyp", "video/mp4"),
            new Magic(0, "\u001AE\u00DF\u00A3", "video/webm"),
            new Magic(28, "OpusHead", "audio/ogg; codecs=opus"),
            new Magic(0, "OggS", "audio/ogg"),
            new Magic(0, "ID3", "audio/mpeg"),
            new Magic(0, "\u00FF\u00FB", "audio/mpeg"),
            new Magic(0, "#!AMR", "audio/amr"),
            new Magic(0, "fLaC", "audio/flac"),
            new Magic(0, "%PDF-", "application/pdf"),
            new Magic(0, "SQLite format 3\0", "application/vnd.sqlite3"),
            new Magic(0, "\u001F\u008B", "application/gzip"),
            new Magic(0, "Rar!\u001A\u0007", "application/vnd.rar"),
            new Magic(0, "7z\u00BC\u00AF'\u001C", "application/x-7z-compressed"),
            new Magic(0, "\u00FD7zXZ\0", "application/x-xz"),
            new Magic(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "application/x-ole-storage"),
            new Magic(0, "BEGIN:VCARD", "text/vcard"),
            new Magic(0, "WARC/", "application/warc"));

    private static final List<Magic> ZIPPED = List.of(
            new Magic(0, "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            new Magic(0, "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new Magic(0, "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            new Magic(0, "mimetypeapplication/epub+zip", "application/epub+zip"),
            new Magic(0, "mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
            new Magic(0, "AndroidManifest.xml", "application/vnd.android.package-archive"));

    private MediaTypes() {}

    private record Magic(int at, String bytes, String type) {
        boolean fits(String head) {
            return head.startsWith(bytes, at) && isWhole(head);
        }

        /// Somebody can write its letters at the beginning of a note.
        boolean isWritten() {
            return isMedia() && bytes.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        }

        private boolean isMedia() {
            return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/");
        }

        /// Whether what follows the letters is what must follow them.
        private boolean isWhole(String head) {
            return switch (type) {
                case "image/bmp" -> PictureHead.isBmp(head);
                case "image/gif" -> PictureHead.isGif(head);
                case "image/webp", "audio/wav", "video/x-msvideo" -> head.startsWith("RIFF");
                default -> true;
            };
        }
    }

    /// The type of a file that begins with these bytes.
    static String of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        boolean text = looksLikeText(head, latin);
        for (Magic magic : MAGIC) {
            if (magic.fits(latin) && !(text && magic.isWritten())) {
                return magic.type();
            }
        }
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return zipped(latin);
        }
        return ArchiveKind.of(head).map(ArchiveKind::mediaType).orElseGet(() -> text(head, latin));
    }

    private static String zipped(String latin) {
        for (Magic magic : ZIPPED) {
            if (latin.contains(magic.bytes())) {
                return magic.type();
            }
        }
        return "application/zip";
    }

    private static String text(byte[] head, String latin) {
        if (!looksLikeText(head, latin)) {
            return UNKNOWN;
        }
        return TextType.of(decoded(head, latin).stripLeading());
    }

    private static String decoded(byte[] head, String latin) {
        return isUtf16(latin)
                ? new String(head, StandardCharsets.UTF_16)
                : latin.replaceFirst("^\u00EF\u00BB\u00BF", "");
    }

    static boolean isUtf16(byte[] head) {
        return isUtf16(new String(head, StandardCharsets.ISO_8859_1));
    }

    private static boolean isUtf16(String latin) {
        return latin.startsWith("\u00FF\u00FE") || latin.startsWith("\u00FE\u00FF");
    }

    static boolean isText(byte[] head) {
        return looksLikeText(head, new String(head, StandardCharsets.ISO_8859_1));
    }

    /// UTF-16 by its mark, or no NUL and almost no other controls.
    private static boolean looksLikeText(byte[] head, String latin) {
        if (isUtf16(latin)) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
            controls += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        return head.length > 0 && controls * 50 <= head.length;
    }
}

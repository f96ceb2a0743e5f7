package org.taniq.tell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.pdf.PdfFile;
import org.taniq.read.file.MediaType;

/// Looks for a name in a file, which it can only where it reads all of it: plain text, JSON and PDF. Of
/// pictures, sound and video it reads what is written beside them and nothing that they show. Every other
/// file is refused, because a name could be packed or written in code in it.
final class Texts {
    /// Encodings of text that is not Unicode, as it was written in the region.
    static final List<Charset> OLDER = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("windows-1254"),
            Charset.forName("KOI8-R"),
            Charset.forName("IBM866"));

    /// Behind its end may stand pixels of before it was cropped.
    private static final String PNG = "image/png";

    private static final Set<String> PACKED = Set.of(
            "application/gzip",
            "application/vnd.rar",
            "application/x-7z-compressed",
            "application/x-bzip2",
            "application/x-tar",
            "application/x-xz");
    /// What is typed as plain text by its first bytes and is a language with letters in code.
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)<(?:!doctype|html|head|body|div|span|table|script|style|meta|svg)[\\s/>]|\\A\\{\\\\rtf|\\A%!PS");
    private static final Pattern PACKED_AS_TEXT = Pattern.compile(
            "(?m)^(?:begin(?:-base64)? [0-7]{3,4} \\S|=ybegin |\\s*<~[!-u\\s]{5,}|-----BEGIN PGP MESSAGE)");
    /// Keys say a name and are those of one telephone; in base64 nobody sees it.
    private static final Pattern OF_KEYS =
            Pattern.compile("-----BEGIN PGP (?:PUBLIC KEY BLOCK|PRIVATE KEY BLOCK|SIGNATURE)");
    /// Of a hundred bytes of text not more than this many control anything.
    private static final int CONTROLS = 2;

    private Texts() {}

    /// Not all of a file can be read.
    static final class Unsearchable extends Trouble {
        private static final long serialVersionUID = 1;

        Unsearchable(Said why) {
            super(why);
        }
    }

    /// Whether the file is of a kind that holds other files and shows none of them.
    static boolean isPacked(byte[] file) throws IOException {
        return PACKED.contains(MediaType.of(Bytes.of(file)));
    }

    /// Whether a key or a signature of OpenPGP is written in it.
    static boolean holdsKeys(String text) {
        return OF_KEYS.matcher(text).find();
    }

    /// Whether a name stands in a file.
    ///
    /// @throws Unsearchable where nobody can say
    static boolean hold(byte[] file, NameSearch names) throws IOException {
        if (PdfFile.is(file)) {
            return names.inBytes(file) || PdfText.holds(file, names);
        }
        String type = MediaType.of(Bytes.of(file));
        if (isShownOrHeard(type)) {
            return inPicture(file, type, names) || inWhatIsOnlyTyped(file, names);
        }
        return switch (type) {
            case "text/plain" -> inPlainText(file, names);
            case "application/json" -> inJson(file, names);
            default -> {
                if (file.length > 0) {
                    throw new Unsearchable(
                            Said.of("of this kind of file ({type}) only a part can be read", "type", type));
                }
                yield false;
            }
        };
    }

    private static boolean inPicture(byte[] file, String type, NameSearch names) throws Unsearchable {
        var notes = PictureNotes.of(file);
        boolean found = notes.texts().stream().anyMatch(names::inNote)
                || notes.words().stream().anyMatch(names::inWord)
                || notes.others().stream().anyMatch(names::inBytes)
                || notes.pixels().stream().anyMatch(names::inPixels);
        if (!found && notes.hasUnexplained() && type.equals(PNG)) {
            throw new Unsearchable(Said.of("it holds parts that belong to nothing"));
        }
        return found;
    }

    /// A text may begin as a picture does: `BMW`.
    private static boolean inWhatIsOnlyTyped(byte[] file, NameSearch names) throws Unsearchable {
        return unicode(file).isPresent() && inPlainText(file, names);
    }

    private static boolean isShownOrHeard(String type) {
        boolean drawn = type.startsWith("image/") && !type.equals("image/svg+xml");
        return drawn || type.startsWith("video/") || type.startsWith("audio/");
    }

    private static boolean inPlainText(byte[] file, NameSearch names) throws Unsearchable {
        for (var text : texts(file)) {
            if (MARKUP.matcher(text).find()) {
                throw shownOtherwise();
            }
            refuseCode(text);
            if (names.inText(text)) {
                return true;
            }
        }
        return false;
    }

    private static void refuseCode(String text) throws Unsearchable {
        if (PACKED_AS_TEXT.matcher(text).find() || holdsKeys(text)) {
            throw new Unsearchable(Said.of("it holds another file that is written as text"));
        }
        if (Unwrapped.isIn(text)) {
            throw shownOtherwise();
        }
    }

    private static Unsearchable shownOtherwise() {
        return new Unsearchable(Said.of("it is written for another program, which shows it otherwise"));
    }

    private static boolean inJson(byte[] file, NameSearch names) throws Unsearchable {
        var unicode = unicode(file);
        if (unicode.isEmpty()) {
            throw new Unsearchable(Said.of("not all of it is text"));
        }
        try {
            var json = Json.parse(unicode.get());
            var words = new ArrayList<String>();
            gather(json, words);
            String said = String.join("\n", words);
            refuseCode(said);
            return names.inText(unicode.get())
                    || names.inText(said)
                    || json.objects().stream()
                            .flatMap(object -> object.members().keySet().stream())
                            .anyMatch(names::inText);
        } catch (IllegalArgumentException other) {
            throw new Unsearchable(
                    Said.of("it is not JSON as it is read here: {why}", "why", Json.JsonException.why(other)));
        }
    }

    /// The words in their order: a name may be spread over several, as Telegram writes bold letters.
    private static void gather(Json value, List<String> words) {
        switch (value) {
            case Json.Obj object -> object.members().values().forEach(member -> gather(member, words));
            case Json.Arr(List<Json> items) -> items.forEach(item -> gather(item, words));
            case Json.Str(String word) -> words.add(word);
            case Json.Num(long number) -> words.add(Long.toString(number));
            case Json.Bool _, Json.Null _ -> {}
        }
    }

    /// What the bytes say: one text, or several where nobody knows the encoding.
    private static List<String> texts(byte[] file) throws Unsearchable {
        var unicode = unicode(file);
        if (unicode.isPresent()) {
            return List.of(unicode.get());
        }
        int controls = 0;
        for (byte b : file) {
            controls += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        if (contains0(file) || controls * 100L > (long) CONTROLS * file.length) {
            throw new Unsearchable(Said.of("not all of it is text"));
        }
        return OLDER.stream().map(encoding -> new String(file, encoding)).toList();
    }

    /// UTF-16 with its mark, else UTF-8; nothing where it is neither. A NUL is of neither: it stands in
    /// UTF-16 without a mark, which reads as UTF-8.
    private static Optional<String> unicode(byte[] file) {
        int mark = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        try {
            String text = switch (mark) {
                case 0xFFFE -> decoded(file, StandardCharsets.UTF_16LE);
                case 0xFEFF -> decoded(file, StandardCharsets.UTF_16BE);
                default -> decoded(file, StandardCharsets.UTF_8);
            };
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException older) {
            return Optional.empty();
        }
    }

    private static String decoded(byte[] file, Charset encoding) throws CharacterCodingException {
        String text = encoding.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean contains0(byte[] file) {
        for (byte b : file) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}

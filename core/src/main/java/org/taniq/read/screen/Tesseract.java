package org.taniq.read.screen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.child.Child;
import org.taniq.base.png.Picture;

/// The program `tesseract` (https://tesseract-ocr.github.io), which reads the words of a picture, as a child process.
/// It is handed bare pixels and never a file of evidence. May be used by several threads.
public final class Tesseract {
    /// With more of them it leaves some out and says so nowhere but on standard error.
    private static final int MOST_LANGUAGES = 3;

    private static final String LAST = "aze";
    private static final Map<String, String> LANGUAGES =
            new TreeMap<>(Map.of("az", LAST, "en", "eng", "ka", "kat", "ru", "rus", "tr", "tur"));
    private static final Child.Limits LOOKING = new Child.Limits(Duration.ofSeconds(10), 1L << 30, 1 << 16);
    private static final Child.Limits READING = new Child.Limits(Duration.ofMinutes(3), 4L << 30, 1 << 24);

    private final String version;
    private final List<String> languages;

    private Tesseract(String version, List<String> languages) {
        this.version = version;
        this.languages = languages;
    }

    /// What was read of a picture.
    public sealed interface Outcome {}

    record Words(WordTable table) implements Outcome {}

    record Failed(Said why) implements Outcome {}

    /// The program, where it is installed with these languages.
    ///
    /// @param languages one to three of `az`, `en`, `ka`, `ru`, `tr`
    /// @throws Trouble if it is not there or lacks one of them, or if there is another than these
    public static Tesseract reading(List<String> languages) throws Trouble {
        var wanted = languages.stream().distinct().toList();
        if (wanted.isEmpty()
                || wanted.size() > MOST_LANGUAGES
                || !LANGUAGES.keySet().containsAll(wanted)) {
            throw new Trouble(Said.of(
                    "the languages of words in pictures are one to {most} of these, with commas between them: {languages}",
                    Map.of("most", MOST_LANGUAGES, "languages", String.join(", ", LANGUAGES.keySet()))));
        }
        var files = wanted.stream()
                .map(LANGUAGES::get)
                .sorted(Comparator.comparing((String file) -> file.equals(LAST)).thenComparing(file -> file))
                .toList();
        String version = asked("--version").stream().findFirst().orElse("tesseract");
        var lacking = new ArrayList<>(files);
        lacking.removeAll(asked("--list-langs"));
        if (!lacking.isEmpty()) {
            throw new Trouble(Said.of(
                    "tesseract, which reads the words of pictures, lacks a language: install {packages}",
                    "packages",
                    packages(lacking)));
        }
        return new Tesseract(version, files);
    }

    private static String packages(List<String> languages) {
        return String.join(
                " ",
                languages.stream().map(language -> "tesseract-ocr-" + language).toList());
    }

    private static List<String> asked(String word) throws Trouble {
        return switch (Child.run(List.of("tesseract", word), _ -> {}, LOOKING)) {
            case Child.Done(String output, String errors) ->
                (output + errors).lines().toList();
            case Child.Failed _, Child.Refused _ ->
                throw new Trouble(Said.of(
                        "tesseract, which reads the words of pictures, is not installed: install {packages}",
                        "packages",
                        "tesseract-ocr"));
        };
    }

    /// Name, version and languages.
    public String name() {
        return version + " " + languages();
    }

    private String languages() {
        return String.join("+", languages);
    }

    Outcome words(Picture picture) {
        var command = List.of(
                "tesseract", "stdin", "stdout", "-l", languages(), "--psm", "11", "-c", "tessedit_create_tsv=1");
        return switch (Child.run(command, out -> write(picture, out), READING)) {
            case Child.Done(String table, String errors) -> outcome(table, errors, picture);
            case Child.Refused refused -> new Failed(refused.failed().why());
            case Child.Failed(Said why) -> new Failed(why);
        };
    }

    /// What is no table says nothing of words: it must not pass for a picture without any.
    private static Outcome outcome(String table, String errors, Picture picture) {
        if (errors.contains("Failed loading language")) {
            return new Failed(Said.of("a language could not be loaded"));
        }
        return WordTable.isOne(table)
                ? new Words(WordTable.of(table, picture.width(), picture.height()))
                : new Failed(Said.of("it printed no table of words"));
    }

    /// As a portable graymap (netpbm, P5), which is a line of text and the pixels.
    private static void write(Picture picture, OutputStream out) throws IOException {
        out.write(("P5\n" + picture.width() + " " + picture.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(Ink.of(picture));
    }
}

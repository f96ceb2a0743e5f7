package org.taniq.tell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks for withheld names in long texts and in bytes that are none, a part at a time.
record NameSearch(Withholding withheld) {
    private static final int PART = 1 << 16;
    private static final int PART_BYTES = 1 << 20;
    /// Longer than a name taken apart letter by letter.
    private static final int OVERLAP = 1 << 10;

    private static final List<Charset> UTF_16 = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<Charset> OLDER =
            List.of(Charset.forName("windows-1251"), Charset.forName("windows-1254"));
    /// A letter of any script, or anything else that is written.
    private static final String WRITTEN = "[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\x{FFFD}]";
    /// Where bytes are no text, what looks like text and is too long to be there by chance, or is a field
    /// by itself.
    private static final Pattern UTF_8_RUN = Pattern.compile(WRITTEN + "{8,}+|(?<=\0)" + WRITTEN
            + "{3,7}+(?=\0)|(?<=\0)[\u0900-\\x{10FFFF}&&" + WRITTEN + "]{1,2}(?=\0)");
    /// The same between any controls, as the length of a field is one: only for what is long.
    private static final Pattern FIELD = Pattern.compile("(?<=\\p{Cc})" + WRITTEN + "{3,7}+(?=\\p{Cc})");
    /// Longer than any that stands in pixels by chance.
    private static final Pattern TEXT_RUN = Pattern.compile(WRITTEN + "{24,}+");
    /// Of scripts whose letters are few enough to mean something: of a pair of bytes most are a letter.
    private static final Pattern UTF_16_RUN = Pattern.compile(
            "[ -~\u00A0-\u10FF\u1E00-\u1EFF]{8,}+|(?<=\\p{Cc})[ -~\u00A0-\u10FF\u1E00-\u1EFF]{2,7}+(?=\\p{Cc})");
    private static final Pattern OLDER_RUN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{Zs}]{12,}+");

    /// Whether a name stands in a text as it is, or once what hides letters in it is undone.
    boolean inText(String text) {
        return inParts(text) || inParts(Unwrapped.of(text));
    }

    private boolean inParts(String text) {
        for (int from = 0; from < text.length(); from += PART) {
            int end = Math.min(text.length(), from + PART + OVERLAP);
            if (withheld.contains(text.substring(from, end))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name stands in a note, in which other words stand too than a person would write: a short
    /// name is meant only where a word begins with it.
    boolean inNote(String note) {
        return withheld.containsInNote(note) || withheld.containsInNote(Unwrapped.of(note));
    }

    /// Whether a name stands in a word that a program chose, as `ItalicAngle`, in which a short one is chance.
    boolean inWord(String word) {
        return withheld.containsAmidChance(word);
    }

    /// Whether a name can be read in bytes that are no text, as in what a camera notes in a photograph.
    boolean inBytes(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PART_BYTES) {
            int length = Math.min(bytes.length - from, PART_BYTES + OVERLAP);
            if (inBytes(bytes, from, length)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name stands in a text where pixels should be.
    boolean inPixels(byte[] bytes) {
        return runs(TEXT_RUN, new String(bytes, StandardCharsets.UTF_8)).anyMatch(withheld::containsInNote);
    }

    private boolean inBytes(byte[] bytes, int from, int length) {
        String unicode = new String(bytes, from, length, StandardCharsets.UTF_8);
        return runs(UTF_8_RUN, unicode).anyMatch(withheld::containsAmidChance)
                || runs(FIELD, unicode).anyMatch(withheld::containsLongName)
                || inUtf16(bytes, from, length)
                || OLDER.stream()
                        .flatMap(encoding -> runs(OLDER_RUN, new String(bytes, from, length, encoding)))
                        .anyMatch(withheld::containsLongName);
    }

    /// Where a pair of bytes begins nobody knows. What has many letters is looked for as it was written.
    private boolean inUtf16(byte[] bytes, int from, int length) {
        String latin = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        return UTF_16.stream()
                .anyMatch(encoding -> IntStream.of(0, 1)
                                .mapToObj(odd -> new String(bytes, from + odd, length - odd, encoding))
                                .flatMap(text -> runs(UTF_16_RUN, text))
                                .anyMatch(withheld::containsAmidChance)
                        || withheld.ofManyLetters().stream()
                                .map(name -> new String(name.getBytes(encoding), StandardCharsets.ISO_8859_1))
                                .anyMatch(latin::contains));
    }

    private static Stream<String> runs(Pattern written, String text) {
        return written.matcher(text).results().map(MatchResult::group);
    }
}

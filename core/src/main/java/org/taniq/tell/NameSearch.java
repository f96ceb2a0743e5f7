package org.taniq.tell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Looks for withheld names in long texts and in bytes that are none, a part at a time.
record NameSearch(Withholding withheld) {
    private static final int PART = 1 << 16;
    private static final int PART_BYTES = 1 << 20;
    /// Longer than a name taken apart letter by letter.
    private static final int OVERLAP = 1 << 10;

    private static final List<Charset> UNICODE =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<Charset> OLDER =
            List.of(Charset.forName("windows-1251"), Charset.forName("windows-1254"));
    /// Where bytes are no text, what looks like text and is too long to be there by chance, or is a field
    /// by itself; of scripts whose letters are few enough to mean something.
    private static final Pattern UNICODE_RUN =
            Pattern.compile("[ -~\u00A0-\u10FF\u1E00-\u1EFF]{8,}+|(?<=\0)[ -~\u00A0-\u10FF]{3,7}+(?=\0)");
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

    private boolean inBytes(byte[] bytes, int from, int length) {
        return UNICODE.stream()
                        .anyMatch(encoding -> UNICODE_RUN
                                .matcher(new String(bytes, from, length, encoding))
                                .results()
                                .anyMatch(run -> withheld.containsAmidChance(run.group())))
                || OLDER.stream()
                        .anyMatch(encoding -> OLDER_RUN
                                .matcher(new String(bytes, from, length, encoding))
                                .results()
                                .anyMatch(run -> withheld.containsLongName(run.group())));
    }
}

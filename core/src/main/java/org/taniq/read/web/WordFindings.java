package org.taniq.read.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.read.web.Words.Hindrance;

/// How the words of bodies were read, counted.
final class WordFindings {
    private final Map<Hindrance, Long> hindered = new EnumMap<>(Hindrance.class);
    private long cut;

    void read(Words words) {
        hindered.merge(words.extent().hindrance(), 1L, Long::sum);
        cut += !words.extent().isWhole() && !words.isHindered() ? 1 : 0;
    }

    /// What a person should know of it.
    List<Said> warnings() {
        var warnings = new ArrayList<Said>();
        warn(warnings);
        return warnings;
    }

    /// Adds what a person should know of it.
    void warn(List<Said> warnings) {
        Findings.warn(
                Said.of(
                        "the words of {n} records were not read: they are packed in a way that is not known here",
                        "n",
                        of(Hindrance.PACKED)),
                warnings);
        Findings.warn(
                Said.of(
                        "the words of {n} records were not read: the reader broke down over them",
                        "n",
                        of(Hindrance.FAULT)),
                warnings);
        Findings.warn(
                Said.of(
                        "the words of {n} records were not read: too much was unpacked before them",
                        "n",
                        of(Hindrance.TOO_MUCH)),
                warnings);
        Findings.warn(
                Said.of(
                        "the words of {n} records were not read: they are longer than what is read",
                        "n",
                        of(Hindrance.TOO_LONG)),
                warnings);
        Findings.warn(
                Said.of(
                        "{n} records hold documents, packed files or other bytes that are no text: their words are not read",
                        "n",
                        of(Hindrance.NO_TEXT)),
                warnings);
        Findings.warn(Said.of("the words of {n} records were not read to their end", "n", cut), warnings);
    }

    private long of(Hindrance hindrance) {
        return hindered.getOrDefault(hindrance, 0L);
    }
}

package org.taniq.assess;

/// Says what a text is.
///
/// Pure: the same text gives the same answer, nothing is kept, read or written. Safe for use by many
/// threads at once. Time is linear in the length of the text, whatever the text; the caller bounds the
/// length. It never fails on a text: lone surrogates, controls and the empty text are texts too. Findings
/// come strongest first.
public interface Assessor {

    Assessment assess(String text);
}

package org.taniq.read.mail;

/// One signature of a mail, with what was found.
///
/// @param field what it says of itself
/// @param coverage which fields of the header it covers
/// @param body how much of the body it covers, and whether that is what was signed
/// @param key what was found when its key was looked for
public record CheckedSignature(
        SignatureField field, Verdict verdict, Coverage coverage, SignedBody body, Keys.Answer key) {}

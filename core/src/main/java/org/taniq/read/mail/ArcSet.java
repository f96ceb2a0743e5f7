package org.taniq.read.mail;

/// What one who passed a mail on added to it (RFC 8617, 4.2).
///
/// @param instance the first has 1
/// @param said what it says that it found
/// @param message its signature of the mail as it was then; of all but the last it may well be wrong, as
///     the mail was changed afterwards, by a mailing list for instance
/// @param seal its seal of the chain so far
/// @param sealed what was found of the seal
public record ArcSet(int instance, SaidByServer said, CheckedSignature message, SignatureField seal, Verdict sealed) {}

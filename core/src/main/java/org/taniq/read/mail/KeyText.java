package org.taniq.read.mail;

import java.time.Instant;

/// The public key of a domain as it is written, to be kept with the mail: domains change their keys.
///
/// @param text what the name service holds, such as `v=DKIM1; k=rsa; p=…`
/// @param origin where it is from: the name of a file, or who was asked
/// @param had when
public record KeyText(String text, String origin, Instant had) {}

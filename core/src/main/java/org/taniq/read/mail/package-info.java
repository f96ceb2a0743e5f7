/// A mail as evidence: whether what it says was signed by the domain that it names (DKIM: RFC 6376, 8301
/// and 8463), what those who passed it on signed (ARC: RFC 8617), and what others say they found (RFC
/// 8601). It asks no network; keys are handed in. [MailProof] is the front door.
@NullMarked
package org.taniq.read.mail;

import org.jspecify.annotations.NullMarked;

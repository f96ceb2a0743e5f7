/// The plaintext export of Signal for Android and Signal Desktop, `main.jsonl`: a line of JSON for whoever is in it,
/// each
/// chat, and each message.
@NullMarked
package org.taniq.read.signal;

import org.jspecify.annotations.NullMarked;

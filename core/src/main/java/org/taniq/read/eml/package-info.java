/// Mail: one in a file (`.eml`) or many in a mailbox (`mbox`), each a record with what it proves of itself. Who signed
/// it, `read.mail` finds out; the keys for that are handed in.
@NullMarked
package org.taniq.read.eml;

import org.jspecify.annotations.NullMarked;

/// Exports of Facebook, Messenger and Instagram. [MetaJson] reads one JSON file of them: [Telling] says what it is,
/// [MetaWalk] goes through it, and each message, post or comment becomes a record in [Saying].
@NullMarked
package org.taniq.read.meta;

import org.jspecify.annotations.NullMarked;

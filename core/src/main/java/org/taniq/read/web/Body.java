package org.taniq.read.web;

import java.util.Locale;

/// What was sent, as it was kept, and what is said of it: what its words are read from.
///
/// @param bytes as much as was kept
/// @param statedType as whoever sent it names it, with what stands behind it
/// @param coding how it is said to be packed, in small letters; empty where nothing is said
/// @param isChunked whether it is said to be sent in chunks
/// @param mayHoldHead whether lines of a head of HTTP, or what a program was told, can stand among the words
record Body(Kept bytes, String statedType, String coding, boolean isChunked, boolean mayHoldHead) {

    /// As it is meant, of this type.
    static Body plain(Kept bytes, String statedType) {
        return new Body(bytes, statedType, "", false, false);
    }

    /// The stated type without what stands behind it.
    String mediaType() {
        return statedType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

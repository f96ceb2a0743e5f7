package org.taniq.read.mail;

/// The digest of a canonical body.
///
/// @param digest in base64
/// @param covered how many of its bytes were hashed
/// @param size how many it has
record BodyHash(String digest, long covered, long size) {}

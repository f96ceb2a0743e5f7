package org.taniq.base.json;

/// Where a value stands in a text.
///
/// @param from its first byte, from 0
/// @param to the byte after its last one
/// @param first the line in which it begins, from 1
/// @param last the line in which it ends
public record Span(long from, long to, long first, long last) {}

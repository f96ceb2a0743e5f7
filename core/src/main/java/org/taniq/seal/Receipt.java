package org.taniq.seal;

/// Says that a statement is sealed: it is in the log, and the log's signed head that holds it is on the
/// disk.
public record Receipt(Pointer pointer, Checkpoint checkpoint) {}

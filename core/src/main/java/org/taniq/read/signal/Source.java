package org.taniq.read.signal;

/// What is known around a line: who is who, which files lie beside the export, and what a person should be told.
record Source(Directory directory, Files files, Findings findings) {
    /// A record in the making.
    Entry entry() {
        return new Entry(directory);
    }
}

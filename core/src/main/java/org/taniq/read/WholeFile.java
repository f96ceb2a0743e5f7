package org.taniq.read;

import java.io.IOException;

/// Any file as one record.
final class WholeFile implements Parser {
    @Override
    public String name() {
        return "whole-file/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        return false;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        throw new IllegalArgumentException("not a WhatsApp export");
    }
}

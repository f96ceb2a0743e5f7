package org.taniq.read;

import java.io.IOException;

/// The text export of WhatsApp, Android and iOS.
final class WhatsAppText implements Parser {
    @Override
    public String name() {
        return "whatsapp-text/1";
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

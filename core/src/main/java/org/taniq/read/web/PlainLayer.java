package org.taniq.read.web;

import java.io.IOException;

/// A file that is not packed.
final class PlainLayer implements Layer {
    private final Raw raw;

    PlainLayer(Raw raw) {
        this.raw = raw;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = Math.min(raw.ahead(), length);
        if (got <= 0) {
            return -1;
        }
        System.arraycopy(raw.buffer(), raw.index(), into, from, got);
        raw.pass(got);
        return got;
    }

    @Override
    public boolean begins() {
        return false;
    }

    @Override
    public Member member() {
        return Member.NONE;
    }

    @Override
    public long packed() {
        return raw.at();
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean isTooLarge() {
        return false;
    }

    @Override
    public boolean resume() {
        return false;
    }

    @Override
    public void skip() throws IOException {
        raw.skip();
    }
}

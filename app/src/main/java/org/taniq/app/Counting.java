package org.taniq.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Bytes on their way; says after each piece how many there were.
final class Counting extends FilterInputStream {
    private final LongConsumer far;
    private long count;

    Counting(InputStream in, LongConsumer far) {
        super(in);
        this.far = far;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        add(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int some = in.read(bytes, from, length);
        add(some);
        return some;
    }

    private void add(int some) {
        count += Math.max(0, some);
        far.accept(count);
    }
}

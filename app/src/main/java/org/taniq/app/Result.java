package org.taniq.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Where results go, and whether they arrived: a list that is cut off must not look like a whole one.
final class Result extends OutputStream {
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream out;
    private Optional<IOException> lost = Optional.empty();

    Result(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException failed) {
            lost = Optional.of(lost.orElse(failed));
            throw failed;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /// Why a part did not arrive.
    Optional<IOException> lost() {
        return lost;
    }

    /// Whether whoever read it wanted no more, as `head` does.
    static boolean isUnwanted(IOException lost) {
        return NOBODY_READS.equals(lost.getMessage());
    }
}

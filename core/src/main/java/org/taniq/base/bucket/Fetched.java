package org.taniq.base.bucket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The bytes of one file as they come. Where the connection is cut, it is asked for the rest, a bounded number of
/// times; what comes may be anything, and is judged by whoever reads it.
final class Fetched extends InputStream {
    private static final int TRIALS = 3;

    private final Requests requests;
    private final String name;
    private final String tag;
    private final long length;
    private ResponseInputStream<GetObjectResponse> in;
    private long read;
    private int cuts;

    Fetched(Requests requests, String name) throws IOException {
        this.requests = requests;
        this.name = name;
        this.in = requests.get(name, 0, "");
        this.tag = Requests.tag(in.response().eTag());
        this.length = Optional.ofNullable(in.response().contentLength()).orElse(0L);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (read < length) {
            try {
                int count = in.read(buffer, from, (int) Math.min(most, length - read));
                if (count < 0) {
                    throw new EOFException("it ends too early");
                }
                read += count;
                return count;
            } catch (IOException cut) {
                goOn(cut);
            }
        }
        return -1;
    }

    private void goOn(IOException cut) throws IOException {
        in.abort();
        if (++cuts > TRIALS || tag.isEmpty()) {
            throw requests.refusal().cut(cut);
        }
        in = requests.get(name, read, tag);
        if (in.response().contentRange() == null) {
            in.abort(); // these are the first bytes again
            throw requests.refusal().cut(cut);
        }
    }

    /// What was not read to its end is not waited for.
    @Override
    public void close() throws IOException {
        if (read < length) {
            in.abort();
        } else {
            in.close();
        }
    }
}

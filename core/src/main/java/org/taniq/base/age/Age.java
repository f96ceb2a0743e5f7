package org.taniq.base.age;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Said;

/// An age file (C2SP age, v1) as streams, with one way in.
final class Age {
    private Age() {}

    static OutputStream encrypt(OutputStream to, RecipientStanzaWriter wayIn) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory().newEncryptingChannel(new Whole(to), List.of(wayIn)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot encrypt", impossible);
        }
    }

    static InputStream decrypt(InputStream age, RecipientStanzaReader wayIn) throws IOException {
        try {
            return new Plain(Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(Channels.newChannel(age), List.of(wayIn))));
        } catch (UnsupportedRecipientStanzaException notForUs) {
            throw new WrongKey("not encrypted to this key, or its head was altered");
        } catch (GeneralSecurityException altered) {
            throw new Altered(Said.of("the head of the encrypted file was altered or is cut off"), altered);
        } catch (PayloadException | BufferUnderflowException cut) {
            throw new Altered(
                    Said.of("the encrypted file is cut off"), cut); // jagged reads past the end of a head that is cut
        }
    }

    /// A stream as a channel that hands on each buffer as one: the JDK's copies it in pieces of 8 KiB.
    private record Whole(OutputStream out, AtomicBoolean closed) implements WritableByteChannel {
        private Whole(OutputStream out) {
            this(out, new AtomicBoolean());
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int length = bytes.remaining();
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
            bytes.position(bytes.limit());
            return length;
        }

        @Override
        public boolean isOpen() {
            return !closed.get();
        }

        @Override
        public void close() throws IOException {
            if (!closed.getAndSet(true)) {
                out.close();
            }
        }
    }

    /// Says of altered bytes that they are altered; trouble with the disk stays what it is.
    private static final class Plain extends FilterInputStream {
        private Plain(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return Bytes.one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (PayloadException altered) {
                throw new Altered(Said.of("the encrypted bytes were altered or are cut off"), altered);
            }
        }
    }
}

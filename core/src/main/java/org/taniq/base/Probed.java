package org.taniq.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.taniq.base.Durable.Moment;
import org.taniq.base.Durable.Op;

/// What [Durable] does to the disk, one operation at a time: each is told to the probe before and after,
/// and where it fails, the reason says what to do.
final class Probed {
    private static final long NEARLY_NOTHING = 1 << 20;

    private final Durable.Probe probe;

    Probed(Durable.Probe probe) {
        this.probe = probe;
    }

    /// Makes a new file and opens it for writing.
    FileChannel open(Path file) throws IOException {
        probe.at(Op.OPEN, file, Moment.BEFORE);
        var channel = openNew(file);
        try {
            probe.at(Op.OPEN, file, Moment.AFTER);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        return channel;
    }

    private static FileChannel openNew(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    Disk.onlyForThisUser(file, "rw-------"));
        } catch (IOException failed) {
            throw explained(file, failed);
        }
    }

    /// A stream into the channel; each write is an operation.
    OutputStream stream(Path file, FileChannel channel) {
        return new Stream(file, channel);
    }

    private final class Stream extends OutputStream {
        private final Path file;
        private final FileChannel channel;

        private Stream(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
            step(Op.WRITE, file, () -> writeAll(rest));
        }

        private void writeAll(ByteBuffer rest) throws IOException {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    @FunctionalInterface
    interface Act {
        void run() throws IOException;
    }

    void step(Op op, Path file, Act act) throws IOException {
        probe.at(op, file, Moment.BEFORE);
        try {
            act.run();
        } catch (FileAlreadyExistsException | NoSuchFileException ordinary) {
            throw ordinary;
        } catch (IOException failed) {
            throw explained(file, failed);
        }
        probe.at(op, file, Moment.AFTER);
    }

    /// What the system says of a full disk depends on its language and names no place.
    private static IOException explained(Path file, IOException failed) throws IOException {
        var folder = Files.isDirectory(file) ? file : Disk.folderOf(file);
        if (!Files.isDirectory(folder)) {
            return new Trouble(
                    Said.of("cannot write into {folder}: there is no such folder", "folder", folder), failed);
        }
        if (Files.getFileStore(folder).isReadOnly() || !Files.isWritable(folder)) {
            return new Trouble(Said.of("cannot write into {folder}: it may only be read", "folder", folder), failed);
        }
        if (Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING) {
            return new Trouble(
                    Said.of(
                            "cannot write into {folder}: the disk is full; free some space and run again",
                            "folder",
                            folder),
                    failed);
        }
        return failed;
    }
}

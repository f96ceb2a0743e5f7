package org.taniq.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The only way to write a file. What is published is whole: it is written to a temporary file beside it,
/// brought to the disk, and only then given its name. It *stays* published, also after a power cut, once
/// [#settle] has returned.
///
/// A group of files is written with few syncs, and those beside each other: each file is synced before it is
/// published, its folder only at the end.
///
///     durable.createFolder(folder);
///     durable.createLater(folder.resolve("a"), bytes);
///     durable.createLater(folder.resolve("b"), bytes);
///     // settles first, so that it never points to what is not there
///     durable.replace(folder.resolve("checkpoint"), bytes);
///
/// A file that was to be published later and could not be fails every [#settle] from then on: nothing may ever point
/// to it.
///
/// Files and folders are made for this user only (0600, 0700) where the file system knows permissions.
/// Folders are not synced on Windows, which cannot. May be used by several threads.
public final class Durable {
    private static final String TEMPORARY = ".tmp-";
    private static final int BUFFER = 1 << 16;
    /// The earliest time that a ZIP entry can say without an extra field.
    private static final FileTime TIMELESS = FileTime.from(Instant.parse("1980-01-01T00:00:02Z"));

    private final Probed disk;
    private final SecureRandom random = new SecureRandom();
    private final Set<Path> touched = ConcurrentHashMap.newKeySet();
    private final Set<Path> met = ConcurrentHashMap.newKeySet();
    private final Underway underway;

    public Durable() {
        this((op, file, moment) -> {}, Underway.onThreads());
    }

    /// Does nothing beside anything else, so that each run is the same: what is published later is published when
    /// it is settled.
    ///
    /// @param probe told before and after every operation that changes the disk
    public Durable(Probe probe) {
        this(probe, Underway.onOneThread());
    }

    private Durable(Probe probe, Underway underway) {
        this.disk = new Probed(probe);
        this.underway = underway;
    }

    /// As [#Durable(Probe)], but what was to be published later last is published first.
    public static Durable lastFirst(Probe probe) {
        return new Durable(probe, Underway.lastFirst());
    }

    /// As [#Durable()], with a probe that is asked by several threads at once.
    static Durable onThreads(Probe probe) {
        return new Durable(probe, Underway.onThreads());
    }

    /// What is done to the disk, one at a time.
    public enum Op {
        OPEN,
        WRITE,
        SYNC,
        LINK,
        RENAME,
        DELETE,
        CREATE_FOLDER,
        SYNC_FOLDER
    }

    public enum Moment {
        BEFORE,
        AFTER
    }

    /// Stands beside every operation; by throwing it makes the operation fail before or after it persisted.
    @FunctionalInterface
    public interface Probe {
        void at(Op op, Path file, Moment moment) throws IOException;
    }

    /// Makes an immutable file with a modification time that tells nothing. Where the same bytes are
    /// already there, nothing is done.
    ///
    /// @throws IOException if other bytes are already there; they are left as they are
    public void create(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file)) {
            if (Files.size(file) != bytes.length || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                throw otherBytes(file);
            }
            touch(file);
            return;
        }
        try (var pending = begin(Disk.folderOf(file))) {
            pending.out().write(bytes);
            pending.publishTimeless(file);
        }
    }

    /// As [#create], and the file has its name once [#settle] has returned.
    public void createLater(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file)) {
            create(file, bytes);
            return;
        }
        try (var pending = begin(Disk.folderOf(file))) {
            pending.out().write(bytes);
            pending.publishLater(file);
        }
    }

    /// Begins an immutable file whose bytes, and perhaps name, are not known yet. `folder` must be on the
    /// file system of the final file.
    public Pending begin(Path folder) throws IOException {
        return new Pending(folder);
    }

    /// Replaces a mutable file at once and for good: a reader sees the old bytes or the new ones, never a
    /// mixture. Everything published before is settled first, so that what the new bytes point to is on the
    /// disk.
    public void replace(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, Disk.folderOf(file));
    }

    /// As [#replace(Path, byte[])], with the temporary file in a folder of one's own, where it can be swept after
    /// a kill while others write beside the file.
    public void replace(Path file, byte[] bytes, Path drafts) throws IOException {
        settle();
        try (var pending = begin(drafts)) {
            pending.out().write(bytes);
            rename(pending, file);
        }
        settle();
    }

    /// As [#replace(Path, byte[], Path)], with a modification time that tells nothing.
    public void replaceTimeless(Path file, byte[] bytes, Path drafts) throws IOException {
        settle();
        try (var pending = begin(drafts)) {
            pending.out().write(bytes);
            pending.out().flush();
            Files.setLastModifiedTime(pending.temporary, TIMELESS);
            rename(pending, file);
        }
        settle();
    }

    private void rename(Pending pending, Path file) throws IOException {
        pending.finish();
        disk.step(Op.RENAME, file, () -> Files.move(pending.temporary, file, StandardCopyOption.ATOMIC_MOVE));
        touch(file);
    }

    /// Moves a file or folder within a file system.
    ///
    /// @throws FileAlreadyExistsException if something is at `to`
    public void move(Path from, Path to) throws IOException {
        disk.step(Op.RENAME, to, () -> Disk.moveWhereFree(from, to));
        touch(from);
        touch(to);
    }

    /// Deletes a file or an empty folder.
    public void delete(Path file) throws IOException {
        disk.step(Op.DELETE, file, () -> Files.delete(file));
        touch(file);
    }

    /// Makes a folder and the folders above it, where they are missing. One that is there already is
    /// settled too: the process that made it may have died before its name was on the disk.
    public void createFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            meet(absolute);
            return;
        }
        createFolder(Disk.folderOf(absolute));
        disk.step(Op.CREATE_FOLDER, absolute, () -> Disk.makeFolder(absolute));
        met.add(absolute);
        touch(absolute);
    }

    /// Once for each folder, up to where somebody else must have made it.
    private void meet(Path folder) {
        Path above = folder.getParent();
        if (above != null && Files.isWritable(above) && met.add(folder)) {
            touch(folder);
            meet(above);
        }
    }

    /// Waits for what is to be published, and brings the names of everything published, moved and deleted so far to
    /// the disk, one sync for each folder. A folder that could not be synced is tried again by the next call.
    ///
    /// @throws IOException also if something that was to be published later, before any earlier call, could not be
    public void settle() throws IOException {
        underway.await();
        var unsynced = new ArrayList<>(touched);
        unsynced.forEach(touched::remove);
        try {
            var syncs = underway.beside();
            for (Path folder : unsynced) {
                syncs.add(() -> syncFolder(folder));
            }
            syncs.await();
            unsynced.clear();
        } finally {
            touched.addAll(unsynced);
        }
    }

    /// Waits until nothing is written any more, whether it failed or not: before somebody else may write.
    public void rest() throws IOException {
        underway.rest();
    }

    /// Deletes the temporary files that an earlier process left in this folder, and says how many. Only for
    /// a folder in which nobody else is writing.
    public int sweep(Path folder) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, TEMPORARY + "*")) {
            for (Path leftover : leftovers) {
                delete(leftover);
                swept++;
            }
        } catch (NoSuchFileException nothingThere) {
            return swept;
        }
        return swept;
    }

    /// An immutable file that has no name yet. Closing it unpublished leaves nothing behind.
    public final class Pending implements AutoCloseable {
        private final Path temporary;
        private final FileChannel channel;
        private final OutputStream out;
        private boolean isUnderway;

        private Pending(Path folder) throws IOException {
            temporary = folder.resolve(TEMPORARY + HexFormat.of().formatHex(randomBytes()));
            channel = disk.open(temporary);
            out = new BufferedOutputStream(disk.stream(temporary, channel), BUFFER);
        }

        /// Where the bytes go. Closing it does nothing; [#publish] flushes it.
        public OutputStream out() {
            return out;
        }

        /// The file as far as it is written, under a name that nobody looks for: to be checked before it
        /// gets its own.
        public Path written() throws IOException {
            out.flush();
            return temporary;
        }

        /// Gives the bytes their name. Where the same bytes have it already, nothing is done.
        ///
        /// @throws IOException if other bytes are already there; they are left as they are
        public void publish(Path file) throws IOException {
            finish();
            giveName(file);
        }

        /// As [#publish], with a modification time that tells nothing: 1980-01-01T00:00:02Z.
        public void publishTimeless(Path file) throws IOException {
            forgetTime();
            finish();
            giveName(file);
        }

        /// As [#publishTimeless], and the file has its name once [#settle] has returned. Nothing can be written any
        /// more, and closing does nothing.
        public void publishLater(Path file) throws IOException {
            forgetTime();
            isUnderway = true;
            underway.add(() -> {
                try {
                    finish();
                    giveName(file);
                } finally {
                    discard();
                }
            });
        }

        private void forgetTime() throws IOException {
            out.flush();
            Files.setLastModifiedTime(temporary, TIMELESS);
        }

        private void finish() throws IOException {
            out.flush();
            disk.step(Op.SYNC, temporary, () -> channel.force(true));
            channel.close();
        }

        private void giveName(Path file) throws IOException {
            try {
                disk.step(Op.LINK, file, () -> Disk.link(temporary, file));
            } catch (FileAlreadyExistsException there) {
                if (Files.mismatch(temporary, file) >= 0) {
                    throw otherBytes(file);
                }
            }
            touch(file);
        }

        @Override
        public void close() throws IOException {
            if (!isUnderway) {
                discard();
            }
        }

        private void discard() throws IOException {
            channel.close();
            if (Files.exists(temporary)) {
                disk.step(Op.DELETE, temporary, () -> Files.delete(temporary));
            }
        }
    }

    private byte[] randomBytes() {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return bytes;
    }

    private void touch(Path file) {
        touched.add(Disk.folderOf(file));
    }

    private void syncFolder(Path folder) throws IOException {
        if (!Disk.knowsPermissions(folder) || !Files.exists(folder)) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            disk.step(Op.SYNC_FOLDER, folder, () -> channel.force(true));
        }
    }

    private static IOException otherBytes(Path file) {
        return new Trouble(
                Said.of("cannot write {file}: other bytes already there; nothing was changed", "file", file));
    }
}

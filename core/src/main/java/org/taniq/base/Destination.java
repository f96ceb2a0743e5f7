package org.taniq.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where a copy of files is kept: they are read back through [#folder] and written through this alone. It is a
/// [FolderDestination], or a bucket on another computer.
///
/// Under a name lie the bytes of one writing, whole, or what lay there before, whenever it is stopped. What was
/// written stays there, also after a power cut, once [#settle] has returned; [#replace] settles first, so that
/// what the new bytes speak of is there. Nothing is deleted but what a writing that was stopped has left without a
/// name. What failed may be done again. For one thread.
public interface Destination {
    /// What lies there, as files that are read.
    Path folder();

    /// Whether it is a folder of this computer, where files can also be taken away and changed.
    boolean isOnDisk();

    /// Makes it ready to be written to.
    void prepare() throws IOException;

    /// Whether whoever keeps it says, by a checksum, that just these bytes lie there under this name: a reason not
    /// to read them back, and no proof. A folder says nothing.
    ///
    /// @throws Unreadable if the source cannot be read
    boolean vouchesFor(String name, Source source) throws IOException;

    /// Writes a file under a name that is free once `room` was made.
    ///
    /// @param sum the SHA-256 of its bytes, in hex
    /// @param room is made when the source was found to have these bytes, and not else
    /// @return whether it had them; if not, nothing is written
    /// @throws Unreadable if the source cannot be read
    boolean create(String name, String sum, Source source, Room room) throws IOException;

    /// Writes a file that may change, at once: a reader sees the old bytes or the new ones.
    void replace(String name, byte[] bytes) throws IOException;

    /// Gives a file another name, which nothing has.
    void move(String from, String to) throws IOException;

    /// What was written before is there for good when this returns.
    void settle() throws IOException;

    /// Bytes that may be asked for several times, of a file that may not be what it should be.
    @FunctionalInterface
    interface Source {
        /// @throws Unreadable if the source, and not the destination, is at fault
        InputStream open() throws IOException;
    }

    /// Takes away what has the name.
    @FunctionalInterface
    interface Room {
        void make() throws IOException;
    }

    /// The source does not give its bytes.
    final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        public Unreadable(IOException why) {
            super(why.getMessage(), why);
        }
    }
}

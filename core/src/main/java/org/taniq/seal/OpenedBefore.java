package org.taniq.seal;

import java.nio.ByteBuffer;
import org.taniq.base.Digest;

/// That all openings of the first statements of a log were opened here before, and which bytes these were: where the
/// same bytes are there again, opening them again would tell nothing new. Nobody can write this but this person: it is
/// kept in her keyring.
///
/// @param size the number of these statements
/// @param root of the log at this size
/// @param files of none the SHA-256 of nothing; with each group the SHA-256 of what it was before, how many statements
///     the group has (uint64), and the SHA-256 of its file
public record OpenedBefore(long size, Digest root, Digest files) {
    static final OpenedBefore NOTHING = new OpenedBefore(0, Digest.of(), Digest.of());

    /// What the digest of the files becomes by one more group.
    static Digest with(Digest files, long statements, Digest file) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(statements).array();
        return Digest.of(files.bytes(), number, file.bytes());
    }

    /// Whether the log is one of which this can be said.
    boolean isOf(LogFolder log) {
        return size > 0
                && size <= log.checkpoint().size()
                && log.tree().root(size).equals(root);
    }
}

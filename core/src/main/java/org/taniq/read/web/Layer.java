package org.taniq.read.web;

import java.io.IOException;

/// What is unpacked of a file, piece by piece. Where it is damaged it ends, and may go on behind.
sealed interface Layer permits PlainLayer, GzipLayer {

    /// The next bytes; a piece ends where a member of gzip does.
    ///
    /// @return how many; -1 at the end and at damage
    int read(byte[] into, int from, int length) throws IOException;

    /// Whether the last piece was the first of a member.
    boolean begins();

    /// The member that the last piece is of.
    Member member();

    /// Up to where the file was read for what came so far.
    long packed();

    /// Whether it ended because of damage.
    boolean isDamaged();

    /// Whether it ended because more was packed into it than is unpacked.
    boolean isTooLarge();

    /// Goes on behind damage, at the next place where an archive can begin.
    ///
    /// @return whether there is one
    boolean resume() throws IOException;

    /// Passes over the rest.
    void skip() throws IOException;
}

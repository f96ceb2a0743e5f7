package org.taniq.read.web;

/// A member of gzip, or a file that is not packed, while it is read.
final class Member {
    /// How it ended.
    enum End {
        /// It is not known yet.
        OPEN,
        /// Its checksum fits, or there is none to fit.
        WHOLE,
        /// Its checksum says that it was changed.
        CHANGED,
        /// It is damaged, or cut off before its checksum.
        BROKEN
    }

    /// What needs no checksum.
    static final Member NONE = ended(0, 0);

    private final long packed;
    private final long at;
    private End end = End.OPEN;

    /// @param packed where it begins in the file
    /// @param at where it begins in what is unpacked
    Member(long packed, long at) {
        this.packed = packed;
        this.at = at;
    }

    /// A place of a file that is not packed.
    static Member ended(long packed, long at) {
        var member = new Member(packed, at);
        member.end(End.WHOLE);
        return member;
    }

    long packed() {
        return packed;
    }

    long at() {
        return at;
    }

    End end() {
        return end;
    }

    void end(End how) {
        end = how;
    }
}

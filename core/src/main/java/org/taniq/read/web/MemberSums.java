package org.taniq.read.web;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.taniq.read.web.Capture.Flaw;
import org.taniq.read.web.Member.End;

/// What the checksums of gzip say of a record: those of all members in which it lies. Of a member with several records
/// the checksum stands behind the last one, so that it is looked ahead for, once.
final class MemberSums {
    private final Ahead ahead;
    private Member looked = Member.NONE;
    private End found = End.WHOLE;

    MemberSums(Ahead ahead) {
        this.ahead = ahead;
    }

    /// @param window what was passed of it since it was told to forget is the record
    void judge(Window window, Set<Flaw> flaws) throws IOException {
        Set<End> ends = EnumSet.of(end(window.last()));
        ends.addAll(window.ends());
        if (ends.contains(End.CHANGED)) {
            flaws.add(Flaw.CHANGED);
        }
        if (ends.contains(End.BROKEN)) {
            flaws.add(Flaw.PACKED_DAMAGE);
        }
    }

    private End end(Member member) throws IOException {
        if (member.end() != End.OPEN) {
            return member.end();
        }
        if (looked != member) {
            found = ahead.end(member);
            looked = member;
        }
        return found;
    }
}

package org.taniq.read.web;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import org.taniq.read.web.Ahead.Ending;
import org.taniq.read.web.Capture.Flaw;

/// Passes over the content of a record, as long as it says that it is. Where another record seems to begin inside, it
/// is looked whether this one ends where it should: a page can hold an archive, and a damaged length must not swallow
/// the records that follow.
final class Boundary {
    private static final int SIGN = 6;

    private final Window window;
    private final Ahead ahead;
    private boolean isAtLine;

    Boundary(Window window, Ahead ahead) {
        this.window = window;
        this.ahead = ahead;
    }

    /// @return whether it ended before its length, at what looks like the head of another record
    boolean endsEarly(RecordHead head, Content content, Set<Flaw> flaws) throws IOException {
        var length = head.length();
        if (length.isEmpty()) {
            flaws.add(Flaw.WRONG_LENGTH);
        }
        long end = length.isEmpty() ? Long.MAX_VALUE : window.at() + length.getAsLong();
        boolean isTrusted = false;
        isAtLine = false;
        while (window.at() < end) {
            int there = Math.min(window.ahead(Window.VIEW), Window.VIEW);
            if (there <= 0) {
                cut(length, flaws);
                return false;
            }
            int most = (int) Math.min(there, end - window.at());
            if (!isTrusted && isOther(head)) {
                var ending = ending(end, head);
                isTrusted = ending == Ending.YES;
                if (!isTrusted) {
                    flaws.add(ending == Ending.NO ? Flaw.WRONG_LENGTH : Flaw.LENGTH_UNSURE);
                    return true;
                }
            }
            take(content, isTrusted ? most : next(head, sure(there, most)));
        }
        return false;
    }

    /// Whether it ends where it says. Nobody can type what begins a member.
    private Ending ending(long end, RecordHead head) throws IOException {
        return window.isAtMember() || head.length().isEmpty()
                ? Ending.NO
                : ahead.ending(window.start(), end, head.form());
    }

    /// What says no length ends with the file, but not inside of damage.
    private void cut(OptionalLong length, Set<Flaw> flaws) {
        if (length.isPresent() || window.layer().isDamaged() || window.layer().isTooLarge()) {
            flaws.add(Flaw.CUT_OFF);
        }
    }

    private void take(Content content, int length) {
        content.take(window.buffer(), window.index(), length);
        isAtLine = window.buffer()[window.index() + length - 1] == '\n';
        window.pass(length);
    }

    /// Up to where it is seen what follows each place: more may come behind what is there.
    private static int sure(int there, int most) {
        return there < Window.VIEW ? most : Math.min(most, there - SIGN);
    }

    /// How much comes before the next place at which another record could begin.
    private int next(RecordHead head, int most) {
        byte[] bytes = window.buffer();
        int from = window.index();
        for (int i = from + 1; i < from + most; i++) {
            if (bytes[i - 1] == '\n' && mayBegin(head, bytes, i)) {
                return i - from;
            }
        }
        return Math.min(most, window.beforeMember());
    }

    /// Of ARC a line alone is a head: one inside of a content is looked for only where no length is known.
    private static boolean mayBegin(RecordHead head, byte[] bytes, int at) {
        return head.isArc()
                ? head.length().isEmpty() && bytes[at] >= 'a' && bytes[at] <= 'z'
                : WarcHead.begins(bytes, at, Math.min(bytes.length, at + SIGN));
    }

    /// Whether what is next is the head of a record.
    private boolean isOther(RecordHead head) throws IOException {
        boolean isPlace = isAtLine || window.isAtMember();
        if (!isPlace || !mayBegin(head, window.buffer(), window.index())) {
            return false;
        }
        int there = Math.min(window.ahead(), Window.VIEW);
        return head.form()
                .head(window.buffer(), window.index(), window.index() + there)
                .isPresent();
    }
}

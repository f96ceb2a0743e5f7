package org.taniq.read.signal;

import java.util.HashSet;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.read.record.Handing;

/// What a person should know of an export before she relies on it, counted.
final class Findings {
    private static final int MOST_CHATS = 100_000;

    private final Handing handing;
    private final Set<String> disappearing = new HashSet<>();
    private long unsupported;
    private long contradicting;
    private long nameless;
    private long cutShort;

    Findings(Handing handing) {
        this.handing = handing;
    }

    /// Messages to this recipient disappear after a time, or did so once.
    void disappearing(String number) {
        if (disappearing.size() < MOST_CHATS) {
            disappearing.add(number);
        }
    }

    /// Something of a kind that the program that made the export, or this one, does not know.
    void unsupported() {
        unsupported++;
    }

    /// A message that says two things of who wrote it.
    void contradicting() {
        contradicting++;
    }

    /// A record whose author the export does not describe.
    void nameless() {
        nameless++;
    }

    /// A message of which only the beginning stands in the export.
    void cutShort() {
        cutShort++;
    }

    void warn(Directory directory) {
        warn(
                Said.of(
                        "in {n} chats messages disappear after a time, or did once: Signal leaves every message that"
                                + " disappears out of the export",
                        "n",
                        disappearing.size()),
                disappearing.size());
        warn(
                Said.of(
                        "{n} records are of a kind that is not known, to the program that made the export or to this one:"
                                + " what the export says of them is kept as it stands",
                        "n",
                        unsupported),
                unsupported);
        warn(
                Said.of(
                        "{n} messages say in one place that the owner of the account sent them and in another that"
                                + " somebody else did: nobody is named who wrote them",
                        "n",
                        contradicting),
                contradicting);
        warn(
                Said.of(
                        "{n} messages are of somebody whom the export does not describe, or describes twice: only the"
                                + " number is given that stands there",
                        "n",
                        nameless),
                nameless);
        warn(
                Said.of(
                        "{n} messages are longer than the export holds: the rest is in the file that each of them names",
                        "n",
                        cutShort),
                cutShort);
        warn(
                Said.of("more people and chats are in the export than are told apart: of some only the number is given"
                        + " that stands there"),
                directory.isFull() ? 1 : 0);
    }

    private void warn(Said sentence, long n) {
        if (n > 0) {
            handing.warn(sentence);
        }
    }
}

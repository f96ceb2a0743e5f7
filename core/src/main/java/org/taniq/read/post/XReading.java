package org.taniq.read.post;

import java.io.IOException;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;

/// What reading one file of an archive of X needs: whose it is, what lies beside it, and how many were counted.
final class XReading {
    private final Input.Beside beside;
    private final XAccount account;
    private long items;
    private long reposts;
    private long early;

    XReading(Input.Beside beside, XAccount account) {
        this.beside = beside;
        this.account = account;
    }

    Input.Beside beside() {
        return beside;
    }

    XAccount account() {
        return account;
    }

    /// Who has this number; the name is known of the account alone.
    Actor who(String id) {
        return Draft.named(!id.isEmpty() && id.equals(account.id()) ? account.name() : "", id);
    }

    void count() {
        items++;
    }

    void repost() {
        reposts++;
    }

    /// So many messages stand before the number of their conversation.
    void early(long messages) {
        early += messages;
    }

    void warn(XKind kind, Handing handing) throws IOException {
        if (account.id().isEmpty() && kind.isOwn()) {
            handing.warn(Said.of(
                    "account.js is not beside the file, is damaged or says something twice: posts name nobody who"
                            + " wrote them; add the whole archive as it is"));
        }
        if (reposts > 0) {
            handing.warn(Said.of(
                    "{n} posts begin with RT @: a button makes such posts of what somebody else wrote, often of its first 140"
                            + " characters alone, but anybody can type one, with words that nobody else wrote",
                    "n",
                    reposts));
        }
        if (early > 0) {
            handing.warn(Said.of(
                    "{n} messages stand before the number of their conversation: of a group it is not said which one",
                    "n",
                    early));
        }
        var counted = XAccount.counted(beside, kind.global());
        if (counted.isPresent() && counted.getAsLong() != items) {
            handing.warn(Said.of(
                    "manifest.js counts {stated} entries in this file, and {n} were found",
                    Map.of("stated", counted.getAsLong(), "n", items)));
        }
    }
}

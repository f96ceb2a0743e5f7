package org.taniq.read.signal;

import org.taniq.read.record.Tables;

/// What Signal calls things.
final class Known {
    static final Tables MEMBERS = Tables.read("/read/signal/members.yaml");

    private Known() {}
}

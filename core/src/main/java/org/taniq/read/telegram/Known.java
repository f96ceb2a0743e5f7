package org.taniq.read.telegram;

import org.taniq.read.record.Tables;

/// What Telegram Desktop calls things.
final class Known {
    static final Tables MEMBERS = Tables.read("/read/telegram/members.yaml");
    static final Tables ACTIONS = Tables.read("/read/telegram/actions.yaml");

    private Known() {}
}

package org.taniq.read.telegram;

import java.util.OptionalLong;

/// Which numbers of a chat's messages are missing. It is counted only where the numbers are those of the chat, and
/// only where it is certain that the export held the messages of everybody there: somebody else wrote behind the gap
/// than wrote after that. Telegram Desktop exports of many groups only what the account itself wrote, and goes over
/// to that in the middle of a chat where the account is thrown out meanwhile.
final class Gaps {
    private final Chat chat;
    private OptionalLong last = OptionalLong.empty();
    private String first = "";
    private boolean areSeveral;
    private String since = "";
    private long pending;
    private long missing;
    private long messages;

    Gaps(Chat chat) {
        this.chat = chat;
    }

    /// @param number of the next message; below 0 in what was a group before it became this one
    /// @param author who wrote it; empty where that is not stated
    /// @return how many numbers are skipped before it; none of a chat of which only the account's own messages are
    ///     exported
    long before(OptionalLong number, String author) {
        messages++;
        long skipped = chat.countsForItself() ? step(number) : 0;
        if (skipped > 0) {
            since = "";
            pending += skipped;
        }
        wrote(author);
        return chat.kind() == Chat.Kind.LEFT ? 0 : skipped;
    }

    private long step(OptionalLong number) {
        long here = number.orElse(0);
        boolean isCounted = here > 0 && here <= Integer.MAX_VALUE;
        long skipped = isCounted && last.isPresent() ? here - last.getAsLong() - 1 : 0;
        last = isCounted ? number : OptionalLong.empty();
        return Math.max(skipped, 0);
    }

    private void wrote(String author) {
        if (author.isEmpty()) {
            return;
        }
        first = first.isEmpty() ? author : first;
        since = since.isEmpty() ? author : since;
        areSeveral |= !author.equals(first);
        if (chat.kind() != Chat.Kind.LEFT && !author.equals(since) || isWhole(author)) {
            missing += pending;
            pending = 0;
        }
    }

    /// A channel that was exported by itself writes in its own name.
    private boolean isWhole(String author) {
        return chat.kind() == Chat.Kind.ALONE && chat.isChannel() && author.startsWith("channel");
    }

    /// Something was not read here: what is missing cannot be told from what was not read.
    void hole() {
        last = OptionalLong.empty();
    }

    /// How many are certainly missing.
    long missing() {
        return missing;
    }

    /// Whether it looks as if only the account's own messages had been exported.
    boolean isOwnOnly() {
        boolean ofOthers = chat.isGroup() || chat.isChannel();
        return messages > 0
                && (chat.kind() == Chat.Kind.LEFT && ofOthers
                        || chat.kind() == Chat.Kind.OF_ACCOUNT && chat.isGroup() && !areSeveral);
    }
}

package org.taniq.read.telegram;

import java.util.HashMap;
import java.util.Map;
import org.taniq.read.record.Actor;

/// The chat in which messages stand.
final class Chat {
    private final Gaps gaps;
    private final Kind kind;
    private final Map<String, String> head = new HashMap<>();

    /// What an export holds of a chat.
    enum Kind {
        /// The one that was exported: all of it.
        ALONE,
        /// One of an account: all of it, or only what the account wrote.
        OF_ACCOUNT,
        /// The account had left it: only what the account wrote.
        LEFT
    }

    Chat(Kind kind) {
        this.kind = kind;
        this.gaps = new Gaps(this);
    }

    /// What stands before the messages: `name`, `type` or `id`.
    ///
    /// @return whether it says nothing else than before; what stands first is kept
    boolean say(String member, String text) {
        String before = head.putIfAbsent(member, text);
        return before == null || before.equals(text);
    }

    /// Behind a hole in which this chat may have ended and another one begun: only one that was exported by itself is
    /// surely the same.
    void behindHole() {
        gaps.hole();
        if (kind != Kind.ALONE) {
            head.clear();
        }
    }

    private String said(String member) {
        return head.getOrDefault(member, "");
    }

    /// To whom one writes here.
    Actor audience(Peer.Numbers numbers) {
        String name = said("name");
        String peer = Peer.chat(type(), said("id"), numbers);
        return name.isEmpty() && peer.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, peer);
    }

    String type() {
        return said("type");
    }

    Gaps gaps() {
        return gaps;
    }

    Kind kind() {
        return kind;
    }

    /// Telegram counts the messages of a channel or supergroup by themselves; those of other chats are counted with
    /// all others of the account.
    boolean countsForItself() {
        return isSupergroup() || isChannel();
    }

    boolean isChannel() {
        return type().endsWith("_channel");
    }

    private boolean isSupergroup() {
        return type().endsWith("_supergroup");
    }

    /// Whether others than the account write here, of whom an export may hold nothing.
    boolean isGroup() {
        return isSupergroup() || type().equals("private_group");
    }
}

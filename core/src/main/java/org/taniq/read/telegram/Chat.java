package org.taniq.read.telegram;

import org.taniq.read.record.Actor;

/// The chat in which messages stand.
final class Chat {
    private final Gaps gaps;
    private final Kind kind;
    private String name = "";
    private String type = "";
    private String id = "";

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

    void name(String text) {
        name = text;
    }

    void type(String text) {
        type = text;
    }

    void id(String text) {
        id = text;
    }

    /// To whom one writes here.
    Actor audience(Peer.Numbers numbers) {
        String peer = Peer.chat(type, id, numbers);
        return name.isEmpty() && peer.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, peer);
    }

    String type() {
        return type;
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
        return type.endsWith("_channel");
    }

    private boolean isSupergroup() {
        return type.endsWith("_supergroup");
    }

    /// Whether others than the account write here, of whom an export may hold nothing.
    boolean isGroup() {
        return isSupergroup() || type.equals("private_group");
    }
}

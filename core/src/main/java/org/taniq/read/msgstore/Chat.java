package org.taniq.read.msgstore;

import java.util.Optional;
import org.taniq.read.record.Actor;

/// A chat.
///
/// @param jid of the person or group
/// @param subject of a group; empty where it has none
record Chat(Optional<Jid> jid, String subject) {

    Actor audience() {
        String id = jid.map(Jid::raw).orElse("");
        String name = subject.isEmpty() ? jid.map(Jid::number).orElse("") : subject;
        return id.isEmpty() && name.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, id);
    }

    /// The other one, in a chat of two.
    Optional<Jid> other() {
        return jid.filter(Jid::isPerson);
    }
}

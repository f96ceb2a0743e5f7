package org.taniq.read.telegram;

import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Verb;

/// What the application noted: `action`, and who was concerned.
record Notice(String action, List<Json> members) {
    private static final Tables ACTIONS = Tables.actions();

    /// @param actor the name of who acted; empty where it has none
    Verb verb(String actor) {
        boolean isAlone = !actor.isEmpty() && members.equals(List.of(Json.of(actor)));
        if (ACTIONS.has("join", action) || isAlone && ACTIONS.has("joinAlone", action)) {
            return Verb.JOIN;
        }
        if (isAlone && ACTIONS.has("leaveAlone", action)) {
            return Verb.LEAVE;
        }
        if (ACTIONS.has("delete", action)) {
            return Verb.DELETE;
        }
        return ACTIONS.has("update", action) ? Verb.UPDATE : Verb.CREATE;
    }

    boolean isCall() {
        return ACTIONS.has("call", action);
    }
}

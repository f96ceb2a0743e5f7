package org.taniq.read.telegram;

import org.taniq.read.record.Tables;
import org.taniq.read.record.Verb;

/// What the application noted. It names those who were concerned without their numbers, so that nobody is said to
/// have come or gone who may only bear the name of who acted.
record Notice(String action) {
    private static final Tables ACTIONS = Known.ACTIONS;

    Verb verb() {
        if (ACTIONS.has("join", action)) {
            return Verb.JOIN;
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

package org.taniq.read.record;

/// What was done: activity types of ActivityStreams 2.0, of which only those that some source states are
/// used.
public enum Verb {
    CREATE("Create"),
    ANNOUNCE("Announce"),
    LIKE("Like"),
    DELETE("Delete"),
    UPDATE("Update"),
    BLOCK("Block"),
    FLAG("Flag"),
    JOIN("Join"),
    LEAVE("Leave"),
    ADD("Add"),
    REMOVE("Remove");

    private final String word;

    Verb(String word) {
        this.word = word;
    }

    /// The word of ActivityStreams 2.0, as it is sealed.
    public String word() {
        return word;
    }
}

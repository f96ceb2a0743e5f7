package org.taniq.read.record;

/// What is peculiar about a record. A mark is what the bytes show or hint at, never a judgement.
public enum Mark {
    /// The application says that the message was deleted.
    DELETED("deleted"),
    /// The application says that the message was changed later, surely or perhaps in its text; earlier words are not in
    /// the source, or are records of their own.
    EDITED("edited"),
    /// The application says that it was forwarded.
    FORWARDED("forwarded"),
    /// Could be opened once only, and its content is not in the source.
    VIEW_ONCE("view-once"),
    /// Has the form of what the application writes by itself; a person can type that too.
    SYSTEM("system"),
    /// A position, or a link to one.
    LOCATION("location"),
    /// A poll with its options.
    POLL("poll"),
    /// A voice or video call, made or missed.
    CALL("call"),
    /// A contact card.
    CONTACT("contact"),
    /// A line in it looks like the header of another message, its own header looks typed, or it says in two places
    /// what its application writes alike: a hint, not a proof.
    LOOKALIKE("look-alike"),
    /// Day and month could be the other way round.
    AMBIGUOUS_DATE("ambiguous-date"),
    /// Earlier than the record before it.
    TIME_BACKWARDS("time-backwards"),
    /// Its header has another shape than the file's main one.
    OTHER_SHAPE("other-shape"),
    /// The bytes are not valid in the file's encoding; U+FFFD stands where they are not.
    NOT_TEXT("not-text"),
    /// Longer than a record's text may be; the place covers all of it.
    CUT("cut"),
    /// A program read the words out of a picture, and may have taken letters for others.
    MACHINE_READ("machine-read");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /// The word that is sealed.
    public String word() {
        return word;
    }
}

package org.taniq.base;

import java.io.IOException;

/// Something outside went wrong, in a sentence that can be said in the person's language; its message is
/// the English one. Not final, because each stage has kinds of trouble of its own.
public class Trouble extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Said said;

    public Trouble(String sentence) {
        this(Said.of(sentence));
    }

    public Trouble(Said said) {
        super(said.toString());
        this.said = said;
    }

    public Trouble(Said said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    /// What is said to the person.
    public final Said said() {
        return said;
    }
}

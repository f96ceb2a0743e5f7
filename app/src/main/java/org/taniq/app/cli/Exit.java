package org.taniq.app.cli;

/// What the program tells the shell.
public final class Exit {
    /// Done, or intact.
    public static final int DONE = 0;

    /// Altered: what was checked is not what was sealed.
    public static final int ALTERED = 1;

    /// The command was not understood.
    public static final int USAGE = 2;

    /// It could not be done or checked.
    public static final int COULD_NOT = 3;

    private Exit() {}
}

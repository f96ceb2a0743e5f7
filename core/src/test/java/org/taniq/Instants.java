package org.taniq;

/// The instants at which a test kills what writes: before and after each operation on the disk.
public final class Instants {
    /// From one to the next: all of them in `./check --long`, every seventh in `./check`.
    public static final int STEP = System.getProperty("taniq.check", "full").equals("long") ? 1 : 7;

    private Instants() {}
}

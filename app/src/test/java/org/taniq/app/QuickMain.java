package org.taniq.app;

/// The program as the stories run it: its passphrases cost next to nothing to try.
final class QuickMain {
    private static final int WORK = 1;

    private QuickMain() {}

    public static void main(String[] args) {
        System.exit(Main.run(WORK, args));
    }
}

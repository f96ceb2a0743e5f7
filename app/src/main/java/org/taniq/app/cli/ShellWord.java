package org.taniq.app.cli;

/// A word as it can be typed into a shell, whoever chose it.
final class ShellWord {
    private ShellWord() {}

    /// As a POSIX shell takes it for one word, with nothing in it that it would act on.
    static String of(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}

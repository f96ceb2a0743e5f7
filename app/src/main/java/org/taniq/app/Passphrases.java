package org.taniq.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;

/// Where passphrases come from: the terminal, without showing what is typed, or an open file descriptor for
/// scripts. Never an argument or an environment variable, which other programs can read.
public abstract sealed class Passphrases implements AutoCloseable {
    private static final int LONGEST = 1024;

    /// Asks on the terminal.
    public static Passphrases onTerminal() {
        return new Terminal();
    }

    /// Reads a line from a file descriptor that this process was started with:
    /// `--passphrase-fd 3 3<words.txt`. Each question takes the next line.
    ///
    /// @throws IOException if there is no such descriptor
    public static Passphrases fromDescriptor(int number) throws IOException {
        if (number == 0) {
            return new Descriptor(new FileInputStream(FileDescriptor.in), number);
        }
        Path linux = Path.of("/proc/self/fd/" + number);
        Path others = Path.of("/dev/fd/" + number);
        Path file = Files.exists(linux) ? linux : others;
        if (number < 0 || !Files.exists(file)) {
            throw new Trouble(Said.of(
                    "no file descriptor {number} is open; write for example --passphrase-fd 3 3<FILE",
                    "number",
                    number));
        }
        return new Descriptor(new FileInputStream(file.toFile()), number);
    }

    /// Asks once.
    ///
    /// @param question what the person sees before she types, on a terminal
    /// @throws IOException if nobody can be asked, or there is no more line
    public Passphrase ask(String question) throws IOException {
        return ask(question, Passphrase.USUAL_WORK);
    }

    /// @param logWork see [Passphrase#of(char[], int)]
    public Passphrase ask(String question, int logWork) throws IOException {
        char[] typed = read(question);
        try {
            return Passphrase.of(typed, logWork);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// Asks for words of the person's own, twice, so that a mistyped one locks nothing.
    public Optional<Passphrase> askTwice(String first, String second, int logWork) throws IOException {
        char[] typed = read(first);
        try {
            return asks(second, typed) ? Optional.of(Passphrase.of(typed, logWork)) : Optional.empty();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// Whether what is typed now are these words.
    public boolean asks(String question, char[] words) throws IOException {
        char[] typed = read(question);
        try {
            return SixWords.same(typed, words);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    abstract char[] read(String question) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static final class Terminal extends Passphrases {
        @Override
        char[] read(String question) throws IOException {
            Console console = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .orElseThrow(() ->
                            new Trouble("there is no terminal to ask for the passphrase on; use --passphrase-fd"));
            char[] typed = console.readPassword("%s", question);
            if (typed == null) {
                throw new Trouble("no passphrase was typed");
            }
            return typed;
        }

        @Override
        public void close() {
            // the terminal stays
        }
    }

    private static final class Descriptor extends Passphrases {
        private final InputStream in;
        private final int number;

        private Descriptor(InputStream in, int number) {
            this.in = in;
            this.number = number;
        }

        /// Byte by byte, so that what follows the line is left for who reads next.
        @Override
        char[] read(String question) throws IOException {
            var line = new byte[LONGEST];
            int length = 0;
            int next = in.read();
            if (next < 0) {
                throw new Trouble(Said.of("no passphrase on file descriptor {number}", "number", number));
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (length == LONGEST) {
                    throw new Trouble(Said.of(
                            "the line on file descriptor {number} is too long for a passphrase", "number", number));
                }
                line[length++] = (byte) next;
            }
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line, 0, length));
            Arrays.fill(line, (byte) 0);
            return Arrays.copyOf(decoded.array(), decoded.length());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

package org.taniq.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One file below `script/`, see [ScriptTest].
///
/// @param needs the programs that its commands use besides the usual ones
record Story(String name, boolean slow, List<String> needs, List<Typed> lines) {
    private static final String NEEDS = "# needs ";
    private static final String ANYTHING = "…";

    Story {
        needs = List.copyOf(needs);
        lines = List.copyOf(lines);
    }

    /// A command and what must be printed after it.
    record Typed(String command, List<String> expected) {
        Typed {
            expected = List.copyOf(expected);
        }

        String text() {
            return "$ " + command + "\n" + String.join("\n", expected);
        }
    }

    static Story read(Path file) {
        try {
            var text = Files.readAllLines(file);
            var needs = text.stream()
                    .filter(line -> line.startsWith(NEEDS))
                    .map(line -> line.substring(NEEDS.length()))
                    .toList();
            return new Story(file.getFileName().toString(), text.getFirst().equals("# slow"), needs, typed(text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Typed> typed(List<String> text) {
        var typed = new ArrayList<Typed>();
        var expected = new ArrayList<String>();
        for (var line : text.reversed()) {
            if (line.startsWith("$ ")) {
                typed.addFirst(new Typed(line.substring(2), withoutBlankEnd(expected.reversed())));
                expected.clear();
            } else if (!line.startsWith("#")) {
                expected.add(line);
            }
        }
        return typed;
    }

    /// True if the lines are those expected, where `…` stands for anything.
    static boolean fits(List<String> seen, List<String> expected) {
        var pattern = new StringBuilder();
        for (var line : expected) {
            pattern.append(line.equals(ANYTHING) ? "(?:.*\n)*" : quoted(line) + "\n");
        }
        return Pattern.compile(pattern.toString())
                .matcher(String.join("\n", seen) + "\n")
                .matches();
    }

    private static String quoted(String line) {
        return Pattern.quote(line).replace(ANYTHING, "\\E.*\\Q");
    }

    static List<String> withoutBlankEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(lines.subList(0, end));
    }
}

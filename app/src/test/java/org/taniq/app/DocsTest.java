package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;
import org.taniq.app.cli.Taniq;
import org.taniq.base.Lang;

/// What the docs name is there: links, commands, files and types.
final class DocsTest {
    private static final Path ROOT = NotRun.root();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^\\s*(?:\\$ )?)(?:\\./)?taniq ([a-z][a-z-]*)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*\\.java|[A-Z]\\w*Test");
    private static final Pattern STAGED =
            Pattern.compile("(?:base|acquire|seal|read|assess|act|tell|app|app\\.cli)\\.[A-Z]\\w*");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        assertEquals(List.of(), wrong(LINK, DocsTest::isBrokenLink));
    }

    @Test
    void everyCommandThatTheDocsNameExists() throws IOException {
        var commands = Taniq.commandLine(around()).getSubcommands().keySet();
        assertEquals(List.of(), wrong(COMMAND, named -> !commands.contains(named.name())));
    }

    private static Surroundings around() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Surroundings(Messages.in(Lang.EN), nowhere, nowhere, Map.of(), Clock.systemUTC(), 1);
    }

    @Test
    void everyFileAndTypeThatTheDocsNameExists() throws IOException {
        var files = ourFiles();
        var types = files.stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> ROOT.relativize(file).toString().replace('/', '.'))
                .collect(Collectors.toSet());
        assertEquals(List.of(), wrong(CODE, named -> isMissingPath(named) || isMissingType(named.name(), types)));
    }

    /// What a doc names, and where.
    private record Named(Path doc, String name) {}

    private static List<String> wrong(Pattern pattern, Predicate<Named> isWrong) throws IOException {
        var wrong = new ArrayList<String>();
        for (var doc :
                ourFiles().stream().filter(f -> f.toString().endsWith(".md")).toList()) {
            pattern.matcher(Files.readString(doc))
                    .results()
                    .map((MatchResult found) -> new Named(doc, found.group(1)))
                    .filter(isWrong)
                    .forEach(named -> wrong.add(ROOT.relativize(doc) + " names " + named.name()));
        }
        return wrong;
    }

    private static boolean isBrokenLink(Named link) {
        var target = link.name().replaceFirst("#.*", "");
        boolean elsewhere = target.isEmpty() || target.contains("://") || target.startsWith("mailto:");
        return !elsewhere && !Files.exists(link.doc().resolveSibling(target));
    }

    /// A path is meant where the first part of it is a folder of the project.
    private static boolean isMissingPath(Named code) {
        var name = code.name();
        if (!name.matches("(?!\\.\\.)[\\w.-]+/([\\w.-]+/)*[\\w.-]*")) {
            return false;
        }
        boolean ours = Files.isDirectory(ROOT.resolve(name.substring(0, name.indexOf('/'))));
        return ours && !Files.exists(ROOT.resolve(name));
    }

    private static boolean isMissingType(String name, Set<String> types) {
        if (!TYPE.matcher(name).matches() && !STAGED.matcher(name).matches()) {
            return false;
        }
        var file = "." + name.replaceFirst("\\.java$", "") + ".java";
        return types.stream().noneMatch(type -> type.endsWith(file));
    }

    private static List<Path> ourFiles() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(DocsTest::isOurs)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        return Stream.of(ROOT.relativize(file).toString().split("/")).noneMatch(NOT_OURS::contains);
    }
}

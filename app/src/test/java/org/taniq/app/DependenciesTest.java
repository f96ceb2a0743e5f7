package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;

/// Every jar that is shipped has its row in docs/dependencies.md, and every row its jar.
final class DependenciesTest {
    /// `| name | version | licence | why |`
    private static final Pattern ROW =
            Pattern.compile("\\| `?([^|`]+?)`? +\\| ([^|]+?) +\\| ([^|]+?) +\\| ([^|]+?) +\\|");

    private static final Pattern OTHERS = Pattern.compile("META-INF/(.+)-LICEN[CS]E(?:\\.\\w+)?");

    private static final Set<String> LICENCES = Set.of(
            "0BSD",
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle (MIT)",
            "LGPL-2.1-or-later");

    @Test
    void everyJarThatIsShippedHasItsRowAndEveryRowItsJar() throws IOException {
        var rows = rows().map(row -> row[0] + "-" + row[1] + ".jar").collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shipped(), rows);
    }

    @Test
    void everyLicenceIsOneThatMayBeShippedWithApacheCode() throws IOException {
        assertEquals(
                Set.of(),
                rows().map(row -> row[2]).filter(l -> !LICENCES.contains(l)).collect(Collectors.toSet()));
    }

    /// A jar names what it holds of others by a licence of its own for each: `META-INF/Schubfach-LICENSE`.
    @Test
    void whatAJarHoldsOfOthersIsNamed() throws IOException {
        var table = Files.readString(NotRun.root().resolve("docs/dependencies.md"));
        var unnamed = new TreeSet<String>();
        for (var jar : jars()) {
            try (var zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .map(entry -> OTHERS.matcher(entry.getName()))
                        .filter(other -> other.matches() && !table.contains(other.group(1)))
                        .forEach(other -> unnamed.add(jar.getFileName() + ": " + other.group(1)));
            }
        }
        assertEquals(Set.of(), unnamed);
    }

    private static Stream<String[]> rows() throws IOException {
        var table = Files.readString(NotRun.root().resolve("docs/dependencies.md"));
        return ROW.matcher(table)
                .results()
                .map(row -> new String[] {row.group(1), row.group(2), row.group(3)})
                .filter(row -> !row[0].equals("name") && !row[0].startsWith("-"));
    }

    private static Set<String> shipped() throws IOException {
        return jars().stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> jars() throws IOException {
        var path = Files.readString(NotRun.root().resolve("app/target/runtime-classpath.txt"))
                .strip();
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(jar -> !jar.startsWith(NotRun.root()))
                .toList();
    }
}

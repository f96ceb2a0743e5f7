package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taniq.NotRun;

/// Every jar that is shipped has its row in docs/dependencies.md, and every row its jar.
final class DependenciesTest {
    /// `| name | version | licence | why |`
    private static final Pattern ROW =
            Pattern.compile("\\| `?([^|`]+?)`? +\\| ([^|]+?) +\\| ([^|]+?) +\\| ([^|]+?) +\\|");

    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "Bouncy Castle (MIT)", "LGPL-2.1-or-later");

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

    private static Stream<String[]> rows() throws IOException {
        var table = Files.readString(NotRun.root().resolve("docs/dependencies.md"));
        return ROW.matcher(table)
                .results()
                .map(row -> new String[] {row.group(1), row.group(2), row.group(3)})
                .filter(row -> !row[0].equals("name") && !row[0].startsWith("-"));
    }

    private static Set<String> shipped() throws IOException {
        var path = Files.readString(NotRun.root().resolve("app/target/runtime-classpath.txt"))
                .strip();
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(jar -> !jar.startsWith(NotRun.root()))
                .map(jar -> jar.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

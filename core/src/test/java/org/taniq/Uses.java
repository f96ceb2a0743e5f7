package org.taniq;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Which classes of ours each compiled class names: in code, signatures and annotations, whether imported
/// or not.
record Uses(Map<String, Set<String>> byClass) {
    private static final Pattern OURS = Pattern.compile("org/taniq/[a-z]+/[A-Za-z0-9_/$]+");

    Uses {
        byClass = Map.copyOf(byClass);
    }

    /// Of all classes below a folder of class files, named as `org/taniq/base/Json`.
    static Uses below(Path folder) throws IOException {
        var uses = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var model = ClassFile.of().parse(file);
                uses.put(model.thisClass().asInternalName(), in(model.constantPool()));
            }
        }
        return new Uses(uses);
    }

    private static Set<String> in(Iterable<?> constants) {
        return StreamSupport.stream(constants.spliterator(), false)
                .filter(Utf8Entry.class::isInstance)
                .flatMap(text -> OURS.matcher(((Utf8Entry) text).stringValue()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The classes that those reach, directly or through others, and themselves.
    Set<String> reachedFrom(Set<String> roots) {
        var reached = new TreeSet<String>();
        roots.forEach(root -> reach(root, reached));
        return reached;
    }

    private void reach(String name, Set<String> reached) {
        if (reached.add(name)) {
            byClass.getOrDefault(name, Set.of()).forEach(used -> reach(used, reached));
        }
    }
}

package org.taniq.app;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The English sentences in the code that are said in other languages, each with the names of the values
/// that are put into it: what is handed to `Said.of`, to a [org.taniq.base.Trouble] of any kind, and to a
/// method `wrong` that makes one. Read by the parser of the compiler.
final class Templates extends TreeScanner<@Nullable Void, Set<String>> {
    private final Map<String, Set<String>> byName = new TreeMap<>();
    private final Set<String> kinds = new HashSet<>(Set.of("Trouble"));

    private Templates() {}

    /// The names of the values, by the sentence.
    static Map<String, Set<String>> below(List<Path> folders) throws IOException {
        var templates = new Templates();
        var trees = parsed(folders);
        for (int known = 0; known < templates.kinds.size(); ) {
            known = templates.kinds.size();
            trees.forEach(tree -> new Kinds().scan(tree, templates.kinds));
        }
        trees.forEach(tree -> templates.scan(tree, Set.of()));
        return templates.byName;
    }

    private static List<Tree> parsed(List<Path> folders) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var trees = new java.util.ArrayList<Tree>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources(folders)));
            task.parse().forEach(trees::add);
        }
        return trees;
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        var sources = new TreeSet<Path>();
        for (var folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return List.copyOf(sources);
    }

    /// The classes that are kinds of trouble.
    private static final class Kinds extends TreeScanner<@Nullable Void, Set<String>> {
        @Override
        public @Nullable Void visitClass(ClassTree tree, Set<String> kinds) {
            var above = tree.getExtendsClause();
            if (above != null && kinds.contains(last(above.toString()))) {
                kinds.add(tree.getSimpleName().toString());
            }
            return super.visitClass(tree, kinds);
        }
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, Set<String> inside) {
        if (kinds.contains(last(tree.getIdentifier().toString()))) {
            note(tree.getArguments());
        }
        return super.visitNewClass(tree, inside);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Set<String> inside) {
        return super.visitClass(tree, Set.of(tree.getSimpleName().toString()));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Set<String> inside) {
        String called = tree.getMethodSelect().toString();
        boolean above = called.equals("super") && inside.stream().anyMatch(kinds::contains);
        boolean jsons = called.equals("wrong") && inside.contains("JsonReader");
        if (above || jsons || called.equals("Said.of")) {
            note(tree.getArguments());
        }
        return super.visitMethodInvocation(tree, inside);
    }

    private void note(List<? extends ExpressionTree> arguments) {
        if (!arguments.isEmpty()) {
            var names = names(arguments.subList(1, arguments.size()));
            texts(arguments.getFirst())
                    .forEach(text ->
                            byName.computeIfAbsent(text, _ -> new TreeSet<>()).addAll(names));
        }
    }

    /// The names in `"file", file` or `Map.of("file", file, …)`.
    private static Set<String> names(List<? extends ExpressionTree> arguments) {
        var names = new TreeSet<String>();
        if (!arguments.isEmpty() && arguments.getFirst() instanceof MethodInvocationTree map) {
            for (int i = 0; i < map.getArguments().size(); i += 2) {
                names.addAll(texts(map.getArguments().get(i)));
            }
        } else if (!arguments.isEmpty()) {
            names.addAll(texts(arguments.getFirst()));
        }
        return names;
    }

    /// What an expression of literals can be; nothing where it is no such expression.
    private static List<String> texts(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
            case BinaryTree both
            when both.getKind() == Tree.Kind.PLUS ->
                texts(both.getLeftOperand()).stream()
                        .flatMap(left -> texts(both.getRightOperand()).stream().map(right -> left + right))
                        .toList();
            case ConditionalExpressionTree either ->
                Stream.concat(texts(either.getTrueExpression()).stream(), texts(either.getFalseExpression()).stream())
                        .toList();
            case ParenthesizedTree inner -> texts(inner.getExpression());
            default -> List.of();
        };
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

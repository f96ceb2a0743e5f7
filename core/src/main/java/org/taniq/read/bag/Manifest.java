package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Hash;
import org.taniq.read.bag.Finding.Kind;
import org.taniq.read.record.Input;

/// One list of files with their digests, as it is read: line by line, and no more than so many of them.
final class Manifest {
    private final String name;
    private final Hash kind;
    private final Findings findings;
    private final Map<String, String> byPath = new LinkedHashMap<>();
    /// Of paths whose letters Macs have taken apart.
    private final Map<String, String> byLetters = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final boolean isStrict;

    Manifest(String name, Hash kind, Findings findings, boolean isStrict) {
        this.name = name;
        this.kind = kind;
        this.findings = findings;
        this.isStrict = isStrict;
    }

    String name() {
        return name;
    }

    Hash kind() {
        return kind;
    }

    /// The digest in hex by the path, in the order of the list; each path once.
    Map<String, String> files() {
        return byPath;
    }

    /// Whether it has this path, whatever its letters are put together from.
    boolean names(String path) {
        var letters = BagNames.composed(path);
        return byPath.containsKey(path) || byPath.containsKey(letters) || byLetters.containsKey(letters);
    }

    boolean isOfPayload() {
        return !name.startsWith("tag");
    }

    /// Whether it was read to its end.
    ///
    /// @param room for all lists of the bag
    boolean read(Input.Content content, Charset charset, Room room) throws IOException {
        try (var in = content.open()) {
            var lines = new TagLines(in, charset);
            var line = lines.next().map(this::withoutMark);
            while (line.isPresent() && room.isFor(line.get())) {
                take(line.get());
                line = lines.next();
            }
            boolean isAll = line.isEmpty() && content.isWhole();
            if (!isAll) {
                findings.add(Kind.CUT, "", name);
            }
            return isAll;
        }
    }

    /// As some editors put it before each text.
    private String withoutMark(String first) {
        if (first.startsWith("\uFEFF")) {
            findings.add(Kind.MARK, "", name);
            return first.substring(1);
        }
        return first;
    }

    private void take(String line) {
        if (line.isBlank()) {
            return;
        }
        var listed = Listed.of(line);
        if (listed.isEmpty()
                || line.length() >= TagLines.LONGEST
                || !isDigest(listed.get().hex())) {
            findings.add(Kind.LINE, listed.map(Listed::path).orElse(line), name);
            return;
        }
        take(listed.get());
    }

    private boolean isDigest(String hex) {
        return hex.length() == 2 * kind.length();
    }

    private void take(Listed listed) {
        var path = listed.path();
        if (listed.hasStar()) {
            findings.add(Kind.STAR, path, name);
        }
        if (listed.hasDot()) {
            findings.add(Kind.DOT, path, name);
        }
        if (Listed.leadsOut(path)) {
            findings.add(Kind.LEADS_OUT, path, name);
        } else if (isOfPayload() && !path.startsWith(Listed.PAYLOAD)) {
            findings.add(Kind.NOT_PAYLOAD, path, name);
        } else {
            put(path, listed.hex());
        }
    }

    private void put(String path, String hex) {
        var before = byPath.putIfAbsent(path, hex);
        if (before != null) {
            again(path, before.equals(hex));
            return;
        }
        otherwiseWritten(path, hex)
                .ifPresent(other ->
                        findings.add(other.equals(hex) ? Kind.ONLY_LETTERS : Kind.TWICE_OTHERWISE, path, name));
    }

    /// The digest of a path before it that differs in nothing but how its letters are put together.
    private Optional<String> otherwiseWritten(String path, String hex) {
        var letters = BagNames.composed(path);
        var before = Optional.ofNullable(byLetters.get(letters));
        if (letters.equals(path)) {
            return before;
        }
        byLetters.putIfAbsent(letters, hex);
        return before.or(() -> Optional.ofNullable(byPath.get(letters)));
    }

    private void again(String path, boolean isAlike) {
        if (!isAlike) {
            findings.add(Kind.TWICE_OTHERWISE, path, name);
        } else if (twice.add(path)) {
            findings.add(isStrict ? Kind.TWICE : Kind.TWICE_ALIKE, path, name);
        }
    }
}

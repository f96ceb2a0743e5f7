package org.taniq.read.bag;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The paths of the files of a bag, and what of them is only written otherwise in a list.
final class BagNames {
    private final List<String> payload;
    private final Set<String> written;
    private final Set<String> composed = new HashSet<>();
    private final Map<String, String> folded = new HashMap<>();

    /// @param files in the order of the archive
    BagNames(List<String> files) {
        this.payload =
                files.stream().filter(path -> path.startsWith(Listed.PAYLOAD)).toList();
        this.written = new HashSet<>(files);
        files.forEach(path -> composed.add(composed(path)));
        payload.forEach(path -> folded.putIfAbsent(folded(path), path));
    }

    /// Those that the lists of the bag must name.
    List<String> payload() {
        return payload;
    }

    boolean isWrittenSo(String path) {
        return written.contains(path);
    }

    /// The archive finds names though marks of direction stand in one and not in the other: those are two names.
    boolean isCalled(String path) {
        return written.contains(path) || composed.contains(composed(path));
    }

    /// The one whose name differs in small and capital letters at most, or in how its letters are put together.
    Optional<String> alike(String path) {
        return Optional.ofNullable(folded.get(folded(path)));
    }

    /// Macs take letters apart in names of files.
    static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static String folded(String path) {
        return composed(path).toLowerCase(Locale.ROOT);
    }
}

package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// The file of one group's opening, believed only because it fits the leaves.
///
/// @param first the index at which the group begins
record GroupFile(LogFolder log, Path file, long first) {
    /// What is behind the leaves of a group.
    ///
    /// @param known by index; statements of a newer program are left to that program
    /// @param blank the indexes of those whose values were erased, if a statement says so
    /// @param texts every line as it stands there
    record Lines(SortedMap<Long, OpeningLine> known, SortedSet<Long> blank, List<String> texts) {}

    /// @throws Altered if it is not the opening of this group
    /// @throws WrongKey if it was not encrypted to this identity
    Lines lines(Identity identity, int most) throws IOException {
        return lines(PlainFile.upTo(most, file), identity, most);
    }

    /// As [#lines(Identity, int)], of the bytes of the file.
    Lines lines(byte[] bytes, Identity identity, int most) throws IOException {
        var texts = RawText.utf8(decrypted(bytes, identity, most)).split("\n");
        if (!file.getFileName().toString().equals(first + "-" + texts.length + ".age")) {
            throw new Altered(
                    Said.of("{file} is the opening of {n} statements", Map.of("file", name(), "n", texts.length)));
        }
        var known = new TreeMap<Long, OpeningLine>();
        long next = first + texts.length;
        if (next > log.checkpoint().size()) {
            throw otherStatements();
        }
        var blank = new TreeSet<Long>();
        for (long index = first; index < next; index++) {
            var leaf = log.leaves().get((int) index);
            String text = texts[(int) (index - first)];
            if (leaf.isKnown() && text.equals(OpeningLine.erased(index))) {
                blank.add(index);
            } else if (leaf.isKnown()) {
                known.put(index, line(text, index, leaf));
            }
        }
        return new Lines(known, blank, List.of(texts));
    }

    private OpeningLine line(String text, long index, Leaf leaf) throws Altered {
        var line = OpeningLine.parse(text);
        if (line.index() != index) {
            throw otherStatements();
        }
        if (!line.opened().leaf().equals(leaf)) {
            throw new Altered(
                    Said.of("{file} does not fit statement {statement}", Map.of("file", name(), "statement", index)));
        }
        return line;
    }

    private Altered otherStatements() {
        return new Altered(Said.of("{file} is the opening of other statements", "file", name()));
    }

    private byte[] decrypted(byte[] bytes, Identity identity, int most) throws IOException {
        if (bytes.length > most) {
            throw new Altered(Said.of("{file} is larger than an opening can be", "file", name()));
        }
        try {
            return Blobs.unwrap(bytes, identity, most);
        } catch (Altered altered) {
            throw new Altered(Said.of("{file}: {why}", Map.of("file", name(), "why", altered.said())), altered);
        } catch (WrongKey foreign) {
            throw new WrongKey(Said.of("{file}: {why}", Map.of("file", name(), "why", foreign.said())));
        }
    }

    /// As the vault's folder says it.
    private String name() {
        int names = file.getNameCount();
        return file.subpath(names - 3, names).toString();
    }
}

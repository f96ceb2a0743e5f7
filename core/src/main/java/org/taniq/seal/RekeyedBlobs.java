package org.taniq.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;

/// What was sealed to one key, sealed again to another: each blob once, as a stream, and believed only because it
/// is what its statement says. A blob that cannot be read keeps its name and is not there, so that it is missed.
final class RekeyedBlobs {
    private static final long LARGEST_ROWS = 64L << 20;

    private final Unlocked unlocked;
    private final Identity old;
    private final Checked checked;
    private final SequencedMap<String, List<Wanted>> wanted = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    RekeyedBlobs(Unlocked unlocked, Identity old, Checked checked) {
        this.unlocked = unlocked;
        this.old = old;
        this.checked = checked;
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /// @param of a statement that leads to it
    private record Wanted(Said of, Opening opening) {}

    /// Notes what this statement leads to.
    void want(Unlocked.Sealed statement, Blobs from) {
        var of = Said.of(
                "statement {statement}", "statement", statement.pointer().name());
        if (statement.hasBytes()) {
            want(statement.line().blob(), of, () -> unlocked.bytes(statement));
        }
        statement.line().trees().values().stream()
                .flatMap(List::stream)
                .forEach(rows -> want(rows, of, () -> from.open(rows, old, LARGEST_ROWS)));
    }

    private void want(String blob, Said of, Opening opening) {
        wanted.computeIfAbsent(blob, _ -> new ArrayList<>()).add(new Wanted(of, opening));
    }

    /// The names of the blobs that are led to, each once.
    List<String> wanted() {
        return List.copyOf(wanted.keySet());
    }

    /// Seals one blob again, where it is what one of the statements says that lead to it: anybody who seals into the
    /// case can write its name into a line of his own.
    ///
    /// @throws IOException if it cannot be written; what cannot be read is named and nothing more
    void carry(String blob, Blobs to, Recipient recipient) throws IOException {
        var failed = new ArrayList<IOException>();
        var wrong = new Checked();
        for (var sealed : Objects.requireNonNull(wanted.get(blob), "only what is wanted is carried")) {
            boolean carried = wrong.passes("blob", sealed.of(), () -> {
                try (var in = new Source(sealed.opening().open())) {
                    put(blob, in, to, recipient, failed);
                }
            });
            for (var why : failed) {
                throw why;
            }
            if (carried) {
                return; // whoever else led to it, the check of the new vault names
            }
        }
        checked.add(wrong);
    }

    private void put(String blob, Source in, Blobs to, Recipient recipient, List<IOException> failed)
            throws IOException {
        try {
            names.put(blob, to.put(in, recipient).name());
        } catch (IOException why) {
            if (in.failed.isPresent()) {
                throw in.failed.get();
            }
            failed.add(why);
        }
    }

    /// The same line, leading to what was sealed again.
    OpeningLine line(OpeningLine line) {
        var trees = new LinkedHashMap<String, List<String>>();
        line.trees()
                .forEach((field, blobs) ->
                        trees.put(field, blobs.stream().map(this::name).toList()));
        return new OpeningLine(line.index(), line.opened(), name(line.blob()), line.seeds(), trees);
    }

    private String name(String blob) {
        return names.getOrDefault(blob, blob);
    }

    /// Tells what cannot be read from what cannot be written.
    private static final class Source extends FilterInputStream {
        private Optional<IOException> failed = Optional.empty();

        private Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (IOException why) {
                failed = Optional.of(why);
                throw why;
            }
        }
    }
}

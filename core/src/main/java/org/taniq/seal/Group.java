package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Recipient;
import org.taniq.base.png.Picture;

/// Statements that are committed together: all of them are in the log when [#commit] returns, or none.
public final class Group {
    private final LogWriter log;
    private final String id;
    private final Store store;
    private final SecureRandom random;
    private final List<byte[]> lines = new ArrayList<>();
    private long length;
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<Integer, KnownLeaves.Known> known = new TreeMap<>();
    private Digest sealedOpening = Digest.of();

    Group(LogWriter log, Store store, SecureRandom random) {
        this.log = log;
        this.id = log.checkpoint().log();
        this.store = store;
        this.random = random;
    }

    /// Where the values behind the leaves are kept.
    record Store(Blobs blobs, Recipient recipient, KnownLeaves leaves, Mark mark) {}

    /// What the folder must say of itself before some statements are in it.
    @FunctionalInterface
    interface Mark {
        void raise(VaultFormat needed) throws IOException;
    }

    /// Seals the bytes and rows of a statement at once, and puts it behind those already in the group.
    ///
    /// @return where it will stand once the group is committed
    public Pointer add(Statement statement) throws IOException {
        var parts = new Parts();
        var computed = new LinkedHashMap<String, Json>();
        if (statement.content().isPresent()) {
            var stored = store.blobs().put(statement.content().get(), store.recipient());
            parts.blob = stored.name();
            computed.put("sha256", Json.of(stored.sha256()));
            computed.put("size", Json.of(stored.size()));
        }
        for (var field : statement.rows().entrySet()) {
            computed.put(field.getKey(), parts.rows(statement.schema(), field.getKey(), field.getValue()));
        }
        for (var field : statement.pictures().entrySet()) {
            computed.put(field.getKey(), parts.pixels(field.getKey(), field.getValue()));
        }
        return append(new Opened(statement.schema(), salts(statement.schema()), statement.values(computed)), parts);
    }

    /// A statement whose tree of rows grows while something else is read, perhaps beside others.
    public final class Growing {
        private final Statement statement;
        private final String field;
        private final Parts parts = new Parts();
        private final TreeSealer rows;

        private Growing(Statement statement, String field) {
            this.statement = statement;
            this.field = field;
            this.rows = parts.sealer(statement.schema(), field);
        }

        public void row(List<Json> values) throws IOException {
            rows.row(values);
        }

        /// How many rows there are.
        public long size() {
            return rows.size();
        }

        /// No rows come any more. What is left to do for the statement needs little memory.
        public void hasAllRows() throws IOException {
            parts.end(field, rows);
        }

        /// Ends the tree and puts the statement behind those already in the group.
        public Pointer finish() throws IOException {
            hasAllRows();
            var values = statement.values(Map.of(field, rows.value()));
            return append(new Opened(statement.schema(), salts(statement.schema()), values), parts);
        }
    }

    /// Begins a statement whose rows come later. Its other fields may be set until it is finished.
    public Growing grow(Statement statement, String field) {
        return new Growing(statement, field);
    }

    private Pointer append(Opened opened, Parts parts) throws IOException {
        long index = log.size() + leaves.size();
        var leaf = opened.leaf();
        var pointer = new Pointer(id, index, leaf.hash());
        var line = new OpeningLine(index, opened, parts.blob, parts.seeds, parts.trees);
        byte[] text = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        if (length + text.length > Openings.LARGEST) {
            throw new Trouble("cannot seal so much at once: an archive with so many members must be taken apart first");
        }
        lines.add(text);
        length += text.length;
        parts.large.ifPresent(tree -> known.put(leaves.size(), tree));
        leaves.add(leaf);
        pointers.add(pointer);
        return pointer;
    }

    private List<String> salts(Schema schema) {
        return schema.fields().stream()
                .map(_ -> {
                    var salt = new byte[16];
                    random.nextBytes(salt);
                    return Base64Url.encode(salt);
                })
                .toList();
    }

    public int size() {
        return leaves.size();
    }

    /// The pointer-like name `<log>-<index>` of the statement that is added `ahead` places after the next
    /// one.
    public String name(int ahead) {
        return id + "-" + (log.size() + leaves.size() + ahead);
    }

    /// Takes back all statements behind the first `size`. What was sealed for them stays as blobs that
    /// belong to nothing.
    public void cutTo(int size) {
        length = lines.subList(0, size).stream().mapToLong(line -> line.length).sum();
        lines.subList(size, lines.size()).clear();
        leaves.subList(size, leaves.size()).clear();
        pointers.subList(size, pointers.size()).clear();
        known.keySet().removeIf(at -> at >= size);
    }

    /// Commits the group. When this returns, every statement of it survives a power cut.
    public List<Receipt> commit() throws IOException {
        if (leaves.isEmpty()) {
            return List.of();
        }
        if (pointers.getFirst().index() != log.size()) {
            throw new IllegalArgumentException("another group was committed since this one was begun");
        }
        var opening = new ByteArrayOutputStream();
        lines.forEach(opening::writeBytes);
        byte[] encrypted = Blobs.wrap(opening.toByteArray(), store.recipient());
        var needed = VaultMark.needed(
                schema -> leaves.stream().anyMatch(leaf -> leaf.schema().equals(schema)));
        store.mark().raise(needed);
        var checkpoint = log.commit(leaves, encrypted);
        sealedOpening = Digest.of(encrypted);
        keepLeaves();
        return pointers.stream()
                .map(pointer -> new Receipt(pointer, checkpoint))
                .toList();
    }

    /// What fails here takes nothing from what is sealed by now: the leaves can be made again.
    private void keepLeaves() {
        try {
            for (var tree : known.entrySet()) {
                store.leaves().keep(pointers.get(tree.getKey()).name(), tree.getValue());
            }
        } catch (IOException full) {
            known.clear();
        }
    }

    /// The SHA-256 of the opening, once the group is committed.
    public Digest opening() {
        return sealedOpening;
    }

    /// What a statement has besides its values.
    private final class Parts {
        private String blob = "";
        private final Map<String, Seed> seeds = new LinkedHashMap<>();
        private final Map<String, List<String>> trees = new LinkedHashMap<>();
        private Optional<KnownLeaves.Known> large = Optional.empty();

        private Seed seed(String field) {
            var seed = Seed.random(random);
            seeds.put(field, seed);
            return seed;
        }

        private Json pixels(String field, Picture picture) {
            var root = Pixels.root(picture, seed(field));
            return RowMaker.tree(Schema.PIXELS, root.hash(), root.size());
        }

        private TreeSealer sealer(Schema schema, String field) {
            String leaf = schema.fields().get(schema.slot(field)).leaf();
            return new TreeSealer(Schema.named(leaf), seed(field), store.blobs(), store.recipient());
        }

        private void end(String field, TreeSealer rows) throws IOException {
            trees.put(field, rows.finish());
            large = Optional.of(rows.known()).filter(KnownLeaves.Known::isLarge);
        }

        private Json rows(Schema schema, String field, Rows rows) throws IOException {
            var sealer = sealer(schema, field);
            rows.each(sealer);
            end(field, sealer);
            return sealer.value();
        }
    }
}

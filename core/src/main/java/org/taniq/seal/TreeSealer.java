package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.Recipient;

/// Seals the rows of one tree as they come: hashes each, and keeps the values in blobs of at most 64 MiB.
final class TreeSealer implements Rows.Sink {
    /// Small, so that a million records need little memory; docs/format.md allows 64 MiB.
    private static final int FULL = 4 << 20;

    private static final int LARGEST = 64 << 20;

    private final RowMaker maker;
    private final Schema schema;
    private final Blobs blobs;
    private final Recipient recipient;
    private final Tree tree = new Tree();
    private ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final List<String> names = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private long first;

    TreeSealer(Schema schema, Seed seed, Blobs blobs, Recipient recipient) {
        this.schema = schema;
        this.maker = new RowMaker(schema, seed);
        this.blobs = blobs;
        this.recipient = recipient;
    }

    @Override
    public void row(List<Json> values) throws IOException {
        if (values.size() != schema.fields().size()) {
            throw new IllegalArgumentException(schema.name() + " has another number of fields");
        }
        var row = maker.make(tree.size(), values);
        byte[] line = line(row.kept());
        if (lines.size() > 0 && (long) lines.size() + line.length > LARGEST) {
            flush();
        }
        tree.add(row.opened().leaf().hash());
        lines.writeBytes(line);
        if (lines.size() >= FULL) {
            flush();
        }
    }

    /// What would not be read again is not sealed.
    private static byte[] line(List<Json> kept) throws IOException {
        var values = Json.of(kept);
        byte[] line = (values.canonical() + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > LARGEST || !values.isReadable()) {
            throw new Trouble("a record is larger than can be sealed: split the file that holds it and add the parts");
        }
        return line;
    }

    private void flush() throws IOException {
        names.add(blobs.put(lines::writeTo, recipient).name());
        firsts.add(first);
        first = tree.size();
        lines.reset();
    }

    /// Ends the tree; then it needs little memory. The blobs of its values, in order; none for an empty tree.
    List<String> finish() throws IOException {
        if (lines.size() > 0) {
            flush();
        }
        lines = new ByteArrayOutputStream(0);
        return List.copyOf(names);
    }

    long size() {
        return tree.size();
    }

    KnownLeaves.Known known() {
        return new KnownLeaves.Known(tree, firsts);
    }

    Json value() {
        return RowMaker.tree(schema.name(), tree.root(), tree.size());
    }
}

package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The proof beside a redacted copy: for each leaf in order 0x01 and what the picture does not show of it (its salt;
/// for leaf 0, which is always shown, the salt and the SHA-256 of the profile), or 0x00 and its hash. Nothing before,
/// between or after.
record PixelProof(List<Entry> entries) {
    private static final byte SHOWN = 1;
    private static final byte WITHHELD = 0;

    PixelProof {
        entries = List.copyOf(entries);
    }

    /// What the proof says of one leaf.
    sealed interface Entry {}

    /// Leaf 0.
    record Head(ByteBuffer salt, ByteBuffer profileHash) implements Entry {}

    /// A tile whose pixels the copy shows.
    record Shown(ByteBuffer salt) implements Entry {}

    /// A tile that the copy hatches.
    record Withheld(ByteBuffer hash) implements Entry {}

    /// Not a proof for so many leaves.
    static final class BrokenException extends IOException {
        private static final long serialVersionUID = 1;

        BrokenException(String why) {
            super(why);
        }
    }

    static byte[] write(PixelLeaves leaves, Set<Integer> withheld) {
        if (withheld.stream().anyMatch(leaf -> leaf < 1 || leaf >= leaves.count())) {
            throw new IllegalArgumentException("a leaf to withhold is no tile of this picture");
        }
        var out = new ByteArrayOutputStream();
        out.write(SHOWN);
        out.writeBytes(leaves.salt(0));
        out.writeBytes(leaves.profileHash());
        for (int leaf = 1; leaf < leaves.count(); leaf++) {
            out.write(withheld.contains(leaf) ? WITHHELD : SHOWN);
            out.writeBytes(withheld.contains(leaf) ? leaves.hash(leaf) : leaves.salt(leaf));
        }
        return out.toByteArray();
    }

    static PixelProof parse(byte[] bytes, int leaves) throws BrokenException {
        var in = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        var entries = new ArrayList<Entry>();
        if (kind(in) != SHOWN) {
            throw new BrokenException("the proof withholds the size of the picture");
        }
        entries.add(new Head(take(in, PixelSalts.BYTES), take(in, 32)));
        while (entries.size() < leaves) {
            entries.add(tile(in));
        }
        if (in.hasRemaining()) {
            throw new BrokenException("the proof goes on after the last leaf");
        }
        return new PixelProof(entries);
    }

    private static Entry tile(ByteBuffer in) throws BrokenException {
        return switch (kind(in)) {
            case SHOWN -> new Shown(take(in, PixelSalts.BYTES));
            case WITHHELD -> new Withheld(take(in, 32));
            default -> throw new BrokenException("the proof says neither shown nor withheld of a leaf");
        };
    }

    private static byte kind(ByteBuffer in) throws BrokenException {
        return take(in, 1).get(0);
    }

    private static ByteBuffer take(ByteBuffer in, int count) throws BrokenException {
        if (in.remaining() < count) {
            throw new BrokenException("the proof ends before the last leaf");
        }
        var taken = in.slice(in.position(), count);
        in.position(in.position() + count);
        return taken;
    }

    static byte[] bytes(ByteBuffer taken) {
        var bytes = new byte[taken.remaining()];
        taken.duplicate().get(bytes);
        return bytes;
    }
}

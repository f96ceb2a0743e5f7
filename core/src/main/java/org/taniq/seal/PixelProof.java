package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Digest;

/// The proof beside a redacted copy: for each leaf in order 0x01 and what the picture does not show of it
/// (its salt; for leaf 0, which is always shown, the salt and what it says of the profile), or 0x00 and its
/// hash. Nothing before, between or after.
record PixelProof(List<Entry> entries) {
    private static final byte SHOWN = 1;
    private static final byte WITHHELD = 0;

    PixelProof {
        entries = List.copyOf(entries);
    }

    /// What the proof says of one leaf.
    sealed interface Entry {}

    /// Leaf 0.
    record Head(Salt salt, Digest profile) implements Entry {}

    /// A tile whose pixels the copy shows.
    record Shown(Salt salt) implements Entry {}

    /// A tile that the copy hatches.
    record Withheld(Digest hash) implements Entry {}

    /// 16 bytes as two numbers.
    record Salt(long first, long second) {
        byte[] bytes() {
            return ByteBuffer.allocate(PixelLeaves.SALT_BYTES)
                    .putLong(first)
                    .putLong(second)
                    .array();
        }
    }

    static byte[] write(PixelLeaves leaves, Set<Integer> withheld) {
        if (withheld.stream().anyMatch(leaf -> leaf < 1 || leaf >= leaves.count())) {
            throw new IllegalArgumentException("a leaf to withhold is no tile of this picture");
        }
        var out = new ByteArrayOutputStream();
        out.write(SHOWN);
        out.writeBytes(leaves.salt(0));
        out.writeBytes(leaves.profile().bytes());
        for (int leaf = 1; leaf < leaves.count(); leaf++) {
            out.write(withheld.contains(leaf) ? WITHHELD : SHOWN);
            out.writeBytes(withheld.contains(leaf) ? leaves.hash(leaf).bytes() : leaves.salt(leaf));
        }
        return out.toByteArray();
    }

    static PixelProof parse(byte[] bytes, int leaves) throws Altered {
        var in = ByteBuffer.wrap(bytes);
        var entries = new ArrayList<Entry>();
        if (kind(in) != SHOWN) {
            throw new Altered("the proof of a picture withholds the picture's size");
        }
        entries.add(new Head(salt(in), hash(in)));
        while (entries.size() < leaves) {
            entries.add(tile(in));
        }
        if (in.hasRemaining()) {
            throw new Altered("the proof of a picture goes on after its last leaf");
        }
        return new PixelProof(entries);
    }

    /// Whether leaf 0 speaks of a profile.
    boolean profiled() {
        return entries.getFirst() instanceof Head head && !head.profile().equals(PixelLeaves.NO_PROFILE);
    }

    private static Entry tile(ByteBuffer in) throws Altered {
        return switch (kind(in)) {
            case SHOWN -> new Shown(salt(in));
            case WITHHELD -> new Withheld(hash(in));
            default -> throw new Altered("the proof of a picture says neither shown nor withheld of a leaf");
        };
    }

    private static byte kind(ByteBuffer in) throws Altered {
        need(in, 1);
        return in.get();
    }

    private static Salt salt(ByteBuffer in) throws Altered {
        need(in, PixelLeaves.SALT_BYTES);
        return new Salt(in.getLong(), in.getLong());
    }

    private static Digest hash(ByteBuffer in) throws Altered {
        need(in, Digest.LENGTH);
        var bytes = new byte[Digest.LENGTH];
        in.get(bytes);
        return Digest.ofBytes(bytes);
    }

    private static void need(ByteBuffer in, int count) throws Altered {
        if (in.remaining() < count) {
            throw new Altered("the proof of a picture ends before its last leaf");
        }
    }
}

package org.taniq.read.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A proof of OpenTimestamps, version 1: of which digest it is, and what is said of it at the ends of a tree of steps.
/// Read as the library of its makers reads it (python-opentimestamps, core/timestamp.py), which refuses what it does
/// not know; what stands before that is kept.
final class OtsProof {
    static final byte[] MAGIC =
            HexFormat.of().parseHex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294");

    static final int LARGEST = 1 << 20;
    private static final int VERSION = 1;
    private static final int MORE = 0xff;
    private static final int DEEPEST = 256;
    /// Real ones have some hundreds.
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_ATTESTATIONS = 1000;

    private final OtsBytes in;
    private final List<Attestation> attestations = new ArrayList<>();
    private Optional<Imprint> imprint = Optional.empty();
    private int whole;
    private int steps;
    private boolean isForgeable;

    private static final class Node {
        private final byte[] message;
        private final int depth;
        /// Whether a digest that can be forged was computed on the way to it.
        private final boolean isForgeable;

        Node(byte[] message, int depth, boolean isForgeable) {
            this.message = message;
            this.depth = depth;
            this.isForgeable = isForgeable;
        }
    }

    /// What is in it.
    ///
    /// @param imprint nothing where the proof is refused before it
    /// @param end the byte behind the last that was understood
    /// @param isForgeable whether it is of a digest that can be forged, or computes one on the way to a block
    /// @param refused why it was read no further; nothing where all of it was read
    record Read(
            Optional<Imprint> imprint,
            List<Attestation> attestations,
            int end,
            boolean isForgeable,
            Optional<OtsRefused.Why> refused) {
        Read {
            attestations = List.copyOf(attestations);
        }
    }

    private OtsProof(byte[] bytes) {
        this.in = new OtsBytes(bytes);
    }

    static boolean begins(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static Read read(byte[] bytes) {
        var proof = new OtsProof(bytes);
        try {
            proof.all();
            return proof.so(Optional.empty());
        } catch (OtsRefused refused) {
            boolean isLarge = refused.why() == OtsRefused.Why.CUT_OFF && bytes.length > LARGEST;
            return proof.so(Optional.of(isLarge ? OtsRefused.Why.TOO_MUCH : refused.why()));
        }
    }

    private Read so(Optional<OtsRefused.Why> refused) {
        return new Read(imprint, attestations, whole, isForgeable, refused);
    }

    private void all() throws OtsRefused {
        in.take(MAGIC.length);
        whole = in.at();
        if (in.number() != VERSION) {
            throw new OtsRefused(OtsRefused.Why.VERSION);
        }
        var kind = OtsStep.hash(in.one());
        if (kind.isEmpty()) {
            throw new OtsRefused(OtsRefused.Why.ALGORITHM);
        }
        var digest = in.take(kind.get().length());
        imprint = Optional.of(new Imprint(kind.get(), HexFormat.of().formatHex(digest)));
        whole = in.at();
        isForgeable = kind.get().isForgeable();
        tree(digest);
    }

    /// From each node go steps and ends, of which all but the last have a sign before them.
    private void tree(byte[] digest) throws OtsRefused {
        Deque<Node> open = new ArrayDeque<>();
        open.push(new Node(digest, 0, false));
        while (!open.isEmpty()) {
            int tag = in.one();
            var node = tag == MORE ? open.element() : open.pop();
            next(tag == MORE ? in.one() : tag, node).ifPresent(open::push);
            whole = in.at();
        }
    }

    private Optional<Node> next(int tag, Node node) throws OtsRefused {
        if (++steps > MOST_STEPS || node.depth >= DEEPEST || attestations.size() >= MOST_ATTESTATIONS) {
            throw new OtsRefused(OtsRefused.Why.TOO_MUCH);
        }
        if (tag == 0) {
            var attestation = Attestation.read(in, node.message);
            attestations.add(attestation);
            isForgeable |= node.isForgeable && attestation instanceof Attestation.Block;
            return Optional.empty();
        }
        boolean isWeak = node.isForgeable
                || OtsStep.hash(tag).filter(kind -> kind.isForgeable()).isPresent();
        return Optional.of(new Node(OtsStep.run(tag, node.message, in), node.depth + 1, isWeak));
    }
}

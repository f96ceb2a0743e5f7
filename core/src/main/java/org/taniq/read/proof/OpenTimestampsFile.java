package org.taniq.read.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.proof.Attestation.Block;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// Proofs of OpenTimestamps (`.ots`, version 1): that a digest was there before a block of Bitcoin was made. Whether
/// the chain has that block is not looked up, so that the record says what must be found in it.
public final class OpenTimestampsFile implements Parser {
    /// Blocks that are named in warnings.
    private static final int MOST_NAMED = 10;

    private static final Optional<OtsRefused.Why> TOO_MUCH = Optional.of(OtsRefused.Why.TOO_MUCH);

    @Override
    public String name() {
        return "opentimestamps/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return OtsProof.begins(in.readNBytes(OtsProof.MAGIC.length));
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(OtsProof.LARGEST + 1);
        }
        var proof = OtsProof.read(bytes);
        var file = ProvenFile.of(input, proof.imprint(), List.of(".ots"));
        var handing = new ProofHanding(input.name(), sink);
        handing.read(record(proof, file));
        if (proof.end() < size(input, bytes)) {
            handing.broken(proof.end(), size(input, bytes));
        }
        warnings(proof, file).forEach(handing::warn);
        return handing.ledger("opentimestamps");
    }

    /// What is larger than a proof can be was not all read.
    private static long size(Input input, byte[] bytes) throws IOException {
        return bytes.length <= OtsProof.LARGEST ? bytes.length : ProofHanding.sizeOf(input);
    }

    private static Activity record(OtsProof.Read proof, ProvenFile file) {
        var details = new ArrayList<Detail>();
        proof.imprint().ifPresent(imprint -> details.add(imprint.detail()));
        details.add(file.detail());
        details.add(Detail.of("verdict", verdict(proof)));
        why(proof).ifPresent(why -> details.add(Detail.of("why", why)));
        if (proof.isForgeable()) {
            details.add(new Detail("weaknesses", Json.strings(List.of("sha1"))));
        }
        proof.attestations().forEach(each -> details.add(new Detail("attestation", each.json())));
        var draft = new Draft();
        file.these().forEach(each -> draft.file(each.name(), each.state()));
        return draft.record(new Spot.Range(0, proof.end()), Place.UNSTATED).with(details);
    }

    private static List<Block> blocks(OtsProof.Read proof) {
        return proof.attestations().stream()
                .filter(each -> each instanceof Block block && block.isPossible())
                .map(Block.class::cast)
                .toList();
    }

    private static boolean has(OtsProof.Read proof, Class<? extends Attestation> kind) {
        return proof.attestations().stream().anyMatch(kind::isInstance);
    }

    /// By what could prove most: a block, whatever became of what stands behind it, then what is not known here, then a
    /// promise.
    private static String verdict(OtsProof.Read proof) {
        if (!blocks(proof).isEmpty()) {
            return "not-checked";
        }
        if (proof.refused().isPresent()) {
            return proof.refused().get().isOfOurs() ? "not-checked" : "not-valid";
        }
        if (has(proof, Attestation.Unknown.class)) {
            return "not-checked";
        }
        return has(proof, Attestation.Pending.class) ? "pending" : "not-valid";
    }

    private static Optional<String> why(OtsProof.Read proof) {
        if (proof.refused().isPresent()) {
            return proof.refused().map(OtsRefused.Why::word);
        }
        if (!blocks(proof).isEmpty()) {
            return Optional.of("blockNotLookedUp");
        }
        return switch (verdict(proof)) {
            case "pending" -> Optional.empty();
            case "not-valid" -> Optional.of(OtsRefused.Why.FORM.word());
            default -> Optional.of("unknownAttestation");
        };
    }

    private static List<Said> warnings(OtsProof.Read proof, ProvenFile file) {
        var warnings = new ArrayList<Said>();
        notRead(proof).ifPresent(warnings::add);
        switch (verdict(proof)) {
            case "not-valid" -> {}
            case "pending" ->
                warnings.add(
                        Said.of("the proof is a promise of a calendar alone, and proves no time yet: complete it with a"
                                + " program for OpenTimestamps, and add it again"));
            default -> {
                if (!proof.refused().equals(TOO_MUCH) || !blocks(proof).isEmpty()) {
                    warnings.addAll(toBeLookedUp(blocks(proof)));
                }
            }
        }
        if (proof.isForgeable()) {
            warnings.add(Said.of("the proof rests on a SHA-1, which can be forged: two files can have the same proof"));
        }
        proof.imprint().flatMap(_ -> file.warning()).ifPresent(warnings::add);
        return warnings;
    }

    /// That it was not read to its end, where that is not for what is newer.
    private static Optional<Said> notRead(OtsProof.Read proof) {
        if (proof.refused().equals(TOO_MUCH)) {
            return Optional.of(Said.of("the proof is larger than what is read of one, and was not read to its end"));
        }
        boolean isInForm = proof.refused()
                .map(OtsRefused.Why::isOfOurs)
                .orElseGet(() -> !verdict(proof).equals("not-valid"));
        return isInForm
                ? Optional.empty()
                : Optional.of(Said.of("the proof is not in the form that it must have, and was read no further"));
    }

    private static List<Said> toBeLookedUp(List<Block> blocks) {
        if (blocks.isEmpty()) {
            return List.of(Said.of("the proof names no time in a way that is known here"));
        }
        return blocks.stream()
                .limit(MOST_NAMED)
                .map(block -> Said.of(
                        "nothing was looked up: the proof holds if block {block} of {chain} has the Merkle root {root}",
                        Map.of("block", block.height(), "chain", block.chain().called(), "root", block.root())))
                .toList();
    }
}

package org.taniq.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/// Checks one redacted copy. The order matters: sizes are compared before anything is unpacked, so a bomb costs
/// nothing.
final class PixelCheck {
    private static final List<String> REDACTED = List.of("IHDR", "IDAT", "IEND");

    /// The shortest proof: every tile is shown by one byte and a salt.
    private static final int LEAST_PROOF_BYTES = 1 + PixelSalts.BYTES;

    private final Picture picture;
    private final PixelGrid grid;
    private final PixelProof proof;

    private PixelCheck(Picture picture, PixelProof proof) {
        this.picture = picture;
        this.grid = PixelGrid.of(picture);
        this.proof = proof;
    }

    static Pixels.Verdict check(byte[] png, byte[] proof, Pixels.Root sealed) {
        try {
            var file = redacted(png);
            var grid = new PixelGrid(file.header().width(), file.header().height());
            if (grid.leaves() != sealed.size()) {
                return new Pixels.Altered("the picture has another size than the sealed one");
            }
            if ((long) LEAST_PROOF_BYTES * grid.leaves() > proof.length) {
                return new Pixels.Altered("the proof is too short for this picture");
            }
            var parsed = PixelProof.parse(proof, grid.leaves());
            return new PixelCheck(file.picture(), parsed).verdict(sealed);
        } catch (IOException broken) {
            return new Pixels.Altered(broken.getMessage());
        }
    }

    /// A redacted copy has nowhere to hide anything: three chunks, 8-bit RGB, nothing behind them.
    private static PngFile redacted(byte[] png) throws PngException {
        var file = PngFile.of(png);
        var header = file.header();
        if (!file.types().equals(REDACTED) || file.trailing() > 0) {
            throw new PngException("a redacted copy holds IHDR, IDAT, IEND and nothing else; this one holds more");
        }
        if (header.colour() != PngHeader.Colour.RGB || header.layout() != PngHeader.Layout.TOP_DOWN) {
            throw new PngException("a redacted copy is 8-bit RGB and not interlaced; this one is not");
        }
        return file;
    }

    private Pixels.Verdict verdict(Pixels.Root sealed) {
        var hashes = new ArrayList<byte[]>(grid.leaves());
        var withheld = new TreeSet<Integer>();
        for (var entry : proof.entries()) {
            int leaf = hashes.size();
            hashes.add(hash(entry, leaf));
            if (entry instanceof PixelProof.Withheld) {
                withheld.add(leaf);
            }
        }
        for (int leaf : withheld) {
            if (!PixelHatch.covers(grid.tile(leaf), picture)) {
                return new Pixels.Altered("the withheld tile at " + place(leaf) + " shows something else than hatching");
            }
        }
        if (!HexFormat.of().formatHex(Rfc6962.root(hashes)).equals(sealed.hex())) {
            return new Pixels.Altered("the visible pixels or the proof are not those that were sealed");
        }
        int shown = grid.leaves() - 1 - withheld.size();
        return new Pixels.Intact(shown, withheld.size(), PixelAreas.of(grid, withheld));
    }

    private byte[] hash(PixelProof.Entry entry, int leaf) {
        return switch (entry) {
            case PixelProof.Head head ->
                Rfc6962.leaf(PixelLeaves.head(
                        grid, PixelProof.bytes(head.salt()), PixelProof.bytes(head.profileHash())));
            case PixelProof.Shown shown ->
                Rfc6962.leaf(PixelLeaves.tile(picture, leaf, PixelProof.bytes(shown.salt())));
            case PixelProof.Withheld withheld -> PixelProof.bytes(withheld.hash());
        };
    }

    private String place(int leaf) {
        var tile = grid.tile(leaf);
        return "x " + tile.x() + ", y " + tile.y();
    }
}

package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngMaker;

/// What a malicious sealer or bearer might hand to the checker. The picture has 3 × 4 tiles; leaf 5 is
/// withheld.
class PixelForgeryTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 120;
    private static final int HIDDEN = 5;
    private static final int HEAD_BYTES = 1 + 16 + 32;

    private final Seed seed = PixelsTest.seed();
    private final Picture picture = PixelsTest.noise(WIDTH, HEIGHT);
    private final Pixels.Root root = Pixels.root(picture, seed);
    private final byte[] proof = Pixels.proof(picture, seed, Set.of(HIDDEN));
    private byte[] rgb = {};

    @BeforeEach
    void theHonestCopyIsIntact() throws IOException {
        byte[] honest = Pixels.redact(picture, Set.of(HIDDEN));
        assertEquals(11, Pixels.check(honest, proof, root).shown());
        rgb = Png.read(honest, Png.MAX_PIXELS).picture().rgb();
        assertEquals(11, Pixels.check(png(WIDTH, HEIGHT, rgb), proof, root).shown());
    }

    @Test
    @Tag("slow")
    void aVisiblePixelChangedByOneIsNoticed() {
        for (int at = 0; at < rgb.length; at += 97) {
            byte[] forged = rgb.clone();
            forged[at] ^= 1;
            altered("", png(WIDTH, HEIGHT, forged), proof);
        }
    }

    @Test
    void aShiftedPictureIsNoticed() {
        byte[] shifted = new byte[rgb.length];
        System.arraycopy(rgb, 0, shifted, 3 * WIDTH, rgb.length - 3 * WIDTH);
        System.arraycopy(rgb, rgb.length - 3 * WIDTH, shifted, 0, 3 * WIDTH);
        altered("", png(WIDTH, HEIGHT, shifted), proof);
    }

    @Test
    void theSamePixelsAtAnotherWidthAreNoticed() {
        altered("another size", png(WIDTH / 2, HEIGHT * 2, rgb), proof);
        altered("hatch", png(WIDTH + 16, HEIGHT - 20, rgb), proof);
    }

    @Test
    void theSameTilesInAnotherOrderAreNoticed() throws IOException {
        var wide = PixelsTest.noise(128, 96);
        var tall = new byte[3 * 96 * 128];
        for (int leaf = 1; leaf <= 12; leaf++) {
            copyTile(wide, tall, new PixelGrid(96, 128), new Move(leaf, leaf));
        }
        byte[] open = Pixels.proof(wide, seed, Set.of());
        var sealed = Pixels.root(wide, seed);
        assertEquals(12, Pixels.check(png(128, 96, wide.rgb()), open, sealed).shown());
        assertThrows(Altered.class, () -> Pixels.check(png(96, 128, tall), open, sealed));
    }

    @Test
    void twoTilesSwappedAreNoticedThoughTheirSaltsAreSwappedToo() {
        var grid = PixelGrid.of(picture);
        byte[] forged = rgb.clone();
        copyTile(picture, forged, grid, new Move(1, 2));
        copyTile(picture, forged, grid, new Move(2, 1));
        altered("visible pixels", png(WIDTH, HEIGHT, forged), proof);
        byte[] salts = proof.clone();
        System.arraycopy(proof, HEAD_BYTES, salts, HEAD_BYTES + 17, 17);
        System.arraycopy(proof, HEAD_BYTES + 17, salts, HEAD_BYTES, 17);
        altered("visible pixels", png(WIDTH, HEIGHT, forged), salts);
    }

    @Test
    void anotherSizeThanTheSealedOneIsNoticed() {
        byte[] copy = png(WIDTH, HEIGHT, rgb);
        for (long size : new long[] {0, 1, 12, 14, Long.MAX_VALUE, -1}) {
            var forged = new Pixels.Root(size, root.hash());
            assertThrows(Altered.class, () -> Pixels.check(copy, proof, forged));
        }
    }

    @Test
    void oneColumnOrRowMoreOrLessIsNoticedThoughTheTilesAreAsMany() {
        altered("", png(WIDTH, HEIGHT - 1, Arrays.copyOf(rgb, rgb.length - 3 * WIDTH)), proof);
        altered("", png(WIDTH, HEIGHT + 1, Arrays.copyOf(rgb, rgb.length + 3 * WIDTH)), proof);
    }

    @Test
    void aDroppedLastRowOfTilesIsNoticed() {
        byte[] shorter = png(WIDTH, 96, Arrays.copyOf(rgb, 3 * WIDTH * 96));
        byte[] cut = Arrays.copyOf(proof, proof.length - 3 * 17);
        altered("another size", shorter, proof);
        altered("another size", shorter, cut);
        altered("ends before", png(WIDTH, HEIGHT, rgb), cut);
        var smaller = new Pixels.Root(10, root.hash());
        assertThrows(Altered.class, () -> Pixels.check(shorter, cut, smaller));
    }

    @Test
    void aChangedSaltIsNoticed() {
        for (int leaf = 1; leaf < HIDDEN; leaf++) {
            byte[] forged = proof.clone();
            forged[HEAD_BYTES + 17 * (leaf - 1) + 5] ^= 1;
            altered("visible pixels", png(WIDTH, HEIGHT, rgb), forged);
        }
    }

    @Test
    void anotherProfileIsNoticed() {
        byte[] forged = proof.clone();
        forged[20] ^= 1;
        altered("visible pixels", png(WIDTH, HEIGHT, rgb), forged);
    }

    @Test
    void aWithheldTileThatShowsAnythingElseIsNoticedAndNamed() {
        var tile = PixelGrid.of(picture).tile(HIDDEN);
        byte[] forged = rgb.clone();
        copyTile(picture, forged, PixelGrid.of(picture), new Move(1, HIDDEN));
        altered("x 32, y 32", png(WIDTH, HEIGHT, forged), proof);
        byte[] onePixel = rgb.clone();
        onePixel[3 * ((tile.y() + 31) * WIDTH + tile.x() + 31) + 2] ^= 1;
        altered("x 32, y 32", png(WIDTH, HEIGHT, onePixel), proof);
    }

    @Test
    void aShownTilePassedOffAsWithheldIsNoticed() {
        var both = new TreeSet<>(Set.of(1, HIDDEN));
        altered("x 0, y 0", png(WIDTH, HEIGHT, rgb), Pixels.proof(picture, seed, both));
    }

    @Test
    void aHatchedTilePassedOffAsShownIsNoticed() {
        altered("visible pixels", png(WIDTH, HEIGHT, rgb), Pixels.proof(picture, seed, Set.of()));
    }

    @Test
    void aProofThatWithholdsTheSizeIsNoticed() {
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(new PixelLeaves(picture, seed).hash(0).bytes());
        out.write(proof, HEAD_BYTES, proof.length - HEAD_BYTES);
        altered("withholds the picture's size", png(WIDTH, HEIGHT, rgb), out.toByteArray());
    }

    @Test
    void aProofThatIsLongerOrOfAnotherKindIsNoticed() {
        byte[] copy = png(WIDTH, HEIGHT, rgb);
        altered("goes on", copy, Arrays.copyOf(proof, proof.length + 1));
        altered("ends before", copy, new byte[0]);
        byte[] unknown = proof.clone();
        unknown[HEAD_BYTES] = 2;
        altered("neither", copy, unknown);
    }

    @Test
    void anotherRootOrTheProofOfAnotherSeedIsNoticed() {
        byte[] copy = png(WIDTH, HEIGHT, rgb);
        var other = new Pixels.Root(root.size(), Digest.of());
        assertThrows(Altered.class, () -> Pixels.check(copy, proof, other));
        altered("visible pixels", copy, Pixels.proof(picture, seed.child(0, 0), Set.of(HIDDEN)));
    }

    @Test
    void aTextChunkIsNoticed() {
        byte[] text = PngMaker.chunk("tEXt", "Comment\0a name".getBytes(StandardCharsets.US_ASCII));
        altered("beside IHDR", PngMaker.file(ihdr(), text, idat()), proof);
    }

    @Test
    void aGammaChunkIsNoticed() {
        byte[] gamma = PngMaker.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        altered("beside IHDR", PngMaker.file(ihdr(), gamma, idat()), proof);
    }

    @Test
    void aProfileAnOrientationOrATransparentColourIsNoticed() {
        for (String type : new String[] {"iCCP", "eXIf", "tRNS", "sRGB", "pHYs"}) {
            altered("beside IHDR", PngMaker.file(ihdr(), PngMaker.chunk(type, new byte[6]), idat()), proof);
        }
    }

    @Test
    void aSecondIdatIsNoticed() {
        altered("beside IHDR", PngMaker.file(ihdr(), idat(), PngMaker.chunk("IDAT", new byte[0])), proof);
    }

    @Test
    void bytesAfterTheEndAreNoticed() {
        byte[] copy = png(WIDTH, HEIGHT, rgb);
        altered("beside IHDR", Arrays.copyOf(copy, copy.length + 1), proof);
    }

    @Test
    void aWrongChecksumIsNoticed() {
        byte[] copy = png(WIDTH, HEIGHT, rgb);
        copy[copy.length - 13]++;
        altered("checksum", copy, proof);
    }

    @Test
    void theSamePixelsStoredOtherwiseAreNoticed() {
        var interlaced = new PngMaker.Kind(WIDTH, HEIGHT, 8, 2, 1);
        altered("interlaced", PngMaker.file(interlaced.ihdr(), PngMaker.idat(interlaced, this::sample)), proof);
        var alpha = new PngMaker.Kind(WIDTH, HEIGHT, 8, 6, 0);
        byte[] opaque = PngMaker.idat(alpha, (x, y, channel) -> channel == 3 ? 255 : sample(x, y, channel));
        altered("not 8-bit RGB", PngMaker.file(alpha.ihdr(), opaque), proof);
    }

    @Test
    void aTinyFileThatDeclaresTwoBillionPixelsIsNoticed() {
        byte[] bomb = PngMaker.file(PngMaker.rgb(1 << 16, 1 << 15).ihdr(), idat());
        altered("2^28", bomb, proof);
        byte[] allowed = PngMaker.file(PngMaker.rgb(1 << 14, 1 << 14).ihdr(), idat());
        altered("another size", allowed, proof);
        var sealedSo = new Pixels.Root(1 + (1 << 18), root.hash());
        assertThrows(Altered.class, () -> Pixels.check(allowed, proof, sealedSo));
    }

    @Test
    void aZlibBombIsNoticed() {
        byte[] bomb = PngMaker.chunk("IDAT", PngMaker.deflate(new byte[50_000_000]));
        altered("more pixels", PngMaker.file(ihdr(), bomb), proof);
    }

    @Test
    void cutOffPixelsAreNoticed() {
        byte[] packed = PngMaker.deflate(PngMaker.rows(PngMaker.rgb(WIDTH, HEIGHT), this::sample));
        byte[] cut = PngMaker.chunk("IDAT", Arrays.copyOf(packed, packed.length - 10));
        altered("cut off", PngMaker.file(ihdr(), cut), proof);
    }

    @Test
    void everySingleChangeOfACopyOrItsProofIsNoticed() throws IOException {
        var small = small();
        var sealed = Pixels.root(small, seed);
        byte[] copy = Pixels.redact(small, Set.of(2));
        byte[] open = Pixels.proof(small, seed, Set.of(2));
        assertEquals(3, Pixels.check(copy, open, sealed).shown());
        for (int flip : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
            for (int at = 0; at < copy.length; at++) {
                byte[] forged = flipped(copy, at, flip);
                assertThrows(Altered.class, () -> Pixels.check(forged, open, sealed));
            }
            for (int at = 0; at < open.length; at++) {
                byte[] forged = flipped(open, at, flip);
                assertThrows(Altered.class, () -> Pixels.check(copy, forged, sealed));
            }
        }
    }

    @Test
    void everyCutOfACopyOrItsProofIsNoticed() {
        var small = small();
        var sealed = Pixels.root(small, seed);
        byte[] copy = Pixels.redact(small, Set.of(2));
        byte[] open = Pixels.proof(small, seed, Set.of(2));
        for (int length = 0; length < copy.length; length++) {
            byte[] cut = Arrays.copyOf(copy, length);
            assertThrows(Altered.class, () -> Pixels.check(cut, open, sealed));
        }
        for (int length = 0; length < open.length; length++) {
            byte[] cut = Arrays.copyOf(open, length);
            assertThrows(Altered.class, () -> Pixels.check(copy, cut, sealed));
        }
    }

    private static Picture small() {
        var rgb = new byte[3 * 40 * 36];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 120 * 5);
        }
        return Picture.of(40, 36, rgb, new byte[0]);
    }

    private static byte[] flipped(byte[] bytes, int at, int flip) {
        byte[] forged = bytes.clone();
        forged[at] ^= (byte) flip;
        return forged;
    }

    private void altered(String why, byte[] copy, byte[] withProof) {
        var refusal = assertThrows(Altered.class, () -> Pixels.check(copy, withProof, root));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), String.valueOf(refusal.getMessage()));
    }

    /// From a tile of one picture to a tile of another, which is no larger.
    private record Move(int from, int to) {}

    private static void copyTile(Picture from, byte[] to, PixelGrid grid, Move move) {
        var tile = PixelGrid.of(from).tile(move.from);
        var place = grid.tile(move.to);
        for (int y = 0; y < place.height(); y++) {
            from.copy(tile.x(), tile.y() + y, place.width(), to, 3 * ((place.y() + y) * grid.width() + place.x()));
        }
    }

    private int sample(int x, int y, int channel) {
        return rgb[3 * (y * WIDTH + x) + channel] & 0xFF;
    }

    private static byte[] ihdr() {
        return PngMaker.rgb(WIDTH, HEIGHT).ihdr();
    }

    private byte[] idat() {
        return PngMaker.idat(PngMaker.rgb(WIDTH, HEIGHT), this::sample);
    }

    private static byte[] png(int width, int height, byte[] rgb) {
        var kind = PngMaker.rgb(width, height);
        return PngMaker.file(
                kind.ihdr(), PngMaker.idat(kind, (x, y, channel) -> rgb[3 * (y * width + x) + channel] & 0xFF));
    }
}

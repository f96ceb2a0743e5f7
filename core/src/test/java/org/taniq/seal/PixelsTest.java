package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.taniq.base.Digest;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

class PixelsTest {
    private static final byte[] NO_PROFILE = {};

    @Test
    void aRedactedCopyProvesWhatItShows() throws IOException {
        var picture = noise(200, 300);
        var seed = seed();
        var withheld = new TreeSet<>(Set.of(1, 9, 30));
        var found = Pixels.check(
                Pixels.redact(picture, withheld), Pixels.proof(picture, seed, withheld), Pixels.root(picture, seed));
        assertEquals(67, found.shown());
        assertEquals(3, found.withheld());
        var grid = PixelGrid.of(picture);
        assertEquals(List.of(grid.tile(1), grid.tile(9), grid.tile(30)), found.areas());
    }

    @Test
    void everySizeAroundATileIsProven() throws IOException {
        for (int width : new int[] {1, 31, 32, 33, 64, 65}) {
            for (int height : new int[] {1, 31, 32, 33, 96, 97}) {
                var picture = noise(width, height);
                int tiles = Math.ceilDiv(width, 32) * Math.ceilDiv(height, 32);
                var last = Set.of(tiles);
                var root = Pixels.root(picture, seed());
                assertEquals(1 + tiles, root.size());
                var found = Pixels.check(Pixels.redact(picture, last), Pixels.proof(picture, seed(), last), root);
                assertEquals(
                        new Pixels.Intact(
                                tiles - 1, 1, List.of(PixelGrid.of(picture).tile(tiles)), false),
                        found);
            }
        }
    }

    @Test
    void aCopyWithNothingOrEverythingWithheldIsProven() throws IOException {
        var picture = noise(70, 40);
        var root = Pixels.root(picture, seed());
        var none = Pixels.check(Pixels.redact(picture, Set.of()), Pixels.proof(picture, seed(), Set.of()), root);
        assertEquals(new Pixels.Intact(6, 0, List.of(), false), none);
        var all = Set.of(1, 2, 3, 4, 5, 6);
        var nothing = Pixels.check(Pixels.redact(picture, all), Pixels.proof(picture, seed(), all), root);
        assertEquals(new Pixels.Intact(0, 6, List.of(new Pixels.Area(0, 0, 70, 40)), false), nothing);
    }

    @Test
    void theShownPixelsStayAsTheyAre() throws IOException {
        var picture = noise(70, 40);
        var copy = Png.read(Pixels.redact(picture, Set.of(2)), Png.MAX_PIXELS).picture();
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 70; x++) {
                boolean hidden = x >= 32 && x < 64 && y < 32;
                int hatch = (x + y) % 8 < 2 ? 96 : 160;
                assertEquals(hidden ? hatch : picture.channel(x, y, 1), copy.channel(x, y, 1));
            }
        }
    }

    @Test
    void theCopyAndTheSaltsInItsProofDoNotDependOnWhatIsWithheld() {
        var one = noise(200, 300);
        byte[] rgb = one.rgb();
        Arrays.fill(rgb, 3 * (40 * 200 + 40), 3 * (40 * 200 + 60), (byte) 7);
        var other = Picture.of(200, 300, rgb, NO_PROFILE);
        var leaf = Set.of(PixelGrid.of(one).leaf(1, 1));
        assertArrayEquals(Pixels.redact(one, leaf), Pixels.redact(other, leaf));
        byte[] proof = Pixels.proof(one, seed(), leaf);
        byte[] otherProof = Pixels.proof(other, seed(), leaf);
        int differ = 0;
        for (int i = 0; i < proof.length; i++) {
            differ += proof[i] == otherProof[i] ? 0 : 1;
        }
        assertTrue(differ > 0 && differ <= Digest.LENGTH, "only the hash of the withheld leaf differs");
    }

    @Test
    void theSaltOfAWithheldTileIsNotInTheProof() {
        var picture = noise(64, 64);
        String proof = HexFormat.of().formatHex(Pixels.proof(picture, seed(), Set.of(3)));
        for (int leaf = 0; leaf < 5; leaf++) {
            String salt = HexFormat.of().formatHex(seed().salt(leaf, 0));
            assertEquals(leaf != 3, proof.contains(salt));
        }
    }

    @Test
    void aPictureWithAProfileIsProvenThoughTheCopyHasNone() throws IOException {
        var picture = Picture.of(40, 40, noise(40, 40).rgb(), new byte[] {1, 2, 3});
        var plain = Picture.of(40, 40, picture.rgb(), NO_PROFILE);
        var root = Pixels.root(picture, seed());
        assertFalse(root.equals(Pixels.root(plain, seed())));
        byte[] copy = Pixels.redact(picture, Set.of(1));
        assertEquals(
                3,
                Pixels.check(copy, Pixels.proof(picture, seed(), Set.of(1)), root)
                        .shown());
    }

    @Test
    void everyTileThatAnAreaTouchesGoesAndOneMoreOnEachSide() {
        var picture = plain(320, 320);
        var grid = PixelGrid.of(picture);
        var expected = new TreeSet<Integer>();
        for (int row = 2; row <= 5; row++) {
            for (int column = 3; column <= 6; column++) {
                expected.add(grid.leaf(column, row));
            }
        }
        assertEquals(expected, Pixels.leavesUnder(picture, List.of(new Pixels.Area(159, 127, 2, 2))));
    }

    @Test
    void atTheEdgeThereIsNothingMoreToTake() {
        var picture = plain(100, 100);
        assertEquals(Set.of(1, 2, 5, 6), Pixels.leavesUnder(picture, List.of(new Pixels.Area(0, 0, 5, 5))));
        assertEquals(Set.of(11, 12, 15, 16), Pixels.leavesUnder(picture, List.of(new Pixels.Area(97, 97, 50, 50))));
    }

    @Test
    void anAreaThatCutsALineOfTextTakesTheWholeLine() {
        byte[] rgb = new byte[3 * 320 * 320];
        Arrays.fill(rgb, (byte) 250);
        for (int y = 120; y < 168; y++) {
            Arrays.fill(rgb, 3 * (y * 320 + 100), 3 * (y * 320 + 110), (byte) 20);
        }
        var picture = Picture.of(320, 320, rgb, NO_PROFILE);
        var cut = List.of(new Pixels.Area(90, 160, 60, 1));
        var rows = rowsOf(picture, Pixels.leavesUnder(picture, cut));
        assertEquals(List.of(2, 3, 4, 5, 6), rows);
    }

    @Test
    void whereNoRowIsEmptyAnAreaGrowsTwoTilesAndNoMore() {
        var picture = noise(640, 640);
        var rows = rowsOf(picture, Pixels.leavesUnder(picture, List.of(new Pixels.Area(100, 320, 60, 32))));
        assertEquals(List.of(7, 8, 9, 10, 11, 12, 13), rows);
    }

    @Test
    void anAreaOutsideThePictureIsRefusedAndNotForgotten() {
        var picture = plain(100, 100);
        for (var outside : List.of(new Pixels.Area(100, 0, 5, 5), new Pixels.Area(0, 100, 5, 5))) {
            var areas = List.of(new Pixels.Area(5, 5, 5, 5), outside);
            var refusal = assertThrows(IllegalArgumentException.class, () -> Pixels.leavesUnder(picture, areas));
            assertTrue(String.valueOf(refusal.getMessage()).contains("would withhold nothing"));
        }
    }

    @Test
    void theHeadOfATreeCannotBeWithheld() {
        var picture = plain(10, 10);
        assertThrows(IllegalArgumentException.class, () -> Pixels.proof(picture, seed(), Set.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Pixels.redact(picture, Set.of(0)));
        assertThrows(IllegalArgumentException.class, () -> Pixels.redact(picture, Set.of(2)));
    }

    private static List<Integer> rowsOf(Picture picture, Set<Integer> leaves) {
        var grid = PixelGrid.of(picture);
        return leaves.stream().map(leaf -> grid.tile(leaf).y() / 32).distinct().toList();
    }

    static Seed seed() {
        return Seed.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    }

    static Picture noise(int width, int height) {
        var rgb = new byte[3 * width * height];
        new Random(width * 10_007L + height).nextBytes(rgb);
        return Picture.of(width, height, rgb, NO_PROFILE);
    }

    private static Picture plain(int width, int height) {
        return Picture.of(width, height, new byte[3 * width * height], NO_PROFILE);
    }
}

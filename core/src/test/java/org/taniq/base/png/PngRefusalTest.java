package org.taniq.base.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PngRefusalTest {
    private static final PngMaker.Kind KIND = PngMaker.rgb(40, 36);
    private static final PngMaker.Samples SAMPLES = (x, y, channel) -> (7 * x + 3 * y + channel) % 256;

    @Test
    void sixteenBitsAChannelAreRefused() {
        var deep = new PngMaker.Kind(2, 2, 16, 2, 0);
        refused("16 bits a channel", PngMaker.file(deep.ihdr(), PngMaker.idat(deep, (_, _, _) -> 40_000)));
    }

    @Test
    void animationIsRefused() {
        refused("animated", PngMaker.file(KIND.ihdr(), PngMaker.chunk("acTL", new byte[8]), idat()));
    }

    @Test
    void aTinyFileThatDeclaresTwoBillionPixelsIsRefused() {
        refused("2^28 pixels", PngMaker.file(PngMaker.rgb(1 << 16, 1 << 15).ihdr(), idat()));
        refused("2^28 pixels", PngMaker.file(PngMaker.rgb(-1, 1).ihdr(), idat()));
        refused("2^28 pixels", PngMaker.file(PngMaker.rgb(0, 1).ihdr(), idat()));
    }

    @Test
    void aTinyFileThatDeclaresAllThatIsAllowedCostsNoMemory() {
        refused("too few bytes", PngMaker.file(PngMaker.rgb(1 << 14, 1 << 14).ihdr(), idat()));
    }

    @Test
    void aZlibBombStopsAtTheDeclaredSize() {
        byte[] bomb = PngMaker.chunk("IDAT", PngMaker.deflate(new byte[100_000_000]));
        refused("more pixels than declared", PngMaker.file(KIND.ihdr(), bomb));
    }

    @Test
    void aBombInTheProfileStopsAtItsLimit() {
        byte[] bomb = PngTest.iccp(PngMaker.deflate(new byte[100_000_000]));
        refused("larger than 16 MiB", PngMaker.file(KIND.ihdr(), PngMaker.chunk("iCCP", bomb), idat()));
    }

    @Test
    void aDamagedProfileIsRefused() {
        byte[] damaged = PngTest.iccp("no zlib".getBytes(StandardCharsets.US_ASCII));
        refused("profile is damaged", PngMaker.file(KIND.ihdr(), PngMaker.chunk("iCCP", damaged), idat()));
        refused("profile is damaged", PngMaker.file(KIND.ihdr(), PngMaker.chunk("iCCP", new byte[90]), idat()));
    }

    @Test
    void aCallerWithLessMemorySetsALowerLimit() {
        byte[] file = PngMaker.file(KIND.ihdr(), idat());
        assertThrows(PngException.class, () -> Png.read(file, 40 * 36 - 1));
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] file = PngMaker.file(KIND.ihdr(), idat());
        file[8 + 8 + 13]++;
        refused("checksum", file);
    }

    @Test
    void packedPixelsThatAreCutOffAreRefused() {
        byte[] packed = PngMaker.deflate(PngMaker.rows(KIND, SAMPLES));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = PngMaker.chunk("IDAT", Arrays.copyOf(packed, length));
            refused("", PngMaker.file(KIND.ihdr(), cut));
        }
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() {
        byte[] file = PngMaker.file(KIND.ihdr(), idat());
        for (int length = 0; length < file.length; length++) {
            refused("", Arrays.copyOf(file, length));
        }
    }

    @Test
    void bytesBehindThePackedPixelsAreRefused() {
        byte[] packed = PngMaker.deflate(PngMaker.rows(KIND, SAMPLES));
        byte[] longer = PngMaker.chunk("IDAT", Arrays.copyOf(packed, packed.length + 1));
        refused("bytes after the packed pixels", PngMaker.file(KIND.ihdr(), longer));
        byte[] another = PngMaker.chunk("IDAT", new byte[1]);
        refused("bytes after the packed pixels", PngMaker.file(KIND.ihdr(), idat(), another));
    }

    @Test
    void aWrongChecksumOfThePixelsIsRefused() {
        byte[] packed = PngMaker.deflate(PngMaker.rows(KIND, SAMPLES));
        packed[packed.length - 1]++;
        refused("damaged", PngMaker.file(KIND.ihdr(), PngMaker.chunk("IDAT", packed)));
    }

    @Test
    void oneRowMoreAndOneRowLessAreRefused() {
        byte[] rows = PngMaker.rows(KIND, SAMPLES);
        byte[] less = PngMaker.deflate(Arrays.copyOf(rows, rows.length - 121));
        refused("fewer pixels", PngMaker.file(KIND.ihdr(), PngMaker.chunk("IDAT", less)));
        byte[] more = PngMaker.deflate(Arrays.copyOf(rows, rows.length + 121));
        refused("more pixels", PngMaker.file(KIND.ihdr(), PngMaker.chunk("IDAT", more)));
    }

    @Test
    void anUnknownFilterIsRefused() {
        byte[] rows = PngMaker.rows(KIND, SAMPLES);
        rows[0] = 5;
        refused("filter", PngMaker.file(KIND.ihdr(), PngMaker.chunk("IDAT", PngMaker.deflate(rows))));
    }

    @Test
    void anUnknownCriticalChunkIsRefused() {
        refused("critical chunk CgBI", PngMaker.file(PngMaker.chunk("CgBI", new byte[4]), KIND.ihdr(), idat()), "IHDR");
        refused("critical chunk ABCD", PngMaker.file(KIND.ihdr(), PngMaker.chunk("ABCD", new byte[0]), idat()));
    }

    @Test
    void aChunkNamedByControlCharactersIsRefusedAndNotRepeated() {
        byte[] file = PngMaker.file(KIND.ihdr(), PngMaker.chunk("\u001b[2J", new byte[0]), idat());
        refused("not four letters", file);
    }

    @Test
    void chunksTwiceOrInTheWrongOrderAreRefused() {
        refused("two chunks IHDR", PngMaker.file(KIND.ihdr(), KIND.ihdr(), idat()));
        refused("between", PngMaker.file(KIND.ihdr(), idat(), PngMaker.chunk("tIME", new byte[7]), idat()));
        refused("no IDAT", PngMaker.file(KIND.ihdr()));
        refused("IHDR", PngMaker.file(idat()));
        refused("tRNS after IDAT", PngMaker.file(KIND.ihdr(), idat(), PngMaker.chunk("tRNS", new byte[6])));
    }

    @Test
    void aPixelOutsideThePaletteIsRefused() {
        var kind = new PngMaker.Kind(2, 1, 8, 3, 0);
        byte[] idat = PngMaker.idat(kind, (x, _, _) -> 2 * x);
        refused("palette", PngMaker.file(kind.ihdr(), PngMaker.chunk("PLTE", new byte[6]), idat));
        refused("no palette", PngMaker.file(kind.ihdr(), idat));
        refused("wrong length", PngMaker.file(kind.ihdr(), PngMaker.chunk("PLTE", new byte[7]), idat));
        refused("wrong length", PngMaker.file(kind.ihdr(), PngMaker.chunk("PLTE", new byte[771]), idat));
    }

    @Test
    void transparencyOfAWrongLengthOrBesideAlphaIsRefused() {
        refused("wrong length", PngMaker.file(KIND.ihdr(), PngMaker.chunk("tRNS", new byte[2]), idat()));
        var alpha = new PngMaker.Kind(2, 1, 8, 6, 0);
        byte[] idat = PngMaker.idat(alpha, (_, _, _) -> 1);
        refused("beside an alpha", PngMaker.file(alpha.ihdr(), PngMaker.chunk("tRNS", new byte[6]), idat));
    }

    @Test
    void depthsThatNoColourTypeAllowsAreRefused() {
        for (int depth : new int[] {-1, 0, 3, 5, 32}) {
            refused("bit depth", PngMaker.file(new PngMaker.Kind(2, 1, depth, 0, 0).ihdr(), idat()));
        }
        refused("bit depth", PngMaker.file(new PngMaker.Kind(2, 1, 4, 2, 0).ihdr(), idat()));
        refused("colour type", PngMaker.file(new PngMaker.Kind(2, 1, 8, 5, 0).ihdr(), idat()));
        refused("interlace", PngMaker.file(new PngMaker.Kind(2, 1, 8, 2, 2).ihdr(), idat()));
    }

    private static byte[] idat() {
        return PngMaker.idat(KIND, SAMPLES);
    }

    private static void refused(String why, byte[] file, String... orWhy) {
        var refusal = assertThrows(PngException.class, () -> Png.read(file, Png.MAX_PIXELS));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains(why) || Arrays.stream(orWhy).anyMatch(said::contains), said);
        assertEquals(true, said.chars().allMatch(c -> c >= ' ' && c < 127));
    }
}

package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// The worked examples of docs/format.md, section 9.
class PixelVectorTest {
    static Stream<Json.Obj> cases() throws IOException {
        var vectors = (Json.Obj) Json.parse(Files.readString(Path.of("../docs/vectors/pixels.json")));
        return ((Json.Arr) vectors.get("cases").orElseThrow()).items().stream().map(Json.Obj.class::cast);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPublishedExampleIsRecomputed(Json.Obj example) throws IOException {
        var picture = picture(example);
        var seed = Seed.ofHex(text(example, "seed"));
        var withheld = withheld(example);
        var leaves = new PixelLeaves(picture, seed);
        byte[] head = PixelLeaves.head(PixelGrid.of(picture), leaves.salt(0), leaves.profile());
        assertEquals(text(example, "leaf0"), HexFormat.of().formatHex(head));
        assertEquals(text(example, "leafHash1"), leaves.hash(1).hex());

        var root = Pixels.root(picture, seed);
        assertEquals(new Pixels.Root(number(example, "size"), Digest.ofHex(text(example, "root"))), root);

        byte[] proof = Pixels.proof(picture, seed, withheld);
        assertArrayEquals(HexFormat.of().parseHex(text(example, "proof")), proof);
        byte[] redacted = Pixels.redact(picture, withheld);
        byte[] shown = Png.read(redacted, Png.MAX_PIXELS).picture().rgb();
        assertEquals(text(example, "redactedSha256"), Digest.of(shown).hex());
        assertEquals(withheld.size(), Pixels.check(redacted, proof, root).withheld());
    }

    private static Picture picture(Json.Obj example) {
        int width = (int) number(example, "width");
        int height = (int) number(example, "height");
        var rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (7 * x + y);
                rgb[at + 1] = (byte) (x + 5 * y);
                rgb[at + 2] = (byte) (3 * x + 11 * y);
            }
        }
        return Picture.of(width, height, rgb, HexFormat.of().parseHex(text(example, "profile")));
    }

    private static Set<Integer> withheld(Json.Obj example) {
        return ((Json.Arr) example.get("withheld").orElseThrow())
                .items().stream().map(leaf -> (int) ((Json.Num) leaf).value()).collect(Collectors.toSet());
    }

    private static String text(Json.Obj example, String name) {
        return ((Json.Str) example.get(name).orElseThrow()).value();
    }

    private static long number(Json.Obj example, String name) {
        return ((Json.Num) example.get(name).orElseThrow()).value();
    }
}

package org.taniq.seal;

import org.taniq.base.png.PngException;
import org.taniq.base.png.Png;
import org.taniq.base.png.Picture;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.taniq.base.Digest;

/// Makes and checks redacted copies of an invented picture and prints how long each takes.
final class PixelsBench {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 2400;
    private static final int RUNS = 9;
    private static final List<Pixels.Area> AREAS =
            List.of(new Pixels.Area(120, 400, 300, 40), new Pixels.Area(120, 1200, 500, 40));

    private final byte[] canonical;
    private final Seed seed = Seed.random(new SecureRandom());
    private final Pixels.Root root;
    private byte[] copy = {};
    private byte[] proof = {};

    private PixelsBench(Picture picture) {
        canonical = Png.write(picture);
        root = Pixels.root(picture, seed);
    }

    public static void main(String[] arguments) throws Exception {
        boolean chat = arguments[0].equals("chat");
        var bench = new PixelsBench(chat ? chat() : photograph());
        int bytes = bench.canonical.length;
        System.out.printf("%s, %d × %d, canonical PNG %,d bytes%n", arguments[0], WIDTH, HEIGHT, bytes);
        bench.run();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void run() throws Exception {
        byte[] pixels = Png.read(canonical, Png.MAX_PIXELS).picture().rgb();
        print("SHA-256 of the pixels", () -> Digest.of(pixels));
        print("canonical PNG and root", this::seal);
        print("make", this::make);
        print("check", () -> Pixels.check(copy, proof, root));
        var found = Pixels.check(copy, proof, root);
        System.out.printf(
                "proof %,d bytes; copy %,d bytes; %d tiles shown, %d withheld%n",
                proof.length, copy.length, found.shown(), found.withheld());
    }

    private void seal() throws PngException {
        var picture = Png.read(canonical, Png.MAX_PIXELS).picture();
        Png.write(picture);
        Pixels.root(picture, seed);
    }

    private void make() throws PngException {
        var picture = Png.read(canonical, Png.MAX_PIXELS).picture();
        var withheld = Pixels.leavesUnder(picture, AREAS);
        copy = Pixels.redact(picture, withheld);
        proof = Pixels.proof(picture, seed, withheld);
    }

    private static void print(String what, Work work) throws Exception {
        var seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf("  %-24s first %.3f s, median of %d %.3f s%n", what, first, RUNS, seconds[RUNS / 2]);
    }

    /// Bubbles on a faintly patterned wallpaper, filled with marks the size of letters.
    private static Picture chat() {
        var random = new SplittableRandom(1);
        var rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (225 + (i / 3 % WIDTH / 20 + i / 3 / WIDTH / 20) % 3);
        }
        for (int y = 60; y < HEIGHT - 200; y += 180) {
            box(rgb, new Pixels.Area(80, y, 600 + random.nextInt(300), 150), 255);
            for (int line = y + 20; line < y + 120; line += 50) {
                for (int x = 100; x < 620; x += 22) {
                    letter(rgb, x, line, random.split());
                }
            }
        }
        return Picture.of(WIDTH, HEIGHT, rgb, new byte[0]);
    }

    private static void letter(byte[] rgb, int x, int y, SplittableRandom random) {
        for (int stroke = 0; stroke < 3; stroke++) {
            int left = x + random.nextInt(14);
            int top = y + random.nextInt(20);
            box(rgb, new Pixels.Area(left, top, 2 + random.nextInt(4), 4 + random.nextInt(14)), random.nextInt(140));
        }
    }

    private static void box(byte[] rgb, Pixels.Area area, int grey) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = 3 * (y * WIDTH + area.x());
            Arrays.fill(rgb, from, from + 3 * area.width(), (byte) grey);
        }
    }

    /// Soft shapes under the noise of a sensor.
    private static Picture photograph() {
        var random = new SplittableRandom(2);
        var rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            double light = 128 + 60 * Math.sin(x / 90.0) + 50 * Math.cos(y / 130.0 + i % 3);
            rgb[i] = (byte) (light + random.nextInt(8));
        }
        return Picture.of(WIDTH, HEIGHT, rgb, new byte[0]);
    }
}

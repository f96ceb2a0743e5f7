import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/// A picture being drawn, with the pen for it.
record Sheet(BufferedImage image, Graphics2D pen) {
    static Sheet of(int width, int height, Color ground) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setPaint(ground);
        pen.fillRect(0, 0, width, height);
        return new Sheet(image, pen);
    }

    void box(Color colour, int... at) {
        pen.setPaint(colour);
        pen.fillRect(at[0], at[1], at[2], at[3]);
    }

    void round(Color colour, int... at) {
        pen.setPaint(colour);
        pen.fillRoundRect(at[0], at[1], at[2], at[3], at[4], at[4]);
    }

    void oval(Color colour, int... at) {
        pen.setPaint(colour);
        pen.fillOval(at[0], at[1], at[2], at[3]);
    }

    void frame(Color colour, int... at) {
        pen.setPaint(colour);
        pen.setStroke(new BasicStroke(at[4]));
        pen.drawRect(at[0], at[1], at[2], at[3]);
    }

    void text(Font font, Color colour, int x, int y, String words) {
        pen.setFont(font);
        pen.setPaint(colour);
        pen.drawString(words, x, y);
    }

    void centred(Font font, Color colour, int y, String words) {
        pen.setFont(font);
        text(font, colour, (image.getWidth() - pen.getFontMetrics().stringWidth(words)) / 2, y, words);
    }

    /// The unevenness of a camera, the same for the same seed.
    Sheet grained(long seed, int strength) {
        var random = new Random(seed);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int shift = random.nextInt(2 * strength + 1) - strength;
                int rgb = image.getRGB(x, y);
                image.setRGB(x, y, step(rgb >> 16, shift) << 16 | step(rgb >> 8, shift) << 8 | step(rgb, shift));
            }
        }
        return this;
    }

    private static int step(int part, int shift) {
        return Math.clamp((part & 0xff) + shift, 0, 255);
    }
}

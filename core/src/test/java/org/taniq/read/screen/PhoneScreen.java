package org.taniq.read.screen;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A screen of a messenger, drawn for the tests: whoever draws it knows which words stand where.
final class PhoneScreen {
    static final Colours LIGHT = new Colours(0xEFEAE2, 0xFFFFFF, 0xD9FDD3, 0x111B21);
    static final Colours DARK = new Colours(0x0B141A, 0x202C33, 0x005C4B, 0xE9EDEF);

    private static final int PADDING = 24;
    private static final int BETWEEN = 14;

    private final BufferedImage image;
    private final Colours colours;
    private final Graphics2D pen;
    private final Font font;
    private final List<Word> words = new ArrayList<>();
    private int top = BETWEEN;

    /// Of the wall, of bubbles on the left and on the right, and of letters: 0xRRGGBB.
    record Colours(int wall, int left, int right, int letters) {}

    PhoneScreen(Colours colours, int width, int height) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.colours = colours;
        this.font = font();
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(colours.wall));
        pen.fillRect(0, 0, width, height);
    }

    private static Font font() {
        try (var in = PhoneScreen.class.getResourceAsStream("/font/NotoSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A bubble on this side: its lines, and the time at the right of a line of its own.
    PhoneScreen bubble(Side side, String time, String... lines) {
        var large = font.deriveFont(40f);
        int high = pen.getFontMetrics(large).getHeight();
        int wide = 0;
        for (var line : lines) {
            wide = Math.max(wide, pen.getFontMetrics(large).stringWidth(line));
        }
        wide = Math.max(wide, 400) + 2 * PADDING;
        int left = switch (side) {
            case LEFT -> 30;
            case MIDDLE -> (image.getWidth() - wide) / 2;
            case RIGHT -> image.getWidth() - 30 - wide;
        };
        int height = high * lines.length + 2 * PADDING + (time.isEmpty() ? 0 : high);
        pen.setColor(new Color(side == Side.RIGHT ? colours.right : colours.left));
        pen.fillRoundRect(left, top, wide, height, 40, 40);
        int y = top + PADDING;
        for (var line : lines) {
            line(large, line, left + PADDING, y);
            y += high;
        }
        if (!time.isEmpty()) {
            var small = font.deriveFont(28f);
            line(small, time, left + wide - PADDING - pen.getFontMetrics(small).stringWidth(time), y);
        }
        top += height + BETWEEN;
        return this;
    }

    /// A line on the wall itself.
    PhoneScreen line(String text) {
        var large = font.deriveFont(40f);
        line(large, text, 60, top);
        top += pen.getFontMetrics(large).getHeight();
        return this;
    }

    PhoneScreen space() {
        top += 120;
        return this;
    }

    private void line(Font with, String text, int left, int y) {
        pen.setFont(with);
        pen.setColor(new Color(colours.letters));
        var metrics = pen.getFontMetrics();
        int x = left;
        for (var word : text.split(" ")) {
            var glyphs = with.createGlyphVector(metrics.getFontRenderContext(), word);
            pen.drawGlyphVector(glyphs, x, y + metrics.getAscent());
            var seen = glyphs.getPixelBounds(metrics.getFontRenderContext(), x, y + metrics.getAscent());
            words.add(new Word(word, 90, new Box(seen.x, seen.y, seen.width, seen.height)));
            x += metrics.stringWidth(word + " ");
        }
    }

    List<Word> words() {
        return List.copyOf(words);
    }

    /// @param type `png` or `jpg`
    byte[] file(String type) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, type, out);
        return out.toByteArray();
    }
}

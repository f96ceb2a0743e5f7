import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Draws the pictures of the sample case and the frames of its video: invented doors, posters and papers, no
/// photographs and no persons. `java samples/Pictures.java FOLDER` (JDK 25); seeded, so that the same JDK with
/// the
/// same fonts draws the same bytes.
final class Pictures {
    private static final Path FONTS = Path.of("/usr/share/fonts/truetype/noto");
    private static final int WIDTH = 720;
    private static final int HEIGHT = 960;
    private static final int FRAMES = 40;

    private final Path folder;
    private final Font plain;
    private final Font bold;

    private Pictures(Path folder, Font plain, Font bold) {
        this.folder = folder;
        this.plain = plain;
        this.bold = bold;
    }

    public static void main(String[] arguments) throws IOException, FontFormatException {
        System.setProperty("java.awt.headless", "true");
        var plain = Font.createFont(Font.TRUETYPE_FONT, FONTS.resolve("NotoSans-Regular.ttf").toFile());
        var bold = Font.createFont(Font.TRUETYPE_FONT, FONTS.resolve("NotoSans-Bold.ttf").toFile());
        var folder = Files.createDirectories(Path.of(arguments[0]));
        new Pictures(folder, plain, bold).drawAll();
    }

    private void drawAll() throws IOException {
        jpeg("water", water());
        jpeg("football", football());
        jpeg("cat", cat());
        jpeg("door", door().grained(4, 5));
        jpeg("flyer", flyer());
        jpeg("paint", paint().grained(6, 5));
        jpeg("window", window().grained(7, 4));
        jpeg("receipt", receipt().grained(8, 3));
        png("screenshot", screenshot());
        for (int frame = 0; frame < FRAMES; frame++) {
            png("frame-%02d".formatted(frame), videoFrame(frame));
        }
    }

    private Sheet water() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0xb8b0a2));
        sheet.box(new Color(0xfdfdf8), 60, 90, 600, 780);
        sheet.box(new Color(0xe6dfae), 300, 70, 120, 44);
        sheet.centred(bold(72), new Color(0xc01818), 210, "DİQQƏT!");
        sheet.centred(bold(40), Color.BLACK, 300, "Su kəsiləcək");
        sheet.centred(plain(34), Color.BLACK, 390, "21 oktyabr 2026, çərşənbə");
        sheet.centred(bold(52), new Color(0x1a4fa0), 480, "10:00 – 17:00");
        sheet.centred(plain(30), Color.BLACK, 570, "Buludlu küçəsi 13, 15, 17");
        sheet.centred(plain(30), Color.BLACK, 620, "Çinarlı döngə 1–9");
        sheet.centred(plain(28), Color.DARK_GRAY, 710, "Üzrxahlıq edirik.");
        sheet.centred(plain(26), Color.DARK_GRAY, 790, "Narlıbağ Su Təchizatı, növbətçi: 555-01-90");
        return sheet;
    }

    private Sheet football() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0x2f7d3a));
        for (int stripe = 0; stripe < 6; stripe++) {
            sheet.box(new Color(0x36893f), 0, stripe * 160, WIDTH, 80);
        }
        sheet.frame(Color.WHITE, 40, 40, WIDTH - 80, HEIGHT - 80, 6);
        sheet.pen().drawOval(210, 560, 300, 300);
        sheet.oval(Color.WHITE, 310, 660, 100, 100);
        sheet.oval(Color.BLACK, 345, 695, 30, 30);
        sheet.centred(bold(64), Color.WHITE, 160, "HƏYƏT KUBOKU");
        sheet.centred(bold(40), new Color(0xffe26a), 240, "Кубок двора · Avlu Kupası");
        sheet.centred(plain(36), Color.WHITE, 340, "Bazar, 25 oktyabr, saat 11:00");
        sheet.centred(plain(36), Color.WHITE, 400, "Воскресенье, 11:00");
        sheet.centred(plain(36), Color.WHITE, 460, "5 x 5, hamı gələ bilər");
        return sheet;
    }

    private Sheet cat() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0xfff6e0));
        sheet.centred(bold(76), new Color(0xb02020), 120, "ПРОПАЛ КОТ");
        var fur = new Color(0xe0933a);
        sheet.oval(fur, 210, 380, 300, 260);
        sheet.oval(fur, 250, 220, 220, 200);
        sheet.pen().fill(new Polygon(new int[] {262, 280, 340}, new int[] {270, 170, 235}, 3));
        sheet.pen().fill(new Polygon(new int[] {458, 440, 380}, new int[] {270, 170, 235}, 3));
        sheet.oval(new Color(0x356b2c), 300, 295, 34, 34);
        sheet.oval(new Color(0x356b2c), 386, 295, 34, 34);
        sheet.oval(Color.BLACK, 312, 298, 12, 28);
        sheet.oval(Color.BLACK, 398, 298, 12, 28);
        sheet.oval(new Color(0xc05a5a), 350, 345, 20, 14);
        sheet.pen().setStroke(new BasicStroke(18));
        sheet.pen().setPaint(fur);
        sheet.pen().drawArc(430, 420, 170, 190, 270, 150);
        sheet.centred(bold(48), Color.BLACK, 720, "Барсик, рыжий, ласковый");
        sheet.centred(plain(31), Color.BLACK, 780, "Пропал 26 октября у гаражей, Булудлу 17");
        sheet.centred(plain(31), Color.BLACK, 840, "Sarı pişik itib. Zəng edin: +994 50 555 01 34");
        sheet.centred(plain(30), Color.DARK_GRAY, 900, "Вознаграждение: пирог");
        return sheet;
    }

    private Sheet door() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0x9aa59a));
        sheet.box(new Color(0x6d7a70), 0, 560, WIDTH, 400);
        sheet.box(new Color(0x55504a), 0, 880, WIDTH, 80);
        sheet.box(new Color(0x3a2a1e), 150, 110, 420, 780);
        sheet.pen().setPaint(new GradientPaint(170, 0, new Color(0x7a4f30), 550, 0, new Color(0x5d3a22)));
        sheet.pen().fillRect(170, 130, 380, 750);
        sheet.frame(new Color(0x4a2d1a), 215, 180, 290, 260, 5);
        sheet.frame(new Color(0x4a2d1a), 215, 500, 290, 320, 5);
        sheet.round(new Color(0xe8d9a0), 310, 205, 100, 66, 12);
        sheet.text(bold(50), new Color(0x2a2015), 331, 256, "41");
        sheet.oval(new Color(0x191512), 348, 330, 26, 26);
        sheet.oval(new Color(0xc9c2b0), 500, 520, 34, 34);
        sheet.box(new Color(0xc9c2b0), 455, 530, 60, 14);
        sheet.round(new Color(0xd8d8d4), 610, 420, 70, 130, 10);
        sheet.oval(new Color(0x404040), 635, 500, 22, 22);
        sheet.text(plain(18), Color.DARK_GRAY, 617, 460, "3 blok");
        sheet.box(new Color(0x52606a), 210, 850, 300, 40);
        return sheet;
    }

    private Sheet paint() {
        var sheet = door();
        var pen = sheet.pen();
        var red = new Color(0xc41c1c);
        var turned = pen.getTransform();
        pen.rotate(-0.12, 360, 620);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.9f));
        sheet.text(bold(104), red, 176, 590, "RƏDD");
        sheet.text(bold(104), red, 230, 720, "OL");
        pen.setTransform(turned);
        var random = new Random(6);
        for (int drop = 0; drop < 22; drop++) {
            int x = 190 + random.nextInt(330);
            sheet.round(red, x, 560 + random.nextInt(120), 4 + random.nextInt(4), 30 + random.nextInt(110), 4);
        }
        pen.setComposite(AlphaComposite.SrcOver);
        return sheet;
    }

    private Sheet flyer() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0x141414));
        sheet.box(new Color(0xb31313), 0, 0, WIDTH, 210);
        sheet.centred(bold(76), Color.WHITE, 135, "BİABIRÇILIQ!");
        sheet.centred(bold(44), Color.WHITE, 320, "Buludlu 17, blok 3, mənzil 41");
        sheet.centred(plain(40), Color.WHITE, 410, "Bunları məhəlləmizdən qovaq!");
        sheet.centred(plain(40), Color.WHITE, 470, "Выгоним их из нашего двора!");
        sheet.centred(bold(56), new Color(0xffd23d), 600, "ŞƏNBƏ, SAAT 20:00");
        sheet.centred(bold(48), new Color(0xffd23d), 670, "HƏYƏTDƏ");
        sheet.centred(plain(36), Color.WHITE, 780, "Kişi olan gəlsin. Əliboş gəlməyin.");
        sheet.centred(plain(30), Color.LIGHT_GRAY, 880, "Çap et, yay, qapılara vur");
        return sheet;
    }

    private Sheet window() {
        var sheet = Sheet.of(WIDTH, HEIGHT, new Color(0x0b1020));
        sheet.box(new Color(0x1b2030), 90, 120, 540, 840);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 4; column++) {
                sheet.box(new Color(0x0f1422), 130 + column * 125, 160 + row * 130, 80, 90);
            }
        }
        sheet.box(new Color(0xf4d27a), 380, 290, 80, 90);
        sheet.box(new Color(0xb08a40), 417, 290, 5, 90);
        sheet.box(new Color(0xb08a40), 380, 330, 80, 4);
        sheet.oval(new Color(0xe8e8f0), 610, 40, 46, 46);
        sheet.box(new Color(0x05070d), 0, 900, WIDTH, 60);
        return sheet;
    }

    private Sheet receipt() {
        var paper = Sheet.of(620, 900, new Color(0xfbf9f0));
        paper.frame(Color.BLACK, 24, 24, 572, 852, 2);
        paper.centred(bold(34), Color.BLACK, 80, "NARLIBAĞ POÇT");
        paper.centred(plain(24), Color.BLACK, 116, "Poçt şöbəsi № 17, Çinarlı döngə 2");
        paper.centred(bold(30), Color.BLACK, 178, "QƏBZ – SİFARİŞLİ MƏKTUB");
        bars(paper, 210);
        paper.centred(bold(30), Color.BLACK, 340, "RR 000 555 017 AZ");
        var rows = List.of("Tarix: 10.11.2026   Saat: 11:42", "Göndərən: K. Daşqınlı", "Buludlu küçəsi 17, m. 41",
                "Alan: Narlıbağ rayon Polis İdarəsi,", "27-ci Polis Bölməsi", "Buludlu küçəsi 2", "Çəki: 0,046 kq",
                "Bildirişli: bəli", "Ödənilib: 3,40 AZN");
        for (int row = 0; row < rows.size(); row++) {
            paper.text(plain(26), Color.BLACK, 56, 410 + row * 42, rows.get(row));
        }
        stamp(paper.pen());
        var table = Sheet.of(WIDTH, HEIGHT, new Color(0x7b5c3f));
        var turn = AffineTransform.getRotateInstance(-0.025, 360, 480);
        turn.translate(50, 30);
        table.pen().drawImage(paper.image(), turn, null);
        return table;
    }

    private static void bars(Sheet paper, int y) {
        var random = new Random(17);
        for (int x = 130; x < 490; x += 4 + random.nextInt(6)) {
            paper.box(Color.BLACK, x, y, 2 + random.nextInt(3), 84);
        }
    }

    private void stamp(Graphics2D pen) {
        var upright = pen.getTransform();
        pen.rotate(-0.3, 480, 760);
        pen.setPaint(new Color(0x3a3f9e));
        pen.setStroke(new BasicStroke(4));
        pen.drawOval(410, 690, 140, 140);
        pen.setFont(bold(16));
        pen.drawString("NARLIBAĞ 17", 428, 752);
        pen.drawString("10.11.2026", 437, 782);
        pen.setTransform(upright);
    }

    /// One message of the drawn chat.
    private record Bubble(boolean ours, String time, List<String> rows) {}

    private Sheet screenshot() {
        var sheet = Sheet.of(1080, 2400, new Color(0x0d1418));
        var grey = new Color(0x9aa7ae);
        sheet.text(bold(40), Color.WHITE, 60, 74, "22:14");
        sheet.text(plain(36), Color.WHITE, 830, 74, "4G    61 %");
        sheet.box(new Color(0x1c262c), 0, 110, 1080, 170);
        sheet.oval(new Color(0x5a3d6e), 130, 135, 120, 120);
        sheet.text(bold(64), Color.WHITE, 166, 217, "N");
        sheet.text(bold(46), Color.WHITE, 280, 185, "narlibag_xeber_17");
        sheet.text(plain(34), grey, 280, 240, "son görülmə: bu gün, 22:11");
        sheet.text(bold(60), Color.WHITE, 46, 216, "<");
        sheet.centred(plain(34), grey, 350, "7 noyabr 2026");
        int y = 390;
        for (Bubble bubble : bubbles()) {
            y = draw(sheet, bubble, y);
        }
        sheet.round(new Color(0x1c262c), 40, 2240, 1000, 110, 55);
        sheet.text(plain(38), grey, 90, 2308, "Mesaj yaz...");
        return sheet;
    }

    private static List<Bubble> bubbles() {
        var bubbles = new ArrayList<Bubble>();
        bubbles.add(new Bubble(false, "21:47", List.of("salam fotoqraf", "şəkillərin çox bəyənildi mehelledə")));
        bubbles.add(new Bubble(true, "21:52", List.of("Kimsiniz? Bu şəkli silin.")));
        bubbles.add(new Bubble(false, "21:53", List.of("kim olduğumu sabah bilərsən",
                "salondan çıxanda arxana bax", "7-də bağlayırsan, düzdür?")));
        bubbles.add(new Bubble(true, "21:58", List.of("Yazdıqlarınızı polisə verəcəyəm.")));
        bubbles.add(new Bubble(false, "22:01", List.of("polisə getsən səni öldürəcəyik",
                "sən də, o dostun da.", "heç kim bilməyəcək")));
        bubbles.add(new Bubble(false, "22:02", List.of("найдём и закопаем, понял?")));
        bubbles.add(new Bubble(false, "22:06", List.of("Buludlu 17, blok 3, m. 41", "hamıya göndərirəm indi")));
        bubbles.add(new Bubble(true, "22:09", List.of("Bizi rahat buraxın.")));
        bubbles.add(new Bubble(false, "22:11", List.of("count ur days")));
        return bubbles;
    }

    private int draw(Sheet sheet, Bubble bubble, int y) {
        var font = plain(42);
        sheet.pen().setFont(font);
        var metrics = sheet.pen().getFontMetrics();
        int widest = bubble.rows().stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int width = Math.max(widest + 80, 240);
        int height = bubble.rows().size() * 60 + 76;
        int x = bubble.ours() ? 1080 - width - 40 : 40;
        sheet.round(bubble.ours() ? new Color(0x1f5c4a) : new Color(0x26323a), x, y, width, height, 40);
        for (int row = 0; row < bubble.rows().size(); row++) {
            sheet.text(font, Color.WHITE, x + 40, y + 60 + row * 60, bubble.rows().get(row));
        }
        sheet.text(plain(28), new Color(0xb8c4ca), x + width - 110, y + height - 18, bubble.time());
        return y + height + 26;
    }

    private Sheet videoFrame(int frame) {
        var random = new Random(100 + frame);
        var sheet = Sheet.of(360, 640, Color.BLACK);
        boolean blow = frame % 9 < 2 && frame > 6;
        int shake = blow ? 9 : 3;
        var turn = AffineTransform.getTranslateInstance(random.nextInt(shake) - 60, random.nextInt(shake) - 60);
        turn.scale(0.66, 0.76);
        sheet.pen().drawImage(door().image(), turn, null);
        sheet.pen().setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, blow ? 0.3f : 0.5f));
        sheet.box(Color.BLACK, 0, 0, 360, 640);
        sheet.pen().setComposite(AlphaComposite.SrcOver);
        if (blow) {
            sheet.oval(new Color(0x0c0a09), 90, 300 + random.nextInt(20), 120, 130);
            sheet.box(new Color(0x0c0a09), 120, 400, 70, 240);
        }
        return sheet;
    }

    private Font plain(int size) {
        return plain.deriveFont((float) size);
    }

    private Font bold(int size) {
        return bold.deriveFont((float) size);
    }

    private void png(String name, Sheet sheet) throws IOException {
        ImageIO.write(sheet.image(), "png", folder.resolve(name + ".png").toFile());
    }

    private void jpeg(String name, Sheet sheet) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.75f);
        try (var out = ImageIO.createImageOutputStream(Files.newOutputStream(folder.resolve(name + ".jpg")))) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(sheet.image(), null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}

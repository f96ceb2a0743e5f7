package org.taniq.tell;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.taniq.tell.DossierPages.Answers;
import org.taniq.tell.DossierPages.Capturer;
import org.taniq.tell.DossierPages.Certainty;
import org.taniq.tell.DossierPages.Command;
import org.taniq.tell.DossierPages.Completeness;
import org.taniq.tell.DossierPages.Counts;
import org.taniq.tell.DossierPages.Custody;
import org.taniq.tell.DossierPages.Event;
import org.taniq.tell.DossierPages.Exhibit;
import org.taniq.tell.DossierPages.Front;
import org.taniq.tell.DossierPages.Kind;
import org.taniq.tell.DossierPages.Language;
import org.taniq.tell.DossierPages.LogIdentity;
import org.taniq.tell.DossierPages.Mark;
import org.taniq.tell.DossierPages.Moment;
import org.taniq.tell.DossierPages.Passage;
import org.taniq.tell.DossierPages.Picture;
import org.taniq.tell.DossierPages.Place;
import org.taniq.tell.DossierPages.Proof;
import org.taniq.tell.DossierPages.Run;
import org.taniq.tell.DossierPages.Sender;
import org.taniq.tell.DossierPages.State;
import org.taniq.tell.DossierPages.Step;
import org.taniq.tell.DossierPages.StepProof;
import org.taniq.tell.DossierPages.TimeAnswer;

/// Dossiers of invented people.
final class DossierSample {

    static final String HASH = "9f2c1e0b7a5d4c3f8e6a1b0d2c4f6e8a9b7c5d3e1f0a2b4c6d8e0f1a3b5c7d9e";
    static final String KEY = "SHA256:4b1d 77c0 92ae 5f13 c8e4 0a6b d25f 91c3";
    static final String THREAT = "Ünvanını bilirəm. Bu axşam gələcəyik, gözlə.";
    static final String GEORGIAN = "ვიცი სად ცხოვრობ და მოვალ.";
    static final String RUSSIAN = "Мы знаем, где ты живёшь. Жди нас завтра.";
    static final String ARABIC = "سلام عليكم، نعرف أين تسكن (شارع 12).";

    private DossierSample() {}

    /// What OCR must read in the pages of `full(language)`, one sentence a line: evidence in four scripts,
    /// and the fixed words that a judge reads first.
    static List<String> sentences(Language language) {
        var words = DossierWords.of(language);
        List<String> sentences = new ArrayList<>(List.of(THREAT, RUSSIAN, GEORGIAN));
        for (var word : List.of(
                Word.TITLE,
                Word.COVER_WHAT,
                Word.LIMIT_AUTHOR,
                Word.LIMIT_TIME,
                Word.LIMIT_LOG,
                Word.LIMIT_SEEN,
                Word.LIMIT_EXPORT,
                Word.LIMIT_SELECTION,
                Word.LIMIT_LAW,
                Word.READING_EMOJI,
                Word.CERTAINTY_ZONE_MISSING)) {
            sentences.add(words.say(word));
        }
        return sentences;
    }

    static DossierPages full(Language language) {
        return pages(language, exhibits());
    }

    static DossierPages pages(Language language, List<Exhibit> exhibits) {
        var capturer = new Capturer("Nigar Səfərli", "paralegal, Bərdə", "laptop “Çinar”, Linux", KEY);
        var front = new Front(
                language,
                "Səfərli and others, threats in a chat group",
                "2026-11-19 14:02 +04:00",
                capturer,
                new Counts(exhibits.size(), 1, 3, 1));
        return new DossierPages(
                front,
                exhibits,
                steps(),
                custody(),
                answers(),
                new LogIdentity("taniq/5e1b08d2c94f4a7793bb16a0d7e2c455", 1894, HASH, KEY));
    }

    static DossierPages empty(Language language) {
        var front = new Front(
                language,
                "An empty case",
                "2026-11-19 14:02 +04:00",
                new Capturer("Nigar Səfərli", "paralegal", "laptop", KEY),
                new Counts(0, 0, 0, 0));
        return new DossierPages(
                front,
                List.of(),
                List.of(),
                List.of(),
                new Answers(new TimeAnswer.Unproven("2026-11-19 14:02 +04:00"), List.of(), List.of()),
                new LogIdentity("taniq/00", 0, HASH, KEY));
    }

    static List<Exhibit> exhibits() {
        List<Exhibit> all = new ArrayList<>();
        all.add(exhibit(1, Passage.of(THREAT), List.of(), List.of()));
        all.add(exhibit(2, withheldName(), List.of(Mark.EDITED), List.of()));
        all.add(exhibit(3, Passage.of(RUSSIAN + " ❤️🔥👨‍👩‍👧 1️⃣"), List.of(Mark.FORWARDED), List.of()));
        all.add(exhibit(4, Passage.of(GEORGIAN), List.of(), List.of()));
        all.add(exhibit(5, Passage.of(ARABIC), List.of(), List.of()));
        all.add(exhibit(
                6,
                Passage.of("Gəl\u200Bsən\u202E görər\u0007sən \u2066x\u2069 𒀀 漢 \uDB40\uDC41 եւ"),
                List.of(Mark.LOOKALIKE),
                List.of()));
        all.add(exhibit(
                7,
                Passage.of("<script>alert('x')</script> <b>bold</b> &amp; ${7*7} ]]> (Tj) \\ BT /F0"),
                List.of(),
                List.of()));
        all.add(exhibit(8, Passage.of("a".repeat(2000) + "ə".repeat(2000)), List.of(), List.of()));
        all.add(exhibit(9, Passage.of(longMessage()), List.of(), List.of()));
        all.add(exhibit(10, Passage.NONE, List.of(Mark.DELETED, Mark.ATTACHMENT_OMITTED), List.of()));
        all.add(picture(11, 1080, 2340));
        all.add(picture(12, 720, 5200));
        all.add(exhibit(
                13,
                Passage.NONE,
                List.of(),
                List.of(new Picture(
                        Passage.of("IMG-20261102-WA0007.jpg"),
                        () -> new ByteArrayInputStream(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2})))));
        all.add(exhibit(
                14,
                Passage.NONE,
                List.of(),
                List.of(new Picture(Passage.of("IMG-20261102-WA0009.jpg"), () -> encoded("jpeg", 1600, 1200)))));
        return all;
    }

    static List<Exhibit> many(int count) {
        List<Exhibit> many = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            many.add(exhibit(i, Passage.of(i % 3 == 0 ? RUSSIAN : THREAT + " " + THREAT), List.of(), List.of()));
        }
        return many;
    }

    static Passage withheldName() {
        return new Passage(List.of(
                new Run.Shown("Aysel, de ki "),
                new Run.Withheld(),
                new Run.Shown(" evdən çıxmasın, yoxsa "),
                new Run.Withheld(),
                new Run.Shown(" kimi olacaq. Hamıya deyəcəyik.")));
    }

    static Exhibit exhibit(int number, Passage text, List<Mark> marks, List<Picture> pictures) {
        var place = new Place(Passage.of("WhatsApp Chat with Məhəllə.txt"), "line " + (400 + number * 3));
        Sender sender = number % 2 == 0 ? new Sender.Pseudonym("Person 3") : new Sender.Named("Rauf Quliyev", "rauf.q");
        var moment = number % 4 == 3
                ? Moment.of("02.11.2026, 21:14", Certainty.ZONE_STATED, "Asia/Baku")
                : Moment.of("02.11.2026, 21:" + (10 + number % 50), Certainty.ZONE_MISSING, "");
        return new Exhibit(
                number,
                Kind.MESSAGE,
                place,
                moment,
                sender,
                text,
                number == 2 ? Passage.of("The line before says: “Hamı yığılıb”.") : Passage.NONE,
                marks,
                pictures,
                new Proof(String.format(Locale.ROOT, "proof/%04d.json", number), 210 + number, HASH));
    }

    static Exhibit picture(int number, int width, int height) {
        return new Exhibit(
                number,
                Kind.SCREENSHOT,
                new Place(Passage.of("Screenshot_20261103.png"), "the whole file"),
                Moment.of("2026-11-03T09:12:44+04:00", Certainty.EXACT, ""),
                new Sender.Nobody(),
                Passage.NONE,
                Passage.of("Taken on the phone of the person concerned."),
                List.of(Mark.PICTURE_AREA_WITHHELD),
                List.of(new Picture(
                        Passage.of("Screenshot_20261103.png, " + width + " × " + height),
                        () -> encoded("png", width, height))),
                new Proof(String.format(Locale.ROOT, "proof/%04d.json", number), 400, HASH));
    }

    /// A screenshot of a chat without letters, which would depend on the fonts of the machine.
    private static InputStream encoded(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0xE5, 0xDD, 0xD5));
        graphics.fillRect(0, 0, width, height);
        for (int y = 60, i = 1; y < height - 150; y += 190, i++) {
            graphics.setColor(i % 2 == 0 ? new Color(0xDC, 0xF8, 0xC6) : Color.WHITE);
            graphics.fillRoundRect(i % 2 == 0 ? width / 4 : 40, y, width * 2 / 3, 140, 30, 30);
            graphics.setColor(Color.DARK_GRAY);
            for (int line = 0; line < 3; line++) {
                graphics.fillRect((i % 2 == 0 ? width / 4 : 40) + 30, y + 28 + line * 36, width / 2 - line * 70, 12);
            }
        }
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static String longMessage() {
        var text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            text.append(i)
                    .append(". ")
                    .append(THREAT)
                    .append(' ')
                    .append(RUSSIAN)
                    .append(" Yenə yazıram ki, hər kəs eşitsin və bilsin.");
            text.append(i % 5 == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private static List<Step> steps() {
        return List.of(
                new Step(
                        "Complaint about threats",
                        "Prosecutor's Office of the district",
                        "Criminal Code, as stated in the letter",
                        State.SILENT,
                        List.of(
                                new Event(State.SENT, LocalDate.of(2026, 9, 1), "date of the postal receipt"),
                                new Event(
                                        State.DELIVERED,
                                        LocalDate.of(2026, 9, 4),
                                        "date on the delivery notice, signed by the registry"),
                                new Event(
                                        State.SILENT,
                                        LocalDate.of(2026, 10, 5),
                                        "no answer in the register of letters received")),
                        List.of(
                                new StepProof(
                                        "1, registered",
                                        "Postal receipt RR 000 123 456 AZ, photographed on both sides",
                                        "exhibit/S1-receipt.png"),
                                new StepProof(
                                        "2, own record", "Copy of the letter as it was sent", "exhibit/S1-letter.pdf")),
                        ""),
                new Step(
                        "Report to the platform",
                        "The platform's form for threats",
                        "Community rules on threats of violence",
                        State.REFUSED,
                        List.of(
                                new Event(State.SENT, LocalDate.of(2026, 9, 2), "screenshot of the form"),
                                new Event(State.REFUSED, LocalDate.of(2026, 9, 2), "notice in the account")),
                        List.of(),
                        "Statement 0123456789abcdef0123456789abcdef-7, said by Nigar Səfərli. Other statements on this step"
                                + " do not know of it; all of them hold, and each is shown."));
    }

    private static List<Custody> custody() {
        return List.of(
                new Custody(
                        "2026-11-02 22:40 +04:00",
                        "WhatsApp Chat with Məhəllə.zip added: exported by the person concerned and handed over on a memory card",
                        "Nigar Səfərli",
                        "laptop “Çinar”",
                        12,
                        "9f2c1e0b7a5d4c3f"),
                new Custody(
                        "2026-11-02 22:40 +04:00",
                        "Read into 912 records by whatsapp-text/1",
                        "Nigar Səfərli",
                        "laptop “Çinar”",
                        13,
                        "11aa03b7a5d4c3f8"),
                new Custody(
                        "2026-11-03 09:20 +04:00",
                        "Screenshot_20261103.png added",
                        "Nigar Səfərli",
                        "laptop “Çinar”",
                        19,
                        "77d0e1b7a5d4c3f9"));
    }

    private static Answers answers() {
        return new Answers(
                new TimeAnswer.Stamped(
                        "Example Time Authority",
                        "2026-11-01T08:00:00Z",
                        "2026-11-03T05:31:10Z",
                        "2026-11-03 09:30 +04:00"),
                List.of(
                        new Completeness(Passage.of("WhatsApp Chat with Məhəllə.txt"), 10, 912),
                        new Completeness(Passage.of("Screenshot_20261103.png"), 1, 1)),
                List.of(
                        new Command("sha256sum", "sha256sum -c --strict proof/SHA256SUMS"),
                        new Command(
                                "openssl",
                                "openssl ts -verify -token_in -in META-INF/timestamp001.tst -data META-INF/ASiCManifest001.xml -CAfile proof/authority-ca.pem"),
                        new Command("python3", "python3 verifier/check.py dossier.asice")));
    }
}

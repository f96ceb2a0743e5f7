package org.taniq.seal;

import static org.taniq.seal.Forged.CASE;
import static org.taniq.seal.Forged.EVIDENCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// Forgeries of proofs, exhibits and their index, in a container whose manifest and note fit them.
final class ProofForgeries {
    private static final String STATEMENT = "statement";
    private static final String EXHIBIT = "exhibit";
    private static final String EXHIBITS = "proof/exhibits.json";

    /// The ends of ranges that nobody sees.
    private static final int[] UNSEEN = {
        0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2800, 0x3164, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF0, 0xFFF8,
        0xFFFE, 0xFFFF, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0x1FFFE, 0xE0080, 0xE0FFF, 0x10FFFE, 0x10FFFF
    };

    private ProofForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        statements(all);
        paths(all);
        exhibits(all);
        readings(all);
        pictures(all);
        indexes(all);
        return all;
    }

    private static void edited(List<Forgery> all, String name, long index, UnaryOperator<String> change) {
        all.add(Forgery.ofEntries("statement: " + name, STATEMENT, forged -> {
            String file = Forged.statement(EVIDENCE, index);
            String honest = forged.text(file);
            String changed = change.apply(honest);
            if (changed.equals(honest)) {
                throw new IllegalStateException("nothing forged: " + name);
            }
            forged.put(file, changed);
        }));
    }

    private static void statements(List<Forgery> all) {
        var honest = new Forged();
        honest.prove();
        String sha = honest.letter.disclosed("sha256");
        String other = new Draft("other", "item/1", Set.of())
                .forge("sha256", Json.of("0".repeat(64)))
                .disclosed("sha256");
        edited(all, "two values for one field", 1, text -> text.replace(sha, sha + "\",\"" + other));
        edited(all, "another value for a field", 1, text -> text.replace(sha, other));
        edited(all, "a value twice", 1, text -> text.replace(sha, sha + "\",\"" + sha));
        edited(all, "values in another order", 1, text -> swapped(text, sha, honest.letter.disclosed("size")));
        edited(all, "white space", 1, text -> text.replace(",\"path\"", ", \"path\""));
        edited(all, "a line feed behind", 1, text -> text + "\n");
        edited(all, "another member", 1, text -> text.replace("\"trees\":{}", "\"trees\":{},\"x\":1"));
        edited(all, "a member twice", 1, text -> text.replace("\"trees\":{}", "\"trees\":{},\"trees\":{}"));
        edited(
                all,
                "order of members",
                1,
                text -> "{\"trees\":{}," + text.substring(1).replace(",\"trees\":{}", ""));
        edited(all, "no trees", 1, text -> text.replace(",\"trees\":{}", ""));
        edited(all, "another index", 1, text -> text.replace("\"index\":1,", "\"index\":2,"));
        edited(all, "an index that is true", 1, text -> text.replace("\"index\":1,", "\"index\":true,"));
        edited(all, "an index below nothing", 1, text -> text.replace("\"index\":1,", "\"index\":-1,"));
        edited(all, "another log", 1, text -> text.replace(EVIDENCE, CASE));
        edited(all, "a disclosure that is a number", 1, text -> text.replace("\"" + sha + "\"", "1"));
        edited(
                all,
                "a leaf that is null",
                1,
                text -> text.replaceFirst("\"leaf\":\"(\\\\.|[^\"])*\"", "\"leaf\":null"));
        edited(all, "nothing", 1, text -> "");
        edited(all, "null", 1, text -> "null");
        edited(all, "brackets only", 1, text -> "[".repeat(200_000));
        String row = "{\"index\":1,\"leaf\":\"{\\\"taniq\\\":\\\"record/1";
        edited(all, "a record at 0", 3, text -> text.replace(row, row.replace(":1,", ":0,")));
        edited(all, "a record at 2", 3, text -> text.replace(row, row.replace(":1,", ":2,")));
        edited(all, "a record at 3", 3, text -> text.replace(row, row.replace(":1,", ":3,")));
        String shown = honest.records.get(1).proof(1, Draft.tree(honest.records), "");
        edited(all, "a record twice", 3, text -> text.replace(shown, shown + "," + shown));
        edited(
                all,
                "records in another order",
                3,
                text -> text.replace(
                        shown, honest.records.get(2).proof(2, Draft.tree(honest.records), "") + "," + shown));
        all.add(Forgery.ofEntries(
                "statement: under another name",
                STATEMENT,
                forged -> forged.entries.put(
                        Forged.statement(EVIDENCE, 2), forged.entries.get(Forged.statement(EVIDENCE, 1)))));
        all.add(Forgery.ofEntries(
                "statement: of a log that is not there",
                STATEMENT,
                forged -> forged.entries.put(
                        Forged.statement("0".repeat(32), 1), forged.entries.get(Forged.statement(EVIDENCE, 1)))));
    }

    private static String swapped(String text, String one, String two) {
        return text.replace(one, "*").replace(two, one).replace("*", two);
    }

    private static void paths(List<Forgery> all) {
        String hash = "\"" + "0".repeat(64) + "\"";
        edited(all, "a path that is longer", 1, text -> text.replace("],\"show\"", "," + hash + "],\"show\""));
        edited(
                all,
                "a path that is shorter",
                1,
                text -> text.replaceFirst(",\"[0-9a-f]{64}\"\\],\"show\"", "],\"show\""));
        edited(all, "no path", 1, text -> text.replaceFirst("\"path\":\\[[^\\]]*\\]", "\"path\":[]"));
        edited(all, "another path", 1, text -> text.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\"", "\"path\":[" + hash));
        edited(all, "a path in capitals", 1, text -> capitals(text));
        edited(all, "a path of numbers", 1, text -> text.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\"", "\"path\":[1"));
    }

    private static String capitals(String text) {
        int from = text.indexOf("\"path\":[") + 8;
        int to = text.indexOf("]", from);
        return text.substring(0, from)
                + text.substring(from, to).toUpperCase(java.util.Locale.ROOT)
                + text.substring(to);
    }

    private static void exhibit(List<Forgery> all, String name, String found, String from, String to) {
        all.add(Forgery.ofEntries("exhibit: " + name, found, forged -> forged.edit(EXHIBITS, from, to)));
    }

    private static void exhibits(List<Forgery> all) {
        exhibit(all, "numbered with a gap", "exhibits", "\"E002\"", "\"E004\"");
        exhibit(all, "numbered twice", "exhibits", "\"E002\"", "\"E001\"");
        exhibit(all, "without a proof", "exhibit", "\"index\":1,", "\"index\":2,");
        exhibit(all, "of another item", "exhibit", "\"index\":1,", "\"index\":4,");
        exhibit(all, "a record that is not proven", "exhibit", "\"record\":1", "\"record\":2");
        exhibit(all, "a record that is true", "exhibits", "\"record\":1", "\"record\":true");
        exhibit(all, "a record of an item", "exhibit", "\"index\":3,", "\"index\":1,");
        exhibit(all, "a record with a file", "exhibits", "\"file\":null", "\"file\":\"exhibit/E001.txt\"");
        exhibit(all, "another exhibit's file", "exhibit", "exhibit/E002.txt", "exhibit/E003.png");
        exhibit(all, "a file that is an entry of another kind", "exhibit", "exhibit/E002.txt", "dossier.pdf");
        exhibit(all, "a file that climbs", "exhibit", "exhibit/E002.txt", "exhibit/../E002.txt");
        exhibit(all, "a picture without its proof", "exhibit", "\"proof/pixels/E003.bin\"", "null");
        exhibit(all, "another member", "exhibits", "\"record\":1", "\"record\":1,\"x\":1");
        exhibit(all, "white space", "exhibits", ",{", ", {");
        exhibit(all, "not a list", "exhibits", "[", "");
        all.add(Forgery.ofEntries("exhibit: files swapped", "exhibit", forged -> {
            forged.entries.put("exhibit/E003.txt", forged.entries.remove("exhibit/E002.txt"));
            forged.entries.put("exhibit/E002.png", forged.entries.remove("exhibit/E003.png"));
            forged.edit(EXHIBITS, "exhibit/E002.txt", "exhibit/E003.txt");
            forged.edit(EXHIBITS, "exhibit/E003.png", "exhibit/E002.png");
            String index = forged.text("index.csv");
            forged.put("index.csv", index.replace("E002.txt", "E003.txt").replace("E003.png", "E002.png"));
        }));
        for (var suffix : List.of("html", "exe", "svg", "js", "")) {
            all.add(Forgery.ofEntries("exhibit: of a kind that runs: " + suffix, "container", forged -> {
                forged.entries.put("exhibit/E002." + suffix, forged.entries.remove("exhibit/E002.txt"));
                forged.edit(EXHIBITS, "E002.txt", "E002." + suffix);
                forged.edit("index.csv", "E002.txt", "E002." + suffix);
            }));
        }
        suffix(all, "a letter that is called a document", "E002.txt", "E002.pdf");
        suffix(all, "a letter that is called nothing", "E002.txt", "E002.bin");
        suffix(all, "a picture that is called a document", "E003.png", "E003.pdf"); // packed so, it opens as one
        all.add(Forgery.ofLeaves(
                "exhibit: a suffix whose kind is withheld",
                "exhibit",
                forged -> forged.letter.shown.remove("mediaType")));
        all.add(Forgery.ofEntries(
                "exhibit: a file of none", "exhibits", forged -> forged.put("exhibit/E009.txt", "x")));
        all.add(Forgery.ofEntries(
                "exhibit: a picture's proof of none", "exhibits", forged -> forged.put("proof/pixels/E009.bin", "x")));
        all.add(Forgery.ofEntries("exhibit: a letter with other words", "exhibit", forged -> {
            forged.put("exhibit/E002.txt", "To the thieves");
            forged.put("index.csv", forged.index("\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\""));
        }));
        for (int length = 0; length < 2; length++) {
            var size = Json.parse(length == 1 ? "true" : "false"); // which a language may take for a number
            byte[] letter = new byte[length];
            all.add(Forgery.ofLeaves("exhibit: a size that is " + size, "exhibit", forged -> {
                forged.letterBytes = letter;
                forged.letter.forge("size", size);
            }));
        }
        all.add(Forgery.ofLeaves(
                "exhibit: another size than sealed", "exhibit", forged -> forged.letter.forge("size", Json.of(15))));
        all.add(Forgery.ofLeaves(
                "exhibit: its size not shown", "exhibit", forged -> forged.letter.shown.remove("size")));
        all.add(Forgery.ofLeaves(
                "exhibit: its digest not shown", "exhibit", forged -> forged.letter.shown.remove("sha256")));
        all.add(Forgery.ofLeaves(
                "exhibit: pixels not shown", "exhibit", forged -> forged.picture.shown.remove("pixels")));
        all.add(Forgery.ofLeaves(
                "exhibit: pixels that are null", "exhibit", forged -> forged.picture.forge("pixels", Json.NULL)));
    }

    private static void readings(List<Forgery> all) {
        for (var field : List.of("items", "parser", "skipped", "replaces")) {
            all.add(Forgery.ofLeaves(
                    "reading: without " + field, EXHIBIT, forged -> forged.reading.shown.remove(field)));
        }
        for (var field : List.of("type", "marks")) {
            all.add(Forgery.ofLeaves(
                    "reading: a record without " + field,
                    EXHIBIT,
                    forged -> forged.records.get(1).shown.remove(field)));
        }
        for (var type : List.of("null", "\"Note\"", "\"create\"", "\"Create \"", "[\"Create\"]")) {
            all.add(Forgery.ofLeaves(
                    "reading: a record of type " + type,
                    EXHIBIT,
                    forged -> forged.records.get(1).forge("type", Json.parse(type))));
        }
        for (var marks : List.of(
                "null",
                "{}",
                "1",
                "[1]",
                "[\"\"]",
                "[\"-a\"]",
                "[\"Edited\"]",
                "[\"b\",\"a\"]",
                "[\"a\",\"a\"]",
                "[\"verified by a court\"]",
                "[\"" + "a".repeat(33) + "\"]")) {
            all.add(Forgery.ofLeaves(
                    "reading: a record with marks " + marks,
                    EXHIBIT,
                    forged -> forged.records.get(1).forge("marks", Json.parse(marks))));
        }
        for (var items : List.of("null", "[]", "[null]", "[{}]", "{\"index\":2}")) {
            all.add(Forgery.ofLeaves(
                    "reading: of " + items, EXHIBIT, forged -> forged.reading.forge("items", Json.parse(items))));
        }
        all.add(Forgery.ofLeaves(
                "reading: of something that is no item",
                EXHIBIT,
                forged -> forged.reading.forge("items", Json.of(List.of(Forged.pointer(EVIDENCE, 0, forged.first))))));
        for (var skipped : List.of("null", "{}", "{\"count\":-1}", "{\"count\":\"2\"}", "{\"count\":true}", "2")) {
            all.add(Forgery.ofLeaves(
                    "reading: skipped " + skipped,
                    EXHIBIT,
                    forged -> forged.reading.forge("skipped", Json.parse(skipped))));
        }
        all.add(new Forgery(
                "exhibit: a picture whole, and in part",
                "exhibits",
                ProofForgeries::measured,
                ProofForgeries::whole,
                Forgery.NOTHING,
                bytes -> bytes));
    }

    private static void measured(Forged forged) {
        byte[] png = Png.write(forged.drawing);
        forged.picture.shown.addAll(Set.of("sha256", "size"));
        forged.picture.put("sha256", Json.of(Digest.of(png).hex())).put("size", Json.of(png.length));
    }

    private static void whole(Forged forged) {
        byte[] png = Png.write(forged.drawing);
        forged.entries.put("exhibit/E004.png", png);
        String exhibit = Exhibited.text(List.of(new Exhibited.OfFile("E004", EVIDENCE, 4, "exhibit/E004.png")))
                .substring(1);
        forged.put(EXHIBITS, forged.text(EXHIBITS).replaceFirst("]$", "," + exhibit));
        forged.put("index.csv", forged.text("index.csv") + forged.file("E004", 4, "exhibit/E004.png"));
    }

    private static void suffix(List<Forgery> all, String name, String from, String to) {
        all.add(Forgery.ofEntries("exhibit: " + name, "exhibit", forged -> {
            forged.entries.put("exhibit/" + to, Objects.requireNonNull(forged.entries.remove("exhibit/" + from)));
            forged.edit(EXHIBITS, from, to);
            forged.edit("index.csv", from, to);
        }));
    }

    private static void picture(List<Forgery> all, String name, Forgery.Step change) {
        all.add(Forgery.ofEntries("picture: " + name, "exhibit", forged -> {
            change.on(forged);
            forged.put("index.csv", forged.index("\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\""));
        }));
    }

    private static void pictures(List<Forgery> all) {
        var drawn = SmallVault.drawing();
        picture(
                all,
                "re-flowed",
                forged -> forged.entries.put(
                        "exhibit/E003.png", Png.write(Picture.of(70, 100, drawn.rgb(), new byte[0]))));
        picture(all, "a pixel changed", forged -> {
            byte[] rgb = drawn.rgb();
            rgb[0] ^= 1;
            forged.entries.put("exhibit/E003.png", Pixels.redact(Picture.of(100, 70, rgb, new byte[0]), Set.of(6)));
        });
        picture(
                all,
                "the withheld tiles shown black",
                forged -> forged.entries.put("exhibit/E003.png", Pixels.redact(drawn, Set.of())));
        picture(
                all,
                "proof of another picture",
                forged -> forged.entries.put(
                        "proof/pixels/E003.bin", Pixels.proof(drawn, Seed.ofBytes(new byte[32]), Set.of())));
        picture(
                all,
                "proof of another profile",
                forged -> Objects.requireNonNull(forged.entries.get("proof/pixels/E003.bin"))[20]++);
        picture(
                all,
                "proof with more behind",
                forged -> forged.entries.put(
                        "proof/pixels/E003.bin", Arrays.copyOf(forged.entries.get("proof/pixels/E003.bin"), 1000)));
        picture(
                all,
                "proof cut off",
                forged -> forged.entries.put(
                        "proof/pixels/E003.bin", Arrays.copyOf(forged.entries.get("proof/pixels/E003.bin"), 100)));
        picture(all, "bytes behind the PNG", forged -> {
            byte[] png = Objects.requireNonNull(forged.entries.get("exhibit/E003.png"));
            forged.entries.put("exhibit/E003.png", Arrays.copyOf(png, png.length + 1));
        });
        picture(all, "not a PNG", forged -> forged.put("exhibit/E003.png", "a picture"));
    }

    /// A sender whose name the index says as it is, where it must be written otherwise.
    private static void told(List<Forgery> all, String name, String sender) {
        all.add(new Forgery(
                "index: a sender who " + name,
                "index",
                forged -> forged.records.get(1).forge("actorName", Json.of(sender)),
                forged -> forged.edit("index.csv", "Kamran", sender),
                Forgery.NOTHING,
                bytes -> bytes));
    }

    private static void indexes(List<Forgery> all) {
        all.add(Forgery.ofEntries(
                "index: another text", "index", forged -> forged.edit("index.csv", "Söyüd", "Palıd")));
        all.add(Forgery.ofEntries(
                "index: another sender", "index", forged -> forged.edit("index.csv", "Kamran", "Elçin")));
        all.add(Forgery.ofEntries(
                "index: a line less",
                "index",
                forged -> forged.put("index.csv", forged.text("index.csv").replaceFirst("\"E003[^\n]*\n", ""))));
        all.add(Forgery.ofEntries(
                "index: a line more",
                "index",
                forged -> forged.put("index.csv", forged.text("index.csv") + "\"E004\"\n")));
        all.add(Forgery.ofEntries(
                "index: carriage returns",
                "index",
                forged -> forged.put("index.csv", forged.text("index.csv").replace("\n", "\r\n"))));
        for (var hidden :
                List.of("\u00AD", "\u034F", "\u115F", "\u180E", "\u206A", "\uFFF9", "\uDB40\uDC41", "\uFF1D", "\n")) {
            told(all, "hides behind " + Integer.toHexString(hidden.codePointAt(0)), hidden + "Kamran");
        }
        for (int point : UNSEEN) {
            told(all, "hides better behind " + Integer.toHexString(point), Character.toString(point) + "Kamran");
        }
        told(all, "is a formula behind a semicolon", "K;=1");
        told(all, "is a formula in full width behind a semicolon", "K;;\uFF1D1");
        told(all, "is called as what is withheld", "[withheld]");
        told(all, "is called as more than what is withheld", "Kamran [withheld] Bey");
        all.add(Forgery.ofLeaves(
                "index: a withheld sender told",
                "index",
                forged -> forged.records.get(1).shown.remove("actorName")));
    }
}

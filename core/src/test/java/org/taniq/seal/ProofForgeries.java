package org.taniq.seal;

import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import static org.taniq.seal.Forged.CASE;
import static org.taniq.seal.Forged.EVIDENCE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Forgeries of logs, proofs, exhibits and notes, in a container whose manifest and note fit them.
final class ProofForgeries {
    private static final String STATEMENT = "statement";
    private static final String CHECKPOINT = "proof/log/" + EVIDENCE + "/checkpoint";
    private static final String VKEY = "proof/log/" + EVIDENCE + "/vkey";
    private static final String EXHIBITS = "proof/exhibits.json";
    private static final String NOTE = "MANIFEST.note";
    private static final BigInteger ORDER = BigInteger.TWO
            .pow(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));

    private ProofForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        checkpoints(all);
        keys(all);
        statements(all);
        paths(all);
        exhibits(all);
        pictures(all);
        indexes(all);
        notes(all);
        return all;
    }

    private static SigningKey stranger() {
        return SigningKey.of(EVIDENCE, Digest.of(new byte[] {1}).bytes());
    }

    private static void checkpoint(List<Forgery> all, String name, String found, UnaryOperator<String> change) {
        all.add(Forgery.ofEntries("checkpoint: " + name, found, forged -> {
            String honest = forged.text(CHECKPOINT);
            String text = change.apply(honest.substring(0, honest.indexOf("\n\n") + 1));
            forged.entries.put(CHECKPOINT, Note.sign(text, forged.evidenceKey));
        }));
    }

    private static void checkpoints(List<Forgery> all) {
        checkpoint(all, "a smaller size", STATEMENT, text -> text.replace("\n5\n", "\n4\n"));
        checkpoint(all, "size 0", STATEMENT, text -> text.replace("\n5\n", "\n0\n"));
        checkpoint(all, "a larger size", STATEMENT, text -> text.replace("\n5\n", "\n9\n"));
        checkpoint(all, "a size with a zero before", "log", text -> text.replace("\n5\n", "\n05\n"));
        checkpoint(all, "a size that is none", "log", text -> text.replace("\n5\n", "\n-5\n"));
        checkpoint(all, "a size beyond numbers", "log", text -> text.replace("\n5\n", "\n" + "9".repeat(30) + "\n"));
        checkpoint(all, "an extension line", "log", text -> text + "more\n");
        checkpoint(all, "another origin", "log", text -> text.replace(EVIDENCE, CASE));
        checkpoint(all, "a root of 31 bytes", "log", text -> text.replaceFirst("\n[^\n]{44}\n", "\n" + "A".repeat(40)
                + "AA==\n"));
        checkpoint(all, "a root with unused bits", "log", text -> text.replaceFirst(".=\n$", "B=\n"));
        all.add(Forgery.ofEntries("checkpoint: an older one", STATEMENT, forged -> {
            var tree = Draft.tree(forged.evidence.subList(0, 3));
            forged.entries.put(
                    CHECKPOINT, new Checkpoint("taniq/" + EVIDENCE, 3, tree.root()).sign(forged.evidenceKey));
        }));
        all.add(Forgery.ofEntries("checkpoint: another log's", "log", forged -> forged.entries.put(
                CHECKPOINT, forged.entries.get("proof/log/" + CASE + "/checkpoint"))));
        all.add(Forgery.ofEntries("checkpoint: signed by a stranger", "log", forged -> {
            String text = forged.text(CHECKPOINT);
            forged.entries.put(CHECKPOINT, Note.sign(text.substring(0, text.indexOf("\n\n") + 1), stranger()));
        }));
        all.add(Forgery.ofEntries("checkpoint: S + L", "log", forged -> forged.put(CHECKPOINT, malleable(forged.text(CHECKPOINT)))));
        all.add(Forgery.ofEntries("checkpoint: without a signature", "log", forged -> forged.put(
                CHECKPOINT, forged.text(CHECKPOINT).replaceFirst("(?s)\n\n.*", "\n\n"))));
        all.add(Forgery.ofEntries("checkpoint: a line that is no signature", "log", forged -> forged.put(
                CHECKPOINT, forged.text(CHECKPOINT) + "signed by nobody\n")));
        all.add(Forgery.ofEntries("checkpoint: two signatures of its log", "log", forged -> forged.put(
                CHECKPOINT, forged.text(CHECKPOINT) + forged.text(CHECKPOINT).replaceFirst("(?s).*\n\n", ""))));
        all.add(Forgery.ofEntries("checkpoint: missing", "log", forged -> forged.entries.remove(CHECKPOINT)));
    }

    /// The same signature with its S made larger by the group's order.
    static String malleable(String note) {
        int at = note.lastIndexOf(' ') + 1;
        byte[] signature = Base64.getDecoder().decode(note.substring(at).strip());
        byte[] little = Arrays.copyOfRange(signature, 36, 68);
        reverse(little);
        byte[] larger = new BigInteger(1, little).add(ORDER).toByteArray();
        reverse(larger);
        System.arraycopy(Arrays.copyOf(larger, 32), 0, signature, 36, 32);
        return note.substring(0, at) + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    private static void reverse(byte[] bytes) {
        for (int i = 0; i < bytes.length / 2; i++) {
            byte other = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = bytes[i];
            bytes[i] = other;
        }
    }

    private static void vkey(List<Forgery> all, String name, UnaryOperator<String> change) {
        all.add(Forgery.ofEntries("vkey: " + name, "log", forged -> forged.put(VKEY, change.apply(forged.text(VKEY)))));
    }

    private static void keys(List<Forgery> all) {
        vkey(all, "another key id", text -> text.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+"));
        vkey(all, "no line feed", String::strip);
        vkey(all, "two line feeds", text -> text + "\n");
        vkey(all, "carriage return", text -> text.replace("\n", "\r\n"));
        vkey(all, "another log's", text -> new Forged().caseKey.verifier().text() + "\n");
        vkey(all, "of another kind", text -> text.replaceFirst("\\+A", "+B"));
        vkey(all, "without its key", text -> text.replaceFirst("\\+[^+]*\n", "+\n"));
        vkey(all, "not UTF-8", text -> "\uD800" + text);
        all.add(Forgery.ofEntries("key: swapped, all signed anew", "log", forged -> {
            String text = forged.text(CHECKPOINT);
            forged.put(VKEY, stranger().verifier().text() + "\n");
            forged.entries.put(CHECKPOINT, Note.sign(text.substring(0, text.indexOf("\n\n") + 1), stranger()));
        }));
        all.add(Forgery.ofLeaves("key: one of small order, which signs anything", "log", ProofForgeries::smallOrder));
    }

    /// The neutral point as key: R neutral and S zero is then a signature of every message.
    private static void smallOrder(Forged forged) {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        var key = new VerifierKey("taniq/" + CASE, neutral);
        forged.caseFirst.forge("key", Json.of(key.text()));
        forged.prove();
        byte[] signature = new byte[68];
        System.arraycopy(key.id4(), 0, signature, 0, 4);
        signature[4] = 1;
        String file = "proof/log/" + CASE + "/checkpoint";
        String text = forged.text(file);
        String note = text.substring(0, text.lastIndexOf(' ') + 1) + Base64.getEncoder().encodeToString(signature) + "\n";
        forged.later.put("proof/log/" + CASE + "/vkey", key.text() + "\n");
        forged.later.put(file, note);
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
        String other = new Draft("other", "item/1", Set.of()).forge("sha256", Json.of("0".repeat(64))).disclosed("sha256");
        edited(all, "two values for one field", 1, text -> text.replace(sha, sha + "\",\"" + other));
        edited(all, "another value for a field", 1, text -> text.replace(sha, other));
        edited(all, "a value twice", 1, text -> text.replace(sha, sha + "\",\"" + sha));
        edited(all, "values in another order", 1, text -> swapped(text, sha, honest.letter.disclosed("size")));
        edited(all, "white space", 1, text -> text.replace(",\"path\"", ", \"path\""));
        edited(all, "a line feed behind", 1, text -> text + "\n");
        edited(all, "another member", 1, text -> text.replace("\"trees\":{}", "\"trees\":{},\"x\":1"));
        edited(all, "a member twice", 1, text -> text.replace("\"trees\":{}", "\"trees\":{},\"trees\":{}"));
        edited(all, "order of members", 1, text -> "{\"trees\":{}," + text.substring(1).replace(",\"trees\":{}", ""));
        edited(all, "no trees", 1, text -> text.replace(",\"trees\":{}", ""));
        edited(all, "another index", 1, text -> text.replace("\"index\":1,", "\"index\":2,"));
        edited(all, "an index that is true", 1, text -> text.replace("\"index\":1,", "\"index\":true,"));
        edited(all, "an index below nothing", 1, text -> text.replace("\"index\":1,", "\"index\":-1,"));
        edited(all, "another log", 1, text -> text.replace(EVIDENCE, CASE));
        edited(all, "a disclosure that is a number", 1, text -> text.replace("\"" + sha + "\"", "1"));
        edited(all, "a leaf that is null", 1, text -> text.replaceFirst("\"leaf\":\"(\\\\.|[^\"])*\"", "\"leaf\":null"));
        edited(all, "nothing", 1, text -> "");
        edited(all, "null", 1, text -> "null");
        edited(all, "brackets only", 1, text -> "[".repeat(200_000));
        String row = "{\"index\":1,\"leaf\":\"{\\\"taniq\\\":\\\"record/1";
        edited(all, "a record at 0", 3, text -> text.replace(row, row.replace(":1,", ":0,")));
        edited(all, "a record at 2", 3, text -> text.replace(row, row.replace(":1,", ":2,")));
        edited(all, "a record at 3", 3, text -> text.replace(row, row.replace(":1,", ":3,")));
        String shown = honest.records.get(1).proof(1, Draft.tree(honest.records), "");
        edited(all, "a record twice", 3, text -> text.replace(shown, shown + "," + shown));
        edited(all, "records in another order", 3, text -> text.replace(
                shown, honest.records.get(2).proof(2, Draft.tree(honest.records), "") + "," + shown));
        all.add(Forgery.ofEntries("statement: under another name", STATEMENT, forged -> forged.entries.put(
                Forged.statement(EVIDENCE, 2), forged.entries.get(Forged.statement(EVIDENCE, 1)))));
        all.add(Forgery.ofEntries("statement: of a log that is not there", STATEMENT, forged -> forged.entries.put(
                Forged.statement("0".repeat(32), 1), forged.entries.get(Forged.statement(EVIDENCE, 1)))));
    }

    private static String swapped(String text, String one, String two) {
        return text.replace(one, "*").replace(two, one).replace("*", two);
    }

    private static void paths(List<Forgery> all) {
        String hash = "\"" + "0".repeat(64) + "\"";
        edited(all, "a path that is longer", 1, text -> text.replace("],\"show\"", "," + hash + "],\"show\""));
        edited(all, "a path that is shorter", 1, text -> text.replaceFirst(",\"[0-9a-f]{64}\"\\],\"show\"", "],\"show\""));
        edited(all, "no path", 1, text -> text.replaceFirst("\"path\":\\[[^\\]]*\\]", "\"path\":[]"));
        edited(all, "another path", 1, text -> text.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\"", "\"path\":[" + hash));
        edited(all, "a path in capitals", 1, text -> capitals(text));
        edited(all, "a path of numbers", 1, text -> text.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\"", "\"path\":[1"));
    }

    private static String capitals(String text) {
        int from = text.indexOf("\"path\":[") + 8;
        int to = text.indexOf("]", from);
        return text.substring(0, from) + text.substring(from, to).toUpperCase(java.util.Locale.ROOT) + text.substring(to);
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
        all.add(Forgery.ofEntries("exhibit: a file of none", "exhibits", forged -> forged.put("exhibit/E009.txt", "x")));
        all.add(Forgery.ofEntries("exhibit: a picture's proof of none", "exhibits", forged -> forged.put("proof/pixels/E009.bin", "x")));
        all.add(Forgery.ofEntries("exhibit: a letter with other words", "exhibit", forged -> {
            forged.put("exhibit/E002.txt", "To the thieves");
            forged.put("index.csv", forged.index("\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\""));
        }));
        all.add(Forgery.ofLeaves("exhibit: another size than sealed", "exhibit", forged -> forged.letter.forge("size", Json.of(15))));
        all.add(Forgery.ofLeaves("exhibit: its size not shown", "exhibit", forged -> forged.letter.shown.remove("size")));
        all.add(Forgery.ofLeaves("exhibit: its digest not shown", "exhibit", forged -> forged.letter.shown.remove("sha256")));
        all.add(Forgery.ofLeaves("exhibit: pixels not shown", "exhibit", forged -> forged.picture.shown.remove("pixels")));
        all.add(Forgery.ofLeaves("exhibit: pixels that are null", "exhibit", forged -> forged.picture.forge("pixels", Json.NULL)));
    }

    private static void picture(List<Forgery> all, String name, Forgery.Step change) {
        all.add(Forgery.ofEntries("picture: " + name, "exhibit", forged -> {
            change.on(forged);
            forged.put("index.csv", forged.index("\"\",\"[withheld] ünvanı: Söyüd küçəsi 7\""));
        }));
    }

    private static void pictures(List<Forgery> all) {
        var drawn = SmallVault.drawing();
        picture(all, "re-flowed", forged -> forged.entries.put(
                "exhibit/E003.png", Png.write(Picture.of(70, 100, drawn.rgb(), new byte[0]))));
        picture(all, "a pixel changed", forged -> {
            byte[] rgb = drawn.rgb();
            rgb[0] ^= 1;
            forged.entries.put("exhibit/E003.png", Pixels.redact(Picture.of(100, 70, rgb, new byte[0]), Set.of(6)));
        });
        picture(all, "the withheld tiles shown black", forged -> forged.entries.put(
                "exhibit/E003.png", Pixels.redact(drawn, Set.of())));
        picture(all, "proof of another picture", forged -> forged.entries.put(
                "proof/pixels/E003.bin", Pixels.proof(drawn, Seed.ofBytes(new byte[32]), Set.of())));
        picture(all, "proof with more behind", forged -> forged.entries.put(
                "proof/pixels/E003.bin", Arrays.copyOf(forged.entries.get("proof/pixels/E003.bin"), 1000)));
        picture(all, "proof cut off", forged -> forged.entries.put(
                "proof/pixels/E003.bin", Arrays.copyOf(forged.entries.get("proof/pixels/E003.bin"), 100)));
        picture(all, "bytes behind the PNG", forged -> {
            byte[] png = forged.entries.get("exhibit/E003.png");
            forged.entries.put("exhibit/E003.png", Arrays.copyOf(png, png.length + 1));
        });
        picture(all, "not a PNG", forged -> forged.put("exhibit/E003.png", "a picture"));
    }

    private static void indexes(List<Forgery> all) {
        all.add(Forgery.ofEntries("index: another text", "index", forged -> forged.edit("index.csv", "Söyüd", "Palıd")));
        all.add(Forgery.ofEntries("index: another sender", "index", forged -> forged.edit("index.csv", "Kamran", "Elçin")));
        all.add(Forgery.ofEntries("index: a line less", "index", forged -> forged.put(
                "index.csv", forged.text("index.csv").replaceFirst("\"E003[^\n]*\n", ""))));
        all.add(Forgery.ofEntries("index: a line more", "index", forged -> forged.put(
                "index.csv", forged.text("index.csv") + "\"E004\"\n")));
        all.add(Forgery.ofEntries("index: carriage returns", "index", forged -> forged.put(
                "index.csv", forged.text("index.csv").replace("\n", "\r\n"))));
        all.add(Forgery.ofLeaves("index: a withheld sender told", "index", forged -> forged.records.get(1).shown.remove("actorName")));
    }

    private static void notes(List<Forgery> all) {
        all.add(Forgery.ofSigned("note: a stranger's key", "note", forged -> forged.note("court", stranger())));
        all.add(Forgery.ofSigned("note: the case log's key", "note", forged -> forged.note("court", forged.caseKey)));
        all.add(Forgery.ofSigned("note: another edition", "note", forged -> forged.note("public", forged.evidenceKey)));
        all.add(Forgery.ofSigned("note: another manifest", "note", forged -> {
            byte[] manifest = forged.entries.get("MANIFEST.sha256");
            forged.put("MANIFEST.sha256", "");
            forged.note("court", forged.evidenceKey);
            forged.entries.put("MANIFEST.sha256", manifest);
        }));
        all.add(Forgery.ofSigned("note: an extension line", "note", forged -> {
            String text = forged.text(NOTE);
            String more = text.substring(0, text.indexOf("\n\n") + 1) + "more\n";
            forged.entries.put(NOTE, Note.sign(more, forged.evidenceKey));
        }));
        all.add(Forgery.ofSigned("note: S + L", "note", forged -> forged.put(NOTE, malleable(forged.text(NOTE)))));
        all.add(Forgery.ofSigned("note: a line that is no signature", "note", forged -> forged.put(
                NOTE, forged.text(NOTE) + "certified by the court\n")));
        all.add(Forgery.ofSigned("note: a stranger's signature beside", "note", forged -> {
            String text = forged.text(NOTE);
            forged.put(NOTE, text + text.substring(text.indexOf("\u2014")).replace(EVIDENCE, "a-court"));
        }));
        all.add(Forgery.ofSigned("note: no signature", "note", forged -> forged.put(
                NOTE, forged.text(NOTE).replaceFirst("(?s)\n\n.*", "\n\n"))));
        all.add(Forgery.ofSigned("note: a checkpoint", "note", forged -> forged.entries.put(NOTE, forged.entries.get(CHECKPOINT))));
    }
}

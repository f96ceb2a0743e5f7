package org.taniq.seal;

import static org.taniq.seal.Forged.CASE;
import static org.taniq.seal.Forged.EVIDENCE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Forgeries of keys, checkpoints and the note over the manifest, by who owns the keys of both logs.
final class LogForgeries {
    private static final String STATEMENT = "statement";
    private static final String CHECKPOINT = "proof/log/" + EVIDENCE + "/checkpoint";
    private static final String VKEY = "proof/log/" + EVIDENCE + "/vkey";
    private static final String NOTE = "MANIFEST.note";
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private LogForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        checkpoints(all);
        heads(all);
        versions(all);
        keys(all);
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
        checkpoint(
                all,
                "a root of 31 bytes",
                "log",
                text -> text.replaceFirst("\n[^\n]{44}\n", "\n" + "A".repeat(40) + "AA==\n"));
        checkpoint(all, "a root with unused bits", "log", text -> text.replaceFirst(".=\n$", "B=\n"));
        all.add(Forgery.ofEntries("checkpoint: an older one", STATEMENT, forged -> {
            var tree = Draft.tree(forged.evidence.subList(0, 3));
            forged.entries.put(
                    CHECKPOINT, new Checkpoint("taniq/" + EVIDENCE, 3, tree.root()).sign(forged.evidenceKey));
        }));
        all.add(Forgery.ofEntries(
                "checkpoint: another log's",
                "log",
                forged -> forged.entries.put(CHECKPOINT, forged.entries.get("proof/log/" + CASE + "/checkpoint"))));
        all.add(Forgery.ofEntries("checkpoint: signed by a stranger", "log", forged -> {
            String text = forged.text(CHECKPOINT);
            forged.entries.put(CHECKPOINT, Note.sign(text.substring(0, text.indexOf("\n\n") + 1), stranger()));
        }));
        all.add(Forgery.ofEntries(
                "checkpoint: S + L", "log", forged -> forged.put(CHECKPOINT, malleable(forged.text(CHECKPOINT)))));
        all.add(Forgery.ofEntries(
                "checkpoint: without a signature",
                "log",
                forged -> forged.put(CHECKPOINT, forged.text(CHECKPOINT).replaceFirst("(?s)\n\n.*", "\n\n"))));
        all.add(Forgery.ofEntries(
                "checkpoint: a line that is no signature",
                "log",
                forged -> forged.put(CHECKPOINT, forged.text(CHECKPOINT) + "signed by nobody\n")));
        all.add(Forgery.ofEntries(
                "checkpoint: two signatures of its log",
                "log",
                forged -> forged.put(
                        CHECKPOINT,
                        forged.text(CHECKPOINT) + forged.text(CHECKPOINT).replaceFirst("(?s).*\n\n", ""))));
        for (var name : List.of("a\u007Fb", "a\u0081b", "a+b", "caf\u00E9", "a\u3000b", "x".repeat(129))) {
            cosigned(all, "a name as " + name, "\u2014 " + name + " AAAA\n");
        }
        cosigned(all, "more than 64 KiB", ("\u2014 friend " + "A".repeat(1032) + "\n").repeat(63));
        all.add(Forgery.ofEntries(
                "checkpoint: a carriage return between signatures",
                "log",
                forged -> forged.put(
                        CHECKPOINT,
                        forged.text(CHECKPOINT)
                                        .substring(0, forged.text(CHECKPOINT).length() - 1)
                                + "\r\u2014 friend AAAA\n")));
        all.add(Forgery.ofEntries("checkpoint: missing", "log", forged -> forged.entries.remove(CHECKPOINT)));
    }

    private static void versions(List<Forgery> all) {
        for (var version : List.of("0", "01", "02", "2", "-2", "2.0", "1000000", "")) {
            all.add(Forgery.ofSigned(
                    "version: " + version, "note", forged -> forged.version(version, "court", forged.evidenceKey)));
        }
        all.add(Forgery.ofSigned(
                "version: a newer one by a stranger", "note", forged -> forged.version("3", "court", stranger())));
        all.add(Forgery.ofSigned("version: a newer one and another entry", "manifest", forged -> {
            forged.put("dossier.pdf", "%PDF-1.7 another");
            forged.version("3", "court", forged.evidenceKey);
        }));
        all.add(Forgery.ofSigned("version: a newer one and an entry more", "manifest", forged -> {
            forged.put("proof/new.json", "{}");
            forged.version("3", "court", forged.evidenceKey);
        }));
        all.add(Forgery.ofSigned("version: a newer one for another manifest", "note", forged -> {
            forged.version("3", "court", forged.evidenceKey);
            forged.put(NOTE, forged.text(NOTE).replaceFirst("\n[0-9a-f]{64}\n", "\n" + "0".repeat(64) + "\n"));
        }));
    }

    private static void knew(List<Forgery> all, String name, String heads) {
        all.add(Forgery.ofLeaves("head: " + name, "heads", forged -> {
            forged.first.shown.add("continues");
            forged.first.forge("continues", Json.parse(heads));
        }));
    }

    private static String head(String origin, long size, char root) {
        return "{\"origin\":\"taniq/" + origin + "\",\"root\":\""
                + String.valueOf(root).repeat(64) + "\",\"size\":" + size + "}";
    }

    private static void heads(List<Forgery> all) {
        String gone = "0".repeat(32);
        knew(all, "another past of a log that is here", "[" + head(CASE, 2, '0') + "]");
        knew(all, "more of a log than is here", "[" + head(CASE, 3, '0') + "]");
        knew(all, "two pasts of a log that is not here", "[" + head(gone, 7, '0') + "," + head(gone, 7, '1') + "]");
        knew(all, "no list", head(gone, 7, '0'));
        knew(all, "a number", "0");
        knew(all, "false", "false");
        knew(all, "a list of nothing", "[null]");
        knew(all, "a root that is none", "[" + head(gone, 7, 'x') + "]");
        knew(all, "a size below nothing", "[" + head(gone, -7, '0') + "]");
        knew(all, "another member", "[" + head(gone, 7, '0').replace("}", ",\"x\":1}") + "]");
    }

    private static void cosigned(List<Forgery> all, String name, String lines) {
        all.add(Forgery.ofEntries(
                "cosignature: " + name, "log", forged -> forged.put(CHECKPOINT, forged.text(CHECKPOINT) + lines)));
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
        all.add(Forgery.ofLeaves("key: one of small order, which signs anything", "log", LogForgeries::smallOrder));
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
        String note = text.substring(0, text.lastIndexOf(' ') + 1)
                + Base64.getEncoder().encodeToString(signature) + "\n";
        forged.later.put("proof/log/" + CASE + "/vkey", key.text() + "\n");
        forged.later.put(file, note);
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
        all.add(Forgery.ofSigned(
                "note: a line that is no signature",
                "note",
                forged -> forged.put(NOTE, forged.text(NOTE) + "certified by the court\n")));
        all.add(Forgery.ofSigned("note: a stranger's signature beside", "note", forged -> {
            String text = forged.text(NOTE);
            forged.put(NOTE, text + text.substring(text.indexOf("\u2014")).replace(EVIDENCE, "a-court"));
        }));
        all.add(Forgery.ofSigned(
                "note: no signature",
                "note",
                forged -> forged.put(NOTE, forged.text(NOTE).replaceFirst("(?s)\n\n.*", "\n\n"))));
        all.add(Forgery.ofSigned(
                "note: a checkpoint", "note", forged -> forged.entries.put(NOTE, forged.entries.get(CHECKPOINT))));
    }
}

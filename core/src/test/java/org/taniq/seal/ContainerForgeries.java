package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Forgeries of the ZIP and of its list of entries.
final class ContainerForgeries {
    private static final String CONTAINER = "container";
    private static final byte[] LOCAL = {'P', 'K', 3, 4};
    private static final byte[] CENTRAL = {'P', 'K', 1, 2};
    private static final byte[] END = {'P', 'K', 5, 6};

    private ContainerForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        entries(all);
        names(all);
        bytes(all);
        headers(all);
        return all;
    }

    private static void entries(List<Forgery> all) {
        all.add(Forgery.ofSigned(
                "entry: not in the manifest", "manifest", forged -> forged.put("exhibit/E009.txt", "x")));
        all.add(Forgery.ofSigned(
                "entry: gone", "manifest", forged -> forged.entries.remove(Forged.statement(Forged.CASE, 1))));
        all.add(Forgery.ofSigned(
                "entry: PDF changed", "manifest", forged -> forged.put("dossier.pdf", "%PDF-1.7 another")));
        all.add(Forgery.ofSigned("entry: PDF gone", CONTAINER, forged -> forged.entries.remove("dossier.pdf")));
        for (var name : List.of("MANIFEST.sha256", "MANIFEST.note", "index.csv", "proof/exhibits.json", "VERIFY.txt")) {
            all.add(Forgery.ofSigned("entry: no " + name, CONTAINER, forged -> forged.entries.remove(name)));
        }
        all.add(Forgery.ofEntries(
                "entry: proofs of more than 64 MiB",
                "manifest",
                forged -> forged.put("VERIFY.txt", "x".repeat(64 << 20))));
        manifest(all, "a line less", text -> text.substring(text.indexOf('\n') + 1));
        manifest(all, "a line twice", text -> text.substring(0, text.indexOf('\n') + 1) + text);
        manifest(all, "an entry that is not there", text -> text + "0".repeat(64) + "  zero\n");
        manifest(all, "binary marks", text -> text.replace("  ", " *"));
        manifest(all, "capitals", text -> text.substring(0, 64).toUpperCase(Locale.ROOT) + text.substring(64));
        manifest(all, "no last line feed", String::strip);
        manifest(all, "nothing", text -> "");
    }

    private static void manifest(List<Forgery> all, String name, UnaryOperator<String> change) {
        all.add(Forgery.ofSigned("manifest: " + name, "manifest", forged -> {
            forged.put("MANIFEST.sha256", change.apply(forged.manifest()));
            forged.note("court", forged.evidenceKey);
        }));
    }

    private static void names(List<Forgery> all) {
        for (var name : List.of(
                "proof/extra.json",
                "mimetype",
                "META-INF/manifest.xml",
                "exhibit/",
                "exhibit/a/E009.txt",
                "proof/log/x/vkey",
                "exhibit/E9.txt",
                "../x",
                "/etc/passwd",
                "exhibit/../x",
                "exhibit//E009.txt",
                ".hidden",
                "a b",
                "exhibit\\E009.txt",
                "",
                "exhibit/E009.txt/",
                "x".repeat(121),
                "exhibit/E009." + "x".repeat(120),
                "exhibit/E009.\u0001",
                "proof/statement/" + Forged.EVIDENCE + "-01.json",
                "Mimetype",
                "exhibit/E009",
                "exhibit/E009.tar.gz")) {
            all.add(Forgery.ofEntries("name: " + name, CONTAINER, forged -> forged.put(name, "x")));
        }
        all.add(Forgery.ofZip("name: not ASCII", CONTAINER, zip -> {
            byte[] forged = zip.clone();
            for (int at = indexOf(forged, ascii("VERIFY.txt"), 0);
                    at >= 0;
                    at = indexOf(forged, ascii("VERIFY.txt"), at)) {
                forged[at] = (byte) 0xC9;
            }
            return forged;
        }));
    }

    private static List<Map.Entry<String, byte[]>> honest() {
        var forged = new Forged();
        forged.prove();
        forged.sign();
        return new ArrayList<>(forged.entries.entrySet());
    }

    private static void bytes(List<Forgery> all) {
        all.add(Forgery.ofZip("zip: bytes behind", CONTAINER, zip -> Arrays.copyOf(zip, zip.length + 1)));
        all.add(Forgery.ofZip("zip: bytes before", CONTAINER, zip -> inserted(zip, 0)));
        all.add(Forgery.ofZip("zip: bytes between entries", CONTAINER, zip -> inserted(zip, indexOf(zip, LOCAL, 1))));
        all.add(Forgery.ofZip(
                "zip: bytes before the directory", CONTAINER, zip -> inserted(zip, indexOf(zip, CENTRAL, 0))));
        all.add(Forgery.ofZip("zip: bytes before the end", CONTAINER, zip -> inserted(zip, zip.length - 22)));
        all.add(Forgery.ofZip("zip: two ends", CONTAINER, zip -> {
            byte[] twice = Arrays.copyOf(zip, zip.length + 22);
            System.arraycopy(zip, zip.length - 22, twice, zip.length, 22);
            return twice;
        }));
        all.add(Forgery.ofZip("zip: no directory", CONTAINER, zip -> Arrays.copyOf(zip, indexOf(zip, CENTRAL, 0))));
        all.add(Forgery.ofZip("zip: nothing", CONTAINER, zip -> new byte[0]));
        all.add(Forgery.ofZip("zip: no entries", CONTAINER, zip -> Forged.zip(List.of())));
        all.add(Forgery.ofZip("zip: not one", CONTAINER, zip -> ascii("a letter, not a dossier")));
        all.add(Forgery.ofZip("zip: an entry twice", CONTAINER, zip -> {
            var entries = honest();
            entries.add(1, entries.getFirst());
            return Forged.zip(entries);
        }));
        all.add(Forgery.ofZip("zip: an entry twice with two contents", CONTAINER, zip -> {
            var entries = honest();
            entries.add(Map.entry("index.csv", ascii("x")));
            return Forged.zip(entries);
        }));
        all.add(Forgery.ofZip("zip: entries in another order", CONTAINER, zip -> {
            var entries = honest();
            entries.add(entries.removeFirst());
            return Forged.zip(entries);
        }));
        all.add(Forgery.ofZip("zip: a thousand entries", CONTAINER, zip -> {
            var entries = honest();
            for (int i = entries.size(); i < 1000; i++) {
                entries.add(Map.entry(String.format(Locale.ROOT, "x%04d", i), new byte[0]));
            }
            return Forged.zip(entries);
        }));
        all.add(Forgery.ofZip("zip: the directory lists an entry less", CONTAINER, zip -> {
            var fewer = honest();
            fewer.removeLast();
            byte[] directory = Forged.zip(fewer);
            int from = indexOf(directory, CENTRAL, 0);
            byte[] forged = Arrays.copyOf(zip, indexOf(zip, CENTRAL, 0) + directory.length - from);
            System.arraycopy(directory, from, forged, indexOf(zip, CENTRAL, 0), directory.length - from);
            return forged;
        }));
    }

    /// Sets a byte of the first local header, of the first central one or of the end.
    private static void set(List<Forgery> all, String name, byte[] header, int at, int value) {
        String found = header == LOCAL ? "entry" : CONTAINER;
        all.add(Forgery.ofZip("header: " + name, found, zip -> {
            byte[] forged = zip.clone();
            int place = indexOf(forged, header, 0) + at;
            if (forged[place] == (byte) value) {
                throw new IllegalStateException("nothing forged: " + name);
            }
            forged[place] = (byte) value;
            return forged;
        }));
    }

    private static void headers(List<Forgery> all) {
        set(all, "version needed", LOCAL, 4, 10);
        set(all, "encrypted", LOCAL, 6, 1);
        set(all, "data descriptor", LOCAL, 6, 8);
        set(all, "UTF-8 names", LOCAL, 7, 8);
        set(all, "compressed", LOCAL, 8, 8);
        set(all, "time", LOCAL, 10, 1);
        set(all, "date", LOCAL, 12, 34);
        set(all, "checksum", LOCAL, 14, 0);
        set(all, "size", LOCAL, 18, 1);
        set(all, "extra field", LOCAL, 28, 1);
        set(all, "made by", CENTRAL, 5, 3);
        set(all, "made by version", CENTRAL, 4, 30);
        set(all, "compressed in the directory", CENTRAL, 10, 8);
        set(all, "flags in the directory", CENTRAL, 8, 8);
        set(all, "date in the directory", CENTRAL, 14, 34);
        set(all, "size in the directory", CENTRAL, 24, 1);
        set(all, "largest size", CENTRAL, 27, 0xff);
        set(all, "extra field in the directory", CENTRAL, 30, 1);
        set(all, "comment of an entry", CENTRAL, 32, 1);
        set(all, "disk", CENTRAL, 34, 1);
        set(all, "attributes", CENTRAL, 38, 1);
        set(all, "offset", CENTRAL, 42, 1);
        set(all, "name in the directory", CENTRAL, 46, 'N');
        set(all, "number of disks", END, 4, 1);
        set(all, "number of entries", END, 8, 1);
        set(all, "length of the directory", END, 12, 1);
        set(all, "place of the directory", END, 16, 1);
        set(all, "comment", END, 20, 1);
        all.add(Forgery.ofZip("header: both say compressed", CONTAINER, zip -> {
            byte[] forged = zip.clone();
            forged[8] = 8;
            forged[indexOf(zip, CENTRAL, 0) + 10] = 8;
            return forged;
        }));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] inserted(byte[] bytes, int at) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = 'x';
        return longer;
    }

    static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int at = from; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}

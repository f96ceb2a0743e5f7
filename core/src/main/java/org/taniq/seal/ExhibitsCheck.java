package org.taniq.seal;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// Checks that each exhibit is what a statement proves, that no file lies in a dossier beside them, and
/// that `index.csv` says what the proofs say.
final class ExhibitsCheck {
    private static final int LARGEST_PICTURE = 512 << 20;
    private static final long BYTES_A_TILE = 3 * 32 * 32;
    private static final long MOST_TILES = (1 << 23) + 1;

    private final DossierEntries entries;
    private final LogsCheck logs;
    private final Checked checked;
    private final Set<String> used = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> pictures = new HashSet<>();

    ExhibitsCheck(DossierEntries entries, LogsCheck logs, Checked checked) {
        this.entries = entries;
        this.logs = logs;
        this.checked = checked;
    }

    /// @param memory how many bytes may be held at once
    void check(long memory) throws IOException {
        var csv = new IndexCsv();
        checked.step("exhibits", "proof/exhibits.json", () -> {
            for (var exhibit : Exhibited.parse(entries.text("proof/exhibits.json"))) {
                checked.step("exhibit", exhibit.exhibit(), () -> checkExhibit(exhibit, csv, memory));
            }
            refuseUnused();
            refuseBoth();
        });
        checked.step("index", "index.csv", () -> {
            if (!csv.text().equals(entries.text("index.csv"))) {
                throw new Altered("not what the proofs say");
            }
        });
    }

    /// The statements, as `<log>-<index>`, whose files are exhibits as they were sealed.
    Set<String> whole() {
        return Collections.unmodifiableSet(whole);
    }

    /// One statement could be given two pictures: its file, and other pixels.
    private void refuseBoth() throws Altered {
        for (var name : whole) {
            if (pictures.contains(name)) {
                throw new Altered(Said.of("{statement} is shown with a whole file and with pixels", "statement", name));
            }
        }
    }

    private void refuseUnused() throws Altered {
        for (var name : entries.names()) {
            boolean file = DossierEntries.EXHIBIT.matcher(name).matches()
                    || DossierEntries.PIXELS.matcher(name).matches();
            if (file && !used.contains(name)) {
                throw new Altered(Said.of("no exhibit has the file {file}", "file", name));
            }
        }
    }

    private void checkExhibit(Exhibited exhibit, IndexCsv csv, long memory) throws IOException {
        String name = exhibit.log() + "-" + exhibit.index();
        var proof = logs.proofs().get(name);
        if (proof == null) {
            throw new Altered("nothing proves it");
        }
        switch (exhibit) {
            case Exhibited.OfRecord record -> {
                var shown = record(proof, record.record());
                ReadingCheck.check(proof, shown, logs.proofs());
                if (csv.length() <= DossierEntries.LARGEST_PROOF) {
                    csv.record(record, shown); // longer than a text can be, it is not the one in the container
                }
            }
            case Exhibited.OfFile file -> {
                whole.add(name);
                use(file.file(), "exhibit/" + file.exhibit() + "." + Exhibited.suffix(proof.value("mediaType")));
                csv.file(file, file.file(), sha256OfFile(file.file(), proof));
            }
            case Exhibited.OfPicture picture -> {
                pictures.add(name);
                use(picture.file(), "exhibit/" + picture.exhibit() + ".png");
                use(picture.proof(), "proof/pixels/" + picture.exhibit() + ".bin");
                csv.file(picture, picture.file(), entries.sha256(picture.file()).hex());
                checkPicture(picture, proof, memory / 2);
            }
        }
    }

    private void use(String name, String expected) throws Altered {
        if (!name.equals(expected) || !entries.has(name) || !used.add(name)) {
            throw new Altered("its file is missing, is another exhibit's, or has another suffix than its kind");
        }
    }

    private static Proof record(Proof reading, long record) throws Altered {
        return reading.row("records", record).orElseThrow(() -> new Altered("its record is not proven"));
    }

    private String sha256OfFile(String file, Proof item) throws IOException {
        String sha256 = entries.sha256(file).hex();
        if (!item.value("sha256").equals(Optional.of(Json.of(sha256)))) {
            throw new Altered(Said.of("{file} is not the file that was sealed", "file", file));
        }
        if (!item.value("size").equals(Optional.of(Json.of(entries.size(file))))) {
            throw new Altered(Said.of("{file} has another size than was sealed", "file", file));
        }
        return sha256;
    }

    private void checkPicture(Exhibited.OfPicture picture, Proof item, long memory) throws IOException {
        var value = item.value("pixels").orElseThrow(() -> new Altered("its pixels are not proven"));
        var tree = ProofCheck.TreeValue.of(value, Schema.PIXELS);
        if (Math.max(entries.size(picture.file()), entries.size(picture.proof())) > LARGEST_PICTURE) {
            throw new Altered("a picture or its proof has more than 512 MiB");
        }
        refuseTooLarge(entries.size(picture.file()) + entries.size(picture.proof()), tree.size(), memory);
        byte[] png = entries.bytes(picture.file(), LARGEST_PICTURE);
        byte[] proof = entries.bytes(picture.proof(), LARGEST_PICTURE);
        if (Pixels.check(png, proof, new Pixels.Root(tree.size(), tree.root())).profiled()) {
            checked.fine(
                    "warning",
                    Said.of(
                            "{exhibit}: the colours of the sealed picture were meant by a profile that this copy does not hold",
                            "exhibit",
                            picture.exhibit()));
        }
    }

    /// Both files are held in memory with the pixels that they unfold to, 3 KiB a tile, and a part more.
    private static void refuseTooLarge(long files, long tiles, long memory) throws Checked.TooLarge {
        if (tiles > MOST_TILES) {
            return; // no picture has so many: that is said before anything is unpacked
        }
        if (tiles > memory / BYTES_A_TILE || files > (memory - tiles * BYTES_A_TILE) / 4) {
            throw new Checked.TooLarge();
        }
    }
}

package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.acquire.Archive;
import org.taniq.act.Steps;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngException;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.seal.Assembly;
import org.taniq.seal.Container;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.RawText;
import org.taniq.seal.ShownRow;
import org.taniq.seal.Unlocked;
import org.taniq.seal.WriterKeys;

/// Fills a dossier: decides what each exhibit shows, has it proven, and has the pages drawn. Nothing that is
/// withheld
/// reaches the pages or the container; if a withheld name is found in them nonetheless, nothing is written.
final class DossierWriter {
    private static final Set<String> ALWAYS = Set.of("type", "published", "lines", "marks");
    private static final Set<String> OF_ITEM =
            Set.of("mediaType", "derivedFrom", "method", "capturer", "saidBy", "device", "claimed", "missing");
    private static final Set<String> OF_STEP =
            Set.of("step", "what", "toWhom", "basis", "state", "reference", "proofs", "dates", "saidBy");

    private final Dossier dossier;
    private final Withholding withholding;
    private final Unlocked vault;
    private final WriterKeys keys;
    private final Assembly assembly;
    private final ItemBytes bytes;
    private final Pages pages;
    private final Set<Pointer> items = new LinkedHashSet<>();
    private final Map<Pointer, Map<Long, List<Json>>> rows = new HashMap<>();

    DossierWriter(Dossier dossier, Unlocked vault, WriterKeys keys) {
        this.dossier = dossier;
        this.withholding = dossier.withholding();
        this.vault = vault;
        this.keys = keys;
        this.assembly = new Assembly(vault);
        this.bytes = new ItemBytes(vault);
        this.pages = new Pages(dossier, vault);
    }

    DossierPages.Counts counts() {
        return pages.counts();
    }

    Container container() throws IOException {
        refuseWithheldCover();
        loadRows();
        for (var choice : dossier.choices()) {
            switch (choice) {
                case Dossier.Choice.Message(var reading, var record) -> message(reading, record);
                case Dossier.Choice.File(var item) -> file(vault.statement(item));
            }
        }
        steps();
        for (var item : items.stream()
                .sorted(java.util.Comparator.comparing(Pointer::log).thenComparingLong(Pointer::index))
                .toList()) {
            custody(vault.statement(item));
        }
        var container = assembly.container(keys.evidence().verifier());
        refuseLeaks();
        addDocuments(container);
        container.sign(keys.evidence(), "court");
        return container;
    }

    private void refuseWithheldCover() throws IOException {
        var cover = dossier.cover();
        for (var word : List.of(cover.title(), cover.capturer(), cover.role(), cover.device())) {
            if (withholding.contains(word)) {
                throw new IOException(
                        "the cover would show a withheld name: choose another title; the court edition names"
                                + " the person who captured, who cannot be withheld");
            }
        }
    }

    private void loadRows() throws IOException {
        for (var choice : dossier.choices()) {
            if (choice instanceof Dossier.Choice.Message(var reading, var record)) {
                rows.computeIfAbsent(reading, _ -> new TreeMap<>()).put(record, List.of());
            }
        }
        for (var reading : rows.entrySet()) {
            vault.rows(vault.statement(reading.getKey()), "records", (number, row) -> {
                reading.getValue().computeIfPresent(number, (_, _) -> row);
            });
        }
    }

    private void message(Pointer reading, long record) throws IOException {
        var row = Objects.requireNonNull(rows.get(reading)).getOrDefault(record, List.of());
        if (row.isEmpty()) {
            throw new IOException("there is no record " + record + " in reading " + reading.index());
        }
        var withheld = withheldPieces(row);
        var fields = new HashSet<>(ALWAYS);
        if (withheld.isEmpty() || withheld.size() < Records.pieces(row).size()) {
            fields.add("text"); // of a text that is withheld whole, not even the number of words is shown
        }
        showUnlessWithheld(row, fields);
        assembly.record(reading, record, new ShownRow(fields, withheld));
        var source = source(reading);
        pages.message(new Pages.Message(reading, record, row, withheld, fields, source));
    }

    /// A piece that is not Unicode may be a withheld name: it counts as one.
    private Set<Integer> withheldPieces(List<Json> row) {
        var withheld = new HashSet<>(withholding.pieces(Records.pieces(row)));
        if (withholding.withholdsNames() && Records.value(row, "text") instanceof Json.Arr(List<Json> pieces)) {
            for (int i = 0; i < pieces.size(); i++) {
                if (RawText.isBytes(pieces.get(i))) {
                    withheld.add(i);
                }
            }
        }
        return withheld;
    }

    private void showUnlessWithheld(List<Json> row, Set<String> fields) {
        String sender = Records.text(Records.value(row, "actorName"));
        String id = Records.text(Records.value(row, "actorId"));
        boolean bytes =
                RawText.isBytes(Records.value(row, "actorName")) || RawText.isBytes(Records.value(row, "actorId"));
        boolean unsearchable = bytes && withholding.withholdsNames();
        if (!unsearchable && !withholding.withholdsSender(sender) && !withholding.contains(id)) {
            fields.addAll(Set.of("actorName", "actorId"));
        }
        if (!withholding.contains(Records.value(row, "attachments").canonical())) {
            fields.add("attachments");
        }
    }

    /// The item that a reading read; its statement, and the archive's around it, are shown.
    private Unlocked.Sealed source(Pointer reading) throws IOException {
        var list = vault.statement(reading).value("items");
        var item = vault.statement(Pointer.of(((Json.Arr) list).items().getFirst()));
        addItem(item);
        return item;
    }

    private void addItem(Unlocked.Sealed item) throws IOException {
        items.add(item.pointer());
        for (var source : sources(item)) {
            addItem(source);
        }
    }

    /// What an item was derived from.
    private List<Unlocked.Sealed> sources(Unlocked.Sealed item) throws IOException {
        var sources = new ArrayList<Unlocked.Sealed>();
        if (item.value("derivedFrom") instanceof Json.Arr(List<Json> from)) {
            for (var each : from) {
                sources.add(
                        vault.statement(Pointer.of(((Json.Obj) each).get("item").orElse(Json.NULL))));
            }
        }
        return sources;
    }

    private void file(Unlocked.Sealed item) throws IOException {
        addItem(item);
        var picture = pixelsOf(item);
        var areas = areas(item, picture);
        if (picture.isPresent() && !areas.isEmpty()) {
            redacted(item, picture.get(), areas);
            return;
        }
        if (!areas.isEmpty()) {
            throw new IOException("areas can be withheld in PNG pictures only, and item "
                    + item.pointer().index() + " has no canonical picture: take a screenshot of it and add that");
        }
        refuseNames(item);
        refuseOtherCopies(item);
        pages.file(assembly.file(item, out -> bytes.write(item, out)), item, bytes);
    }

    /// What is withheld of a picture, whether the person named the original or the canonical picture made of it.
    private List<Pixels.Area> areas(Unlocked.Sealed item, Optional<Unlocked.Sealed> picture) throws IOException {
        var same = new LinkedHashSet<>(Set.of(item.pointer()));
        if (picture.isPresent()) {
            same.add(picture.get().pointer());
            sources(picture.get()).forEach(source -> same.add(source.pointer()));
        }
        return same.stream()
                .flatMap(pointer -> withholding.areas(pointer).stream())
                .toList();
    }

    /// A picture of which a part is withheld does not leave whole as a copy of itself, or inside its archive.
    private void refuseOtherCopies(Unlocked.Sealed item) throws IOException {
        for (var pointer : withholding.pictures()) {
            for (var other : withSources(vault.statement(pointer))) {
                boolean same = other.pointer().equals(item.pointer())
                        || other.value("sha256").equals(item.value("sha256"));
                if (same) {
                    throw new IOException("item " + item.pointer().index()
                            + " shows or holds a picture of which a part is withheld, and leaves whole: leave it out");
                }
            }
        }
    }

    private List<Unlocked.Sealed> withSources(Unlocked.Sealed item) throws IOException {
        var all = new ArrayList<>(List.of(item));
        for (var source : sources(item)) {
            all.addAll(withSources(source));
        }
        return all;
    }

    private Optional<Unlocked.Sealed> pixelsOf(Unlocked.Sealed original) throws IOException {
        if (!(original.value("pixels") instanceof Json.Null)) {
            return Optional.of(original);
        }
        return vault.statements("item/1").stream()
                .filter(item -> !(item.value("pixels") instanceof Json.Null))
                .filter(item -> item.value("derivedFrom")
                        .canonical()
                        .contains(original.pointer().leaf().hex()))
                .findFirst();
    }

    private void redacted(Unlocked.Sealed original, Unlocked.Sealed canonical, List<Pixels.Area> areas)
            throws IOException {
        addItem(canonical);
        var png = new ByteArrayOutputStream();
        bytes.write(canonical, png);
        try {
            var picture = Png.read(png.toByteArray(), Png.MAX_PIXELS).picture();
            var lines = areas.stream()
                    .map(area -> new Pixels.Area(0, area.y(), picture.width(), area.height()))
                    .toList();
            var withheld = Pixels.leavesUnder(picture, lines);
            String name = assembly.picture(canonical, picture, withheld);
            pages.redacted("exhibit/" + name + ".png", canonical, Pixels.redact(picture, withheld));
        } catch (PngException damaged) {
            throw new IOException(
                    "item " + original.pointer().index() + " cannot be shown: " + damaged.getMessage(), damaged);
        }
    }

    /// A file leaves whole or not at all: one that holds a withheld name stays.
    private void refuseNames(Unlocked.Sealed item) throws IOException {
        if (withholding.isNothing()) {
            return;
        }
        var memory = new ByteArrayOutputStream();
        bytes.write(item, memory);
        if (Archive.isArchive(Bytes.of(memory.toByteArray()))) {
            throw new IOException("item " + item.pointer().index()
                    + " is an archive: packed as it is, nobody can see whether it holds what is withheld. Leave it out and"
                    + " choose from what is in it");
        }
        for (var text : Texts.in(memory.toByteArray(), Records.text(item.value("mediaType")))) {
            if (withholding.contains(text)) {
                throw new IOException("item " + item.pointer().index()
                        + " holds a withheld name, and a file leaves whole or not at all: leave it out");
            }
        }
    }

    private void steps() throws IOException {
        for (var last : Steps.of(vault).all()) {
            if (!dossier.steps().contains(last.step().id())) {
                continue;
            }
            for (var statement : last.statements()) {
                assembly.show(statement, OF_STEP);
            }
            for (var proof : last.step().proofs()) {
                addItem(vault.statement(proof.item()));
            }
            pages.step(last.step());
        }
    }

    private void custody(Unlocked.Sealed item) throws IOException {
        var fields = new HashSet<>(OF_ITEM);
        if (!withholding.contains(Records.text(item.value("name")))) {
            fields.add("name");
        }
        assembly.show(item.pointer(), fields);
        pages.custody(item);
    }

    private void refuseLeaks() throws IOException {
        if (withholding.withholdsNames() && assembly.showsBytes()) {
            throw new IOException(
                    "what is proven holds a text that is not Unicode, and nobody can say whether a withheld"
                            + " name is in it: leave that exhibit out");
        }
        for (var text : assembly.words()) {
            if (withholding.contains(text) && !isOurs(text)) {
                throw new IOException(
                        "a withheld name would still stand in what is proven about the exhibits (a step, a"
                                + " file name or who captured): nothing was written");
            }
        }
    }

    /// Hashes and the program's own words cannot hold a name.
    private static boolean isOurs(String text) {
        return text.matches("[0-9a-f]{32}|[0-9a-f]{64}|taniq/[0-9a-f+A-Za-z0-9/=]*");
    }

    private void addDocuments(Container container) throws IOException {
        var pdf = new ByteArrayOutputStream();
        DossierPdf.write(pages.pages(keys.evidence().verifier()), pdf);
        byte[] drawn = pdf.toByteArray();
        container.add("dossier.pdf", drawn);
        try (var in = Objects.requireNonNull(DossierWriter.class.getResourceAsStream("/dossier/VERIFY.txt"))) {
            container.add(
                    "VERIFY.txt",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }
    }
}

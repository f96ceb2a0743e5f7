package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngException;
import org.taniq.read.ItemBytes;
import org.taniq.seal.Assembly;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// The files of a dossier: each leaves whole, or as a picture of which areas are withheld, or not at all.
final class FileExhibits {
    private final Unlocked vault;
    private final Withholding withholding;
    private final Assembly assembly;
    private final Pages pages;
    private final Origins origins;
    private final ItemBytes bytes;
    private final WordsShown shown;

    FileExhibits(Filling filling) {
        this.vault = filling.vault();
        this.withholding = filling.withholding();
        this.assembly = filling.assembly();
        this.pages = filling.pages();
        this.origins = filling.origins();
        this.bytes = new ItemBytes(vault);
        this.shown = new WordsShown(vault, withholding);
    }

    /// Puts a file, or what may be seen of a picture, into the dossier.
    void file(Unlocked.Sealed item) throws IOException {
        origins.add(item);
        var picture = pixelsOf(item);
        var same = same(item, picture);
        var areas = same.stream()
                .flatMap(pointer -> withholding.areas(pointer).stream())
                .toList();
        refuseWords(item, picture, shown.seen(same, areas));
        if (picture.isPresent() && !areas.isEmpty()) {
            redacted(item, picture.get(), areas);
            return;
        }
        if (!areas.isEmpty()) {
            throw new Trouble(Said.of(
                    "areas can be withheld in PNG pictures only, and item {item} has no canonical picture: take a screenshot of it and add that",
                    "item",
                    item.pointer().index()));
        }
        refuseNames(item);
        refuseOtherCopies(item);
        refusePlaceAndDevice(item);
        pages.file(assembly.file(item, out -> bytes.write(item, out)), item, bytes);
    }

    /// The item, the canonical picture made of it, and what that was made of, whichever of them the person named or had
    /// read; and all of them once more where the same bytes were sealed again.
    private Set<Pointer> same(Unlocked.Sealed item, Optional<Unlocked.Sealed> picture) throws IOException {
        var same = new LinkedHashSet<>(withPixels(item, picture));
        for (var copy : copies(same)) {
            same.addAll(withPixels(copy, pixelsOf(copy)));
        }
        return same;
    }

    private Set<Pointer> withPixels(Unlocked.Sealed item, Optional<Unlocked.Sealed> picture) throws IOException {
        var same = new LinkedHashSet<>(Set.of(item.pointer()));
        if (picture.isPresent()) {
            same.add(picture.get().pointer());
            origins.of(picture.get()).forEach(source -> same.add(source.pointer()));
        }
        return same;
    }

    private List<Unlocked.Sealed> copies(Set<Pointer> items) {
        var all = vault.statements("item/1");
        var digests = all.stream()
                .filter(item -> items.contains(item.pointer()))
                .map(item -> item.value("sha256"))
                .filter(digest -> !(digest instanceof Json.Null))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(item -> !items.contains(item.pointer()) && digests.contains(item.value("sha256")))
                .toList();
    }

    private static void refuseWords(Unlocked.Sealed item, Optional<Unlocked.Sealed> picture, List<Pixels.Area> seen)
            throws Trouble {
        if (seen.isEmpty()) {
            return;
        }
        if (picture.isEmpty()) {
            throw new Trouble(Said.of(
                    "picture {item} shows a withheld name, as far as its words were read, and areas can be withheld in"
                            + " PNG pictures only: leave it out, or take a screenshot of it, add that, have its words"
                            + " read, too (taniq ocr), and withhold them there",
                    "item",
                    item.pointer().index()));
        }
        throw new Trouble(Said.of(
                "picture {item} shows a withheld name, as far as its words were read: withhold the areas {areas} (from the left, from the top, width, height), or leave it out",
                Map.of("item", item.pointer().index(), "areas", WordsShown.written(seen))));
    }

    /// A picture of which a part is withheld does not leave whole as a copy of itself, or inside its
    /// archive.
    private void refuseOtherCopies(Unlocked.Sealed item) throws IOException {
        for (var pointer : withholding.pictures()) {
            for (var other : origins.withAll(vault.statement(pointer))) {
                boolean same = other.pointer().equals(item.pointer())
                        || other.value("sha256").equals(item.value("sha256"));
                if (same) {
                    throw new Trouble(Said.of(
                            "item {item} shows or holds a picture of which a part is withheld, and leaves whole: leave it out",
                            "item",
                            item.pointer().index()));
                }
            }
        }
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
        origins.add(canonical);
        var png = new ByteArrayOutputStream();
        bytes.write(canonical, png);
        try {
            var picture = Png.read(png.toByteArray(), Png.MAX_PIXELS).picture();
            refuseOutside(original, picture, areas);
            var lines = areas.stream()
                    .map(area -> new Pixels.Area(0, area.y(), picture.width(), area.height()))
                    .toList();
            var withheld = Pixels.leavesUnder(picture, lines);
            String name = assembly.picture(canonical, picture, withheld);
            pages.redacted("exhibit/" + name + ".png", canonical, Pixels.redact(picture, withheld));
        } catch (PngException damaged) {
            throw new Trouble(
                    Said.of(
                            "item {item} cannot be shown: {why}",
                            Map.of("item", original.pointer().index(), "why", damaged.said())),
                    damaged);
        }
    }

    private static void refuseOutside(Unlocked.Sealed original, Picture picture, List<Pixels.Area> areas)
            throws Withholding.NoSuchArea {
        for (var area : areas) {
            if (area.x() >= picture.width() || area.y() >= picture.height()) {
                throw new Withholding.NoSuchArea(Said.of(
                        "picture {item} is {width} pixels wide and {height} high: the area that begins {x} from the left"
                                + " and {y} from the top lies outside it and would withhold nothing",
                        Map.of(
                                "item", original.pointer().index(),
                                "width", picture.width(),
                                "height", picture.height(),
                                "x", area.x(),
                                "y", area.y())));
            }
        }
    }

    private void refusePlaceAndDevice(Unlocked.Sealed item) throws IOException {
        if (withholding.showsPlaceAndDevice(new Dossier.Choice.File(item.pointer()))) {
            return;
        }
        try {
            if (holdsPlace(item)) {
                throw new Trouble(Said.of(
                        "item {item} says, or could say, where or with which device a picture was taken, and a file"
                                + " leaves whole or not at all: leave it out, withhold an area of it if it is a PNG, which"
                                + " shows its pixels alone (--withhold-area), add a screenshot of it, or show that of it"
                                + " (--show-place-of)",
                        "item",
                        item.pointer().index()));
            }
        } catch (Texts.Unsearchable unsearchable) {
            throw new Trouble(
                    Said.of(
                            "item {item} cannot be searched to its end for where and with which device pictures were"
                                    + " taken: {why}. Leave it out, choose from what is in it, withhold an area of it if it is"
                                    + " a PNG, which shows its pixels alone (--withhold-area), or show that of it (--show-place-of)",
                            Map.of("item", item.pointer().index(), "why", unsearchable.said())),
                    unsearchable);
        }
    }

    private boolean holdsPlace(Unlocked.Sealed item) throws IOException {
        try {
            return PlaceSearch.isIn(item, bytes);
        } catch (StackOverflowError | OutOfMemoryError nested) { // hostile bytes within one another
            throw new Texts.Unsearchable(Said.of("it is locked with a password, or damaged"));
        }
    }

    /// A file leaves whole or not at all: one that holds a withheld name stays, and while a name is
    /// withheld, one that could hold it unseen.
    private void refuseNames(Unlocked.Sealed item) throws IOException {
        if (withholding.isNothing()) {
            return;
        }
        var memory = new ByteArrayOutputStream();
        bytes.write(item, memory);
        byte[] file = memory.toByteArray();
        if (Archive.isArchive(Bytes.of(file)) || Texts.isPacked(file)) {
            throw new Trouble(Said.of(
                    "item {item} is an archive: packed as it is, nobody can see whether it holds what is withheld."
                            + " Leave it out and choose from what is in it",
                    "item",
                    item.pointer().index()));
        }
        if (withholding.withholdsNames() && holdsName(item, file)) {
            throw new Trouble(Said.of(
                    "item {item} holds a withheld name, and a file leaves whole or not at all: leave it out",
                    "item",
                    item.pointer().index()));
        }
    }

    private boolean holdsName(Unlocked.Sealed item, byte[] file) throws IOException {
        try {
            return Texts.hold(file, new NameSearch(withholding));
        } catch (Texts.Unsearchable unsearchable) {
            throw new Trouble(
                    Said.of(
                            "item {item} cannot be searched to its end for what is withheld: {why}. Leave it out; show its"
                                    + " messages one by one (--records), or add a screenshot or a printout of it and look"
                                    + " at that yourself",
                            Map.of("item", item.pointer().index(), "why", unsearchable.said())),
                    unsearchable);
        }
    }
}

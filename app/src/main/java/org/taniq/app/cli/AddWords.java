package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.taniq.app.AfterReading;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Reference;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.read.record.Ledger;
import org.taniq.read.recording.Recording;
import org.taniq.read.screen.Screenshot;
import org.taniq.seal.Known;

/// What became of each file, in words.
final class AddWords implements AddReport {
    private static final int SHOWN = 10;

    private final Surroundings around;
    private final String own;
    private final OverlapWords overlaps;
    private int sealed;

    AddWords(Surroundings around, Casebook casebook) {
        this.around = around;
        this.own = casebook.log();
        this.overlaps = new OverlapWords(around, own, this::point);
    }

    @Override
    public void added(SealedItem item, List<AddCommand.ReadNow> read, List<AfterReading.NotRead> unread) {
        if (item instanceof SealedItem.NotSealed lost) {
            failed(item.item().name(), why(lost.why()));
            return;
        }
        line(around.say("add.file", "file", item.item().name()));
        switch (item) {
            case SealedItem.New one -> sealed(one);
            case SealedItem.Again again ->
                point(
                        read.isEmpty() && unread.isEmpty() ? "add.again" : "add.again-unread",
                        Map.of("reference", again.index() + ""));
            case SealedItem.Refused refused
            when refused.isPacked() -> {
                point("add.refused-packed", Map.of());
                point("add.packed-way-out", Map.of());
            }
            case SealedItem.Refused refused -> point("add.refused", Map.of("type", refused.mediaType()));
            case SealedItem.Parts parts -> parts(parts);
            case SealedItem.NotSealed _ -> {}
        }
        read.forEach(this::read);
        unread.forEach(none -> point("add.unread", Map.of("why", why(none.why()))));
        around.out().flush();
    }

    private String why(IOException failed) {
        return Failure.said(failed, around.messages());
    }

    private void sealed(SealedItem.New one) {
        sealed++;
        String reference = Reference.to(one.sources().item(), own);
        int members = one.sources().members().size();
        if (members == 0) {
            point("add.sealed", Map.of("reference", reference));
        } else {
            point("add.sealed-archive", Map.of("reference", reference, "n", members));
        }
    }

    private void parts(SealedItem.Parts parts) {
        sealed += parts.texts().size();
        point(
                "add.text-members",
                Map.of("n", parts.texts().size(), "refused", parts.left().members()));
        leftOut(parts.left());
        count("add.text-again", parts.again().size());
        count("add.text-damaged", parts.left().damaged());
        if (!parts.left().complete()) {
            point("add.text-incomplete", Map.of());
        }
    }

    private void leftOut(SealedItem.Left left) {
        var packed = left.named().stream().filter(SealedItem.LeftOut::isPacked).toList();
        packed.stream().limit(SHOWN).forEach(one -> point("add.left-packed", Map.of("name", one.name())));
        left.named().stream()
                .filter(one -> !one.isPacked())
                .limit(Math.max(0, SHOWN - packed.size()))
                .forEach(one -> point("add.left", Map.of("name", one.name())));
        if (left.named().size() > SHOWN) {
            count("add.lost-more", left.members() - SHOWN);
        }
        if (!packed.isEmpty()) {
            point("add.packed-way-out", Map.of());
        }
    }

    /// What is kept as it is, and which command reads more of it.
    private static String whole(String type) {
        if (Screenshot.TYPES.contains(type)) {
            return "add.read-picture";
        }
        return Recording.isOne(type) ? "add.read-recording" : "add.read-whole";
    }

    private void read(AddCommand.ReadNow now) {
        var ledger = now.read().ledger();
        if (isWholeFile(ledger)) {
            String type = now.sealed().mediaType();
            point(whole(type), Map.of("type", type));
        } else if (ledger.first().isEmpty()) {
            point(
                    "add.read-timeless",
                    Map.of("n", ledger.records(), "people", ledger.bySender().size()));
            peculiar(ledger);
        } else {
            point(
                    "add.read",
                    Map.of(
                            "n",
                            ledger.records(),
                            "people",
                            ledger.bySender().size(),
                            "first",
                            day(ledger.first()),
                            "last",
                            day(ledger.last())));
            peculiar(ledger);
        }
        skipped(ledger);
        ledger.warnings().forEach(warning -> point("add.warning", Map.of("warning", warning)));
        now.overlaps().forEach(overlap -> overlaps.tell(overlap, now.read().readings()));
    }

    /// What no parser knows is called by its media type, which has a `/`.
    private static boolean isWholeFile(Ledger ledger) {
        return (ledger.first().isEmpty() || ledger.records() == 1)
                && ledger.format().contains("/");
    }

    private static String day(String iso) {
        return iso.substring(0, Math.min(10, iso.length()));
    }

    /// What is peculiar about the records, where there is any.
    private void peculiar(Ledger ledger) {
        var counts = ledger.counts();
        count("add.deleted", counts.deleted());
        count("add.edited", counts.edited());
        count("add.omitted", counts.mediaOmitted());
        count("add.missing", counts.attachmentsMissing());
        count("add.lookalikes", counts.lookalikes());
    }

    private void count(String key, long n) {
        if (n > 0) {
            point(key, Map.of("n", n));
        }
    }

    private void skipped(Ledger ledger) {
        ledger.skippedReasons()
                .forEach((reason, n) -> point(
                        "add.skipped",
                        Map.of("n", n, "reason", around.messages().word("skipped", reason))));
    }

    @Override
    public void failed(String name, String why) {
        line(around.say("add.failed", Map.of("file", name, "why", why)));
        around.out().flush();
    }

    @Override
    public void end(Known.Takes takes) {
        if (takes == Known.Takes.TEXT_ONLY) {
            line("");
            line(around.say("told.no-media"));
        }
        if (sealed > 0) {
            line("");
            line(around.say("add.traces"));
        }
    }

    private void point(String key, Map<String, ?> values) {
        line("  " + around.messages().say(key, values));
    }

    private void line(String text) {
        around.tell(text);
    }
}

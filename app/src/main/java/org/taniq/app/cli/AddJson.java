package org.taniq.app.cli;

import java.util.List;
import java.util.Locale;
import org.taniq.app.Casebook;
import org.taniq.app.Overlapping;
import org.taniq.app.Reference;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.Known;

/// What became of each file, one JSON object a line: `file`, `state` (`sealed`, `again`, `refused`, `text-only`,
/// `failed`), and what there is of `reference`, `mediaType`, `members`, `refused`, `read[]`, `why`.
final class AddJson implements AddReport {
    private final Surroundings around;
    private final String own;

    AddJson(Surroundings around, Casebook casebook) {
        this.around = around;
        this.own = casebook.log();
    }

    @Override
    public void added(SealedItem sealed, List<AddCommand.ReadNow> read) {
        var json = Json.object().put("file", sealed.item().name());
        switch (sealed) {
            case SealedItem.New one ->
                json.put("state", "sealed")
                        .put("reference", Reference.to(one.sources().item(), own))
                        .put("mediaType", one.mediaType())
                        .put("members", one.sources().members().size());
            case SealedItem.Again again -> json.put("state", "again").put("reference", again.index() + "");
            case SealedItem.Refused refused -> json.put("state", "refused").put("mediaType", refused.mediaType());
            case SealedItem.Parts parts ->
                json.put("state", "text-only")
                        .put("members", parts.texts().size())
                        .put("refused", parts.refused());
        }
        json.put("read", Json.of(read.stream().map(this::read).toList()));
        line(json.build());
    }

    private Json read(AddCommand.ReadNow now) {
        return Json.object()
                .put("item", Reference.to(now.sealed().sources().item(), own))
                .put(
                        "readings",
                        Json.strings(now.read().readings().stream()
                                .map(reading -> Reference.to(reading, own))
                                .toList()))
                .put("ledger", now.read().ledger().toJson())
                .put(
                        "overlaps",
                        Json.of(now.overlaps().stream().map(this::overlap).toList()))
                .build();
    }

    private Json overlap(Overlapping overlap) {
        var later = Json.object();
        overlap.later().forEach((fate, n) -> later.put(word(fate), n));
        return Json.object()
                .put("earlier", Reference.to(overlap.earlierReading(), own))
                .put("later", Reference.to(overlap.laterReading(), own))
                .put("records", later.build())
                .put(
                        "lost",
                        Json.of(overlap.lost().stream()
                                .map(lost -> Json.object()
                                        .put("record", Reference.to(overlap.earlierReading(), lost.record(), own))
                                        .put("fate", word(lost.fate()))
                                        .build())
                                .toList()))
                .build();
    }

    private static String word(Enum<?> fate) {
        return fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void failed(String name, String why) {
        line(Json.object()
                .put("file", name)
                .put("state", "failed")
                .put("why", why)
                .build());
    }

    @Override
    public void end(Known.Takes takes) {
        // every line stands for itself
    }

    private void line(Json json) {
        around.out().println(JsonLines.visible(json));
        around.out().flush();
    }
}

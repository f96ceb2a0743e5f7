package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.taniq.app.AfterReading;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Overlapping;
import org.taniq.app.Reference;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.Known;

/// What became of each file, one JSON object a line: `file`, `state` (`sealed`, `again`, `refused`,
/// `text-only`, `failed`), `sealed` (whether its bytes, or those of its texts, are in the vault), and what
/// there is of `reference`, `mediaType`, `members`, `again`, `refused` (members that were not
/// taken), `left[]` (the first of these, by name), `damaged` (how many of these are), `complete` (whether the archive
/// is whole), `read[]`, `unread[]` (sealed,
/// and
/// could not be read), `why`.
final class AddJson implements AddReport {
    private final Surroundings around;
    private final String own;

    AddJson(Surroundings around, Casebook casebook) {
        this.around = around;
        this.own = casebook.log();
    }

    @Override
    public void added(SealedItem sealed, List<AddCommand.ReadNow> read, List<AfterReading.NotRead> unread) {
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
                        .put("again", parts.again().size())
                        .put("refused", parts.left().members())
                        .put(
                                "left",
                                Json.of(parts.left().named().stream()
                                        .map(one -> Json.object()
                                                .put("name", one.name())
                                                .put("mediaType", one.mediaType())
                                                .build())
                                        .toList()))
                        .put("damaged", parts.left().damaged())
                        .put("complete", Json.of(parts.left().complete()));
            case SealedItem.NotSealed failed -> json.put("state", "failed").put("why", why(failed.why()));
        }
        line(json.put("sealed", Json.of(isSealed(sealed)))
                .put("read", Json.of(read.stream().map(this::read).toList()))
                .put("unread", Json.of(unread.stream().map(this::unread).toList()))
                .build());
    }

    private static boolean isSealed(SealedItem item) {
        return switch (item) {
            case SealedItem.New _, SealedItem.Again _ -> true;
            case SealedItem.Parts parts ->
                !parts.texts().isEmpty() || !parts.again().isEmpty();
            case SealedItem.Refused _, SealedItem.NotSealed _ -> false;
        };
    }

    private Json unread(AfterReading.NotRead none) {
        return Json.object()
                .put("item", Reference.to(none.item(), own))
                .put("why", why(none.why()))
                .build();
    }

    private String why(IOException failed) {
        return Failure.said(failed, around.messages());
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
                .put("order", word(overlap.order()))
                .put("chats", overlap.chats())
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
                .put("sealed", Json.of(false))
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

package org.taniq.tell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.act.Step;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.VerifierKey;

/// Fills the pages of a dossier from what is shown, and from nothing else.
final class Pages {
    private static final Map<String, DossierPages.Mark> MARKS = Map.of(
            "deleted", DossierPages.Mark.DELETED,
            "edited", DossierPages.Mark.EDITED,
            "forwarded", DossierPages.Mark.FORWARDED,
            "look-alike", DossierPages.Mark.LOOKALIKE);

    private final Dossier dossier;
    private final Withholding withholding;
    private final Unlocked vault;
    private final List<DossierPages.Exhibit> exhibits = new ArrayList<>();
    private final List<DossierPages.Step> steps = new ArrayList<>();
    private final List<DossierPages.Custody> custody = new ArrayList<>();
    private final Map<Pointer, Integer> shown = new LinkedHashMap<>();
    private final Map<Pointer, Unlocked.Sealed> sources = new LinkedHashMap<>();
    private int messages;
    private int passages;
    private int areas;

    Pages(Dossier dossier, Unlocked vault) {
        this.dossier = dossier;
        this.withholding = dossier.withholding();
        this.vault = vault;
    }

    /// A message as it is shown.
    ///
    /// @param withheld pieces of the text, by number
    /// @param fields of the record that are shown
    record Message(
            Pointer reading, long record, List<Json> row, Set<Integer> withheld, Set<String> fields, Unlocked.Sealed source) {

        String value(String field) {
            return Records.text(Records.value(row, field));
        }
    }

    void message(Message message) {
        messages++;
        passages += message.withheld().size();
        shown.merge(message.reading(), 1, Integer::sum);
        sources.put(message.reading(), message.source());
        exhibits.add(new DossierPages.Exhibit(
                exhibits.size() + 1,
                isNotice(message) ? DossierPages.Kind.NOTICE : DossierPages.Kind.MESSAGE,
                place(message),
                moment(Records.when(Records.value(message.row(), "published"))),
                sender(message),
                text(Records.pieces(message.row()), message.withheld()),
                DossierPages.Passage.NONE,
                marks(message),
                List.of(),
                proof(message.reading(), message.record())));
    }

    private static boolean isNotice(Message message) {
        return words(message.row(), "marks").anyMatch("system"::equals);
    }

    private static Stream<String> words(List<Json> row, String field) {
        return Records.value(row, field) instanceof Json.Arr(List<Json> items)
                ? items.stream().map(Records::text)
                : Stream.of();
    }

    private DossierPages.Place place(Message message) {
        var file = name(message.source());
        return Records.value(message.row(), "lines") instanceof Json.Arr(List<Json> lines)
                        && lines.getFirst() instanceof Json.Num(long first)
                        && lines.getLast() instanceof Json.Num(long last)
                ? new DossierPages.Place.Lines(file, first, last)
                : new DossierPages.Place.Whole(file);
    }

    private DossierPages.Passage name(Unlocked.Sealed item) {
        String name = Records.text(item.value("name"));
        return withholding.contains(name)
                ? new DossierPages.Passage(List.of(new DossierPages.Run.Withheld()))
                : DossierPages.Passage.of(name);
    }

    private static DossierPages.Moment moment(When when) {
        return switch (when) {
            case When.Exact exact -> new DossierPages.Moment(exact.source(), DossierPages.Certainty.EXACT, "");
            case When.Local local when !local.zone().isEmpty() ->
                new DossierPages.Moment(local.source(), DossierPages.Certainty.ZONE_STATED, local.zone());
            case When.Local local ->
                new DossierPages.Moment(local.source(), DossierPages.Certainty.ZONE_MISSING, local.rule());
            case When.Day day -> new DossierPages.Moment(day.source(), DossierPages.Certainty.DAY_ONLY, "");
            case When.Unknown unknown ->
                new DossierPages.Moment(unknown.source(), DossierPages.Certainty.UNKNOWN, unknown.why());
        };
    }

    private DossierPages.Sender sender(Message message) {
        String name = message.value("actorName").isEmpty() ? message.value("actorId") : message.value("actorName");
        if (name.isEmpty()) {
            return new DossierPages.Sender.Nobody();
        }
        return message.fields().contains("actorName")
                ? new DossierPages.Sender.Named(name)
                : new DossierPages.Sender.Pseudonym(withholding.pseudonym(name));
    }

    /// Neighbouring withheld pieces are one box: how many words a name has is not drawn.
    private static DossierPages.Passage text(List<String> pieces, Set<Integer> withheld) {
        var runs = new ArrayList<DossierPages.Run>();
        var open = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            if (!withheld.contains(i)) {
                open.append(pieces.get(i));
                continue;
            }
            if (!open.isEmpty()) {
                runs.add(new DossierPages.Run.Shown(open.toString()));
                open.setLength(0);
            }
            if (runs.isEmpty() || !(runs.getLast() instanceof DossierPages.Run.Withheld)) {
                runs.add(new DossierPages.Run.Withheld());
                open.append(' ');
            }
        }
        if (!open.isEmpty()) {
            runs.add(new DossierPages.Run.Shown(open.toString()));
        }
        return new DossierPages.Passage(runs);
    }

    private static List<DossierPages.Mark> marks(Message message) {
        var marks = new ArrayList<DossierPages.Mark>();
        words(message.row(), "marks").filter(MARKS::containsKey).map(MARKS::get).forEach(marks::add);
        String attachments = Records.value(message.row(), "attachments").canonical();
        if (message.fields().contains("attachments")) {
            if (attachments.contains("\"state\":\"omitted\"")) {
                marks.add(DossierPages.Mark.ATTACHMENT_OMITTED);
            }
            if (attachments.contains("\"state\":\"missing\"")) {
                marks.add(DossierPages.Mark.ATTACHMENT_MISSING);
            }
        }
        return marks;
    }

    private static DossierPages.Proof proof(Pointer statement, long index) {
        return new DossierPages.Proof(
                "proof/statement/" + statement.name() + ".json", index, statement.leaf().hex());
    }

    /// A file that leaves whole.
    void file(String name, Unlocked.Sealed item, ItemBytes bytes) {
        String type = Records.text(item.value("mediaType"));
        var pictures = type.startsWith("image/")
                ? List.of(new DossierPages.Picture(DossierPages.Passage.of(name), () -> {
                    var memory = new ByteArrayOutputStream();
                    bytes.write(item, memory);
                    return new ByteArrayInputStream(memory.toByteArray());
                }))
                : List.<DossierPages.Picture>of();
        item(item, kind(type), List.of(), pictures);
    }

    /// A picture of which a part is withheld.
    void redacted(String name, Unlocked.Sealed item, byte[] png) {
        areas++;
        item(
                item,
                DossierPages.Kind.SCREENSHOT,
                List.of(DossierPages.Mark.PICTURE_AREA_WITHHELD),
                List.of(new DossierPages.Picture(
                        DossierPages.Passage.of(name), () -> new ByteArrayInputStream(png))));
    }

    private void item(
            Unlocked.Sealed item,
            DossierPages.Kind kind,
            List<DossierPages.Mark> marks,
            List<DossierPages.Picture> pictures) {
        exhibits.add(new DossierPages.Exhibit(
                exhibits.size() + 1,
                kind,
                new DossierPages.Place.Whole(name(item)),
                new DossierPages.Moment("", DossierPages.Certainty.UNKNOWN, claimed(item)),
                new DossierPages.Sender.Nobody(),
                DossierPages.Passage.NONE,
                DossierPages.Passage.NONE,
                marks,
                pictures,
                proof(item.pointer(), item.pointer().index())));
    }

    private static DossierPages.Kind kind(String type) {
        if (type.startsWith("image/")) {
            return DossierPages.Kind.PICTURE;
        }
        if (type.startsWith("video/")) {
            return DossierPages.Kind.VIDEO;
        }
        return type.startsWith("audio/") ? DossierPages.Kind.SOUND : DossierPages.Kind.FILE;
    }

    private static String claimed(Unlocked.Sealed item) {
        return item.value("claimed") instanceof Json.Obj object
                ? Records.text(object.members().getOrDefault("time", Json.NULL))
                : "";
    }

    void custody(Unlocked.Sealed item) {
        custody.add(new DossierPages.Custody(
                claimed(item),
                method(item) + " · " + Records.text(item.value("mediaType")),
                Records.text(item.value("capturer")),
                Records.text(item.value("device")),
                item.pointer().index(),
                item.pointer().leaf().hex().substring(0, 16)));
    }

    private static String method(Unlocked.Sealed item) {
        return item.value("method") instanceof Json.Obj object
                ? Records.text(object.members().getOrDefault("tool", Json.NULL))
                : "";
    }

    void step(Step step) throws IOException {
        steps.add(new DossierPages.Step(
                step.what(),
                step.toWhom(),
                String.join("; ", step.basis()),
                DossierPages.State.valueOf(step.state().name()),
                step.dates().stream()
                        .map(date -> new DossierPages.Event(
                                DossierPages.State.valueOf(date.what().name()), date.date(), ""))
                        .toList(),
                stepProofs(step)));
    }

    private List<DossierPages.StepProof> stepProofs(Step step) throws IOException {
        var proofs = new ArrayList<DossierPages.StepProof>();
        for (var proof : step.proofs()) {
            proofs.add(new DossierPages.StepProof(
                    proof.rank().word(), nameOf(proof.item()), "entry " + proof.item().index()));
        }
        return proofs;
    }

    private String nameOf(Pointer item) throws IOException {
        String name = Records.text(vault.statement(item).value("name"));
        return withholding.contains(name) ? "" : name;
    }

    DossierPages.Counts counts() {
        return new DossierPages.Counts(messages, withholding.pseudonyms(), passages, areas);
    }

    DossierPages pages(VerifierKey key) {
        var cover = dossier.cover();
        String now = dossier.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var log = vault.log(key.id());
        return new DossierPages(
                new DossierPages.Front(
                        cover.language(),
                        cover.title(),
                        now,
                        new DossierPages.Capturer(cover.capturer(), cover.role(), cover.device(), key.fingerprint()),
                        counts()),
                exhibits,
                steps,
                custody,
                new DossierPages.Answers(new DossierPages.TimeAnswer.Unproven(now), completeness(), commands()),
                new DossierPages.LogIdentity(
                        key.origin(), log.checkpoint().size(), log.checkpoint().root().hex(), key.fingerprint()));
    }

    private List<DossierPages.Completeness> completeness() {
        var completeness = new ArrayList<DossierPages.Completeness>();
        for (var source : sources.entrySet()) {
            completeness.add(new DossierPages.Completeness(
                    name(source.getValue()), shown.getOrDefault(source.getKey(), 0), records(source.getKey())));
        }
        return completeness;
    }

    private long records(Pointer reading) {
        return vault.statements("reading/1").stream()
                .filter(statement -> statement.pointer().equals(reading))
                .map(statement -> statement.value("records"))
                .mapToLong(tree -> tree instanceof Json.Obj object
                                && object.members().get("size") instanceof Json.Num(long size)
                        ? size
                        : 0)
                .sum();
    }

    private static List<DossierPages.Command> commands() {
        return List.of(
                new DossierPages.Command("taniq", "taniq verify FILE"),
                new DossierPages.Command("python3", "python3 taniq_verify.py FILE"),
                new DossierPages.Command("unzip, sha256sum", "sha256sum -c --strict MANIFEST.sha256"));
    }
}

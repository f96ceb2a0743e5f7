package org.taniq.tell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.VerifierKey;

/// Fills the pages of a dossier from what is shown, and from nothing else.
final class Pages {
    private final Dossier dossier;
    private final Withholding withholding;
    private final Unlocked vault;
    private final DossierWords words;
    private final DetailWords named;
    private final Provenance provenance;
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
        this.words = DossierWords.of(dossier.cover().language());
        this.named = DetailWords.of(dossier.cover().language().name().toLowerCase(Locale.ROOT));
        this.provenance = new Provenance(vault, withholding, words);
    }

    /// A message as it is shown.
    ///
    /// @param withheld pieces of the text, by number
    /// @param fields of the record that are shown
    /// @param further what is shown of its id, place and details
    record Message(
            Pointer reading,
            long record,
            List<Json> row,
            Set<Integer> withheld,
            Set<String> fields,
            Further further,
            Unlocked.Sealed source) {

        String value(String field) {
            return Records.text(Records.value(row, field));
        }
    }

    void message(Message message) throws IOException {
        messages++;
        passages += message.withheld().size();
        shown.merge(message.reading(), 1, Integer::sum);
        sources.put(message.reading(), message.source());
        exhibits.add(new DossierPages.Exhibit(
                exhibits.size() + 1,
                Marks.isNotice(message) ? DossierPages.Kind.NOTICE : DossierPages.Kind.MESSAGE,
                place(message),
                moment(message),
                sender(message),
                text(Records.pieces(message.row()), message.withheld()),
                message.further().passage(message.row(), words, named),
                Marks.of(message),
                List.of(),
                proof(message.reading(), message.record())));
    }

    private DossierPages.Place place(Message message) throws IOException {
        var place = Records.value(message.row(), "place");
        var shown = message.fields().contains("place") ? place : Json.NULL;
        String where = new PlaceWords(words).say(Records.value(message.row(), "lines"), shown);
        return new DossierPages.Place(
                provenance.place(message.source()),
                where.isEmpty() && place instanceof Json.Null ? words.say(Word.PLACE_WHOLE) : where);
    }

    private DossierPages.Moment moment(Message message) {
        return message.fields().contains("published")
                ? moment(Records.when(Records.value(message.row(), "published")))
                : DossierPages.Moment.of(words.say(Word.TIME_WITHHELD), DossierPages.Certainty.WITHHELD, "");
    }

    /// Of a date that was put together from numbers the rule is always said: day and month may be assumed.
    private DossierPages.Moment moment(When when) {
        return switch (when) {
            case When.Exact exact -> DossierPages.Moment.of(exact.source(), DossierPages.Certainty.EXACT, "");
            case When.Local local ->
                new DossierPages.Moment(
                        local.source(),
                        local.zone().isEmpty()
                                ? DossierPages.Certainty.ZONE_MISSING
                                : DossierPages.Certainty.ZONE_STATED,
                        local.zone(),
                        local.rule());
            case When.Day day -> new DossierPages.Moment(day.source(), DossierPages.Certainty.DAY_ONLY, "", day.rule());
            case When.Unknown(String source, String _)
            when source.isBlank() -> DossierPages.Moment.of(words.say(Word.TIME_NONE), DossierPages.Certainty.NONE, "");
            case When.Unknown(String source, String why) ->
                DossierPages.Moment.of(source, DossierPages.Certainty.UNKNOWN, why);
        };
    }

    private DossierPages.Sender sender(Message message) {
        String account = message.value("actorId");
        String name = message.value("actorName").isEmpty() ? account : message.value("actorName");
        if (name.isEmpty()) {
            return new DossierPages.Sender.Nobody();
        }
        return message.fields().contains("actorName")
                ? new DossierPages.Sender.Named(name, account.equals(name) ? "" : account)
                : new DossierPages.Sender.Pseudonym(withholding.pseudonym(message.value("actorName"), account));
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

    private static DossierPages.Proof proof(Pointer statement, long index) {
        return new DossierPages.Proof(
                "proof/statement/" + statement.name() + ".json",
                index,
                statement.leaf().hex());
    }

    /// A file that leaves whole.
    ///
    /// @param file its name in the container
    void file(String file, Unlocked.Sealed item, ItemBytes bytes) throws IOException {
        var kind = Provenance.kind(item);
        var pictures = kind == DossierPages.Kind.PICTURE
                ? List.of(new DossierPages.Picture(DossierPages.Passage.NONE, () -> {
                    var memory = new ByteArrayOutputStream();
                    bytes.write(item, memory);
                    return new ByteArrayInputStream(memory.toByteArray());
                }))
                : List.<DossierPages.Picture>of();
        long size = item.value("size") instanceof Json.Num(long number) ? number : 0;
        item(item, kind, words.say(Word.FILE_LIES, file, size), pictures);
    }

    /// A picture of which a part is withheld.
    ///
    /// @param file its name in the container
    void redacted(String file, Unlocked.Sealed item, byte[] png) throws IOException {
        areas++;
        var picture = new DossierPages.Picture(DossierPages.Passage.NONE, () -> new ByteArrayInputStream(png));
        item(
                item,
                DossierPages.Kind.SCREENSHOT,
                words.say(Word.FILE_LIES, file, png.length) + unused(item),
                List.of(picture));
    }

    /// What of the original picture had no influence on its pixels.
    private String unused(Unlocked.Sealed item) {
        return item.value("method") instanceof Json.Obj method
                        && method.members().get("settings") instanceof Json.Obj settings
                        && settings.members().get("unused") instanceof Json.Arr(List<Json> names)
                        && !names.isEmpty()
                ? " "
                        + words.say(
                                Word.PIXELS_UNUSED,
                                String.join(
                                        ", ", names.stream().map(Records::text).toList()))
                : "";
    }

    private void item(Unlocked.Sealed item, DossierPages.Kind kind, String lies, List<DossierPages.Picture> pictures)
            throws IOException {
        exhibits.add(new DossierPages.Exhibit(
                exhibits.size() + 1,
                kind,
                new DossierPages.Place(provenance.place(item), words.say(Word.PLACE_WHOLE)),
                Provenance.moment(item),
                new DossierPages.Sender.Nobody(),
                DossierPages.Passage.NONE,
                DossierPages.Passage.of(lies),
                kind == DossierPages.Kind.SCREENSHOT ? List.of(DossierPages.Mark.PICTURE_AREA_WITHHELD) : List.of(),
                pictures,
                proof(item.pointer(), item.pointer().index())));
    }

    void custody(Unlocked.Sealed item) throws IOException {
        custody.add(provenance.custody(item));
    }

    /// @param isOneOfSeveral whether another statement stands beside this one that does not know of it
    void step(Steps.Stated stated, boolean isOneOfSeveral) throws IOException {
        var step = stated.step();
        var proofs = new ArrayList<DossierPages.StepProof>();
        for (var proof : step.proofs()) {
            proofs.add(provenance.proof(proof));
        }
        String number = step.reference().isEmpty() ? "" : ", " + words.say(Word.STEP_REFERENCE, step.reference());
        steps.add(new DossierPages.Step(
                step.what(),
                step.toWhom() + number,
                step.basis().isEmpty() ? "–" : String.join("; ", step.basis()),
                DossierPages.State.valueOf(step.state().name()),
                step.dates().stream().map(date -> event(date, isOneOfSeveral)).toList(),
                proofs,
                isOneOfSeveral ? others(stated) : ""));
    }

    private String others(Steps.Stated stated) {
        String name = stated.statement().name();
        return stated.saidBy().isEmpty()
                ? words.say(Word.STEP_OTHERS_NOBODY, name)
                : words.say(Word.STEP_OTHERS, name, stated.saidBy());
    }

    /// Silence is what the log does not hold, unless somebody else says otherwise; every other day is what the person
    /// says.
    private DossierPages.Event event(Step.Date date, boolean isOneOfSeveral) {
        String rule = date.what() == Step.State.SILENT && !isOneOfSeveral
                ? words.say(Word.STEP_SILENCE, date.date())
                : words.say(Word.STEP_STATED);
        return new DossierPages.Event(DossierPages.State.valueOf(date.what().name()), date.date(), rule);
    }

    DossierPages.Counts counts() {
        return new DossierPages.Counts(messages, withholding.pseudonyms(), passages, areas);
    }

    DossierPages pages(VerifierKey key) throws IOException {
        var cover = dossier.cover();
        String now =
                Provenance.clock(dossier.now().truncatedTo(ChronoUnit.SECONDS).toString());
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
                        key.origin(),
                        log.checkpoint().size(),
                        log.checkpoint().root().hex(),
                        key.fingerprint()));
    }

    private List<DossierPages.Completeness> completeness() throws IOException {
        var completeness = new ArrayList<DossierPages.Completeness>();
        for (var source : sources.entrySet()) {
            completeness.add(new DossierPages.Completeness(
                    provenance.place(source.getValue()),
                    shown.getOrDefault(source.getKey(), 0),
                    records(source.getKey())));
        }
        return completeness;
    }

    private long records(Pointer reading) {
        return vault.readings().stream()
                .filter(statement -> statement.pointer().equals(reading))
                .map(statement -> statement.value("records"))
                .mapToLong(tree ->
                        tree instanceof Json.Obj object && object.members().get("size") instanceof Json.Num(long size)
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

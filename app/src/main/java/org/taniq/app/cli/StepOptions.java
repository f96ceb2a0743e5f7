package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taniq.acquire.Custody;
import org.taniq.act.Step;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.seal.Pointer;
import picocli.CommandLine.Option;

/// When a step came to a state, what proves it, and who says so.
final class StepOptions {
    @Option(names = "--date", paramLabel = "${bundle:taniq.arg-date}", descriptionKey = "taniq.step.date")
    private LocalDate date = LocalDate.MIN;

    @Option(names = "--proof", paramLabel = "${bundle:taniq.arg-proof}", descriptionKey = "taniq.step.proof")
    private List<String> proofs = List.of();

    @Option(names = "--reference", paramLabel = "${bundle:taniq.arg-number}", descriptionKey = "taniq.step.reference")
    private String reference = "";

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.step.said-by")
    private String saidBy = "";

    String reference() {
        return reference;
    }

    /// What the computer's clock says.
    static LocalDate today(Surroundings around) {
        return LocalDate.ofInstant(around.clock().instant(), ZoneId.systemDefault());
    }

    /// The day stated, else today.
    LocalDate day(Surroundings around) {
        return date.equals(LocalDate.MIN) ? today(around) : date;
    }

    /// Who says it: the one named, else whoever began the case.
    String saidBy(Casebook casebook) throws IOException {
        if (!saidBy.isEmpty()) {
            return saidBy;
        }
        return casebook.custody().begunBy();
    }

    /// @param standing the step as those say it that stand
    /// @throws IOException if it cannot come to that state on that day after any of these, with the reason
    void refuse(Surroundings around, List<Step> standing, Step.Date next) throws IOException {
        var refusals = standing.stream()
                .map(step -> step.refusal(next.what(), next.date(), today(around)))
                .toList();
        if (refusals.stream().allMatch(Optional::isPresent)) {
            throw new IOException(
                    switch (refusals.getFirst().get()) {
                        case BACKWARDS -> around.say("step.backwards");
                        case NOT_SENT -> around.say("step.not-sent");
                        case ANSWERED -> around.say("step.answered");
                        case BEFORE_THE_LAST ->
                            around.say(
                                    "step.before-the-last", "date", next.date().toString());
                        case IN_THE_FUTURE ->
                            around.say("step.in-the-future", "date", next.date().toString());
                    });
        }
    }

    /// The proofs named; a file is sealed and read first.
    List<Step.Proof> proofs(Surroundings around, Casebook casebook) throws IOException {
        var named = new ArrayList<Named>();
        for (var each : proofs) {
            named.add(named(around, each));
        }
        var found = new ArrayList<Step.Proof>();
        for (var each : named) {
            found.add(new Step.Proof(item(around, casebook, each.item()), each.rank()));
        }
        return found;
    }

    private record Named(String item, Step.Rank rank) {}

    private static Named named(Surroundings around, String typed) throws IOException {
        int at = typed.lastIndexOf('=');
        String word = typed.substring(at + 1);
        var rank = Arrays.stream(Step.Rank.values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (at < 1 || rank.isEmpty()) {
            String ranks = String.join(
                    ", ", Arrays.stream(Step.Rank.values()).map(Step.Rank::word).toList());
            throw new IOException(around.say("step.say-rank", java.util.Map.of("typed", typed, "ranks", ranks)));
        }
        return new Named(typed.substring(0, at), rank.get());
    }

    private Pointer item(Surroundings around, Casebook casebook, String typed) throws IOException {
        Optional<Reference> reference = Reference.of(typed);
        if (reference.isPresent()) {
            var item = reference.get().in(casebook.unlocked(), casebook.log());
            if (!item.opened().schema().name().equals("item/1")) {
                throw new IOException(around.say("step.no-item", "item", typed));
            }
            return item.pointer();
        }
        var file = Path.of(typed);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(typed);
        }
        return added(around, casebook, file);
    }

    private Pointer added(Surroundings around, Casebook casebook, Path file) throws IOException {
        String who = saidBy(casebook);
        var custody = new Custody(who, who, "", Custody.Account.UNSTATED);
        var items = casebook.acquire(file, custody).items();
        if (items.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        return switch (casebook.seal(items.getFirst())) {
            case SealedItem.New sealed -> {
                casebook.read(sealed);
                yield sealed.sources().item();
            }
            case SealedItem.Again again ->
                new Reference.Whole("", again.index())
                        .in(casebook.unlocked(), casebook.log())
                        .pointer();
            case SealedItem.NotSealed lost -> throw lost.why();
            case SealedItem.Refused _, SealedItem.Parts _ ->
                throw new IOException(around.say("step.text-only", "file", file.getFileName()));
        };
    }
}

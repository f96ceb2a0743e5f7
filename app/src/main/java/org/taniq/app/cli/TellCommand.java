package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.app.Casebook;
import org.taniq.app.DossierStamps;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Dossier;
import org.taniq.tell.DossierPages;
import org.taniq.tell.UnreadPictures;
import org.taniq.tell.Withholding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq tell`: writes the court edition of what is chosen.
@Command(name = "tell")
final class TellCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "OUT.zip", descriptionKey = "taniq.tell.out")
    private Path file = Path.of("");

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = "--capturer",
            paramLabel = "${bundle:taniq.arg-name}",
            required = true,
            descriptionKey = "taniq.tell.capturer")
    private String capturer = "";

    @Option(names = "--role", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.tell.role")
    private String role = "";

    @Option(names = "--device", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.tell.device")
    private String device = "";

    @Option(names = "--title", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.tell.title")
    private String title = "";

    @Option(names = "--to", paramLabel = "${bundle:taniq.arg-whom}", required = true, descriptionKey = "taniq.tell.to")
    private String recipient = "";

    @Option(names = "--for", paramLabel = "${bundle:taniq.arg-what}", descriptionKey = "taniq.tell.for")
    private String purpose = "";

    @Option(names = "--stamp", descriptionKey = "taniq.tell.stamp")
    private boolean stamp;

    @Option(
            names = "--despite-consent",
            paramLabel = "${bundle:taniq.arg-words}",
            descriptionKey = "taniq.tell.despite-consent")
    private String despite = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TellCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        refuse();
        try (var opened = options.open(around)) {
            return in(opened.casebook());
        }
    }

    private void refuse() throws IOException {
        if (chosen.isNothing()) {
            throw mistyped(around.say("tell.choose"));
        }
        if (capturer.isBlank()) {
            throw mistyped(around.say("tell.name-capturer"));
        }
        if (chosen.withholdsNothingNamed()) {
            throw mistyped(around.say("tell.no-word"));
        }
        var noArea = chosen.noArea();
        if (noArea.isPresent()) {
            throw mistyped(around.say("tell.no-area", "typed", noArea.get()));
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (stamp) {
            DossierStamps.refuseIfThere(DossierStamps.fileFor(file));
        }
    }

    private ParameterException mistyped(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    int in(Casebook casebook) throws IOException {
        var stamping = new StampedDossierFile(around, options);
        if (stamp && !stamping.isChosen(casebook.stamps())) {
            return Exit.COULD_NOT;
        }
        var earlier = casebook.unlocked().statements("told/1");
        var exhibits = chosen.exhibits(around, casebook);
        var dossier = new Dossier(
                cover(),
                exhibits,
                chosen.steps(around, casebook),
                chosen.withholding(around, casebook),
                new Dossier.Purpose(recipient, purpose),
                around.clock().instant(),
                unfinished -> WhenStopped.discarding(around, unfinished));
        var against = new Unconsented(around, casebook).sentences(exhibits, dossier.steps());
        if (!against.isEmpty() && despite.isBlank()) {
            throw new IOException(around.say("tell.no-consent", "what", String.join("; ", against)));
        }
        var again = again(casebook, dossier);
        if (!against.isEmpty()) {
            again.add(around.say("tell.despite", Map.of("what", String.join("; ", against), "why", despite)));
        }
        Dossier.Told told;
        try (var _ = options.progress(around, 1).doing("progress.telling")) {
            told = casebook.tell(dossier, file);
        } catch (Withholding.NoSuchArea outside) {
            throw mistyped(around.messages().say(outside.said()));
        }
        if (!told.also().isEmpty()) {
            again.add(around.say("tell.again-also", "names", String.join(", ", told.also())));
        }
        if (!told.unread().isEmpty()) {
            again.add(around.say("tell.again-accounts", "items", references(told.unread(), casebook)));
        }
        if (!options.json()) {
            say(told, again);
            earlier.forEach(this::sayEarlier);
        }
        var stamped = stamp
                ? Optional.of(stamping.write(casebook.stamps(), file))
                : Optional.<StampedDossierFile.Written>empty();
        if (options.json()) {
            var json = json(told);
            stamped.ifPresent(written -> json.put("time", written.json()));
            around.out().println(JsonLines.visible(json.build()));
        }
        around.out().flush();
        return stamped.map(StampedDossierFile.Written::exit).orElse(Exit.DONE);
    }

    private Dossier.Cover cover() {
        var language = switch (around.messages().language()) {
            case AZ -> DossierPages.Language.AZ;
            case RU -> DossierPages.Language.RU;
            default -> DossierPages.Language.EN;
        };
        return new Dossier.Cover(
                language,
                title.isBlank() ? around.say("tell.untitled") : title,
                capturer,
                role.isBlank() ? around.say("tell.not-stated") : role,
                device.isBlank() ? around.say("tell.not-stated") : device);
    }

    private static Json.Builder json(Dossier.Told told) {
        return Json.object()
                .put("file", told.file().toString())
                .put("sha256", told.sha256().hex())
                .put("exhibits", told.exhibits())
                .put("sendersWithheld", told.withheld().sendersWithheld())
                .put("passagesWithheld", told.withheld().passagesWithheld())
                .put("areasWithheld", told.withheld().pictureAreasWithheld())
                .put("readingsNotLookedAt", told.unread().size());
    }

    private void say(Dossier.Told told, List<String> again) {
        var out = around.out();
        out.println(around.say("tell.written", Map.of("file", told.file(), "n", told.exhibits())));
        out.println(around.say(
                "tell.withheld",
                Map.of(
                        "senders", told.withheld().sendersWithheld(),
                        "passages", told.withheld().passagesWithheld(),
                        "areas", told.withheld().pictureAreasWithheld())));
        if (!chosen.senders().isEmpty() && told.withheld().sendersWithheld() == 0) {
            out.println(around.say("tell.no-sender"));
        }
        out.println(around.say("tell.can-check"));
        out.println(around.say("tell.cannot-check"));
        out.println(around.say("tell.inside"));
        out.println();
        out.println(around.say("tell.again"));
        again.forEach(each -> out.println("- " + each));
        out.println("- " + around.say("tell.again-sign", "file", told.file()));
    }

    /// What a careful person looks at again before it leaves. Made ready before anything is written: what is
    /// read of the case may fail.
    private List<String> again(Casebook casebook, Dossier dossier) throws IOException {
        var again = new ArrayList<>(List.of(around.say("tell.again-names")));
        if (dossier.choices().stream().anyMatch(Dossier.Choice.File.class::isInstance)) {
            again.add(around.say("tell.again-files"));
        }
        var unread = dossier.withholding().isNothing()
                ? List.<Pointer>of()
                : UnreadPictures.of(casebook.unlocked(), dossier.choices());
        if (!unread.isEmpty()) {
            again.add(around.say("tell.again-pictures", "items", references(unread, casebook)));
        }
        long addresses = addresses(casebook, dossier);
        if (addresses > 0) {
            again.add(around.say("tell.again-addresses", "n", addresses));
        }
        var missing = missingProofs(casebook, dossier);
        if (!missing.isEmpty()) {
            again.add(around.say("tell.again-proofs", "items", references(missing, casebook)));
        }
        int left = Steps.of(casebook.unlocked()).all().size() - dossier.steps().size();
        if (left > 0) {
            again.add(around.say("tell.again-steps", "n", left));
        }
        again.add(around.say("tell.again-law"));
        return again;
    }

    private static String references(List<Pointer> statements, Casebook casebook) {
        return statements.stream()
                .map(statement -> Reference.to(statement, casebook.log()))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static long addresses(Casebook casebook, Dossier dossier) throws IOException {
        return casebook.assess().stream()
                .filter(each -> dossier.choices().contains(new Dossier.Choice.Message(each.reading(), each.record())))
                .filter(each -> each.assessment().findings().stream()
                        .anyMatch(finding -> finding.label().id().startsWith("doxxing")))
                .count();
    }

    private static List<Pointer> missingProofs(Casebook casebook, Dossier dossier) throws IOException {
        var unlocked = casebook.unlocked();
        return Steps.of(unlocked).all().stream()
                .map(Steps.Last::step)
                .filter(step -> dossier.steps().contains(step.id()))
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> unlocked.erased(proof.item()).isEmpty())
                .map(Step.Proof::item)
                .filter(item -> !dossier.choices().contains(new Dossier.Choice.File(item)))
                .toList();
    }

    /// Whoever holds two dossiers sees in both together what either shows.
    private void sayEarlier(Unlocked.Sealed earlier) {
        around.out()
                .println("- "
                        + around.say(
                                "tell.earlier",
                                Map.of(
                                        "to", Records.text(earlier.value("recipient")),
                                        "exhibits", Dossier.Told.exhibits(earlier),
                                        "senders", withheld(earlier, "senders"),
                                        "passages", withheld(earlier, "passages"))));
    }

    private static long withheld(Unlocked.Sealed told, String member) {
        return told.value("withheld") instanceof Json.Obj object
                        && object.members().get(member) instanceof Json.Num(long n)
                ? n
                : 0;
    }
}

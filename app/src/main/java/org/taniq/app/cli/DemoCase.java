package org.taniq.app.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taniq.acquire.Custody;
import org.taniq.act.Steps;
import org.taniq.app.Answer;
import org.taniq.app.Begun;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Reference;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.SixWords;
import org.taniq.read.Records;
import org.taniq.read.index.Search;
import org.taniq.seal.Unlocked;
import picocli.CommandLine;

/// The invented case of `samples/case`, taken through the flow step by step, each shown as the command that
/// a person would type.
final class DemoCase implements Closeable {
    /// The day on which the story ends; a computer whose clock is before it plays the demo on that day.
    private static final Instant STORY_ENDS = Instant.parse("2026-11-20T09:00:00Z");

    private static final String PERSON = "Kənan Daşqınlı";
    private static final String GROUP = "WhatsApp Chat with Narlıbağ məhəlləsi.txt";
    private static final List<Long> SHOWN_LINES = List.of(608L, 646L, 647L, 648L, 649L, 650L, 651L);

    private final Surroundings around;
    private final Path samples;
    private final Path place;
    private final Desk desk;
    private final Casebook casebook;
    private final Custody custody;

    private DemoCase(Surroundings around, Path samples, Path place, Desk desk, Casebook casebook, Custody custody) {
        this.around = around;
        this.samples = samples;
        this.place = place;
        this.desk = desk;
        this.casebook = casebook;
        this.custody = custody;
    }

    /// Begins a case with keys of its own in a folder.
    ///
    /// @param words the file into which the six words are written: the people are invented
    static DemoCase begin(Surroundings outside, Path samples, Path place, String words) throws IOException {
        var around = new Surroundings(
                outside.messages(), outside.out(), outside.err(), Map.of(), clock(outside.clock()), outside.work());
        around.out().println(around.say("demo.begin", "folder", place));
        var passphrase = passphrase(around, place.resolve(words));
        var desk = new Desk(place.resolve("keys"), () -> passphrase, Optional.empty(), around.clock());
        typed(around, List.of("init", place.resolve("case").toString()));
        desk.makeKeys(passphrase);
        var custody = new Custody(PERSON, PERSON, around.say("demo.device"), Custody.Account.OWN);
        var casebook = Casebook.begin(desk, place.resolve("case"), new Begun(custody, Answer.NO, Answer.NO));
        around.out().println(around.say("demo.begun", "file", place.resolve(words)));
        return new DemoCase(around, samples, place, desk, casebook, custody);
    }

    private static Clock clock(Clock clock) {
        return clock.instant().isBefore(STORY_ENDS) ? Clock.fixed(STORY_ENDS, ZoneOffset.UTC) : clock;
    }

    private static Passphrase passphrase(Surroundings around, Path file) throws IOException {
        char[] words = SixWords.generate(new SecureRandom());
        new Durable().create(file, (new String(words) + "\n").getBytes(StandardCharsets.US_ASCII));
        var passphrase = Passphrase.of(words, around.work());
        Arrays.fill(words, '\0');
        return passphrase;
    }

    private static void typed(Surroundings around, List<String> words) {
        var line = new StringBuilder("\n$ taniq");
        words.forEach(word -> line.append(' ').append(ShellWord.of(word)));
        around.out().println(line);
        around.out().flush();
    }

    void play() throws IOException {
        add();
        find();
        assess();
        complain();
        var dossier = place.resolve("dossier.zip");
        tell(dossier);
        typed(around, List.of("verify", dossier.toString()));
        var verify = new VerifyCommand(around);
        parse(verify, List.of(dossier.toString()));
        verify.call();
        around.out().println();
        around.out().println(around.say("demo.done", "folder", place));
        around.out().println(dossier);
        around.out().flush();
    }

    private void add() throws IOException {
        typed(around, List.of("add", samples.toString()));
        for (var item : casebook.acquire(samples, custody).items()) {
            if (casebook.seal(item) instanceof SealedItem.New sealed) {
                long records = casebook.read(sealed).records();
                around.out()
                        .println(around.say(
                                "demo.added",
                                Map.of("item", sealed.sources().item().index(), "file", item.name(), "n", records)));
            }
        }
    }

    private void find() throws IOException {
        typed(around, List.of("find", "oldurecem"));
        var hits = casebook.search().find(Search.of("oldurecem"));
        around.out().println(around.say("demo.found", "n", hits.total().count()));
    }

    private void assess() throws IOException {
        typed(around, List.of("assess"));
        var counts = new TreeMap<String, Integer>();
        for (var each : casebook.assess()) {
            each.assessment().findings().stream()
                    .map(finding -> finding.label().id())
                    .distinct()
                    .forEach(label -> counts.merge(label, 1, Integer::sum));
        }
        counts.forEach((label, n) -> around.out().println(around.say("demo.assessed", Map.of("label", label, "n", n))));
        around.out().println(around.say("demo.suggestions"));
    }

    private void complain() throws IOException {
        var words = new ArrayList<>(List.of(
                around.say("demo.complaint"),
                "--to",
                around.say("demo.police"),
                "--state",
                "sent",
                "--date",
                "2026-11-10",
                "--proof",
                item("postal-receipt.jpg") + "=postal-receipt",
                "--proof",
                item("complaint-2026-11-10.pdf") + "=copy"));
        typed(around, with(List.of("step", "new"), words));
        var step = new StepNewCommand(around);
        parse(step, words);
        step.in(casebook);
        String id = Steps.of(casebook.unlocked()).all().getFirst().step().id().substring(0, 8);
        var answered = List.of(
                id,
                "refused",
                "--date",
                "2026-11-17",
                "--proof",
                item("answer-2026-11-17.pdf") + "=answer",
                "--reference",
                "27/4-1186");
        typed(around, with(List.of("step", "set"), answered));
        var set = new StepSetCommand(around);
        parse(set, answered);
        set.in(casebook);
    }

    private void tell(Path dossier) throws IOException {
        String shot = item("Screenshot_20261107-2214.png");
        var words = List.of(
                dossier.toString(),
                "--label",
                "threat_to_life",
                "--records",
                records(),
                "--items",
                shot + "," + item("postal-receipt.jpg") + "," + item("answer-2026-11-17.pdf"),
                "--steps",
                "all",
                "--withhold-sender",
                "Rauf müəllim",
                "--withhold",
                "Murad",
                "--withhold-area",
                shot + ":40,1662,580,250",
                "--capturer",
                PERSON,
                "--role",
                around.say("demo.role"),
                "--device",
                around.say("demo.device"),
                "--title",
                around.say("demo.title"),
                "--to",
                around.say("demo.recipient"),
                "--for",
                around.say("demo.purpose"));
        typed(around, with(List.of("tell"), words));
        var tell = new TellCommand(around);
        parse(tell, words);
        tell.in(casebook);
    }

    /// The threat in the group, with what was written before and after it.
    private String records() throws IOException {
        var unlocked = casebook.unlocked();
        var found = new ArrayList<String>();
        for (var reading : unlocked.readings()) {
            if (reads(unlocked, reading)) {
                unlocked.trees().rows(reading, "records", (number, row) -> {
                    if (SHOWN_LINES.contains(Records.line(row))) {
                        found.add(Reference.to(reading.pointer(), number, casebook.log()));
                    }
                });
            }
        }
        return String.join(",", found);
    }

    private boolean reads(Unlocked unlocked, Unlocked.Sealed reading) {
        return unlocked.statements("item/1").stream()
                .filter(item -> Records.text(item.value("name")).equals(GROUP))
                .anyMatch(item -> reading.value("items")
                        .canonical()
                        .contains(item.pointer().leaf().hex()));
    }

    private String item(String name) throws IOException {
        return casebook.unlocked().statements("item/1").stream()
                .filter(item -> Records.text(item.value("name")).equals(name))
                .map(item -> Reference.to(item.pointer(), casebook.log()))
                .findFirst()
                .orElseThrow(() -> new Trouble(Said.of("the sample {file} is missing", "file", name)));
    }

    private static List<String> with(List<String> command, List<String> words) {
        var all = new ArrayList<>(command);
        all.addAll(words);
        return all;
    }

    private static void parse(Object command, List<String> words) {
        new CommandLine(command).parseArgs(words.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        try (desk) {
            casebook.close();
        }
    }
}

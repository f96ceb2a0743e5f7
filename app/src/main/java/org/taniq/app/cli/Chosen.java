package org.taniq.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.act.Steps;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.assess.Label;
import org.taniq.seal.Pixels;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Dossier;
import org.taniq.tell.Withholding;
import picocli.CommandLine.Option;

/// What is chosen for a dossier, and what of it is withheld.
final class Chosen {
    private static final Pattern RANGE = Pattern.compile("((?:[0-9a-f]+/)?#?\\d+):(\\d{1,15})-(\\d{1,15})");
    private static final Pattern AREA =
            Pattern.compile("(.+):(\\d{1,6}),(\\d{1,6}),(?!0+,)(\\d{1,6}),(?!0+$)(\\d{1,6})");
    private static final int MOST = 990;

    @Option(
            names = "--label",
            paramLabel = "${bundle:taniq.arg-label}",
            split = ",",
            descriptionKey = "taniq.tell.label")
    private List<String> labels = List.of();

    @Option(names = "--records", paramLabel = "7:12,7:15-20", split = ",", descriptionKey = "taniq.tell.records")
    private List<String> records = List.of();

    @Option(names = "--items", paramLabel = "3,4", split = ",", descriptionKey = "taniq.tell.items")
    private List<String> items = List.of();

    @Option(names = "--steps", paramLabel = "all|ID", split = ",", descriptionKey = "taniq.tell.steps")
    private List<String> steps = List.of();

    @Option(
            names = "--withhold-sender",
            paramLabel = "${bundle:taniq.arg-name}",
            descriptionKey = "taniq.tell.withhold-sender")
    private List<String> senders = List.of();

    @Option(names = "--withhold", paramLabel = "${bundle:taniq.arg-word}", descriptionKey = "taniq.tell.withhold")
    private List<String> words = List.of();

    @Option(names = "--withhold-area", paramLabel = "5:X,Y,W,H", descriptionKey = "taniq.tell.withhold-area")
    private List<String> areas = List.of();

    @Option(names = "--show-place", descriptionKey = "taniq.tell.show-place")
    private boolean place;

    @Option(names = "--show-place-of", paramLabel = "3,7:12", split = ",", descriptionKey = "taniq.tell.show-place-of")
    private List<String> places = List.of();

    /// Whether anything was chosen to be shown.
    boolean isNothing() {
        return labels.isEmpty() && records.isEmpty() && items.isEmpty() && steps.isEmpty();
    }

    List<String> senders() {
        return senders;
    }

    /// The exhibits in order: messages as their sources hold them, then files as they are named.
    List<Dossier.Choice> exhibits(Surroundings around, Casebook casebook) throws IOException {
        var unlocked = casebook.unlocked();
        var chosen = new LinkedHashSet<Dossier.Choice>();
        messages(around, casebook, unlocked).stream()
                .sorted(java.util.Comparator.comparing(
                                (Dossier.Choice.Message each) -> each.reading().log())
                        .thenComparingLong(each -> each.reading().index())
                        .thenComparingLong(Dossier.Choice.Message::record))
                .forEach(chosen::add);
        for (var typed : items) {
            chosen.add(new Dossier.Choice.File(item(around, casebook, unlocked, typed)));
        }
        if (chosen.size() > MOST) {
            throw new IOException(around.say("tell.too-many", Map.of("n", chosen.size(), "most", MOST)));
        }
        return List.copyOf(chosen);
    }

    private List<Dossier.Choice.Message> messages(Surroundings around, Casebook casebook, Unlocked unlocked)
            throws IOException {
        var messages = new ArrayList<Dossier.Choice.Message>();
        for (var typed : records) {
            messages.addAll(range(around, casebook, unlocked, typed));
        }
        if (!labels.isEmpty()) {
            messages.addAll(labelled(around, casebook));
        }
        return messages;
    }

    private static List<Dossier.Choice.Message> range(
            Surroundings around, Casebook casebook, Unlocked unlocked, String typed) throws IOException {
        var range = RANGE.matcher(typed.strip());
        String one = range.matches() ? range.group(1) + ":" + range.group(2) : typed;
        if (!(Reference.of(one).orElse(new Reference.Whole("", 0)) instanceof Reference.Row first)) {
            throw new IOException(around.say("tell.no-record", "typed", typed));
        }
        var reading = first.in(unlocked, casebook.log());
        if (!reading.isReading()) {
            throw new IOException(around.say("tell.no-record", "typed", typed));
        }
        long last = range.matches() ? Long.parseLong(range.group(3)) : first.record();
        if (last < first.record() || last - first.record() >= MOST) {
            throw new IOException(around.say("tell.no-record", "typed", typed));
        }
        return java.util.stream.LongStream.rangeClosed(first.record(), last)
                .mapToObj(record -> new Dossier.Choice.Message(reading.pointer(), record))
                .toList();
    }

    private List<Dossier.Choice.Message> labelled(Surroundings around, Casebook casebook) throws IOException {
        for (var label : labels) {
            if (Label.of(label).isEmpty()) {
                String known = Label.all().stream().map(Label::id).collect(Collectors.joining(", "));
                throw new IOException(around.say("tell.no-label", Map.of("label", label, "known", known)));
            }
        }
        var found = casebook.assess().stream()
                .filter(each -> each.assessment().findings().stream()
                        .anyMatch(finding -> labels.contains(finding.label().id())))
                .map(each -> new Dossier.Choice.Message(each.reading(), each.record()))
                .toList();
        if (found.isEmpty()) {
            throw new IOException(around.say("tell.none-labelled"));
        }
        return found;
    }

    private static Pointer item(Surroundings around, Casebook casebook, Unlocked unlocked, String typed)
            throws IOException {
        if (!(Reference.of(typed).orElse(new Reference.Row("", 0, 0)) instanceof Reference.Whole reference)) {
            throw new IOException(around.say("tell.no-item", "typed", typed));
        }
        var item = reference.in(unlocked, casebook.log());
        if (!item.opened().schema().name().equals("item/1")) {
            throw new IOException(around.say("tell.no-item", "typed", typed));
        }
        return item.pointer();
    }

    /// The ids of the steps that are shown.
    List<String> steps(Surroundings around, Casebook casebook) throws IOException {
        var all = Steps.of(casebook.unlocked());
        if (steps.contains("all")) {
            return all.all().stream().map(last -> last.step().id()).toList();
        }
        var words = new StepWords(around, casebook);
        var ids = new ArrayList<String>();
        for (var id : steps) {
            ids.add(words.one(id).step().id());
        }
        return ids;
    }

    Withholding withholding(Surroundings around, Casebook casebook) throws IOException {
        var unlocked = casebook.unlocked();
        var byPicture = new HashMap<Pointer, List<Pixels.Area>>();
        for (var typed : areas) {
            var area = AREA.matcher(typed);
            if (area.matches()) {
                byPicture
                        .computeIfAbsent(item(around, casebook, unlocked, area.group(1)), _ -> new ArrayList<>())
                        .add(area(area));
            }
        }
        return new Withholding(
                Set.copyOf(senders),
                Set.copyOf(words),
                byPicture,
                place ? Withholding.PlaceAndDevice.SHOWN : shownOf(around, casebook));
    }

    private Withholding.PlaceAndDevice shownOf(Surroundings around, Casebook casebook) throws IOException {
        var exhibits = new HashSet<Dossier.Choice>();
        for (var typed : places) {
            if (typed.contains(":")) {
                exhibits.addAll(range(around, casebook, casebook.unlocked(), typed));
            } else {
                exhibits.add(new Dossier.Choice.File(item(around, casebook, casebook.unlocked(), typed)));
            }
        }
        return new Withholding.PlaceAndDevice.ShownOf(exhibits);
    }

    private static Pixels.Area area(Matcher typed) {
        var numbers =
                Stream.of(2, 3, 4, 5).map(typed::group).map(Integer::valueOf).toList();
        return new Pixels.Area(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /// What was typed as an area and is none.
    Optional<String> noArea() {
        return areas.stream().filter(typed -> !AREA.matcher(typed).matches()).findFirst();
    }

    /// Whether something was named for withholding that is no name: nothing, or mere punctuation in a word.
    boolean withholdsNothingNamed() {
        return senders.stream().anyMatch(String::isBlank) || !words.stream().allMatch(Withholding::canBeFound);
    }
}

package org.taniq.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.read.Records;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.seal.Unlocked;
import org.taniq.tell.DetailWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq show`: a record among those before and after it, or a statement.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-reference}", descriptionKey = "taniq.show.ref")
    private String reference = "";

    @Option(names = "--context", paramLabel = "N", descriptionKey = "taniq.show.context")
    private int context = 3;

    @Mixin
    private CaseOptions options = new CaseOptions();

    ShowCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var wanted = Reference.of(reference)
                .orElseThrow(() -> new IOException(around.say("show.no-reference", "typed", reference)));
        try (var opened = options.open(around)) {
            show(wanted, opened.casebook());
        }
        return Exit.DONE;
    }

    private void show(Reference wanted, Casebook casebook) throws IOException {
        var vault = casebook.unlocked();
        var sealed = wanted.in(vault, casebook.log());
        switch (wanted) {
            case Reference.Whole _ -> statement(sealed);
            case Reference.Row row -> record(row, vault, sealed, casebook.log());
        }
    }

    private void statement(Unlocked.Sealed sealed) {
        if (options.json()) {
            around.out().println(JsonLines.visible(json(sealed)));
            return;
        }
        around.out()
                .println(around.messages().word("statement", schema(sealed)) + " "
                        + sealed.pointer().index());
        for (var field : sealed.opened().schema().fields()) {
            var value = sealed.value(field.name());
            if (!value.equals(Json.NULL) && !value.equals(Json.of(List.<Json>of()))) {
                var shown = value instanceof Json.Str(String text) ? text : value.inOrder();
                around.out().println("  " + around.say("show.field", Map.of("name", field.name(), "value", shown)));
            }
        }
    }

    private static String schema(Unlocked.Sealed sealed) {
        return sealed.opened().schema().name().replaceFirst("/.*", "");
    }

    private static Json json(Unlocked.Sealed sealed) {
        var json = Json.object()
                .put("schema", sealed.opened().schema().name())
                .put("pointer", sealed.pointer().json());
        for (var field : sealed.opened().schema().fields()) {
            json.put(field.name(), sealed.value(field.name()));
        }
        return json.build();
    }

    private void attachments(Activity activity) {
        var messages = this.around.messages();
        for (var attachment : activity.object().attachments()) {
            var state = messages.word("attachment", attachment.state().word());
            this.around.tell(messages.say("show.attachment", Map.of("name", attachment.name(), "state", state)));
        }
    }

    private record Numbered(long number, Activity activity) {}

    private void record(Reference.Row row, Unlocked vault, Unlocked.Sealed reading, String own) throws IOException {
        var near = new ArrayList<Numbered>();
        long around = options.json() ? 0 : Math.max(0, context);
        vault.trees().rows(reading, "records", (number, values) -> {
            if (Math.abs(number - row.record()) <= around) {
                near.add(new Numbered(number, Records.activity(values)));
            }
        });
        var wanted = near.stream().filter(each -> each.number() == row.record()).findFirst();
        if (!schema(reading).equals("reading") || wanted.isEmpty()) {
            throw new Reference.NotHere(row);
        }
        var item = Sealed.read(reading);
        if (options.json()) {
            var json = Json.object()
                    .put("reference", Reference.to(reading.pointer(), row.record(), own))
                    .put("record", wanted.get().activity().toJson())
                    .put("item", item.isPresent() ? json(vault.statement(item.get())) : Json.NULL);
            this.around.out().println(JsonLines.visible(json.build()));
            return;
        }
        near.forEach(each -> line(each, row.record(), reading, own));
        attachments(wanted.get().activity());
        place(wanted.get().activity());
        if (item.isPresent()) {
            statement(vault.statement(item.get()));
        }
        for (var other : Sealed.together(reading)) {
            statement(vault.statement(other));
        }
    }

    private void line(Numbered each, long wanted, Unlocked.Sealed reading, String own) {
        var printed = new RecordWords(around);
        around.out()
                .println((each.number() == wanted ? "> " : "  ")
                        + printed.head(Reference.to(reading.pointer(), each.number(), own), each.activity()));
        printed.text(each.activity().object().text(), List.of())
                .forEach(text -> around.out().println("      " + text));
    }

    private void place(Activity activity) {
        around.out().println();
        if (activity.spot() instanceof Spot.Lines lines) {
            around.tell(around.say(
                    "show.lines",
                    Map.of("first", lines.first(), "last", lines.last(), "from", lines.from(), "to", lines.to())));
        }
        further(activity);
        for (var mark : activity.marks()) {
            around.tell(around.say("show.mark", "mark", around.messages().word("mark", mark.word())));
        }
    }

    /// What a source says besides that has ids, places and details.
    private void further(Activity activity) {
        if (!activity.id().isEmpty()) {
            around.tell(around.say("show.id", "id", activity.id()));
        }
        if (!activity.place().equals(Place.UNSTATED)) {
            around.tell(
                    around.say("show.place", "place", activity.place().json().canonical()));
        }
        var words = DetailWords.of(around.messages().language().code());
        activity.details().forEach(detail -> around.tell(Text.visible(words.say(detail.name(), detail.value()))));
    }
}

package org.taniq.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.read.index.Hits;
import org.taniq.read.index.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq find`: searches the messages of a case.
@Command(name = "find")
final class FindCommand implements Callable<Integer> {
    private static final int AROUND_A_MATCH = 120;
    private static final int SHORT_ID = 8;

    private final Surroundings around;

    @Parameters(arity = "0..*", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.find.words")
    private List<String> words = List.of();

    @Option(names = "--actor", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.find.actor")
    private String actor = "";

    @Option(names = "--from", paramLabel = "${bundle:taniq.arg-day}", descriptionKey = "taniq.find.from")
    private String from = "";

    @Option(names = "--to", paramLabel = "${bundle:taniq.arg-day}", descriptionKey = "taniq.find.to")
    private String to = "";

    @Option(names = "--label", paramLabel = "${bundle:taniq.arg-label}", descriptionKey = "taniq.find.label")
    private Set<String> labels = Set.of();

    @Option(names = "--top", paramLabel = "N", descriptionKey = "taniq.find.top")
    private int top = 20;

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    FindCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var search = search();
        try (var opened = options.open(around)) {
            var found = found(search, opened.casebook());
            boolean isBehind = opened.casebook().search().isBehind();
            if (options.json()) {
                var json = json(found, opened.casebook().log());
                around.out()
                        .println(JsonLines.visible(json.put("behind", isBehind).build()));
            } else {
                words(found, opened.casebook().log());
            }
            if (isBehind) {
                around.warn(opened.casebook()
                        .search()
                        .whyBehind()
                        .map(why -> around.say("find.behind-why", "why", Failure.said(why, around.messages())))
                        .orElseGet(() -> around.say("find.behind")));
            }
        }
        return Exit.DONE;
    }

    /// @param search what was looked for in the end
    private record Found(Search search, Hits hits, boolean isWider) {}

    /// Where no message has the words, those that have words that begin so.
    private static Found found(Search search, Casebook casebook) throws IOException {
        var hits = casebook.search().find(search);
        var wider = search.ofBeginnings();
        if (!hits.top().isEmpty() || wider.isEmpty()) {
            return new Found(search, hits, false);
        }
        var begun = casebook.search().find(wider.get());
        return begun.top().isEmpty() ? new Found(search, hits, false) : new Found(wider.get(), begun, true);
    }

    private Search search() {
        if (top < 1 || top > 10_000) {
            throw new ParameterException(spec.commandLine(), around.say("find.top"));
        }
        for (var label : labels) {
            if (org.taniq.assess.Label.of(label).isEmpty()) {
                throw new ParameterException(spec.commandLine(), around.say("find.no-label", "label", label));
            }
        }
        var period = new Search.Period(
                from.isEmpty() ? LocalDateTime.MIN : moment(from, LocalTime.MIN),
                to.isEmpty() ? LocalDateTime.MAX : moment(to, LocalTime.MAX));
        return new Search(
                String.join(" ", words), new Search.Filter(actor, labels, period), Search.Order.RELEVANCE, top);
    }

    private LocalDateTime moment(String typed, LocalTime ofDay) {
        try {
            return typed.length() > 10
                    ? LocalDateTime.parse(typed.replace(' ', 'T'))
                    : LocalDate.parse(typed).atTime(ofDay);
        } catch (DateTimeParseException noTime) {
            throw new ParameterException(spec.commandLine(), around.say("find.no-day", "typed", typed));
        }
    }

    private void words(Found found, String own) {
        var hits = found.hits();
        var printed = new RecordWords(around);
        if (found.isWider()) {
            around.tell(around.say("find.begins", "words", found.search().words()));
        }
        for (var hit : hits.top()) {
            around.out().println(printed.head(reference(hit, own), hit.published(), hit.actor()));
            var part = hit.snippet(AROUND_A_MATCH);
            around.out().println("    " + printed.part(hit.text(), part, hit.matched()));
        }
        around.tell(summary(hits));
        if (hits.withoutTime() > 0) {
            around.tell(around.say("find.without-time", "n", hits.withoutTime()));
        }
    }

    private String summary(Hits hits) {
        if (hits.top().isEmpty()) {
            return around.say("find.nothing");
        }
        var values = Map.of("n", hits.total().count(), "shown", hits.top().size());
        return hits.total().certainty() == Hits.Certainty.EXACTLY
                ? around.say("find.total", values)
                : around.say("find.at-least", values);
    }

    /// The index names a reading `<log>-<index>`.
    static String reference(Hits.Hit hit, String own) {
        int dash = hit.item().indexOf('-');
        String log = hit.item().substring(0, dash);
        return (log.equals(own) ? "" : log.substring(0, SHORT_ID) + "/")
                + hit.item().substring(dash + 1) + ":" + hit.record();
    }

    private static Json.Builder json(Found found, String own) {
        var hits = found.hits();
        return Json.object()
                .put("words", found.search().words())
                .put("total", hits.total().count())
                .put("exact", hits.total().certainty() == Hits.Certainty.EXACTLY)
                .put("withoutTime", hits.withoutTime())
                .put(
                        "hits",
                        Json.of(hits.top().stream().map(hit -> json(hit, own)).toList()));
    }

    private static Json json(Hits.Hit hit, String own) {
        return Json.object()
                .put("reference", reference(hit, own))
                .put("actor", Json.orNull(hit.actor()))
                .put("published", Json.orNull(hit.published()))
                .put("text", hit.text())
                .put(
                        "spans",
                        Json.of(hit.matched().stream()
                                .map(span -> Json.of(List.of(Json.of(span.from()), Json.of(span.to()))))
                                .toList()))
                .put("labels", Json.strings(hit.labels().stream().sorted().toList()))
                .build();
    }
}

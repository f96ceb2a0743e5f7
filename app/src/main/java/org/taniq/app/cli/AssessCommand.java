package org.taniq.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Assessed;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.assess.Assessor;
import org.taniq.assess.Finding;
import org.taniq.assess.RulePack;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.index.Hits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taniq assess`: what looks dangerous in a case, the most dangerous first. `taniq assess --jsonl`: a text
/// a line in, a JSON object a line out, streaming; an empty line is a text too.
///
/// Input and output are UTF-8; bytes that are not UTF-8 become U+FFFD. Of a line longer than
/// [Lines#LONGEST] characters the rest is not assessed, and its answer says `"truncated":true`. Exit codes:
/// 0 done, 2 usage, 3 could not be done.
@Command(name = "assess")
final class AssessCommand implements Callable<Integer> {
    private final Surroundings around;
    private final InputStream in;

    @Option(names = "--jsonl", descriptionKey = "taniq.assess.jsonl")
    private boolean jsonl;

    @Option(names = "--top", paramLabel = "N", descriptionKey = "taniq.assess.top")
    private int top = 20;

    @Mixin
    private CaseOptions options = new CaseOptions();

    /// @param in the texts for `--jsonl`
    AssessCommand(Surroundings around, InputStream in) {
        this.around = around;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        if (!jsonl) {
            overCase();
            return Exit.DONE;
        }
        assessLines(new InputStreamReader(in, StandardCharsets.UTF_8), around.out(), RulePack.load());
        return around.out().checkError() ? Exit.COULD_NOT : Exit.DONE;
    }

    private void overCase() throws IOException {
        try (var opened = options.open(around)) {
            var found = opened.casebook().assess();
            var shown = found.subList(0, Math.min(found.size(), Math.max(0, top)));
            if (options.json()) {
                shown.forEach(each -> json(each, opened.casebook().log()));
                return;
            }
            shown.forEach(each -> words(each, opened.casebook().log()));
            around.tell(
                    found.isEmpty()
                            ? around.say("assess.nothing")
                            : around.say("assess.total", Map.of("n", found.size(), "shown", shown.size())));
            around.tell(around.say("assess.suggestions"));
        }
    }

    private void words(Assessed each, String own) {
        var printed = new RecordWords(around);
        var activity = each.activity();
        around.out().println(printed.head(Reference.to(each.reading(), each.record(), own), activity));
        var text = activity.object().text();
        var matched = each.assessment().findings().stream()
                .flatMap(finding -> finding.spans().stream())
                .map(span -> new Hits.Span(span.from(), span.to()))
                .sorted(Comparator.comparingInt(Hits.Span::from))
                .toList();
        printed.text(text, matched).forEach(line -> around.out().println("    " + line));
        each.assessment().findings().stream()
                .map(this::reason)
                .distinct()
                .forEach(reason -> around.tell("    " + reason));
    }

    private String reason(Finding finding) {
        var label = around.messages().word("label", finding.label().id());
        return around.say("assess.finding", Map.of("label", label, "reason", Said.of(finding.reason())));
    }

    private void json(Assessed each, String own) {
        var activity = each.activity();
        var head = Json.object()
                .put("reference", Reference.to(each.reading(), each.record(), own))
                .put("actor", Json.orNull(activity.actor().name()))
                .put("published", Json.orNull(activity.published().source()))
                .put("text", activity.object().text())
                .build()
                .inOrder();
        var assessment = AssessmentJson.line(each.assessment(), Lines.Extent.WHOLE);
        around.out().println(JsonLines.visible(head.substring(0, head.length() - 1) + "," + assessment.substring(1)));
    }

    /// Flushes whenever no more input waits, so that a program at the other end of a pipe gets each answer
    /// at once.
    private static void assessLines(Reader in, PrintWriter out, Assessor assessor) throws IOException {
        var lines = new Lines(in);
        while (lines.next()) {
            out.println(AssessmentJson.line(assessor.assess(lines.text()), lines.extent()));
            if (!lines.moreWaits()) {
                out.flush();
            }
        }
        out.flush();
    }
}

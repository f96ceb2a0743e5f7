package org.taniq.app.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.seal.Verdict;

/// A verdict in the words of a judge: four questions, each with its answer, and every check that failed by
/// its name.
final class VerdictWords {
    private final Surroundings around;
    private final Messages messages;

    VerdictWords(Surroundings around) {
        this.around = around;
        this.messages = around.messages();
    }

    void print(Verdict verdict) {
        answer("verify.ask-bytes", bytes(verdict));
        verdict.failed().forEach(this::check);
        answer("verify.ask-time", time(verdict));
        answer("verify.ask-completeness", completeness(verdict.completeness()));
        verdict.missing().forEach(this::check);
        verdict.erased().forEach(this::check);
        answer("verify.ask-origin", origin(verdict));
    }

    private void answer(String question, String text) {
        around.tell(messages.say(question));
        around.tell("   " + text);
    }

    private String bytes(Verdict verdict) {
        return switch (verdict.bytes()) {
            case INTACT ->
                messages.say("verify.intact", "checks", verdict.checks().size());
            case ALTERED ->
                messages.say("verify.altered", "failed", verdict.failed().size());
            case UNCHECKED ->
                verdict.failed().isEmpty()
                        ? messages.say(
                                "verify.unchecked", "checks", verdict.checks().size())
                        : messages.say(
                                "verify.partly", "failed", verdict.failed().size());
        };
    }

    private String time(Verdict verdict) {
        return switch (verdict.time()) {
            case Verdict.Unchecked _ -> messages.say("verify.not-looked-at");
            case Verdict.Stamped(var prefixes) ->
                prefixes.stream().map(this::stamped).collect(Collectors.joining("\n   "));
            case Verdict.Asserted(var whole, var assertions) ->
                assertions.stream().map(each -> asserted(whole, each)).collect(Collectors.joining("\n   "));
            case Verdict.Unproven(String claimed) ->
                claimed.isEmpty()
                        ? messages.say("verify.time-unproven")
                        : messages.say("verify.time-claimed", "time", claimed);
        };
    }

    private String stamped(Verdict.Prefix prefix) {
        return messages.say(
                prefix.isKnown() ? "verify.time-stamped" : "verify.time-stamped-unknown",
                Map.of(
                        "time", prefix.notLater(),
                        "authority", prefix.authority(),
                        "size", prefix.size(),
                        "of", prefix.of(),
                        "log", prefix.log()));
    }

    private String asserted(Verdict.Whole whole, Verdict.Assertion assertion) {
        String sentence = switch (whole) {
            case DOSSIER -> assertion.isKnown() ? "verify.time-whole" : "verify.time-whole-unknown";
            case FILE -> assertion.isKnown() ? "verify.time-file" : "verify.time-file-unknown";
        };
        return messages.say(sentence, Map.of("time", assertion.notLater(), "authority", assertion.authority()));
    }

    private String completeness(Verdict.Completeness found) {
        return switch (found) {
            case Verdict.Unchecked _ -> messages.say("verify.not-looked-at");
            case Verdict.Counted counted ->
                counted.sources().items() == 0 ? counted(counted) : counted(counted) + " " + sources(counted.sources());
        };
    }

    private String sources(Verdict.Sources sources) {
        return messages.say(
                "verify.sources",
                Map.of("skipped", sources.skipped(), "absent", sources.absent(), "items", sources.items()));
    }

    private String counted(Verdict.Counted found) {
        return messages.say(
                "verify.completeness",
                Map.of(
                        "records", found.records(),
                        "ofrecords", found.ofRecords(),
                        "statements", found.statements(),
                        "ofstatements", found.ofStatements()));
    }

    private String origin(Verdict verdict) {
        var origin = verdict.origin();
        String signed = origin.signers().isEmpty()
                ? messages.say("verify.origin-unknown")
                : messages.say("verify.origin", "key", String.join("; ", origin.signers()));
        return origin.others().isEmpty()
                ? signed
                : signed + " " + messages.say("verify.origin-others", "key", String.join("; ", origin.others()));
    }

    /// Every check, one on a line.
    void list(Verdict verdict) {
        verdict.checks().forEach(this::check);
    }

    /// One check, and how it ended.
    void check(Verdict.Check check) {
        String ended = messages.say(check.ok() ? "verify.check-fine" : "verify.check-failed");
        around.tell(messages.say(
                "verify.check",
                Map.of("ended", ended, "name", messages.word("check", check.name()), "detail", check.said())));
    }
}

package org.taniq.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taniq.app.BeyondReach;
import org.taniq.app.Casebook;
import org.taniq.app.CopyMade;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.ErasedStatement;
import org.taniq.seal.Receipt;
import org.taniq.seal.ToErase;
import org.taniq.seal.Unlocked;

/// What is to be erased, and what that does not reach, as a person reads it before she says yes.
final class EraseWords {
    private static final int DAY = 10;

    private final Surroundings around;
    private final Casebook casebook;

    EraseWords(Surroundings around, Casebook casebook) {
        this.around = around;
        this.casebook = casebook;
    }

    void plan(ToErase plan, BeyondReach beyond) {
        around.tell(around.say("erase.going"));
        plan.items().forEach(item -> row("erase.item", item));
        plan.readings().forEach(this::reading);
        around.out().println();
        around.tell(around.say("erase.beyond"));
        beyond.origins().forEach(item -> point("erase.origin", called(item)));
        beyond.twins().forEach(item -> point("erase.twin", called(item)));
        beyond.sharing()
                .forEach(each ->
                        point("erase.shared", Map.of("reference", Reference.to(each.pointer(), casebook.log()))));
        beyond.copies().forEach(this::copy);
        point("erase.copies", Map.of());
        beyond.dossiers().forEach(this::dossier);
        others(beyond.others());
        if (beyond.interrupted() == BeyondReach.Interrupted.SOMETHING) {
            point("erase.interrupted", Map.of());
        }
        point("erase.outside", Map.of());
        point("erase.words", Map.of());
        point("erase.log", Map.of());
        around.out().println();
        around.tell(around.say("erase.law"));
        around.out().flush();
    }

    private void row(String key, Unlocked.Sealed item) {
        var values = new LinkedHashMap<>(called(item));
        values.put("type", Records.text(item.value("mediaType")));
        around.out().println("  " + around.say(key, values));
    }

    private Map<String, Object> called(Unlocked.Sealed item) {
        String name = Records.text(item.value("name"));
        return Map.of(
                "reference",
                Reference.to(item.pointer(), casebook.log()),
                "file",
                name.isEmpty() ? around.say("list.no-name") : name);
    }

    private void reading(Unlocked.Sealed reading) {
        around.out()
                .println("  "
                        + around.say(
                                "erase.reading",
                                Map.of(
                                        "reference",
                                        Reference.to(reading.pointer(), casebook.log()),
                                        "n",
                                        Sealed.records(reading))));
    }

    private void point(String key, Map<String, ?> values) {
        around.tell("- " + around.say(key, values));
    }

    private void copy(CopyMade copy) {
        String place = copy.place().isEmpty() ? around.say("lock.place-unsaid") : copy.place();
        point(
                copy.hasKeys() ? "erase.copy" : "erase.copy-no-keys",
                Map.of("place", place, "day", copy.when().toString().substring(0, DAY)));
    }

    private void dossier(Unlocked.Sealed told) {
        String to = Records.text(told.value("recipient"));
        point(
                "erase.dossier",
                Map.of(
                        "to",
                        to.isEmpty() ? around.say("erase.nobody-named") : to,
                        "reference",
                        Reference.to(told.pointer(), casebook.log())));
    }

    private void others(List<String> names) {
        if (!names.isEmpty()) {
            point("erase.others", Map.of("who", names.stream().map(this::who).collect(Collectors.joining(", "))));
        }
    }

    private String who(String name) {
        return name.isEmpty() ? around.say("erase.somebody") : name;
    }

    void done(ToErase plan, Receipt receipt) {
        around.out().println();
        around.tell(around.say(
                "erase.done",
                Map.of("n", plan.items().size(), "reference", Reference.to(receipt.pointer(), casebook.log()))));
        around.tell(around.say("erase.next"));
    }

    Json json(ToErase plan, Receipt receipt) {
        return Json.object()
                .put("erased", references(plan.items()))
                .put("readings", references(plan.readings()))
                .put("statement", Reference.to(receipt.pointer(), casebook.log()))
                .build();
    }

    private Json references(List<Unlocked.Sealed> statements) {
        return Json.strings(statements.stream()
                .map(each -> Reference.to(each.pointer(), casebook.log()))
                .toList());
    }

    /// What others erased, and is here all the same.
    void sayOthers() throws IOException {
        var by = new LinkedHashMap<String, Integer>();
        casebook.erasing().saidByOthers().stream()
                .filter(ErasedStatement::isItem)
                .forEach(each -> by.merge(each.by().log(), 1, Integer::sum));
        var unlocked = casebook.unlocked();
        by.forEach((log, n) ->
                around.tell(around.say("erase.said-by-other", Map.of("who", who(unlocked.whose(log)), "n", n))));
        int since = casebook.erasing().madeSince();
        if (since > 0) {
            around.tell(around.say("erase.made-since", "n", since));
        }
    }
}

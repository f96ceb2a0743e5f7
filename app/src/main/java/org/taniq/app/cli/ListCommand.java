package org.taniq.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.seal.ErasedStatement;
import org.taniq.seal.Gap;
import org.taniq.seal.Stamping;
import org.taniq.seal.Unlocked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq list`: what there is in a case, short: items, readings, steps.
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
    private static final int SHORT_ID = 8;

    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    ListCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var vault = opened.casebook().unlocked();
            var list = new Contents(
                    vault, opened.casebook().log(), opened.casebook().erasing().byThisPerson(vault));
            if (options.json()) {
                around.out().println(JsonLines.visible(list.json()));
            } else {
                words(list);
                new EraseWords(around, opened.casebook()).sayOthers();
                new ConsentWords(around, opened.casebook()).sayUntil();
                if (!list.items().isEmpty()) {
                    opened.casebook().stampStanding().ifPresent(this::stamps);
                }
            }
        }
        return Exit.DONE;
    }

    private void words(Contents list) {
        if (list.items().isEmpty() && list.steps().isEmpty() && list.erased().isEmpty()) {
            around.tell(around.say("list.empty"));
            return;
        }
        section("list.items", list.items(), this::item);
        var readings = list.readings().stream()
                .filter(reading -> number(reading, "records") > 0)
                .toList();
        section("list.readings", readings, this::reading);
        section("list.erased", list.erased(), this::erased);
        section("list.steps", list.steps(), this::step);
        list.contested()
                .forEach(last -> around.tell(around.say(
                        "step.contested",
                        Map.of("n", last.stated().size(), "id", last.step().id().substring(0, SHORT_ID)))));
    }

    private void stamps(Stamping.Standing standing) {
        if (standing.last().isEmpty()) {
            around.tell(around.say("list.never-stamped"));
            return;
        }
        long days = Duration.between(standing.last().getFirst(), around.clock().instant())
                .toDays();
        if (standing.isBehind() && days > 0) {
            around.tell(around.say("list.not-stamped", "n", days));
        }
    }

    private interface Row {
        String of(Json.Obj json);
    }

    private void section(String title, List<Json.Obj> rows, Row row) {
        if (!rows.isEmpty()) {
            around.tell(around.say(title));
            rows.forEach(json -> around.out().println("  " + row.of(json)));
        }
    }

    private String item(Json.Obj item) {
        var named = text(item, "name").isEmpty() ? around.say("list.no-name") : text(item, "name");
        String inside = text(item, "inside");
        var values =
                Map.of("reference", column(text(item, "reference")), "file", named, "type", text(item, "mediaType"));
        if (inside.isEmpty()) {
            return around.say("list.item", values);
        }
        return around.say(
                "list.item-inside",
                Map.of(
                        "reference",
                        values.get("reference"),
                        "file",
                        named,
                        "type",
                        values.get("type"),
                        "inside",
                        inside));
    }

    private String reading(Json.Obj reading) {
        return around.say(
                "list.reading",
                Map.of(
                        "reference", column(text(reading, "reference")),
                        "item", text(reading, "item"),
                        "n", number(reading, "records")));
    }

    private String erased(Json.Obj erased) {
        var values = new TreeMap<String, String>();
        values.put("reference", column(text(erased, "reference")));
        values.put("day", text(erased, "day"));
        values.put("why", text(erased, "why").isEmpty() ? around.say("list.erased-no-why") : text(erased, "why"));
        if (isOwn(erased)) {
            return around.say("list.erased-item", values);
        }
        values.put("who", text(erased, "who").isEmpty() ? around.say("erase.somebody") : text(erased, "who"));
        return around.say("list.erased-item-by", values);
    }

    /// Whether this person says so.
    private static boolean isOwn(Json.Obj erased) {
        return erased.members().getOrDefault("who", Json.NULL) instanceof Json.Null;
    }

    private String step(Json.Obj step) {
        return around.say(
                "list.step",
                Map.of(
                        "reference", column(text(step, "step")),
                        "what", text(step, "what"),
                        "whom", text(step, "toWhom"),
                        "state", around.messages().word("state", text(step, "state"))));
    }

    private static String column(String reference) {
        return "%-5s".formatted(reference);
    }

    private static String text(Json.Obj json, String name) {
        return Records.text(json.members().getOrDefault(name, Json.NULL));
    }

    private static long number(Json.Obj json, String name) {
        return json.members().getOrDefault(name, Json.NULL) instanceof Json.Num(long n) ? n : 0;
    }

    /// What there is, as JSON objects.
    private record Contents(
            List<Json.Obj> items,
            List<Json.Obj> readings,
            List<Json.Obj> erased,
            List<Steps.Last> all,
            List<Gap> gaps) {
        Contents(Unlocked vault, String own, Predicate<ErasedStatement> isMine) {
            this(
                    vault.statements("item/1").stream()
                            .map(item -> item(item, own))
                            .toList(),
                    vault.readings().stream()
                            .map(reading -> reading(reading, own))
                            .toList(),
                    vault.erased().stream()
                            .filter(ErasedStatement::isItem)
                            .map(erased -> erased(erased, own, who(erased, vault, isMine)))
                            .toList(),
                    Steps.of(vault).all(),
                    vault.gaps());
        }

        private static Json who(ErasedStatement erased, Unlocked vault, Predicate<ErasedStatement> isMine) {
            return isMine.test(erased)
                    ? Json.NULL
                    : Json.of(vault.whose(erased.by().log()));
        }

        private static Json.Obj erased(ErasedStatement erased, String own, Json who) {
            var stated = erased.erasure().stated();
            return Json.object()
                    .put("reference", Reference.to(erased.pointer(), own))
                    .put("day", stated.day())
                    .put("why", Json.orNull(stated.why()))
                    .put("by", Reference.to(erased.by(), own))
                    .put("who", who)
                    .build();
        }

        private static Json.Obj item(Unlocked.Sealed item, String own) {
            return Json.object()
                    .put("reference", Reference.to(item.pointer(), own))
                    .put("name", item.value("name"))
                    .put("mediaType", item.value("mediaType"))
                    .put("size", item.value("size"))
                    .put(
                            "inside",
                            Sealed.origin(item)
                                    .map(origin -> Json.of(Reference.to(origin, own)))
                                    .orElse(Json.NULL))
                    .build();
        }

        private static Json.Obj reading(Unlocked.Sealed reading, String own) {
            return Json.object()
                    .put("reference", Reference.to(reading.pointer(), own))
                    .put(
                            "item",
                            Sealed.read(reading)
                                    .map(item -> Reference.to(item, own))
                                    .orElse(""))
                    .put("parser", reading.value("parser"))
                    .put("records", Sealed.records(reading))
                    .build();
        }

        /// One for each statement that stands.
        List<Json.Obj> steps() {
            return all.stream()
                    .flatMap(last -> last.stated().stream().map(Steps.Stated::step))
                    .map(Contents::step)
                    .toList();
        }

        List<Steps.Last> contested() {
            return all.stream().filter(Steps.Last::isContested).toList();
        }

        private static Json.Obj step(Step step) {
            return Json.object()
                    .put("step", step.id().substring(0, SHORT_ID))
                    .put("what", step.what())
                    .put("toWhom", step.toWhom())
                    .put("state", step.state().name().toLowerCase(Locale.ROOT))
                    .build();
        }

        private Json gaps(Class<? extends Gap> kind) {
            return Json.strings(gaps.stream()
                    .filter(kind::isInstance)
                    .map(Gap::log)
                    .distinct()
                    .toList());
        }

        Json json() {
            return Json.object()
                    .put("damaged", gaps(Gap.Damaged.class))
                    .put("erased", Json.of(erased))
                    .put("items", Json.of(items))
                    .put("notHere", gaps(Gap.NotHere.class))
                    .put("readings", Json.of(readings))
                    .put("steps", Json.of(steps()))
                    .put("unreadable", gaps(Gap.Unreadable.class))
                    .build();
        }
    }
}

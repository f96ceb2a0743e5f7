package org.taniq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The one law: a package uses only packages to its left. A room, such as `base.png`, stands where its
/// stage stands, and no two packages use each other; `read.record` knows no format. And the checker is `base` and
/// `seal`, nothing else.
final class FlowTest {
    private static final List<String> FLOW = List.of("base", "acquire", "seal", "read", "assess", "act", "tell", "app");

    /// The checker: classes of `seal` whose names end in `Check`, such as `DossierCheck`, and whatever they
    /// reach.
    private static final Pattern CHECKER = Pattern.compile("org/taniq/seal/(?:[a-z]+/)*[A-Z][A-Za-z]*Check([$].*)?");

    /// What a parser is given and hands over, whatever its format.
    private static final String RECORD = "org/taniq/read/record";

    @Test
    void everyPackageUsesOnlyPackagesToItsLeft() throws IOException {
        assertEquals(List.of(), againstTheFlow(ours()));
    }

    @Test
    void theCheckerReachesOnlyBaseAndSeal() throws IOException {
        assertEquals(List.of(), beyondTheChecker(ours()));
    }

    @Test
    void noTwoPackagesUseEachOther() throws IOException {
        assertEquals(List.of(), inACircle(ours()));
    }

    @Test
    void whatEveryFormatHandsOverKnowsNoFormat() throws IOException {
        assertEquals(List.of(), beyondTheRecord(ours()));
    }

    @Test
    void thereIsAChecker() throws IOException {
        assertEquals(true, ours().byClass().keySet().stream().anyMatch("org/taniq/seal/DossierCheck"::equals));
    }

    @Test
    void aUseAgainstTheFlowIsNamedWithItsClass() {
        var uses = new Uses(Map.of("org/taniq/base/Json", Set.of("org/taniq/base/When", "org/taniq/read/Reading")));
        assertEquals(List.of("org/taniq/base/Json uses org/taniq/read/Reading"), againstTheFlow(uses));
    }

    @Test
    void aPackageOutsideTheFlowIsNamed() {
        var uses = new Uses(Map.of("org/taniq/util/Strings", Set.of("org/taniq/util/Strings")));
        assertEquals(List.of("org/taniq/util/Strings uses org/taniq/util/Strings"), againstTheFlow(uses));
    }

    @Test
    void aStageThatUsesARoomWhichUsesItBackIsNamed() {
        var uses = new Uses(Map.of(
                "org/taniq/base/Json", Set.of("org/taniq/base/png/Png"),
                "org/taniq/base/png/Png", Set.of("org/taniq/base/Altered", "org/taniq/base/png/PngFile")));
        assertEquals(List.of("org/taniq/base and org/taniq/base/png use each other"), inACircle(uses));
    }

    @Test
    void aRecordThatKnowsAFormatIsNamed() {
        var uses = new Uses(Map.of(
                "org/taniq/read/record/Parser", Set.of("org/taniq/read/chat/WhatsAppText", "org/taniq/base/Json"),
                "org/taniq/read/chat/WhatsAppText", Set.of("org/taniq/read/record/Parser")));
        assertEquals(
                List.of("org/taniq/read/record/Parser uses org/taniq/read/chat/WhatsAppText"), beyondTheRecord(uses));
    }

    @Test
    void aCheckerThatReachesAcquireThroughAnotherClassIsNamed() {
        var uses = new Uses(Map.of(
                "org/taniq/seal/TimeCheck", Set.of("org/taniq/seal/Vault"),
                "org/taniq/seal/Vault", Set.of("org/taniq/acquire/Item"),
                "org/taniq/seal/Checkpoint", Set.of("org/taniq/acquire/Custody")));
        assertEquals(List.of("the checker reaches org/taniq/acquire/Item"), beyondTheChecker(uses));
    }

    @Test
    void theUsesOfACompiledClassAreSeen() throws IOException {
        var json = ours().byClass().get("org/taniq/base/Json");
        assertEquals(true, json != null && json.contains("org/taniq/base/JsonReader"));
    }

    private static Uses ours() throws IOException {
        return Uses.below(NotRun.root().resolve("core/target/classes"));
    }

    private static List<String> againstTheFlow(Uses uses) {
        return uses.byClass().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(used -> !mayUse(entry.getKey(), used))
                        .map(used -> entry.getKey() + " uses " + used))
                .sorted()
                .toList();
    }

    private static boolean mayUse(String user, String used) {
        int place = FLOW.indexOf(stage(user));
        int left = FLOW.indexOf(stage(used));
        return left >= 0 && left <= place;
    }

    private static List<String> beyondTheChecker(Uses uses) {
        var checker = uses.byClass().keySet().stream()
                .filter(CHECKER.asMatchPredicate())
                .collect(Collectors.toSet());
        return uses.reachedFrom(checker).stream()
                .filter(reached -> !Set.of("base", "seal").contains(stage(reached)))
                .map(reached -> "the checker reaches " + reached)
                .toList();
    }

    private static List<String> beyondTheRecord(Uses uses) {
        return uses.byClass().entrySet().stream()
                .filter(entry -> room(entry.getKey()).equals(RECORD))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(used ->
                                stage(used).equals("read") && !room(used).equals(RECORD))
                        .map(used -> entry.getKey() + " uses " + used))
                .sorted()
                .toList();
    }

    private static List<String> inACircle(Uses uses) {
        var steps = uses.byClass().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(used -> List.of(room(entry.getKey()), room(used))))
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> step.getFirst().compareTo(step.getLast()) < 0 && steps.contains(step.reversed()))
                .map(step -> step.getFirst() + " and " + step.getLast() + " use each other")
                .sorted()
                .toList();
    }

    private static String room(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static String stage(String name) {
        return name.split("/", 4)[2];
    }
}

package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Thing;

/// An export with one of everything, in which every member stands that Backup.proto has of what is read. The people are
/// invented.
final class SignalSampleTest {
    private static final Path SAMPLE = Path.of("src/test/resources/read/signal/main.jsonl");
    /// One line has 21 updates, one an earlier form, and one is no record.
    private static final int MORE_UPDATES = 20;

    private static final String WORD = "itməz söz";
    private static final String KEY = "bm90IGEgcmVhbCBrZXk";

    private final Signals signals = new Signals();

    /// A line in which a word stands in the place of something.
    private record Changed(Json line, String place, boolean isKey, boolean isSilent) {
        Changed within(String name) {
            boolean key = Known.MEMBERS.has("secret", name);
            return new Changed(line, name + "/" + place, isKey || key, isSilent || Known.MEMBERS.has("silent", name));
        }

        /// Nor need it be there where it is all of the line.
        boolean mayBeGone() {
            return isKey || isSilent || place.isEmpty();
        }

        Changed as(Json whole) {
            return new Changed(whole, place, isKey, isSilent);
        }
    }

    private static List<Changed> changed(Json value) {
        var all = new ArrayList<Changed>();
        all.add(new Changed(Json.of(WORD), "", false, false));
        switch (value) {
            case Json.Obj(var members) ->
                members.forEach((name, member) -> changed(member)
                        .forEach(each -> all.add(each.within(name).as(with(members, name, each.line())))));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    int at = i;
                    changed(items.get(i)).forEach(each -> {
                        var more = new ArrayList<>(items);
                        more.set(at, each.line());
                        all.add(each.as(Json.of(more)));
                    });
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
        return all;
    }

    private static Json with(Map<String, Json> members, String name, Json value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Json.Obj(more);
    }

    private String read(String line) throws IOException {
        signals.read(Signals.HEADER + line + "\n");
        return signals.kept.records.stream()
                .skip(1)
                .map(record -> record.toJson().canonical())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void noWordIsLostWhereverItStands() throws IOException {
        var lost = new ArrayList<String>();
        for (var line : Files.readAllLines(SAMPLE)) {
            for (var each : changed(Json.parse(line))) {
                boolean isThere = read(each.line().inOrder()).contains(WORD);
                if (isThere ? each.isKey() : !each.mayBeGone()) {
                    lost.add(each.place() + " in " + line.substring(0, Math.min(90, line.length())));
                }
            }
        }
        assertEquals("", String.join("\n", lost));
    }

    @Test
    void oneOfEachIsARecord() throws IOException {
        byte[] all = Files.readAllBytes(SAMPLE);
        var ledger = signals.read(all);
        assertEquals(Map.of("section-not-read", 1L), ledger.skippedReasons());
        assertEquals(Files.readAllLines(SAMPLE).size() + MORE_UPDATES, ledger.records());
        assertEquals(2, ledger.counts().deleted());
        assertEquals(2, ledger.counts().edited());
        for (var record : signals.kept.records) {
            assertFalse(record.toJson().canonical().contains(KEY), record::toString);
            boolean isNotice = record.marks().contains(Mark.SYSTEM);
            assertEquals(isNotice, record.actor() instanceof Actor.App, record::toString);
            assertTrue(isNotice || record.actor() instanceof Actor.Named, record::toString);
            assertFalse(Signals.detail(record, "messageType").contains("unsupported"), record::toString);
        }
    }

    @Test
    void everyWordOfTheSampleIsWhoseItIs() throws IOException {
        signals.read(Files.readAllBytes(SAMPLE));
        var written = signals.kept.records.stream()
                .filter(record ->
                        record.actor() instanceof Actor.Named && !(record.object() instanceof Thing.Tombstone))
                .map(record ->
                        record.actor().name() + ": " + record.object().text().replace("\n", " / "))
                .toList();
        assertEquals(
                List.of(
                        "Hədələyən Adam: Sus, \uFFFC. Yoxsa ev yanacaq / bax bura",
                        "Aysel Quliyeva: Şikayət edəcəyəm",
                        "Hədələyən Adam: səni tapacağam",
                        "Hədələyən Adam: zarafat edirəm",
                        "Hədələyən Adam: bax bura / Leyla / Əliyeva / xanım / müəllimə / V. / Lalə / +994551112233 / iş nömrəsi"
                                + " / leyla@home.example / ev / ev ünvanı / Nizami 5 / 12 a / Yasamal r. / Bakı ş. / Abşeron r. / AZ"
                                + " 1000 / Azərbaycan R. / Redaksiya MMC",
                        "Hədələyən Adam: bax bura",
                        "Hədələyən Adam: susmaq üçün",
                        "Hədələyən Adam: ",
                        "Hədələyən Adam: ",
                        "Hədələyən Adam: gördüm səni / bax bura",
                        "Hədələyən Adam: 🔪",
                        "Hədələyən Adam: Nə edək? / gedək ora / gözləyək bir az"),
                written);
    }
}

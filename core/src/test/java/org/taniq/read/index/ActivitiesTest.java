package org.taniq.read.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;
import org.taniq.read.index.Search.Filter;
import org.taniq.read.index.Search.Order;
import org.taniq.read.index.Search.Period;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Thing;

final class ActivitiesTest {
    private static final byte[] KEY = new byte[32];
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 4, 12, 0);
    private static final String ITEM = "{\"index\":3,\"log\":\"invented\"}";

    @TempDir
    Path folder;

    private long added;
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            oldurecem,   Səni öldürəcəm,        öldürəcəm
            öldürəcəm,   seni oldurecem,        oldurecem
            IŞIQ,        Gecə ışıq yandı,       ışıq
            isiq,        IŞIQ YOXDUR,           IŞIQ
            ёлка,        где елка,              елка
            елка,        где Ёлка?,             Ёлка
            İZMİR,       izmir'den geldi,       izmir
            50,          əlli manat ٥٠,         ٥٠
            Aysel'in,    Ayselin yox Aysel'in,  Aysel|in
            öldür*,      səni öldürəcəyəm,      öldürəcəyəm
            🔪,          gəl 🔪🔪 gör,           🔪|🔪
            ölum,        ö‌l​üm,         ö‌l​üm
            """)
    void aWordIsFoundHoweverItIsTyped(String typed, String text, String matched) throws IOException {
        Hits.Hit hit = only(search(typed, text, "başqa bir söz"));
        assertEquals(text, hit.text());
        assertEquals(matched, String.join("|", matchedIn(hit)));
    }

    @Test
    void wordsAsTypedComeBeforeFoldedOnesHoweverRareThoseAre() throws IOException {
        String longText = " və çox uzun bir mətn burada gəlir ki, söz içində itsin".repeat(20);
        Hits hits = search("olum", "ölüm ölüm ölüm", "olum" + longText, "ölum", "başqa");
        assertEquals(3, hits.top().size());
        assertEquals(1, hits.top().getFirst().record());
        Hits other = activities(1).search(Search.of("ölüm"));
        assertEquals(0, other.top().getFirst().record());
    }

    @Test
    void allWordsMustBeThereInAnyOrder() throws IOException {
        assertEquals(
                1,
                only(search("gəl bura", "bura baxma", "bura mütləq gəl", "gəl")).record());
    }

    @Test
    void quotedWordsMustStandSideBySide() throws IOException {
        Hits hits = search("\"bura gəl\"", "gəl bura", "sabah bura gəl", "bura nə vaxt gəl");
        assertEquals(List.of("bura", "gəl"), matchedIn(only(hits)));
    }

    @Test
    void aPhraseDoesNotRunFromTheTextIntoAFileName() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            var note = new Thing.Note("bura", List.of(new Attachment("gel-foto.jpg", new Attachment.Present(0))));
            indexing.add(ITEM, 0, Invented.activity("Orxan", new When.Unknown("", "none"), note), Set.of());
            indexing.commit(1);
        }
        Activities activities = activities(1);
        assertEquals(0, activities.count(Search.of("\"bura gel\"")));
        assertEquals(1, activities.count(Search.of("\"gel foto\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "*", "**", "\"\"", "a\"", "\"a", "AND", "(", ":", "a:b", "\\", "~2", "[a TO", "a^", "-", "!!!",
                "\u0000", "\uD800", "\uDC00*", "'", "\u202E", "« »", "/", "* *", "\"*\"", "a*b*", "\uFDFA"
            })
    void nothingThatIsTypedIsAnError(String typed) throws IOException {
        Hits hits = search(typed, "a b c and", "d");
        assertTrue(hits.total().count() <= 1, typed);
    }

    @Test
    void aWholeMessageCanBePastedIntoTheSearch() throws IOException {
        String text = new Random(1).ints(3000, 0, 900).mapToObj(i -> "söz" + i).reduce("", (a, b) -> a + " " + b);
        assertEquals(1, search(text, text, "söz1").top().size());
    }

    @Test
    void nothingTypedAsksForEverything() throws IOException {
        assertEquals(2, search(" ", "bir", "iki").total().count());
    }

    @Test
    void anActorIsFoundByAPartOfTheName() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            add(indexing, "Aysel Məmmədova", Invented.unknown(), "salam");
            add(indexing, "Orxan", Invented.unknown(), "salam Aysel");
            indexing.commit(1);
        }
        Activities activities = activities(1);
        assertEquals(1, activities.count(byActor("memmedova")));
        assertEquals(1, activities.count(byActor("AYSEL məmmədova")));
        assertEquals(0, activities.count(byActor("Məmmədova Aysel")));
        assertEquals(0, activities.count(byActor("...")));
        assertEquals(2, activities.count(byActor(" ")));
    }

    @Test
    void aLabelIsAWordThatWasHandedIn() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            indexing.add(ITEM, 0, Invented.note("Orxan", Invented.unknown(), "bir"), Set.of("threat/life", "insult"));
            indexing.add(ITEM, 1, Invented.note("Orxan", Invented.unknown(), "bir"), Set.of());
            indexing.commit(1);
        }
        Hits.Hit hit = only(activities(1)
                .search(filtered("bir", new Filter("", Set.of("threat/life", "other"), Period.ALWAYS))));
        assertEquals(Set.of("threat/life", "insult"), hit.labels());
    }

    @Test
    void aPeriodHoldsWhatCanHaveHappenedInItAndCountsWhatHasNoTime() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            add(indexing, "A", new When.Local("", NOON.minusSeconds(1), "", ""), "söz");
            add(indexing, "A", new When.Local("", NOON, "", ""), "söz");
            add(indexing, "A", new When.Exact("", Instant.parse("2026-03-04T09:00:00Z")), "söz");
            add(indexing, "A", new When.Exact("", Instant.parse("2026-03-04T12:00:00Z")), "söz");
            add(indexing, "A", new When.Day("", LocalDate.of(2026, 3, 4), ""), "söz");
            add(indexing, "A", new When.Day("", LocalDate.of(2026, 3, 5), ""), "söz");
            add(indexing, "A", new When.Unknown("31/31/26", "no such day"), "söz");
            add(indexing, "A", new When.Unknown("", "none"), "başqa");
            indexing.commit(1);
        }
        var period = new Period(NOON, NOON.plusHours(2));
        Hits hits = activities(1).search(filtered("söz", new Filter("", Set.of(), period)));
        assertEquals(List.of(1L, 2L, 4L), records(hits).stream().sorted().toList());
        assertEquals(1, hits.withoutTime());
    }

    @Test
    void timesAtTheEndOfTheCalendarAreIndexed() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            add(indexing, "A", new When.Exact("", Instant.MAX), "söz");
            add(indexing, "A", new When.Exact("", Instant.MIN), "söz");
            add(indexing, "A", new When.Local("", LocalDateTime.MAX, "", ""), "söz");
            add(indexing, "A", new When.Day("", LocalDate.MIN, ""), "söz");
            indexing.commit(1);
        }
        assertEquals(4, activities(1).search(Search.of("söz")).top().size());
    }

    @Test
    void byTimeTheUnknownComeLast() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            add(indexing, "A", Invented.unknown(), "söz");
            add(indexing, "A", new When.Local("", NOON.minusYears(80), "", ""), "söz");
            add(indexing, "A", new When.Local("", NOON, "", ""), "söz");
            indexing.commit(1);
        }
        Activities activities = activities(1);
        assertEquals(List.of(1L, 2L, 0L), records(activities.search(sorted(Order.OLDEST_FIRST))));
        assertEquals(List.of(2L, 1L, 0L), records(activities.search(sorted(Order.NEWEST_FIRST))));
    }

    @Test
    void aHitSaysWhereItIsFromAndWhatTheSourceWrote() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            var when = new When.Local("04.03.26, 12:00", NOON, "", "D.M");
            indexing.add(ITEM, 8_000_000_000L, Invented.note("Orxan", when, "söz"), Set.of());
            indexing.commit(1);
        }
        Hits.Hit hit = only(activities(1).search(Search.of("söz")));
        assertEquals(ITEM, hit.item());
        assertEquals(8_000_000_000L, hit.record());
        assertEquals("Orxan", hit.actor());
        assertEquals("04.03.26, 12:00", hit.published());
        assertEquals(IndexedTime.Kind.LOCAL, hit.time().kind());
        assertEquals(NOON, hit.time().from());
    }

    @Test
    void addingARecordAgainReplacesIt() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            indexing.add(ITEM, 0, Invented.note("A", Invented.unknown(), "köhnə"), Set.of());
            indexing.add(ITEM, 1, Invented.note("A", Invented.unknown(), "köhnə"), Set.of());
            indexing.add("other", 0, Invented.note("A", Invented.unknown(), "köhnə"), Set.of());
            indexing.commit(1);
        }
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add(ITEM, 0, Invented.note("A", Invented.unknown(), "təzə"), Set.of("insult"));
            indexing.commit(1);
        }
        Activities activities = activities(1);
        assertEquals(3, activities.size());
        assertEquals(2, activities.count(Search.of("köhnə")));
        assertEquals(
                Set.of("insult"), only(activities.search(Search.of("təzə"))).labels());
    }

    @Test
    void whatWasReadFromAnItemCanBeTakenOut() throws IOException {
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            add(indexing, "A", Invented.unknown(), "bir");
            add(indexing, "A", Invented.unknown(), "iki");
            indexing.add("other", 0, Invented.note("A", Invented.unknown(), "üç"), Set.of());
            indexing.remove(ITEM);
            indexing.commit(1);
        }
        assertEquals(1, activities(1).size());
    }

    @Test
    void whatWasNotCommittedWasNeverAdded() throws IOException {
        search("x", "bir");
        try (Indexing indexing = Indexing.append(folder, KEY, 1)) {
            indexing.add("other", 0, Invented.note("A", Invented.unknown(), "iki"), Set.of());
        }
        assertEquals(1, activities(1).size());
    }

    @Test
    void aRebuildThatIsGivenUpLeavesNoIndex() throws IOException {
        Indexing.rebuild(folder, KEY, BAKU).close();
        IndexUnusable none = assertThrows(IndexUnusable.class, () -> Activities.open(folder, KEY, 0));
        assertEquals(IndexUnusable.Why.ABSENT, none.why());
    }

    @Test
    @Tag("slow")
    void manySmallSessionsDoNotLeaveManyFiles() throws IOException {
        search("x", "bir");
        for (int i = 1; i < 60; i++) {
            try (Indexing indexing = Indexing.append(folder, KEY, i)) {
                indexing.add(ITEM, i, Invented.note("A", Invented.unknown(), "bir"), Set.of());
                indexing.commit(i + 1);
            }
        }
        assertEquals(60, activities(60).size());
        try (var files = Files.list(folder)) {
            long segments =
                    files.filter(file -> file.toString().endsWith(".si")).count();
            assertTrue(segments < 20, segments + " segments");
        }
    }

    @Test
    void aRebuildTakesTheOldIndexAwayAndNothingElse() throws IOException {
        search("x", "bir", "iki");
        Files.writeString(folder.resolve("letter.txt"), "not ours");
        search("x", "üç");
        assertEquals(1, activities(1).size());
        assertTrue(Files.exists(folder.resolve("letter.txt")));
    }

    @Test
    void aSnippetCutsNoCharacterInTwo() throws IOException {
        Hits.Hit hit = only(search("söz", "🔪🔪🔪 söz 🔪🔪🔪"));
        Hits.Span shown = hit.snippet(2);
        assertEquals("🔪 söz ", hit.text().substring(shown.from(), shown.to()));
    }

    @Test
    void aWordStretchedByAMillionInvisibleCharactersIsIndexed() throws IOException {
        String stretched = "ö" + "\u200B".repeat(1_000_000) + "lüm";
        assertEquals(1, search("olum", stretched, "l".repeat(100_000)).top().size());
    }

    private Hits search(String words, String... texts) throws IOException {
        added = 0;
        try (Indexing indexing = Indexing.rebuild(folder, KEY, BAKU)) {
            for (String text : texts) {
                add(indexing, "Orxan", Invented.unknown(), text);
            }
            indexing.commit(1);
        }
        try (Activities activities = Activities.open(folder, KEY, 1)) {
            return activities.search(Search.of(words));
        }
    }

    private void add(Indexing indexing, String actor, When when, String text) throws IOException {
        indexing.add(ITEM, added++, Invented.note(actor, when, text), Set.of());
    }

    private Activities activities(long atLeast) throws IOException {
        Activities activities = Activities.open(folder, KEY, atLeast);
        open.add(activities);
        return activities;
    }

    private static Search filtered(String words, Filter filter) {
        return new Search(words, filter, Order.RELEVANCE, 20);
    }

    private static Search byActor(String actor) {
        return filtered("salam", new Filter(actor, Set.of(), Period.ALWAYS));
    }

    private static Search sorted(Order order) {
        return new Search("söz", Filter.NONE, order, 20);
    }

    private static Hits.Hit only(Hits hits) {
        assertEquals(1, hits.top().size(), hits::toString);
        return hits.top().getFirst();
    }

    private static List<Long> records(Hits hits) {
        return hits.top().stream().map(Hits.Hit::record).toList();
    }

    private static List<String> matchedIn(Hits.Hit hit) {
        return hit.matched().stream()
                .map(span -> hit.text().substring(span.from(), span.to()))
                .toList();
    }
}

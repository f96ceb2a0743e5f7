package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// Tables and JSON of any program. Everybody in them is invented.
final class MappedFileTest {
    private static final String SHEET = """
            map: 1
            name: comments of the group
            format: csv
            separator: ";"
            records:
              - text: [comment, Comment/Text]
                author: Name
                author-id: User ID
                time: {at: Date, form: ["dd.MM.yyyy HH:mm", dd.MM.yyyy], zone: Asia/Baku}
                address: Link
                id: Nr
                counts: {likes: Likes}
            """;
    private static final String TABLE = """
            Nr;Name;User ID;Date;Comment/Text;Likes;Link;Moderator
            1;Rauf;u1;02.01.2026 21:14;"Səni; tapacağıq ""bax"\"";3;https://group.example/1;gizlədib
            2;Kamran;u2;03.01.2026;Düzdür;yox;;
            """;

    private static final String TREE = """
            map: 1
            name: forum
            format: json
            records:
              - at: /threads/*/posts/*
                begins: [nr]
                where: {kind: post}
                text: [body, text]
                author: by/name
                audience: {at: $1, before: "thread "}
                time: {at: at, form: unix-ms}
                id: nr
                inside:
                  - at: replies/*
                    text: body
                    author: by/name
                    answers: ^nr
              - at: /banned/*
                verb: Block
                audience: name
            """;

    private static String post(int nr, String body) {
        return "{\"nr\":" + nr + ",\"kind\":\"post\",\"body\":\"" + body
                + "\",\"at\":1767400000500,\"by\":{\"name\":\"Rauf\","
                + "\"role\":\"admin\"},\"replies\":[{\"by\":{\"name\":\"Kamran\"},\"body\":\"cavab " + nr
                + "\",\"likes\":2}]}";
    }

    private static final String FORUM = "{\"threads\":{\"thread çay\":{\"posts\":[" + post(1, "hədə") + ","
            + "{\"nr\":2,\"kind\":\"poll\"},null," + post(3, "təhdid")
            + "]}},\"banned\":[{\"name\":\"Aysel\"}],\"settings\":{\"a\":1}}";

    @Test
    void aRowIsARecordAndNothingOfItIsLost() throws IOException {
        var mapped = new Mapped(SHEET, "group.csv");
        assertTrue(mapped.knows(TABLE));
        var ledger = mapped.read(TABLE);
        assertEquals(List.of("Səni; tapacağıq \"bax\"", "Düzdür"), mapped.texts());
        var first = mapped.record(0);
        assertEquals("Rauf", first.actor().name());
        assertEquals("u1", first.actor().id());
        assertEquals("https://group.example/1", first.address());
        assertEquals("1", first.id());
        assertEquals(Map.of("likes", 3L), first.counts());
        assertEquals("{\"row\":2}", first.place().json().canonical());
        assertEquals(
                new When.Local(
                        "02.01.2026 21:14",
                        LocalDateTime.parse("2026-01-02T21:14"),
                        "Asia/Baku",
                        "dd.MM.yyyy HH:mm, as a mapping says"),
                first.published());
        assertEquals(List.of("{\"name\":\"Moderator\",\"value\":\"gizlədib\"}"), mapped.members(0));
        assertEquals(
                new When.Day("03.01.2026", LocalDate.parse("2026-01-03"), "dd.MM.yyyy, as a mapping says"),
                mapped.record(1).published());
        assertEquals(List.of("\"yox\""), mapped.members(1));
        assertEquals(
                "mapped:" + ledger.warningsInEnglish().getLast().replaceAll(".*SHA-256 ([0-9a-f]{64}):.*", "$1"),
                ledger.format());
        assertTrue(ledger.warningsInEnglish().getLast().startsWith("read as the mapping comments of the group says"));
    }

    @Test
    void aTableWithoutTheseColumnsIsNotKnown() throws IOException {
        var mapped = new Mapped(SHEET, "group.csv");
        assertFalse(mapped.knows("Nr;Name;Comment\n1;Rauf;x\n"));
        assertFalse(mapped.knows("Nr,Name,Date,Comment\n1,Rauf,02.01.2026,x\n"));
        assertFalse(mapped.knows(""));
    }

    @Test
    void aRowWithTooManyCellsTakesNoOtherAlong() throws IOException {
        var mapped = new Mapped(SHEET, "group.csv");
        var ledger = mapped.read(TABLE + "3;Rauf;u1;04.01.2026;x;1;;;;;\n4;Rauf;u1;04.01.2026;dörd;1;;\n");
        assertEquals(List.of("Səni; tapacağıq \"bax\"", "Düzdür", "dörd"), mapped.texts());
        assertTrue(mapped.record(2).marks().contains(Mark.LOOKALIKE));
        assertEquals(1, ledger.skipped());
    }

    @Test
    void recordsOfATreeAreReadWithThoseInThem() throws IOException {
        var mapped = new Mapped(TREE, "forum.json");
        assertTrue(mapped.knows(FORUM));
        var ledger = mapped.read(FORUM);
        assertEquals(List.of("hədə", "cavab 1", "təhdid", "cavab 3", ""), mapped.texts());
        var post = mapped.record(0);
        assertEquals("Rauf", post.actor().name());
        assertEquals("çay", post.audience().name());
        assertEquals(
                "{\"path\":\"/threads/thread çay/posts/0\"}",
                post.place().json().canonical());
        assertTrue(post.published() instanceof When.Exact(var _, var at)
                && at.equals(Instant.parse("2026-01-03T00:26:40.500Z")));
        assertEquals(
                List.of(
                        "{\"name\":\"kind\",\"value\":\"post\"}",
                        "{\"name\":\"by\",\"value\":\"{\\\"role\\\":\\\"admin\\\"}\"}"),
                mapped.members(0));
        var reply = mapped.record(1);
        assertEquals("Kamran", reply.actor().name());
        assertEquals("1", reply.inReplyTo());
        assertEquals(
                "{\"path\":\"/threads/thread çay/posts/0/replies/0\"}",
                reply.place().json().canonical());
        assertEquals(Verb.BLOCK, mapped.record(4).verb());
        assertEquals("Aysel", mapped.record(4).audience().name());
        assertEquals(Map.of("not-a-message", 2L, "section-not-read", 1L), ledger.skippedReasons());
    }

    @Test
    void behindDamageReadingGoesOnWithTheNextRecord() throws IOException {
        var mapped = new Mapped(TREE, "forum.json");
        mapped.read(FORUM.replace("\"poll\"", "\"poll"));
        assertEquals(List.of("hədə", "cavab 1", "təhdid", "cavab 3"), mapped.texts());
        assertEquals("", mapped.record(2).audience().name());
    }

    @Test
    void jsonOfAnotherKindIsNotKnown() throws IOException {
        var mapped = new Mapped(TREE, "forum.json");
        assertFalse(mapped.knows("{\"threads\":[]}"));
        assertFalse(mapped.knows("[1,2]"));
        assertFalse(mapped.knows("salam"));
    }

    @Test
    void aLineIsARecord() throws IOException {
        var mapped = new Mapped(
                "map: 1\nname: lines\nformat: json-lines\nrecords:\n  - {text: t, author: a, time: d}\n", "x.jsonl");
        String lines =
                "{\"t\":\"bir\",\"a\":\"Rauf\",\"d\":\"2026-01-02T10:00:00+04:00\"}\nnot json\n{\"t\":\"iki\",\"$oid\":\"7\"}\n";
        assertTrue(mapped.knows(lines));
        mapped.read(lines);
        assertEquals(List.of("bir", "iki"), mapped.texts());
        assertTrue(mapped.record(0).published() instanceof When.Exact(var _, var at)
                && at.equals(Instant.parse("2026-01-02T06:00:00Z")));
        assertEquals(List.of("{\"name\":\"$oid\",\"value\":\"7\"}"), mapped.members(1));
    }

    @Test
    void whatStandsTwiceNamesNobody() throws IOException {
        var mapped = new Mapped(TREE, "forum.json");
        mapped.read(
                "{\"threads\":{\"a\":{\"posts\":[{\"nr\":1,\"kind\":\"post\",\"body\":\"x\",\"body\":\"y\",\"by\":{\"name\":\"Rauf\"}}]}}}");
        assertTrue(mapped.record(0).marks().contains(Mark.LOOKALIKE));
        assertEquals("", mapped.record(0).actor().name());
        assertEquals("x\ny", mapped.record(0).object().text());
    }

    private static Mapped csv(String rule) throws IOException {
        return new Mapped("{map: 1, name: x, format: csv, records: [" + rule + "]}", "x.csv");
    }

    private static Mapped json(String rule) throws IOException {
        return new Mapped("{map: 1, name: x, format: json, records: [" + rule + "]}", "x.json");
    }

    @Test
    void cellsThatAreLeftOutAtTheEndOfARowAreEmpty() throws IOException {
        var mapped = csv("{text: Comment, author: Name}");
        var ledger = mapped.read("Comment,Name,Likes,Note\nsalam,Rauf\n");
        assertEquals(List.of("salam"), mapped.texts());
        assertEquals(0, ledger.skipped());
    }

    @Test
    void noCellOfAnotherColumnIsWordsOfTheAuthor() throws IOException {
        var mapped = csv("{text: Comment, author: Name}");
        mapped.read("Name,Comment,,,Answer#1,Answer#2,Name\nRauf,salam,,qatildir,bir,iki,Kamran\n");
        assertEquals(List.of("salam"), mapped.texts());
        assertEquals("Rauf", mapped.record(0).actor().name());
        assertEquals(
                List.of(
                        "{\"name\":\" [4]\",\"value\":\"qatildir\"}",
                        "{\"name\":\"Answer#1\",\"value\":\"bir\"}",
                        "{\"name\":\"Answer#2\",\"value\":\"iki\"}",
                        "{\"name\":\"Name [7]\",\"value\":\"Kamran\"}"),
                mapped.members(0));
    }

    @Test
    void aRowForWhichNoRuleHoldsIsNoRecord() throws IOException {
        var mapped = csv("{where: {Type: comment}, text: Comment}");
        var ledger = mapped.read("Type,Comment\nlike,x\ncomment,salam\n");
        assertEquals(List.of("salam"), mapped.texts());
        assertEquals(Map.of("not-a-message", 1L), ledger.skippedReasons());
    }

    @Test
    void whatIsNoTableIsNotKnown() throws IOException {
        var mapped = csv("{title: Subject, author: From}");
        assertTrue(mapped.knows("From,Subject\nRauf,x\n"));
        assertFalse(mapped.knows("12.05.2024, 10:00 - Rauf: salam\n"));
        assertFalse(mapped.knows("From: Rauf <rauf@mail.example>\nSubject: x\n\nsalam\n"));
        assertFalse(mapped.knows("\0From,Subject\nRauf,x\n"));
        assertFalse(mapped.knows("{\"From\":1}"));
    }

    @Test
    void nothingIsTakenOutOfAListButWhatIsInTheRecord() throws IOException {
        var mapped = json("{title: m/0, text: m/1, author: by/0, author-id: by/2}");
        mapped.read("{\"m\":[\"a\",\"b\",\"c\",\"d\"],\"by\":[\"Rauf\",\"x\",\"u1\"]}");
        assertEquals(List.of("a\nb"), mapped.texts());
        assertEquals(
                List.of(
                        "{\"name\":\"m\",\"value\":\"[\\\"c\\\",\\\"d\\\"]\"}",
                        "{\"name\":\"by\",\"value\":\"[\\\"x\\\"]\"}"),
                mapped.members(0));
    }

    @Test
    void aNameGoesWithTheIdOfTheSameNumberOnly() throws IOException {
        var mapped = json("{text: t, author: [a/name, b/name], author-id: [a/id, b/id]}");
        mapped.read("{\"t\":\"x\",\"a\":{\"name\":\"\",\"id\":\"rauf\"},\"b\":{\"name\":\"Aysel\",\"id\":\"aysel\"}}");
        assertEquals("", mapped.record(0).actor().name());
        assertEquals("rauf", mapped.record(0).actor().id());
        assertTrue(mapped.members(0).toString().contains("Aysel"));
    }

    @Test
    void countsThatAreNoNumbersStandInTheOrderOfTheMapping() throws IOException {
        var mapped = json("{text: t, counts: {views: z, likes: a, shares: m, comments: k, dislikes: b}}");
        mapped.read("{\"t\":\"x\",\"a\":\"n1\",\"b\":\"n2\",\"k\":\"n3\",\"m\":\"n4\",\"z\":\"n6\"}");
        assertEquals(
                List.of("views", "likes", "shares", "comments", "dislikes"),
                mapped.record(0).details().stream().map(detail -> detail.name()).toList());
    }

    @Test
    void whatIsLongerThanADetailIsSaidInPieces() throws IOException {
        var mapped = json("{text: t}");
        String word = "hədə ";
        mapped.read("{\"t\":\"x\",\"node\":{\"a\":\"" + word.repeat(20_000) + "\",\"b\":[1,\"son\"]}}");
        var details = mapped.members(0);
        assertEquals(3, details.size());
        assertTrue(details.getFirst().startsWith("{\"name\":\"node/a\""));
        assertEquals("{\"name\":\"node/b\",\"value\":\"[1,\\\"son\\\"]\"}", details.getLast());
    }

    @Test
    void whereTheMappingNeverFindsAnythingIsSaid() throws IOException {
        var mapped = csv("{text: Comment, author: Nmae}");
        var ledger = mapped.read("Comment,Name\nsalam,Rauf\n");
        assertEquals(
                List.of(
                        "1 records do not name who wrote them",
                        "nothing stands in any record where the mapping looks for Nmae"),
                ledger.warningsInEnglish().subList(0, 2));
    }

    @Test
    void manyColumnsAndManyMembersTakeTheTimeOfTheirNumber() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var table = csv("{text: status}");
            table.read("status" + ",".repeat(4000) + "\n" + ("x" + ",x".repeat(4000) + "\n").repeat(50));
            assertEquals(50, table.texts().size());
            var members = new StringBuilder("{\"t\":\"x\"");
            for (int i = 0; i < 30_000; i++) {
                members.append(",\"a").append(i).append("\":1");
            }
            var json = json("{text: t, inside: {at: answers/*, text: t, answers: ^id}}");
            json.read(members + ",\"answers\":[" + "{\"t\":1},".repeat(30_000) + "1]}");
            assertEquals(30_001, json.texts().size());
        });
    }

    @Test
    void filesBesideAreLookedFor() throws IOException {
        var mapped = csv("{text: Comment, file: Photo}");
        mapped.read("Comment,Photo\nsalam,1.jpg\n");
        assertEquals(
                Attachment.State.MISSING,
                mapped.record(0).object().attachments().getFirst().state());
    }
}

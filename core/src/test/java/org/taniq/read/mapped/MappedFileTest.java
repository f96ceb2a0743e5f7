package org.taniq.read.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.base.When;
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
              - text: [Comment, Comment/Text]
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
        assertEquals("mapped", ledger.format());
        assertTrue(ledger.warningsInEnglish().getFirst().startsWith("read as the mapping comments of the group says"));
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
        var ledger = mapped.read(TABLE + "3;Rauf;u1\n4;Rauf;u1;04.01.2026;dörd;1;;\n");
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
}

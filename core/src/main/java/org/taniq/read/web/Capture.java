package org.taniq.read.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Json;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;
import org.taniq.read.web.RecordHead.Field;
import org.taniq.read.web.StatedDigest.Result;

/// One record of an archive of the web: what was fetched, when, and the words in it.
final class Capture {
    /// What programs say of the archive and of their work.
    private static final Set<String> BY_PROGRAM = Set.of("warcinfo", "metadata");

    private static final int MOST_FIELDS = 300;
    /// Where it is not sure where a record ends.
    private static final Set<Flaw> UNEVEN = EnumSet.of(Flaw.CUT_OFF, Flaw.WRONG_LENGTH, Flaw.LENGTH_UNSURE);

    private final RecordHead head;
    private final Content content;
    private final Where where;
    private final List<Detail> details = new ArrayList<>();

    /// Where a record stands.
    ///
    /// @param number from 0
    /// @param spot in the file
    /// @param from its first byte in what is unpacked; that of the file where it is not packed
    /// @param to the byte behind its content
    /// @param isPacked whether the file is packed
    /// @param damage what is wrong with it, in words; empty where nothing is seen
    record Where(long number, Spot spot, long from, long to, boolean isPacked, Set<Flaw> damage) {
        Where {
            damage = Set.copyOf(damage);
        }
    }

    /// What is wrong with the bytes of a record.
    enum Flaw {
        /// The file ends, or is damaged, inside of it.
        CUT_OFF("cutOff"),
        /// It is not as long as it says, or says nothing that can be understood.
        WRONG_LENGTH("wrongLength"),
        /// Another one seems to begin inside of it, and where it ends could not be looked at.
        LENGTH_UNSURE("lengthUnsure"),
        /// It is packed together with damaged bytes, which no checksum vouches for.
        PACKED_DAMAGE("packedDamage"),
        /// The checksum of the packed bytes says that they were changed.
        CHANGED("checksum"),
        /// It was found by searching behind damage: it can be text inside of another one.
        FOUND("behindDamage"),
        /// The program that captured says that it kept less than there was.
        TRUNCATED("truncated");

        private final String word;

        Flaw(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Capture(RecordHead head, Content content, Where where) {
        this.head = head;
        this.content = content;
        this.where = where;
    }

    /// What was read, and what came of comparing digests.
    record Read(Activity activity, Result block, Result payload, Words words) {}

    /// @param allowance how much of the archive may still be read for words
    Read read(Allowance allowance) {
        var block = compared(content.block());
        var payload = head.type().equals("revisit") ? refers() : compared(content.payload());
        var words = BodyWords.of(content.forWords(), allowance);
        detail("archiveRecord", head.type());
        detail("method", content.http().method());
        content.http().status().ifPresent(status -> details.add(Detail.of("status", status)));
        detail("mimeType", content.statedType());
        details.add(Detail.of("bodySize", content.body().seen()));
        digest("blockDigest", content.blockDigest(), block);
        digest("payloadDigest", content.payloadDigest(), payload);
        places();
        detail("chunks", words.extent().chunks());
        details.addAll(WordDetails.of(words, in(words)));
        damage();
        fields("header", content.http().fields().all());
        fields("archiveHeader", head.fields().all());
        return new Read(activity(words), block, payload, words);
    }

    /// Of a record that is not whole no digest says anything.
    private Result compared(Result result) {
        boolean isWhole = where.damage().stream().noneMatch(UNEVEN::contains);
        return result == Result.DIFFERS && !isWhole ? Result.NOT_CHECKED : result;
    }

    /// The payload of a record that repeats an earlier one stands there.
    private Result refers() {
        return content.payloadDigest().isEmpty() ? Result.NOT_STATED : Result.NOT_CHECKED;
    }

    private Activity activity(Words words) {
        boolean isByProgram = BY_PROGRAM.contains(head.type().toLowerCase(Locale.ROOT));
        return new Activity(
                        Verb.CREATE,
                        isByProgram ? new Actor.App("") : Actor.UNSTATED,
                        Actor.UNSTATED,
                        CaptureTime.of(head.fields().first("warc-date")),
                        new Thing.Note(words.shown(), List.of()),
                        marks(words, isByProgram),
                        where.spot(),
                        "",
                        head.address(),
                        Map.of(),
                        id(),
                        Place.record(where.number()),
                        List.of())
                .with(details);
    }

    private Set<Mark> marks(Words words, boolean isByProgram) {
        var marks = new TreeSet<Mark>();
        if (isByProgram) {
            marks.add(Mark.SYSTEM);
        }
        boolean isCut = !words.extent().isWhole() && !words.isHindered();
        if (isCut || where.damage().contains(Flaw.TRUNCATED)) {
            marks.add(Mark.CUT);
        }
        if (where.damage().contains(Flaw.FOUND)) {
            marks.add(Mark.LOOKALIKE);
        }
        if (words.shown().indexOf('\uFFFD') >= 0) {
            marks.add(Mark.NOT_TEXT);
        }
        return marks;
    }

    private String id() {
        var id = head.fields().first("warc-record-id");
        return id.startsWith("<") && id.endsWith(">") && id.length() > 2 ? id.substring(1, id.length() - 1) : id;
    }

    private void detail(String name, String value) {
        if (!value.isEmpty()) {
            details.add(Detail.of(name, value));
        }
    }

    private void digest(String name, String stated, Result result) {
        var value = Json.object().put("result", result.word());
        if (!stated.isEmpty()) {
            value.put("stated", stated);
        }
        details.add(new Detail(name, value.build()));
    }

    /// Where the record and its payload begin in what is unpacked.
    private void places() {
        if (where.isPacked()) {
            details.add(new Detail("unpackedAt", numbers(where.from(), where.to())));
        }
        details.add(Detail.of("payloadAt", where.from() + head.size() + content.headSize()));
    }

    private static Json numbers(long... numbers) {
        return Json.of(Arrays.stream(numbers).mapToObj(Json::of).toList());
    }

    /// In what the places of words are counted.
    private static String in(Words words) {
        if (words.extent().isUnpacked()) {
            return "unpackedPayload";
        }
        return Set.of("", "none").contains(words.extent().chunks()) ? "payload" : "payloadWithoutChunks";
    }

    private void damage() {
        if (!where.damage().isEmpty()) {
            details.add(new Detail(
                    "damage",
                    Json.strings(
                            where.damage().stream().map(Flaw::word).sorted().toList())));
        }
    }

    private void fields(String name, List<Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        var pairs = fields.stream()
                .limit(MOST_FIELDS)
                .map(field -> Json.strings(List.of(field.name(), Secrets.in(field))))
                .toList();
        details.add(new Detail(name, Json.of(pairs)));
        if (fields.size() > MOST_FIELDS) {
            details.add(Detail.of(name + "LeftOut", fields.size() - MOST_FIELDS));
        }
    }
}

package org.taniq.read.web;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.base.html.HtmlPage;
import org.taniq.base.html.PageCharset;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// A page of the web that somebody saved as a file: by her browser, by SingleFile, from the Wayback Machine, or by
/// hand. All of it is one record.
public final class HtmlFile implements Parser {
    /// How much of a page is kept to read its words; most of what a page weighs that is one file are pictures.
    private static final int MOST = 32 << 20;

    private static final int SNIFFED = 8192;
    private static final int PIECE = 1 << 16;

    private static final Set<String> TYPES =
            Set.of("text/html", "text/plain", "application/xhtml+xml", "application/xml", "application/octet-stream");

    private static final Pattern PAGE = Pattern.compile("<(?:!doctype\\s+html|html|head|body|title|meta)[\\s>]");
    private static final Pattern NAMED = Pattern.compile("(?i).*\\.x?html?");
    private static final Pattern TAG = Pattern.compile("<(?:html|head|body|title|meta|div|p|table|script)[\\s>]");

    @Override
    public String name() {
        return "html/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// By what it begins with; where that is damaged, by its name and a tag.
    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head;
        try (var bytes = input.bytes().open()) {
            head = bytes.readNBytes(SNIFFED);
        }
        var text = new String(head, PageCharset.of(head, ""))
                .replaceFirst("^\uFEFF", "")
                .toLowerCase(Locale.ROOT);
        boolean isNamed = NAMED.matcher(input.name()).matches();
        return PAGE.matcher(text).region(behindComments(text), text.length()).lookingAt()
                || isNamed && TAG.matcher(text).find();
    }

    /// Where something begins that is no comment, no blank and no declaration of XML.
    private static int behindComments(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.startsWith("<!--", at)
                    ? text.indexOf("-->", at) + 3
                    : text.startsWith("<?xml", at) ? text.indexOf('>', at) + 1 : at;
            boolean isBlank = end == at && Character.isWhitespace(text.charAt(at));
            if (end <= at && !isBlank) {
                return at;
            }
            at = isBlank ? at + 1 : end;
        }
        return at;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var kept = new Kept(MOST);
        try (var bytes = input.bytes().open()) {
            var piece = new byte[PIECE];
            for (int got = bytes.read(piece); got >= 0; got = bytes.read(piece)) {
                kept.take(piece, 0, got);
            }
        }
        var page = HtmlPage.of(kept.bytes(), "");
        boolean isWhole = kept.isWhole() && page.isWhole();
        var extent = new Words.Extent(page.charset(), false, isWhole, Words.Hindrance.NONE, "");
        var words = WordsOf.runs(page.runs(), extent);
        var saved = SavedPage.of(page.document());
        var activity = record(words, saved, kept.seen());
        var tally = new Tally(input.name());
        tally.count(activity);
        sink.read(activity);
        var findings = new WordFindings();
        findings.read(words);
        var warnings = findings.warnings();
        if (saved.isDoubtful()) {
            warnings.add(
                    Said.of(
                            "the page states several addresses or times where programs write theirs: none was taken, all are told"));
        }
        return tally.ledger("html", "", warnings);
    }

    private static Activity record(Words words, SavedPage saved, long size) {
        var details = WordDetails.of(words, "file");
        details.addAll(0, saved.details());
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        saved.time(),
                        new Thing.Note(words.shown(), List.of()),
                        marks(words, saved),
                        new Spot.Whole(size),
                        "",
                        saved.address(),
                        Map.of(),
                        "",
                        Place.UNSTATED,
                        List.of())
                .with(details);
    }

    private static Set<Mark> marks(Words words, SavedPage saved) {
        var marks = marks(words);
        if (saved.isDoubtful()) {
            marks.add(Mark.LOOKALIKE);
        }
        return marks;
    }

    /// What is peculiar about words that were read.
    static Set<Mark> marks(Words words) {
        var marks = EnumSet.noneOf(Mark.class);
        if (!words.extent().isWhole() && !words.isHindered()) {
            marks.add(Mark.CUT);
        }
        if (words.shown().indexOf('\uFFFD') >= 0) {
            marks.add(Mark.NOT_TEXT);
        }
        return marks;
    }
}

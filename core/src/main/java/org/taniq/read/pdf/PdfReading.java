package org.taniq.read.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.When;
import org.taniq.base.pdf.PdfFile;
import org.taniq.base.pdf.PdfPages;
import org.taniq.base.pdf.TooMuchDrawn;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Unread;
import org.taniq.read.record.Verb;

/// Reads the pages of one PDF.
final class PdfReading {
    private static final int MOST_PAGES = 10_000;
    /// Of the words of all pages.
    private static final long MOST_LETTERS = 64L << 20;

    private static final int LONGEST_PAGE = 1 << 20;

    private final byte[] bytes;
    private final Activity whole;
    private final Handing handing;
    private boolean isTold;
    private long letters;
    private int pages;
    private int damaged;
    private int wordless;

    /// @param whole the record of the file, as of any
    PdfReading(byte[] bytes, Activity whole, Handing handing) {
        this.bytes = bytes;
        this.whole = whole;
        this.handing = handing;
    }

    void read() throws IOException {
        if (PdfFile.isEncrypted(bytes)) {
            handing.read(whole);
            handing.unread(
                    whole.spot(),
                    Unread.Reason.FILE_ENCRYPTED,
                    Said.of("the PDF says that it is encrypted, with a password or without: its words were not read."
                            + " Print it into a new PDF, and add that too"));
            return;
        }
        try {
            PdfFile.refuseTooMuch(bytes);
        } catch (Trouble tooMuch) {
            handing.read(whole);
            var why = Said.of("the words of the PDF were not read: {why}", "why", tooMuch.said());
            handing.unread(whole.spot(), Unread.Reason.TOO_LARGE_TO_UNPACK, why);
            return;
        }
        followed();
    }

    private void followed() throws IOException {
        try (var pdf = PdfFile.open(bytes)) {
            follow(pdf);
        } catch (UncheckedIOException ofSink) {
            throw ofSink.getCause();
        } catch (TooMuchDrawn tooMuch) {
            ended(Unread.Reason.TOO_LARGE, tooMuch.said());
        } catch (IOException | RuntimeException | StackOverflowError broken) { // hostile bytes in a foreign parser
            ended(Unread.Reason.BROKEN, Said.of("it is damaged"));
        }
    }

    private void ended(Unread.Reason reason, Said why) throws IOException {
        if (!isTold) {
            handing.read(whole);
        }
        handing.unread(
                whole.spot(),
                reason,
                Said.of(
                        "the PDF was read up to page {page} and not behind it: {why}",
                        Map.of("page", pages, "why", why)));
    }

    private void follow(PDDocument pdf) throws IOException {
        var info = new PdfInfo(pdf);
        told(info.of(whole));
        if (info.holdsFiles()) {
            handing.warn(Said.of("the PDF holds other files, which were not read"));
        }
        if (info.versions(bytes) > 1) {
            handing.warn(Said.of("the PDF holds earlier versions of itself: the last one was read"));
        }
        PdfPages.read(pdf, this::page);
        if (wordless > 0) {
            handing.warn(Said.of(
                    "{n} pages of the PDF hold no words: what they show, such as scans, was not read", "n", wordless));
        }
        if (damaged > 0) {
            handing.warn(Said.of("{n} pages of the PDF are damaged: not all their words were read", "n", damaged));
        }
    }

    private void told(Activity activity) {
        isTold = true;
        try {
            handing.read(activity);
        } catch (IOException ofSink) {
            throw new UncheckedIOException(ofSink);
        }
    }

    private void page(PdfPages.Page page) throws IOException {
        letters += page.text().length();
        if (page.number() > MOST_PAGES || letters > MOST_LETTERS) {
            throw PdfPages.tooMuch();
        }
        pages = page.number();
        damaged += page.isWhole() ? 0 : 1;
        var details = PageNotes.of(page);
        if (page.text().isBlank() && details.isEmpty()) {
            wordless++;
            return;
        }
        told(activity(page, details));
    }

    private Activity activity(PdfPages.Page page, List<Detail> details) {
        var marks = EnumSet.noneOf(Mark.class);
        String text = page.text().strip();
        if (text.length() > LONGEST_PAGE) {
            marks.add(Mark.CUT);
        }
        return Activity.of(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        new When.Unknown("", "a page states no time"),
                        new Thing.Note(Detail.cut(text, LONGEST_PAGE), List.of()),
                        marks,
                        whole.spot())
                .at(Place.page(page.number()))
                .with(details);
    }
}

package org.taniq.read.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.taniq.base.pdf.PdfPages;
import org.taniq.read.record.Detail;

/// What a page has besides its words: notes on it, addresses behind links, and what is peculiar about it.
final class PageNotes {
    private static final int MOST = 500;
    private static final int LONGEST = 1 << 14;

    private PageNotes() {}

    static List<Detail> of(PdfPages.Page page) {
        var details = new LinkedHashSet<Detail>();
        count("invisibleLetters", page.invisible(), details);
        count("namelessLetters", page.nameless(), details);
        if (!page.isWhole()) {
            details.add(Detail.of("pageDamaged", page.number()));
        }
        annotations(page).forEach(note -> note(note, details));
        return new ArrayList<>(details).subList(0, Math.min(MOST, details.size()));
    }

    private static void count(String name, long n, LinkedHashSet<Detail> details) {
        if (n > 0) {
            details.add(Detail.of(name, n));
        }
    }

    private static List<PDAnnotation> annotations(PdfPages.Page page) {
        try {
            return page.page().getAnnotations();
        } catch (IOException | RuntimeException damaged) { // hostile bytes in a foreign parser
            return List.of();
        }
    }

    private static void note(PDAnnotation note, LinkedHashSet<Detail> details) {
        String text = note.getContents();
        if (text != null && !text.isBlank()) {
            details.add(Detail.of("note", Detail.cut(text, LONGEST)));
        }
        if (note instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
            String address = uri.getURI();
            if (address != null && !address.isBlank()) {
                details.add(Detail.of("link", Detail.cut(address, LONGEST)));
            }
        }
    }
}

package org.taniq.tell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/// Draws the court edition of a dossier as PDF/A-3b. The same pages give the same bytes on the same Java.
/// Nothing is attached, nothing runs, nothing leads outside; nothing is written to disk while it is drawn.
///
/// Lines are set here and not by an HTML engine: a withheld passage must move nothing, a character without
/// a glyph must not vanish, and thousands of exhibits must fit into a small heap.
public final class DossierPdf {

    private final DossierPages pages;
    private final DossierWords words;
    private final PDDocument document;
    private final Fonts fonts;
    private final Scribe scribe;

    private DossierPdf(DossierPages pages, PDDocument document) {
        this.pages = pages;
        this.document = document;
        this.words = DossierWords.of(pages.front().language());
        this.fonts = new Fonts(document);
        this.scribe = new Scribe(fonts, words);
    }

    /// Writes the document and leaves the stream open.
    ///
    /// @throws IOException if a picture cannot be opened or the stream cannot be written; a picture that
    ///     cannot be decoded is said to be so on its page instead
    public static void write(DossierPages pages, OutputStream out) throws IOException {
        try (var document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            new DossierPdf(pages, document).draw();
            document.save(out);
        }
    }

    private void draw() throws IOException {
        var front = new Flow();
        new FrontPages(pages, words, new Blocks(front, scribe)).draw();
        var body = new Flow();
        var blocks = new Blocks(body, scribe);
        new ExhibitPages(pages, words, blocks, new Pictures(document)).draw();
        new StepPages(pages, words, blocks).draw();
        new CheckPages(pages, words, blocks).draw();
        var contents = contents(front, body);
        finish(List.of(front, contents, body));
    }

    /// Drawn once to learn how many sheets the contents take, and again with the right page numbers.
    private Flow contents(Flow front, Flow body) throws IOException {
        var trial = new Flow();
        new ContentsPages(pages, words, new Blocks(trial, scribe), Map.of()).draw(body);
        var contents = new Flow();
        var sheets = new ArrayList<>(front.sheets());
        sheets.addAll(trial.sheets());
        sheets.addAll(body.sheets());
        new ContentsPages(pages, words, new Blocks(contents, scribe), numbers(sheets)).draw(body);
        return contents;
    }

    private static Map<Sheet, Integer> numbers(List<Sheet> sheets) {
        Map<Sheet, Integer> numbers = new IdentityHashMap<>();
        for (var sheet : sheets) {
            numbers.put(sheet, numbers.size() + 1);
        }
        return numbers;
    }

    private void finish(List<Flow> flows) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        flows.forEach(flow -> sheets.addAll(flow.sheets()));
        var footer = new Footer(pages, words, scribe);
        for (int i = 0; i < sheets.size(); i++) {
            footer.draw(sheets.get(i), i + 1, sheets.size());
        }
        var resources = fonts.embed();
        for (var sheet : sheets) {
            sheet.finish(document, resources);
        }
        for (var sheet : sheets) {
            link(sheet);
        }
        outline(flows.stream().flatMap(flow -> flow.bookmarks().stream()).toList());
        new Archival(document).mark(pages, words.say(Word.TITLE));
    }

    private static void link(Sheet sheet) {
        if (sheet.links().isEmpty()) {
            return;
        }
        List<PDAnnotation> annotations = new ArrayList<>();
        for (var link : sheet.links()) {
            var annotation = new PDAnnotationLink();
            annotation.setRectangle(new PDRectangle(Sheet.LEFT, link.y(), Sheet.TEXT_WIDTH, link.height()));
            annotation.setPrinted(true);
            var border = new PDBorderStyleDictionary();
            border.setWidth(0);
            annotation.setBorderStyle(border);
            annotation.setDestination(destination(link.target(), Sheet.HEIGHT));
            annotations.add(annotation);
        }
        sheet.page().setAnnotations(annotations);
    }

    private static PDPageXYZDestination destination(Sheet sheet, float top) {
        var destination = new PDPageXYZDestination();
        destination.setPage(sheet.page());
        destination.setLeft(0);
        destination.setTop(Math.round(top));
        return destination;
    }

    private void outline(List<Flow.Bookmark> bookmarks) {
        var outline = new PDDocumentOutline();
        PDOutlineNode part = outline;
        for (var bookmark : bookmarks) {
            var item = new PDOutlineItem();
            item.setTitle(bookmark.title());
            item.setDestination(destination(bookmark.sheet(), bookmark.y() + 8));
            switch (bookmark.rank()) {
                case PART -> {
                    outline.addLast(item);
                    part = item;
                }
                case EXHIBIT -> part.addLast(item);
            }
        }
        var catalog = document.getDocumentCatalog();
        catalog.setDocumentOutline(outline);
        catalog.setPageMode(PageMode.USE_OUTLINES);
    }
}

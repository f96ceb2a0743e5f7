package org.taniq.base.html;

import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.taniq.base.Text;

/// A page of HTML, parsed as browsers do it. Bounded: so many characters, tags and levels are read as [PageSource] and
/// jsoup allow; what lies behind is not read, and [#isWhole] says so.
public final class HtmlPage {
    /// Elements around each other; what lies deeper is put beside them.
    private static final int DEEPEST = 512;

    private final PageSource source;
    private final Document document;

    private HtmlPage(PageSource source, Document document) {
        this.source = source;
        this.document = document;
    }

    /// Where something stands in the source.
    ///
    /// @param from its first byte, from 0
    /// @param to the byte after its last one
    public record Stretch(int from, int to) {}

    /// @param bytes the source
    /// @param charset as whoever sent it named it; empty where nobody did
    public static HtmlPage of(byte[] bytes, String charset) {
        var source = PageSource.of(bytes, PageCharset.of(bytes, charset));
        var parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        var document = parser.parseInput(source.text(), "");
        if (source.text().contains("&#")) {
            document.traverse((node, _) -> withoutHalves(node));
        }
        return new HtmlPage(source, document);
    }

    /// `&#xD800;` is half of a character.
    private static void withoutHalves(Node node) {
        switch (node) {
            case TextNode text -> text.text(Text.whole(text.getWholeText()));
            case DataNode data -> data.setWholeData(Text.whole(data.getWholeData()));
            case Element element ->
                element.attributes().forEach(attribute -> attribute.setValue(Text.whole(attribute.getValue())));
            default -> {}
        }
    }

    /// The elements, for what reads pages of one form; [#place] tells where each stands.
    public Document document() {
        return document;
    }

    /// All words, in the order of the page.
    public List<TextRun> runs() {
        return runs(0);
    }

    private List<TextRun> runs(int depth) {
        var words = new PageWords(source, depth);
        document.traverse(words);
        return words.runs();
    }

    /// The words of a page inside of so many others.
    static List<TextRun> within(byte[] bytes, String charset, int depth) {
        return of(bytes, charset).runs(depth);
    }

    /// Where a text or the beginning of an element stands; at no byte where the parser put it there by itself.
    public Stretch place(Node node) {
        return source.stretch(node.sourceRange());
    }

    /// Whether all of it was read.
    public boolean isWhole() {
        return source.isWhole();
    }

    /// The byte in the source after the last one that was read.
    public int readTo() {
        return source.readTo();
    }

    /// The name of the encoding in which it was read.
    public String charset() {
        return source.charset();
    }
}

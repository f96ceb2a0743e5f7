package org.taniq.read.metahtml;

import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Element;
import org.taniq.read.record.Counted;
import org.taniq.read.record.Draft;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One page, from its beginning to its end. What does not have the form of a message or post is kept as words of
/// nobody.
final class PageReading {
    private final Input input;
    private final Shape shape;
    private final Tally tally;
    private final Counted counted;
    private final ExportFiles files;
    private final Findings findings = new Findings();
    private Conversation conversation;
    private boolean isBegun;

    PageReading(Input input, Shape shape, Sink sink) {
        this.input = input;
        this.shape = shape;
        this.tally = new Tally(input.name());
        this.counted = new Counted(sink, tally);
        this.files = new ExportFiles(input);
        this.conversation = shape.isThread() ? Conversation.of("", true, input.path()) : Conversation.UNSTATED;
    }

    Ledger run() throws IOException {
        var nesting = shape.isThread() ? Pieces.Nesting.NEVER : Pieces.Nesting.MAY;
        try (var in = input.bytes().open()) {
            var pieces = new Pieces(in, shape.layout(), nesting);
            for (var next = pieces.next(); next.isPresent(); next = pieces.next()) {
                findings.end(next.get());
                piece(next.get());
            }
        }
        return tally.ledger(shape.kind().format(), "", findings.warnings(shape, input, tally));
    }

    private void piece(Piece piece) throws IOException {
        if (piece.kind() == Piece.Kind.WRONG || Damage.isLost(piece.bytes())) {
            lost(piece, piece.kind() == Piece.Kind.WRONG ? piece.why() : Unread.Reason.HOLE);
            return;
        }
        switch (piece.kind()) {
            case BLOCK -> block(piece);
            case BETWEEN -> between(piece);
            case THREAD -> thread(piece);
            case WRONG -> throw new IllegalStateException("was handed over");
        }
        isBegun = true;
    }

    /// Another conversation may have begun there, where a page has several.
    private void lost(Piece piece, Unread.Reason why) throws IOException {
        counted.unread(new Unread(piece.spot(), why));
        if (shape.layout().form() == Layout.Form.BEHIND) {
            conversation = Conversation.UNSTATED;
        }
    }

    /// Before the first block stands what the page is called; elsewhere nothing should stand: where something does in a
    /// page of several conversations, it may be the beginning of another one.
    private void between(Piece piece) throws IOException {
        boolean isHead = !isBegun && piece.segment().from() == 0;
        if (!(isHead ? Balance.areTagsOfHead(piece.text()) : Balance.areTags(piece.text()))) {
            lost(piece, piece.why());
            return;
        }
        var around = isHead ? Frame.ofHead(piece.bytes()) : Frame.of(piece.bytes());
        findings.around(around);
        if (isHead && shape.isThread() && shape.layout().form() == Layout.Form.WITHIN) {
            String title = around.title();
            boolean areTwo = People.of(input, shape.layout()).areTwo(title);
            conversation = Conversation.of(title, areTwo, input.path());
        }
        if (!around.saysNothing()) {
            conversation = isHead || shape.layout().form() == Layout.Form.WITHIN ? conversation : Conversation.UNSTATED;
            var draft = frame(piece).mark(isHead ? Mark.SYSTEM : Mark.OTHER_SHAPE);
            around.add(draft, files);
            read(draft, piece);
        }
    }

    /// `<div class="thread">` with the names of who takes part.
    private void thread(Piece piece) throws IOException {
        if (!Balance.areTags(piece.text())) {
            lost(piece, piece.why());
            return;
        }
        var around = Frame.of(piece.bytes());
        conversation = Conversation.of(around.words().replace('\n', ' '), true, input.path());
        if (!around.saysNothing()) {
            var draft = frame(piece).mark(Mark.SYSTEM);
            around.add(draft, files);
            read(draft, piece);
        }
    }

    private void block(Piece piece) throws IOException {
        var elements = Elements.of(piece.bytes());
        if (elements.isEmpty()) {
            lost(piece, Elements.whyNot(piece.bytes()));
            return;
        }
        var block = Block.of(elements.get(), shape.layout());
        if (shape.isThread() && block.isMessage()) {
            message(piece, block);
        } else if (shape.isThread() && block.isNotice()) {
            read(all(piece, block, elements.get()).mark(Mark.SYSTEM), piece);
        } else if (!shape.isThread() && block.isPost()) {
            post(piece, block);
        } else {
            read(all(piece, block, elements.get()).mark(Mark.OTHER_SHAPE), piece);
        }
    }

    private void message(Piece piece, Block block) throws IOException {
        var draft = frame(piece)
                .by(People.named(block.heading()))
                .to(conversation.audience(block.heading()))
                .at(Moment.of(block.time()));
        stood(draft, block);
        Written.message(draft, block.contents(), files, conversation.id());
        read(draft, piece);
    }

    private void post(Piece piece, Block block) throws IOException {
        boolean isOfTables = Whereabouts.of(input).isOfTables();
        var rows = Rows.of(block.contents(), isOfTables ? Rows.Values.WRITTEN : Rows.Values.ANY, shape.layout());
        var stated = Moment.of(block.time());
        var draft = frame(piece).at(block.time().isEmpty() ? rows.time().orElse(stated) : stated);
        stood(draft, block);
        Written.post(draft, block.all(), rows, files);
        read(draft, piece);
    }

    private static void stood(Draft draft, Block block) {
        block.address().ifPresent(address -> {
            if (Links.isOfDownload(address)) {
                Noted.add(draft, "", address);
            } else {
                draft.stoodAt(address);
            }
        });
    }

    /// All words of a block of which nobody says whose they are.
    private Draft all(Piece piece, Block block, List<Element> elements) {
        var draft = frame(piece).at(Moment.of(block.time()));
        Written.anybodys(draft, elements, files);
        return draft;
    }

    private Draft frame(Piece piece) {
        var draft = new Draft()
                .to(conversation.audience(""))
                .detail("folder", conversation.folder())
                .detail("chat", conversation.called());
        return Damage.isAny(piece.bytes()) ? draft.mark(Mark.NOT_TEXT) : draft;
    }

    private void read(Draft draft, Piece piece) throws IOException {
        var record = draft.record(piece.spot(), Place.UNSTATED);
        findings.read(record);
        counted.read(record);
    }
}

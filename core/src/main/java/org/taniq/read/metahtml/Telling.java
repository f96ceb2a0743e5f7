package org.taniq.read.metahtml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.read.record.Input;

/// Tells a page of Meta's download by its beginning: it is a page, and in it stands a block with its parts, built as
/// Meta builds them. What people write holds no tag, and so cannot make a page one of these.
final class Telling {
    private static final Pattern PAGE =
            Pattern.compile("(?si)(?:\u00EF\u00BB\u00BF)?\\s*(?:<!doctype html[^>]{0,100}>\\s*)?<html[\\s>]");

    /// Blocks that are looked at.
    private static final int MOST = 40;

    private final String path;
    private final byte[] head;

    private Telling(String path, byte[] head) {
        this.path = path;
        this.head = head;
    }

    /// What the page is; nothing where it is none of Meta's, or one that nobody wrote anything on.
    static Optional<Shape> of(Input input) throws IOException {
        byte[] head = input.head();
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!PAGE.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        var telling = new Telling(input.path(), head);
        for (var layout : Layout.known()) {
            var shape = telling.tell(layout);
            if (shape.isPresent()) {
                return shape;
            }
        }
        return Conversation.isPart(input.path())
                ? Learned.of(head).map(layout -> new Shape(layout, Shape.Kind.THREAD))
                : Optional.empty();
    }

    private Optional<Shape> tell(Layout layout) throws IOException {
        var pieces = new Pieces(new ByteArrayInputStream(head), layout, Pieces.Nesting.MAY);
        int blocks = 0;
        boolean isInThread = layout.form() == Layout.Form.WITHIN;
        for (var next = pieces.next(); next.isPresent() && blocks < MOST; next = pieces.next()) {
            isInThread |= next.get().kind() == Piece.Kind.THREAD;
            if (isInThread && next.get().kind() == Piece.Kind.BLOCK) {
                blocks++;
                var kind = Elements.of(next.get().bytes())
                        .map(elements -> Block.of(elements, layout))
                        .flatMap(block -> kind(block, layout));
                if (kind.isPresent()) {
                    return kind.map(each -> new Shape(layout, each));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Shape.Kind> kind(Block block, Layout layout) {
        if (isThread(block, layout)) {
            return Optional.of(Shape.Kind.THREAD);
        }
        boolean isTimed = hasDigit(block.time())
                || Rows.of(block.contents(), Rows.Values.WRITTEN).time().isPresent();
        boolean isPost = block.isPost() && !block.contents().isEmpty() && isTimed;
        return isPost && Layout.isWritten(path) ? Optional.of(Shape.Kind.LISTS) : Optional.empty();
    }

    /// A conversation is called as one; by itself, where somebody may have given it another name, it is told by how its
    /// messages are built.
    private boolean isThread(Block block, Layout layout) {
        boolean isMessage = block.isMessage()
                && !block.heading().isEmpty()
                && !block.contents().isEmpty()
                && hasDigit(block.time());
        boolean isAlone = !path.contains("/") && !Layout.isWritten(path);
        return isMessage
                && (Conversation.isPart(path)
                        || layout.form() == Layout.Form.BEHIND
                        || isAlone && block.isBuiltAsMessage());
    }

    private static boolean hasDigit(String time) {
        return time.chars().anyMatch(Character::isDigit);
    }
}

package org.taniq.read.metahtml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.read.record.Input;

/// Tells a page of Meta's download by its beginning: it is a page, and in it stands a block with its parts, built as
/// Meta builds them. What people write holds no tag, and so cannot make a page one of these.
final class Telling {
    private static final Pattern PAGE =
            Pattern.compile("(?si)(?:\u00EF\u00BB\u00BF)?\\s*(?:<!doctype html[^>]{0,100}>\\s*)?<html[\\s>]");

    /// Blocks that are looked at.
    private static final int MOST = 40;

    private static final int LONGEST_NAME = 128;

    private final Whereabouts where;
    private final byte[] head;
    /// Names above messages.
    private final Set<String> names = new HashSet<>();

    private boolean areNames = true;
    private boolean isTwice;

    private Telling(Whereabouts where, byte[] head) {
        this.where = where;
        this.head = head;
    }

    /// What the page is; nothing where it is none of Meta's, or one that nobody wrote anything on.
    static Optional<Shape> of(Input input) throws IOException {
        byte[] head = input.head();
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!PAGE.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        var where = Whereabouts.of(input);
        for (var layout : Layout.known()) {
            var shape = new Telling(where, head).tell(layout);
            if (shape.isPresent()) {
                return shape;
            }
        }
        return where.isPart() ? Learned.of(head).map(layout -> new Shape(layout, Shape.Kind.THREAD)) : Optional.empty();
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
        boolean isByItself = where.isAlone() && !where.isWritten() && layout.form() == Layout.Form.WITHIN;
        return isByItself && areNames && isTwice ? Optional.of(new Shape(layout, Shape.Kind.THREAD)) : Optional.empty();
    }

    private Optional<Shape.Kind> kind(Block block, Layout layout) {
        if (isMessage(block)) {
            if (isConversation(layout)) {
                return Optional.of(Shape.Kind.THREAD);
            }
            name(block);
        }
        boolean isTimed = hasDigit(block.time()) || where.isOfTables() && isTimedInTable(block, layout);
        boolean isPost = block.isPost() && !block.contents().isEmpty() && isTimed;
        return isPost && where.isWritten() ? Optional.of(Shape.Kind.LISTS) : Optional.empty();
    }

    private static boolean isTimedInTable(Block block, Layout layout) {
        return Rows.of(block.contents(), Rows.Values.WRITTEN, layout).time().isPresent();
    }

    private static boolean isMessage(Block block) {
        return block.isMessage()
                && !block.heading().isEmpty()
                && !block.contents().isEmpty()
                && hasDigit(block.time());
    }

    /// A conversation is called as one.
    private boolean isConversation(Layout layout) {
        return where.isPart() || layout.form() == Layout.Form.BEHIND && where.isOld();
    }

    /// By itself, where somebody may have given it another name, a conversation is told by how its messages are built
    /// and by what stands above them: the same name again, and nothing that is none. Above posts stands
    /// what somebody wrote.
    private void name(Block block) {
        String name = block.heading();
        areNames &= block.isBuiltAsMessage() && name.length() <= LONGEST_NAME && name.indexOf('\n') < 0;
        isTwice |= !names.add(name);
    }

    private static boolean hasDigit(String time) {
        return time.chars().anyMatch(Character::isDigit);
    }
}

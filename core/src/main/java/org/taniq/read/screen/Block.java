package org.taniq.read.screen;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.png.Picture;

/// Rows that belong together: a bubble of a chat, or lines of a page one below the other.
///
/// @param rows from the top to the bottom
/// @param ground what its first row stands on
record Block(List<Row> rows, Ground ground) {
    /// Lines of one paragraph are nearer than this part of their height, in tenths.
    private static final int NEAR = 9;
    /// The corners of a bubble are round: it is narrower at its top and at its bottom, by so many heights of a letter.
    private static final int ROUND = 1;
    /// A row looks for its block among so many.
    private static final int LAST_ONES = 8;

    Block {
        rows = List.copyOf(rows);
    }

    /// All rows in blocks, in the order of their first rows.
    static List<Block> of(Picture picture, List<Row> rows) {
        var blocks = new ArrayList<Block>();
        for (var row : rows) {
            var alone = new Block(List.of(row), Ground.of(picture, row.box()));
            int at = home(picture, blocks, alone);
            if (at < 0) {
                blocks.add(alone);
            } else {
                blocks.set(at, blocks.get(at).with(alone));
            }
        }
        return blocks;
    }

    private static int home(Picture picture, List<Block> blocks, Block row) {
        for (int i = blocks.size() - 1; i >= Math.max(0, blocks.size() - LAST_ONES); i--) {
            if (blocks.get(i).goesOn(picture, row)) {
                return i;
            }
        }
        return -1;
    }

    private Block with(Block next) {
        var all = new ArrayList<>(rows);
        all.addAll(next.rows);
        return new Block(
                all,
                new Ground(
                        ground.colour(),
                        Math.min(ground.left(), next.ground.left()),
                        Math.max(ground.right(), next.ground.right())));
    }

    Box box() {
        return rows.stream().map(Row::box).reduce(Box::with).orElseThrow();
    }

    List<Word> words() {
        return rows.stream().flatMap(row -> row.words().stream()).toList();
    }

    private boolean goesOn(Picture picture, Block next) {
        if (!ground.isLike(next.ground.colour())) {
            return false;
        }
        boolean isBubble = ground.isBubble(picture);
        if (isBubble != next.ground.isBubble(picture)) {
            return false;
        }
        return isBubble ? isInBubble(picture, next) : isNextLine(next);
    }

    /// The same width, and nothing but its own colour between the two, at its left side.
    private boolean isInBubble(Picture picture, Block next) {
        int round = ROUND * next.box().height();
        if (Math.abs(ground.left() - next.ground.left()) > round
                || Math.abs(ground.right() - next.ground.right()) > round) {
            return false;
        }
        int x = (Math.max(ground.left(), next.ground.left())
                        + Math.min(box().left(), next.box().left()))
                / 2;
        for (int y = rows.getLast().box().bottom(); y < next.box().top(); y++) {
            if (!ground.is(picture, x, y)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNextLine(Block next) {
        var last = rows.getLast().box();
        int height = Math.max(last.height(), next.box().height());
        int between = next.box().top() - last.bottom();
        return between >= 0
                && 10 * between <= NEAR * height
                && Math.abs(last.left() - next.box().left()) <= 2 * height;
    }
}

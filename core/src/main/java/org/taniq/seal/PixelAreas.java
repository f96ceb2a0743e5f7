package org.taniq.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.taniq.base.png.Picture;

/// From areas that a person marks to tiles, and from tiles back to areas that can be named.
final class PixelAreas {
    private static final int TILE = PixelGrid.TILE;

    /// How far a line of text may reach beyond the marked area: twice the height of large type on a phone.
    private static final int REACH = 2 * TILE;

    /// Channels that differ by less are background: a picture may once have been a JPEG.
    private static final int NOISE = 16;

    private PixelAreas() {}

    static SortedSet<Integer> leavesUnder(Picture picture, List<Pixels.Area> areas) {
        var grid = PixelGrid.of(picture);
        var leaves = new TreeSet<Integer>();
        for (var area : areas) {
            if (area.x() >= picture.width() || area.y() >= picture.height()) {
                throw new IllegalArgumentException("an area lies outside the picture and would withhold nothing");
            }
            addTiles(grid, wholeLines(picture, clip(area, picture)), leaves);
        }
        return leaves;
    }

    private static Pixels.Area clip(Pixels.Area area, Picture picture) {
        int width = Math.min(area.width(), picture.width() - area.x());
        int height = Math.min(area.height(), picture.height() - area.y());
        return new Pixels.Area(area.x(), area.y(), width, height);
    }

    /// The area grown up and down to the next rows without ink; as far as it may where there are none.
    private static Pixels.Area wholeLines(Picture picture, Pixels.Area area) {
        int top = area.y();
        while (top > Math.max(0, area.y() - REACH) && hasInk(picture, area, top)) {
            top--;
        }
        int last = area.y() + area.height() - 1;
        int lowest = Math.min(picture.height() - 1, last + REACH);
        while (last < lowest && hasInk(picture, area, last)) {
            last++;
        }
        return new Pixels.Area(area.x(), top, area.width(), last - top + 1);
    }

    private static boolean hasInk(Picture picture, Pixels.Area area, int y) {
        for (int x = area.x() + 1; x < area.x() + area.width(); x++) {
            for (int channel = 0; channel < 3; channel++) {
                int first = picture.channel(area.x(), y, channel);
                if (Math.abs(picture.channel(x, y, channel) - first) > NOISE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void addTiles(PixelGrid grid, Pixels.Area area, SortedSet<Integer> leaves) {
        int right = Math.min(grid.columns() - 1, (area.x() + area.width() - 1) / TILE + 1);
        int bottom = Math.min(grid.rows() - 1, (area.y() + area.height() - 1) / TILE + 1);
        for (int row = Math.max(0, area.y() / TILE - 1); row <= bottom; row++) {
            for (int column = Math.max(0, area.x() / TILE - 1); column <= right; column++) {
                leaves.add(grid.leaf(column, row));
            }
        }
    }

    /// Rectangles that cover these tiles and no others: runs in a row, joined with equal runs in the row
    /// above.
    static List<Pixels.Area> of(PixelGrid grid, SortedSet<Integer> leaves) {
        var done = new ArrayList<Pixels.Area>();
        var open = new LinkedHashMap<Integer, Pixels.Area>();
        for (int row = 0; row < grid.rows(); row++) {
            var grown = new LinkedHashMap<Integer, Pixels.Area>();
            for (var run : runs(grid, leaves.subSet(grid.leaf(0, row), grid.leaf(0, row + 1)))) {
                var above = Optional.ofNullable(open.get(run.x())).filter(area -> under(run, area));
                above.ifPresent(area -> open.remove(area.x()));
                grown.put(run.x(), above.map(area -> joined(area, run)).orElse(run));
            }
            done.addAll(open.values());
            open.clear();
            open.putAll(grown);
        }
        done.addAll(open.values());
        return done;
    }

    private static List<Pixels.Area> runs(PixelGrid grid, SortedSet<Integer> leavesOfRow) {
        var runs = new ArrayList<Pixels.Area>();
        for (int leaf : leavesOfRow) {
            var tile = grid.tile(leaf);
            if (!runs.isEmpty() && runs.getLast().x() + runs.getLast().width() == tile.x()) {
                var run = runs.removeLast();
                tile = new Pixels.Area(run.x(), run.y(), run.width() + tile.width(), run.height());
            }
            runs.add(tile);
        }
        return runs;
    }

    private static boolean under(Pixels.Area run, Pixels.Area area) {
        return run.x() == area.x() && run.width() == area.width() && run.y() == area.y() + area.height();
    }

    private static Pixels.Area joined(Pixels.Area area, Pixels.Area below) {
        return new Pixels.Area(area.x(), area.y(), area.width(), area.height() + below.height());
    }
}

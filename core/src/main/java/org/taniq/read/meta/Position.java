package org.taniq.read.meta;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.json.JsonWalk;

/// How far a file was read, and what is around that place. What was left is kept until something else begins beside
/// it: damage may have looked like its end.
final class Position {
    private final Indents indents;
    private final List<Level> levels = new ArrayList<>();
    private int kept;
    private int again;
    private long begun;
    private long done;

    Position(Indents indents) {
        this.indents = indents;
    }

    Indents indents() {
        return indents;
    }

    /// How many arrays and objects are around.
    int depth() {
        return levels.size();
    }

    /// Whether the one of this number is an array.
    boolean isArray(int level) {
        return levels.get(level).isArray();
    }

    /// Whether what is gone into next was around a damaged place, behind which reading goes on.
    boolean goesOn(JsonWalk walk) {
        return again < kept && again == walk.depth();
    }

    /// A value begins.
    void begin(long at, JsonWalk walk) {
        begun = at;
        cut(walk.depth());
    }

    void done(long at) {
        done = at;
    }

    /// Goes into one that goes on.
    Level same() {
        return levels.get(again++);
    }

    /// Goes into another one.
    ///
    /// @param depth how many are around it
    Level into(int depth, Level level) {
        cut(depth);
        levels.add(level);
        return level;
    }

    private void cut(int depth) {
        again = kept;
        if (depth < levels.size()) {
            levels.subList(depth, levels.size()).clear();
        }
    }

    /// Where damage begins that comes up now.
    long damage() {
        return Math.max(begun, done);
    }

    /// Goes on at a place behind damage.
    ///
    /// @return what is around it
    String goOn(Resume place) {
        cut(place.levels());
        levels.replaceAll(
                level -> place.inSame() || level == levels.getFirst() ? level.behindDamage() : level.orAnother());
        var head = levels.getLast().head();
        switch (place.lost()) {
            case NOTHING -> {}
            case MESSAGES -> levels.add(new Level("messages", true, Pointer.BEHIND_DAMAGE, head));
            case LIST -> levels.add(new Level("", true, Pointer.BEHIND_DAMAGE, head));
            case CONVERSATION -> levels.add(new Level("", false, Pointer.BEHIND_DAMAGE, Head.ofNothing()));
        }
        kept = levels.size();
        again = 0;
        begun = place.at();
        var around = new StringBuilder();
        for (int n = 0; n < levels.size(); n++) {
            around.append(levels.get(n).beginning(n > 0 && !levels.get(n - 1).isArray()));
        }
        return around.toString();
    }
}

package org.taniq.read.screen;

import java.util.Optional;
import org.taniq.base.png.Picture;

/// On which side of the screen a bubble hangs.
enum Side {
    LEFT("left"),
    MIDDLE("middle"),
    RIGHT("right");

    /// A bubble hangs on a side if it is nearer to it by more than one of so many parts of the screen.
    private static final int PARTS = 10;

    private final String word;

    Side(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// Nothing where it is no bubble.
    static Optional<Side> of(Block block, Picture picture) {
        if (!block.ground().isBubble(picture)) {
            return Optional.empty();
        }
        int left = block.ground().left();
        int right = picture.width() - block.ground().right();
        if (Math.abs(left - right) * PARTS <= picture.width()) {
            return Optional.of(MIDDLE);
        }
        return Optional.of(left < right ? LEFT : RIGHT);
    }
}

package org.taniq.read.screen;

import java.util.List;
import org.taniq.base.Json;

/// A rectangle of a picture, in its pixels from the top left.
record Box(int left, int top, int width, int height) {
    Box {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("not a rectangle of a picture");
        }
    }

    /// Whether it lies within a picture of this size.
    boolean isWithin(int pictureWidth, int pictureHeight) {
        return width <= pictureWidth
                && left <= pictureWidth - width
                && height <= pictureHeight
                && top <= pictureHeight - height;
    }

    /// The first column behind it.
    int right() {
        return left + width;
    }

    /// The first line below it.
    int bottom() {
        return top + height;
    }

    /// The smallest that holds both.
    Box with(Box other) {
        int newLeft = Math.min(left, other.left);
        int newTop = Math.min(top, other.top);
        return new Box(
                newLeft,
                newTop,
                Math.max(right(), other.right()) - newLeft,
                Math.max(bottom(), other.bottom()) - newTop);
    }

    /// How many lines of pixels both have.
    int linesWith(Box other) {
        return Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    }

    List<Long> sides() {
        return List.of((long) left, (long) top, (long) width, (long) height);
    }

    Json json() {
        return Json.of(sides().stream().map(Json::of).toList());
    }
}

package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import org.taniq.acquire.Custody;
import org.taniq.base.Bytes;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngException;
import org.taniq.seal.Group;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;

/// A PNG sealed once more as a canonical picture, so that parts of it can be withheld later.
record CanonicalPicture(Group group, Custody custody, Clock clock) {
    private static final String PNG = "image/png";
    /// A picture needs about twelve bytes of memory a pixel while it is sealed.
    private static final long BYTES_A_PIXEL = 12;

    boolean takes(String mediaType, long size) {
        return mediaType.equals(PNG) && size <= mostPixels();
    }

    /// A PNG that is not to be decoded (16 bit, animated, damaged, too large) stays as it is; its parts
    /// cannot be withheld.
    void seal(Pointer original, Bytes png) throws IOException {
        Png.Reading picture;
        try (var in = png.open()) {
            picture = Png.read(in.readAllBytes(), Math.min(mostPixels(), Png.MAX_PIXELS));
        } catch (PngException refused) {
            return;
        }
        group.add(ItemStatement.ofPixels(original, custody, picture, clock.instant()));
    }

    private static long mostPixels() {
        return Runtime.getRuntime().maxMemory() / BYTES_A_PIXEL;
    }
}

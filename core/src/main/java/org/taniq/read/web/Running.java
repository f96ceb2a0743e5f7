package org.taniq.read.web;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.taniq.read.web.StatedDigest.Result;

/// A digest that is computed while bytes go by, and compared with what was stated.
final class Running {
    private final StatedDigest stated;
    private final @Nullable MessageDigest digest;

    Running(String stated) {
        this.stated = new StatedDigest(stated);
        this.digest = this.stated.begin();
    }

    void take(byte[] bytes, int from, int length) {
        if (digest != null) {
            digest.update(bytes, from, length);
        }
    }

    String stated() {
        return stated.stated();
    }

    /// To be asked once.
    Result result() {
        return stated.compare(digest == null ? new byte[0] : digest.digest());
    }
}

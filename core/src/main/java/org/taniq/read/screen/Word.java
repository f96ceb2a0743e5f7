package org.taniq.read.screen;

import org.taniq.base.Json;

/// A word that a picture shows.
///
/// @param confidence of the program that read it, in per cent
record Word(String text, int confidence, Box box) {
    /// As it is sealed beside the text that it is a part of.
    Json json() {
        return Json.object()
                .put("box", box.json())
                .put("confidence", confidence)
                .put("text", text)
                .build();
    }
}

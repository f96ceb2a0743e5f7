package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// What is said of the words of a body besides them.
final class WordDetails {
    private WordDetails() {}

    /// @param in what their places are counted in, in a word
    static List<Detail> of(Words words, String in) {
        var details = new ArrayList<Detail>();
        add("title", words.title(), details);
        add("hiddenText", words.hidden(), details);
        add("besideText", words.beside(), details);
        add("charset", words.extent().charset(), details);
        add("textNotRead", words.extent().hindrance().word(), details);
        if (!words.places().isEmpty()) {
            add("textIn", in, details);
            details.add(new Detail(
                    "textAt",
                    Json.of(words.places().stream().map(WordDetails::place).toList())));
        }
        return details;
    }

    private static Json place(Words.Place place) {
        return Json.of(List.of(Json.of(place.at()), Json.of(place.from()), Json.of(place.to())));
    }

    /// Nothing where the text is empty.
    static void add(String name, String text, List<Detail> details) {
        if (!text.isEmpty()) {
            details.add(Detail.of(name, text));
        }
    }
}

package org.taniq.assess;

import java.util.List;
import java.util.Map;
import org.taniq.base.Lang;
import org.taniq.base.Yaml;

/// What is known of a language: data of `lang/<code>.yaml`.
///
/// `letters` and `words` are for guessing the language; `endings` are named lists that rules join to stems;
/// `spellings` are other ways to write a letter beside its folded form; `otherScript` is a second script in
/// which the language is written, letter by letter.
record Language(
        Lang lang,
        String letters,
        List<String> words,
        List<String> tails,
        Map<String, List<String>> endings,
        Map<String, List<String>> spellings,
        Map<String, List<String>> otherScript) {

    static Language read(Yaml file) {
        file.allow("language", "reviewed", "letters", "words", "tails", "endings", "spellings", "other_script");
        Lang lang = Lang.of(file.get("language").text());
        if (lang == Lang.UNKNOWN) {
            throw file.get("language").wrong("unknown language");
        }
        return new Language(
                lang,
                file.find("letters").map(Yaml::text).orElse(""),
                file.texts("words"),
                file.texts("tails"),
                file.lists("endings"),
                file.lists("spellings"),
                file.lists("other_script"));
    }
}

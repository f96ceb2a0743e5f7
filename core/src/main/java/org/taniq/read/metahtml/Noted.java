package org.taniq.read.metahtml;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.Yaml;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// What a camera or the platform noted of a place, an address or a device: known by what it is called, or by how it is
/// written. It is no text, and does not leave in a dossier unless the person asks for it.
final class Noted {
    private static final String FILE = "/read/metahtml/noted.yaml";

    /// Neither a camera nor the platform notes more than this.
    static final int LONGEST = 200;

    private static final Pattern INTERNET = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]).{0,60}"
            + "|\\[?[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){3,7}\\]?(?:[ /(].{0,60})?");

    private static final String DEGREES = "[-+\u2212]?\\p{Nd}{1,3}[.,\u066B]\\p{Nd}{3,20}\\s?°?\\s?[NSEWnsew]?";
    private static final Pattern PLACE = Pattern.compile(
            "\\(?" + DEGREES + "(?:[\\s,;\u060C]{1,3}" + DEGREES + ")?\\)?" + "|[-+\u2212]?\\p{Nd}{1,3}\\s?°.{0,60}");

    private static final class Holder {
        static final Set<String> NAMES = names();
    }

    private Noted() {}

    private static Set<String> names() {
        var names = new HashSet<String>();
        Yaml.resource(FILE)
                .members()
                .values()
                .forEach(each -> each.texts().forEach(name -> names.add(TimeWords.plain(name))));
        return names;
    }

    /// Whether values of this name are noted.
    static boolean isName(String name) {
        String plain = name.strip();
        boolean isNone = plain.isEmpty() || plain.length() > LONGEST;
        return !isNone && Holder.NAMES.contains(TimeWords.plain(plain.replaceFirst("\\s?:$", "")));
    }

    /// Whether it is an address in the net or a place on the earth, and nothing else.
    static boolean isWhere(String value) {
        String words = value.strip();
        return words.length() <= LONGEST
                && (INTERNET.matcher(words).matches() || PLACE.matcher(words).matches());
    }

    /// Whether a line is such a value, or a name of one and the value: `IP: 192.0.2.7`.
    static boolean isLine(String line) {
        int colon = line.indexOf(':');
        return line.length() <= LONGEST && (isWhere(line) || colon > 0 && isName(line.substring(0, colon)));
    }

    static void add(Draft draft, String name, String value) {
        draft.detail("noted", said(name, value));
    }

    /// A value with its name.
    static Json said(String name, String value) {
        return Json.object()
                .put("name", Detail.cut(name))
                .put("value", Detail.cut(value))
                .build();
    }
}

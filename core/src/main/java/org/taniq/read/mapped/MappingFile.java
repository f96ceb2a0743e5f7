package org.taniq.read.mapped;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.Yaml;
import org.taniq.base.YamlMistake;
import org.taniq.read.record.Verb;

/// Reads mappings, strictly: a word that is not known is told, with its line and the words that are.
public final class MappingFile {
    /// Bytes of a mapping.
    public static final int LONGEST = 1 << 16;

    private static final List<String> OURS = List.of(
            "tiktok",
            "instaloader",
            "instaloader-comments",
            "gallery-dl-lines",
            "gallery-dl",
            "auto-archiver-sheet",
            "auto-archiver-csv");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");
    private static final String[] COUNTS = {"likes", "dislikes", "comments", "shares", "views"};
    private static final Pattern STAR = Pattern.compile("\\$[1-9]");
    private static final int MOST = 1000;
    private static final Pattern AROUND = Pattern.compile("\\^(.+)");
    private static final int MOST_STEPS = 32;
    private static final int DEEPEST = 4;
    private static final String EXPECTED = "one of these is expected: {words}";
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
    private static final Map<String, Verb> VERBS =
            Arrays.stream(Verb.values()).collect(Collectors.toMap(Verb::word, Function.identity()));
    private static final String[] OF_RECORD = Stream.concat(
                    Stream.of("at", "where", "begins", "counts", "verb", "inside"),
                    Arrays.stream(Part.values()).map(Part::word))
            .toArray(String[]::new);
    private static final String[] OF_ROW = Stream.concat(
                    Stream.of("where", "counts", "verb"),
                    Arrays.stream(Part.values()).map(Part::word))
            .toArray(String[]::new);

    private final Yaml root;
    private final Mapping.Form form;
    private int rules;

    private MappingFile(Yaml root) {
        this.root = root;
        this.form = root.get("format")
                .oneOf(Map.of(
                        "json", new Mapping.Form.Whole(),
                        "json-lines", new Mapping.Form.Lines(),
                        "csv", new Mapping.Form.Table(separator(root))));
    }

    /// Those that this program brings along, the particular ones first.
    static List<Mapping> ours() {
        return OURS.stream()
                .map(name -> Yaml.resource("/read/mapped/" + name + ".yaml"))
                .map(yaml -> new MappingFile(yaml).mapping(yaml.get("version").integer(1, MOST), ""))
                .toList();
    }

    /// Reads one that a person wrote.
    ///
    /// @param file its name
    /// @throws Trouble where it is not understood
    public static Mapping of(String file, byte[] yaml) throws Trouble {
        if (yaml.length > LONGEST) {
            throw new Trouble(Said.of("the mapping is larger than {n} bytes", "n", LONGEST));
        }
        try {
            var root = Yaml.parse(file, new String(yaml, StandardCharsets.UTF_8));
            root.allow("map", "name", "format", "separator", "known-by", "records");
            return new MappingFile(root).mapping(0, Digest.of(yaml).hex());
        } catch (YamlMistake mistake) {
            throw new Trouble(mistake.said(), mistake);
        } catch (StackOverflowError tooDeep) {
            throw new Trouble(Said.of("{file}: that is too deep", "file", file), tooDeep);
        }
    }

    private static char separator(Yaml root) {
        return root.find("separator")
                .map(node -> node.oneOf(Map.of(",", ',', ";", ';', "\t", '\t', "|", '|')))
                .orElse(',');
    }

    private Mapping mapping(int version, String digest) {
        root.get("map").integer(1, 1);
        var name = root.get("name");
        if (!NAME.matcher(name.text()).matches()) {
            throw name.wrong(Said.of(EXPECTED, "words", "A-Z a-z 0-9 . _ -"));
        }
        var signs = root.find("known-by").stream()
                .flatMap(node -> node.oneOrMore().stream())
                .map(this::sign)
                .toList();
        boolean ofOwner = root.find("own").map(node -> node.oneOf(YES_OR_NO)).orElse(false);
        return new Mapping(name.text(), version, form, digest, ofOwner, signs, distinct(root.get("records")));
    }

    private Sign sign(Yaml node) {
        if (isTable()) {
            node.allow("must", "names", "least", "files");
        } else {
            node.allow("list", "must", "names", "least", "files");
        }
        var must = node.texts("must");
        var names = node.texts("names");
        if (must.isEmpty() && names.isEmpty()) {
            throw node.wrong(Said.of("'{name}' is missing", "name", "names"));
        }
        int least = node.find("least").map(most -> most.integer(1, MOST)).orElse(names.size());
        return new Sign(
                node.find("list").map(list -> list.oneOf(YES_OR_NO)).orElse(false),
                spelled(must),
                spelled(names),
                names.isEmpty() ? 0 : least,
                node.texts("files"));
    }

    private Set<String> spelled(List<String> names) {
        return names.stream()
                .map(name -> isTable() ? name.toLowerCase(Locale.ROOT) : name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isTable() {
        return form instanceof Mapping.Form.Table;
    }

    /// Where one record ends no other can begin within it: for that there is `inside`.
    private List<Rule> distinct(Yaml node) {
        var rules = rules(node, 0);
        if (rules.isEmpty()) {
            throw node.wrong(Said.of("'{name}' is missing", "name", "text"));
        }
        for (var rule : rules) {
            if (rules.stream().anyMatch(other -> rule.at().isOnTheWayOf(other.at()))) {
                throw node.wrong(Said.of("records stand within others: say so with 'inside'"));
            }
        }
        return rules;
    }

    private Map<Standing, String> where(Yaml node) {
        var values = new LinkedHashMap<Standing, String>();
        node.find("where")
                .ifPresent(map ->
                        map.members().forEach((key, value) -> values.put(standing(key, value), value.text())));
        return values;
    }

    private List<Rule> rules(Yaml node, int depth) {
        if (depth > DEEPEST) {
            throw node.wrong(Said.of("that is too deep"));
        }
        var all = new ArrayList<Rule>();
        for (var one : node.oneOrMore()) {
            one.allow(isTable() ? OF_ROW : OF_RECORD);
            var ways = one.find("at")
                    .map(at -> at.oneOrMore().stream().map(MappingFile::steps).toList());
            for (var way : ways.orElse(List.of(Steps.NONE))) {
                all.add(rule(way, one, depth));
            }
        }
        return all;
    }

    private Rule rule(Steps at, Yaml node, int depth) {
        rules++;
        if (rules > MOST) {
            throw node.wrong(Said.of("there are more than {n} rules", "n", MOST));
        }
        var parts = parts(node);
        if (parts.isEmpty()) {
            throw node.wrong(Said.of("'{name}' is missing", "name", "text"));
        }
        paired(node, Part.AUTHOR, Part.AUTHOR_ID, parts);
        paired(node, Part.AUDIENCE, Part.AUDIENCE_ID, parts);
        return new Rule(
                at,
                where(node),
                Set.copyOf(node.texts("begins")),
                parts,
                node.find("time").map(MappingFile::time).orElse(TimeForm.ISO),
                counts(node),
                node.find("verb").map(verb -> verb.oneOf(VERBS)).orElse(Verb.CREATE),
                node.find("inside").map(inside -> rules(inside, depth + 1)).orElse(List.of()));
    }

    /// A name and an id that do not surely belong together could be of two people.
    private static void paired(Yaml node, Part name, Part id, Map<Part, Source> parts) {
        var names = parts.get(name);
        var ids = parts.get(id);
        if (names != null
                && ids != null
                && names.places().size() != ids.places().size()) {
            throw node.wrong(Said.of(
                    "'{name}' and '{id}' go together, one by one: both need as many ways",
                    Map.of("name", name.word(), "id", id.word())));
        }
    }

    private Map<Part, Source> parts(Yaml node) {
        var parts = new EnumMap<Part, Source>(Part.class);
        for (var part : Part.values()) {
            node.find(part.word()).ifPresent(source -> parts.put(part, source(source, part)));
        }
        return parts;
    }

    private Map<String, Source> counts(Yaml node) {
        var counts = new LinkedHashMap<String, Source>();
        node.find("counts").ifPresent(map -> {
            map.allow(COUNTS);
            map.members().forEach((name, source) -> counts.put(name, source(source, Part.ID)));
        });
        return counts;
    }

    private static Steps steps(Yaml node) {
        var steps = Steps.of(node.text());
        if (steps.names().size() > MOST_STEPS) {
            throw node.wrong(Said.of("that is too deep"));
        }
        return steps;
    }

    /// A way, several, or a way with what is left out of the text there.
    private Source source(Yaml node, Part part) {
        if (!node.isMapping()) {
            return new Source(places(node), "", "", Set.of());
        }
        if (part == Part.TIME) {
            node.allow("at", "before", "behind", "except", "form", "zone");
        } else {
            node.allow("at", "before", "behind", "except");
        }
        return new Source(
                places(node.get("at")),
                node.find("before").map(Yaml::text).orElse(""),
                node.find("behind").map(Yaml::text).orElse(""),
                node.find("except").map(MappingFile::texts).orElse(Set.of()));
    }

    private static Set<String> texts(Yaml node) {
        return node.oneOrMore().stream().map(Yaml::text).collect(Collectors.toUnmodifiableSet());
    }

    private List<Standing> places(Yaml node) {
        return node.oneOrMore().stream()
                .map(place -> standing(place.text(), place))
                .toList();
    }

    /// The name of a column is one step, whatever stands in it.
    private Standing standing(String text, Yaml node) {
        if (isTable()) {
            return new Standing.Inside(new Steps(List.of(text)), text);
        }
        var around = AROUND.matcher(text);
        if (STAR.matcher(text).matches()) {
            return new Standing.Star(text.charAt(1) - '0', text);
        }
        var way = Steps.of(around.matches() ? around.group(1) : text);
        if (way.hasStars() || way.names().size() > MOST_STEPS) {
            throw node.wrong(Said.of("a way to one value is expected: for several there is 'inside'"));
        }
        return around.matches() ? new Standing.Around(way, text) : new Standing.Inside(way, text);
    }

    private static TimeForm time(Yaml node) {
        if (!node.isMapping()) {
            return TimeForm.ISO;
        }
        var forms = node.find("form")
                .map(form -> form.oneOrMore().stream().map(Yaml::text).toList())
                .orElse(TimeForm.ISO.forms());
        if (!forms.stream().allMatch(TimeForm::isOne)) {
            throw node.wrong(Said.of(EXPECTED, "words", "iso, unix, unix-ms, dd.MM.yyyy HH:mm, …"));
        }
        return new TimeForm(forms, node.find("zone").map(MappingFile::zone).orElse(""));
    }

    private static String zone(Yaml node) {
        try {
            return ZoneId.of(node.text()).getId();
        } catch (DateTimeException noZone) {
            throw node.wrong(Said.of(EXPECTED, "words", "Asia/Baku, +04:00, UTC, …"));
        }
    }
}

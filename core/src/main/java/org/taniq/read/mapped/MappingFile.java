package org.taniq.read.mapped;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    public static final int LONGEST = 1 << 20;

    private static final List<String> OURS = List.of(
            "tiktok",
            "instaloader",
            "instaloader-comments",
            "gallery-dl-lines",
            "gallery-dl",
            "auto-archiver-sheet",
            "auto-archiver-csv");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");
    private static final Pattern COUNT = Pattern.compile("[a-z][a-zA-Z]{0,31}");
    private static final Pattern STAR = Pattern.compile("\\$[1-9]");
    private static final int MOST = 1000;
    private static final int MOST_STEPS = 32;
    private static final int DEEPEST = 4;
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
    private static final Map<String, Verb> VERBS =
            Arrays.stream(Verb.values()).collect(Collectors.toMap(Verb::word, Function.identity()));
    private static final String[] OF_RECORD = Stream.concat(
                    Stream.of("at", "where", "begins", "counts", "verb", "inside"),
                    Arrays.stream(Part.values()).map(Part::word))
            .toArray(String[]::new);

    private final Yaml root;
    private final Mapping.Form form;

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
            throw name.wrong(Said.of("one of these is expected: {words}", "words", "A-Z a-z 0-9 . _ -"));
        }
        var signs = root.find("known-by").stream()
                .flatMap(node -> node.oneOrMore().stream())
                .map(MappingFile::sign)
                .toList();
        return new Mapping(name.text(), version, form, digest, signs, rules(root.get("records"), 0));
    }

    private static Sign sign(Yaml node) {
        node.allow("list", "names", "least", "values", "files");
        var names = node.texts("names");
        return new Sign(
                node.find("list").map(list -> list.oneOf(YES_OR_NO)).orElse(false),
                Set.copyOf(names),
                node.find("least").map(least -> least.integer(0, MOST)).orElse(names.size()),
                values(node, "values"),
                node.texts("files"));
    }

    private static Map<String, String> values(Yaml node, String name) {
        var values = new LinkedHashMap<String, String>();
        node.find(name).ifPresent(map -> map.members().forEach((key, value) -> values.put(key, value.text())));
        return values;
    }

    private List<Rule> rules(Yaml node, int depth) {
        if (depth > DEEPEST) {
            throw node.wrong(Said.of("that is too deep"));
        }
        var rules = new ArrayList<Rule>();
        for (var one : node.oneOrMore()) {
            one.allow(OF_RECORD);
            var ways = one.find("at")
                    .map(at -> at.oneOrMore().stream().map(MappingFile::steps).toList());
            for (var way : ways.orElse(List.of(Steps.of("")))) {
                rules.add(rule(way, one, depth));
            }
        }
        return rules;
    }

    private Rule rule(Steps at, Yaml node, int depth) {
        return new Rule(
                at,
                values(node, "where"),
                Set.copyOf(node.texts("begins")),
                parts(node),
                node.find("time").map(MappingFile::time).orElse(TimeForm.ISO),
                counts(node),
                node.find("verb").map(verb -> verb.oneOf(VERBS)).orElse(Verb.CREATE),
                node.find("inside").map(inside -> rules(inside, depth + 1)).orElse(List.of()));
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
        node.find("counts")
                .ifPresent(map -> map.members().forEach((name, source) -> {
                    if (!COUNT.matcher(name).matches()) {
                        throw source.wrong(
                                Said.of("one of these is expected: {words}", "words", "likes, comments, views, …"));
                    }
                    counts.put(name, source(source, Part.ID));
                }));
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

    private List<String> places(Yaml node) {
        return node.oneOrMore().stream().map(this::place).toList();
    }

    /// The name of a column is one step, whatever stands in it.
    private String place(Yaml node) {
        steps(node);
        boolean isColumn =
                form instanceof Mapping.Form.Table && !STAR.matcher(node.text()).matches();
        return isColumn ? node.text().replace("~", "~0").replace("/", "~1") : node.text();
    }

    private static TimeForm time(Yaml node) {
        if (!node.isMapping()) {
            return TimeForm.ISO;
        }
        var forms = node.find("form")
                .map(form -> form.oneOrMore().stream().map(Yaml::text).toList())
                .orElse(TimeForm.ISO.forms());
        if (!forms.stream().allMatch(TimeForm::isOne)) {
            throw node.wrong(
                    Said.of("one of these is expected: {words}", "words", "iso, unix, unix-ms, dd.MM.yyyy HH:mm, …"));
        }
        return new TimeForm(forms, node.find("zone").map(MappingFile::zone).orElse(""));
    }

    private static String zone(Yaml node) {
        try {
            return ZoneId.of(node.text()).getId();
        } catch (DateTimeException noZone) {
            throw node.wrong(Said.of("one of these is expected: {words}", "words", "Asia/Baku, +04:00, UTC, …"));
        }
    }
}

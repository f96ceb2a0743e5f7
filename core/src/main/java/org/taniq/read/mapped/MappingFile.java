package org.taniq.read.mapped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.record.Verb;

/// Reads mappings, strictly: a word that is not known is told, with its place and the words that are.
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
    private static final int MOST_STEPS = 32;
    private static final int DEEPEST = 4;

    private static final Set<String> WORDS =
            Set.of("map", "name", "version", "format", "separator", "known-by", "records");
    private static final Set<String> OF_RECORD = ofRecord();
    private static final Set<String> OF_SIGN = Set.of("list", "names", "least", "values", "files");
    private static final Set<String> OF_TIME = Set.of("at", "before", "behind", "except", "form", "zone");
    private static final Set<String> OF_SOURCE = Set.of("at", "before", "behind", "except");
    private static final Map<String, Verb> VERBS =
            Arrays.stream(Verb.values()).collect(Collectors.toMap(Verb::word, Function.identity()));

    private final boolean isTable;
    private final String digest;

    private MappingFile(boolean isTable, String digest) {
        this.isTable = isTable;
        this.digest = digest;
    }

    private static Set<String> ofRecord() {
        var words = new HashSet<>(Set.of("at", "where", "begins", "counts", "verb", "inside"));
        Arrays.stream(Part.values()).map(Part::word).forEach(words::add);
        return words;
    }

    /// Those that this program brings along, the particular ones first.
    static List<Mapping> ours() {
        return OURS.stream().map(MappingFile::ours).toList();
    }

    private static Mapping ours(String name) {
        String file = "/read/mapped/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(MappingFile.class.getResourceAsStream(file), file)) {
            return read(in.readAllBytes(), WORDS);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /// Reads one that a person wrote.
    ///
    /// @throws Trouble where it is not understood
    public static Mapping of(byte[] yaml) throws Trouble {
        var words = new HashSet<>(WORDS);
        words.remove("version");
        return read(yaml, words);
    }

    private static Mapping read(byte[] yaml, Set<String> words) throws Trouble {
        var members = loaded(yaml).members(words);
        need(members, "map").oneOf(Map.of("1", 1));
        var form = need(members, "format")
                .oneOf(Map.of(
                        "json", new Mapping.Form.Whole(),
                        "json-lines", new Mapping.Form.Lines(),
                        "csv", new Mapping.Form.Table(separator(members))));
        return new MappingFile(
                        form instanceof Mapping.Form.Table, Digest.of(yaml).hex())
                .mapping(members, form);
    }

    private static Node loaded(byte[] yaml) throws Trouble {
        if (yaml.length > LONGEST) {
            throw new Trouble(Said.of("the mapping is larger than {n} bytes", "n", LONGEST));
        }
        try {
            var load = new Load(LoadSettings.builder().build());
            return Node.of("", load.loadFromString(new String(yaml, StandardCharsets.UTF_8)));
        } catch (YamlEngineException notYaml) {
            throw new Trouble(Said.of("the mapping is no YAML: {why}", "why", String.valueOf(notYaml.getMessage())));
        }
    }

    private static Node need(Map<String, Node> members, String name) throws Trouble {
        var node = members.get(name);
        if (node == null) {
            throw new Trouble(Said.of("the mapping lacks {name}", "name", name));
        }
        return node;
    }

    private static char separator(Map<String, Node> members) throws Trouble {
        var node = members.get("separator");
        if (node == null) {
            return ',';
        }
        return node.oneOf(Map.of(",", ',', ";", ';', "\t", '\t', "|", '|'));
    }

    private Mapping mapping(Map<String, Node> members, Mapping.Form form) throws Trouble {
        var name = need(members, "name");
        if (!NAME.matcher(name.text()).matches()) {
            throw name.trouble("A-Z a-z 0-9 . _ -");
        }
        var signs = new ArrayList<Sign>();
        for (var sign :
                members.containsKey("known-by") ? need(members, "known-by").elements() : List.<Node>of()) {
            signs.add(sign(sign.members(OF_SIGN)));
        }
        long version = members.containsKey("version") ? number(need(members, "version")) : 0;
        return new Mapping(name.text(), version, form, digest, signs, rules(need(members, "records"), 0));
    }

    private static Sign sign(Map<String, Node> members) throws Trouble {
        var names =
                members.containsKey("names") ? Set.copyOf(need(members, "names").texts()) : Set.<String>of();
        var files = members.containsKey("files") ? need(members, "files").texts() : List.<String>of();
        int least = members.containsKey("least") ? number(need(members, "least")) : names.size();
        boolean isList =
                members.containsKey("list") && need(members, "list").oneOf(Map.of("true", true, "false", false));
        return new Sign(isList, names, least, values(members, "values"), files);
    }

    private static Map<String, String> values(Map<String, Node> members, String name) throws Trouble {
        var values = new LinkedHashMap<String, String>();
        if (members.containsKey(name)) {
            for (var value : need(members, name).members().entrySet()) {
                values.put(value.getKey(), value.getValue().text());
            }
        }
        return values;
    }

    private static int number(Node node) throws Trouble {
        try {
            return Integer.parseInt(node.text());
        } catch (NumberFormatException noNumber) {
            throw node.trouble("1, 2, …");
        }
    }

    private List<Rule> rules(Node node, int depth) throws Trouble {
        if (depth > DEEPEST) {
            throw node.trouble("–");
        }
        var rules = new ArrayList<Rule>();
        for (var one : node.elements()) {
            var members = one.members(OF_RECORD);
            for (var at : members.containsKey("at") ? need(members, "at").elements() : List.of(Node.of("", ""))) {
                rules.add(rule(steps(at), members, depth));
            }
        }
        return rules;
    }

    private Rule rule(Steps at, Map<String, Node> members, int depth) throws Trouble {
        var parts = new EnumMap<Part, Source>(Part.class);
        for (var part : Part.values()) {
            var node = members.get(part.word());
            if (node != null) {
                parts.put(part, source(node, part == Part.TIME ? OF_TIME : OF_SOURCE));
            }
        }
        var counts = new LinkedHashMap<String, Source>();
        if (members.containsKey("counts")) {
            for (var count : need(members, "counts").members().entrySet()) {
                if (!COUNT.matcher(count.getKey()).matches()) {
                    throw count.getValue().trouble("likes, comments, views, …");
                }
                counts.put(count.getKey(), source(count.getValue(), OF_SOURCE));
            }
        }
        return new Rule(
                at,
                values(members, "where"),
                members.containsKey("begins")
                        ? Set.copyOf(need(members, "begins").texts())
                        : Set.of(),
                parts,
                members.containsKey("time") ? time(need(members, "time")) : TimeForm.ISO,
                counts,
                members.containsKey("verb") ? need(members, "verb").oneOf(VERBS) : Verb.CREATE,
                members.containsKey("inside") ? rules(need(members, "inside"), depth + 1) : List.of());
    }

    private static Steps steps(Node node) throws Trouble {
        var steps = Steps.of(node.text());
        if (steps.names().size() > MOST_STEPS) {
            throw node.trouble("/a/*/b");
        }
        return steps;
    }

    /// A way, several, or a way with what is left out of the text there.
    private Source source(Node node, Set<String> words) throws Trouble {
        if (!(node.value() instanceof Map<?, ?>)) {
            return new Source(places(node), "", "", Set.of());
        }
        var members = node.members(words);
        var except = members.containsKey("except")
                ? Set.copyOf(need(members, "except").texts())
                : Set.<String>of();
        return new Source(places(need(members, "at")), text(members, "before"), text(members, "behind"), except);
    }

    private List<String> places(Node node) throws Trouble {
        var places = new ArrayList<String>();
        for (var place : node.elements()) {
            String text = place.text();
            steps(place);
            boolean isColumn = isTable && !STAR.matcher(text).matches();
            places.add(isColumn ? text.replace("~", "~0").replace("/", "~1") : text);
        }
        return places;
    }

    private static String text(Map<String, Node> members, String name) throws Trouble {
        return members.containsKey(name) ? need(members, name).text() : "";
    }

    private static TimeForm time(Node node) throws Trouble {
        if (!(node.value() instanceof Map<?, ?>)) {
            return TimeForm.ISO;
        }
        var members = node.members(OF_TIME);
        var forms = members.containsKey("form") ? need(members, "form").texts() : TimeForm.ISO.forms();
        String zone = text(members, "zone");
        if (!forms.stream().allMatch(TimeForm::isOne)) {
            throw need(members, "form").trouble("unix, unix-ms, iso, dd.MM.yyyy HH:mm");
        }
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException noZone) {
            throw need(members, "zone").trouble("Asia/Baku, +04:00, UTC, …");
        }
        return new TimeForm(forms, zone);
    }
}

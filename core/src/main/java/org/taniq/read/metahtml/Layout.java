package org.taniq.read.metahtml;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.taniq.base.Yaml;

/// How blocks of a page are built: of which elements, by their names and classes.
///
/// @param block a message, a post, a comment
/// @param heading who wrote, or what was done
/// @param content what was written
/// @param time when
/// @param thread around a conversation, where a page has several; never met in others
/// @param header in the block, around who and when, where the content stands behind; never met in others
/// @param form where the content stands
record Layout(Part block, Part heading, Part content, Part time, Part thread, Part header, Form form) {
    private static final String FILE = "/read/metahtml/layouts.yaml";

    /// Where what was written stands.
    enum Form {
        /// In the block, between its heading and its time.
        WITHIN,
        /// Behind the block, which says who and when.
        BEHIND
    }

    private static final class Holder {
        static final Yaml PAGES = Yaml.resource(FILE);
        static final List<Layout> KNOWN =
                PAGES.get("layouts").items().stream().map(Layout::of).toList();
        static final Set<String> REACTIONS = Set.copyOf(PAGES.texts("reactions"));
        static final Set<String> LABELS = Set.copyOf(PAGES.texts("labels"));
        static final Set<String> ATTACHED = Set.copyOf(PAGES.texts("attached"));
        static final List<String> TITLES = PAGES.texts("titles");
        static final Paths WRITTEN = new Paths(PAGES.texts("written"));
        static final Paths BESIDES = new Paths(PAGES.texts("besides"));
        static final Paths TABLES = new Paths(PAGES.texts("tables"));
    }

    /// An element of a name and classes.
    ///
    /// @param tag empty where any will do
    /// @param classes all of these, and others
    record Part(String tag, List<String> classes) {
        static final Part NONE = new Part("-", List.of());

        static Part ofClass(String name) {
            return new Part("", List.of(name));
        }

        /// The very element that stands there.
        static Part as(Element element) {
            return new Part(element.normalName(), List.copyOf(element.classNames()));
        }

        boolean is(Element element) {
            return is(element.normalName(), element.classNames());
        }

        boolean is(String name, Set<String> has) {
            boolean isName = tag.isEmpty() || tag.equals(name);
            return isName && has.containsAll(classes) && (!classes.isEmpty() || has.isEmpty());
        }
    }

    /// Ends of paths; of a file by itself its name, where that says something.
    record Paths(List<Pattern> whole, List<Pattern> alone) {
        Paths(List<String> globs) {
            this(
                    globs.stream().map(glob -> pattern("(?:.*/)?", glob)).toList(),
                    globs.stream()
                            .map(glob -> glob.substring(glob.lastIndexOf('/') + 1))
                            .filter(name -> !name.startsWith("*"))
                            .map(name -> pattern("", name))
                            .toList());
        }

        private static Pattern pattern(String before, String glob) {
            String name = String.join(
                    "[^/]*",
                    Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).toList());
            return Pattern.compile(before + name, Pattern.DOTALL);
        }

        boolean has(String path, boolean isAlone) {
            return (isAlone ? alone : whole)
                    .stream().anyMatch(each -> each.matcher(path).matches());
        }
    }

    private static Layout of(Yaml yaml) {
        yaml.allow("block", "heading", "content", "time", "thread", "header");
        boolean isBehind = yaml.find("thread").isPresent();
        return new Layout(
                Part.ofClass(yaml.get("block").text()),
                Part.ofClass(yaml.get("heading").text()),
                isBehind
                        ? new Part(yaml.get("content").text(), List.of())
                        : Part.ofClass(yaml.get("content").text()),
                Part.ofClass(yaml.get("time").text()),
                isBehind ? Part.ofClass(yaml.get("thread").text()) : Part.NONE,
                isBehind ? Part.ofClass(yaml.get("header").text()) : Part.NONE,
                isBehind ? Form.BEHIND : Form.WITHIN);
    }

    /// Those whose names are known.
    static List<Layout> known() {
        return Holder.KNOWN;
    }

    /// Whether it lists who reacted.
    static boolean isReactions(Element element) {
        return element.classNames().stream().anyMatch(Holder.REACTIONS::contains);
    }

    /// Whether it may be what a value beside it is called.
    static boolean isLabel(Element element) {
        return element.classNames().stream().anyMatch(Holder.LABELS::contains);
    }

    /// Whether a folder of that name holds what people sent, not what they wrote.
    static boolean isOfFiles(String folder) {
        return Holder.ATTACHED.contains(folder);
    }

    /// Where in its own head a page says what it is called, the surest first.
    static List<String> titles() {
        return Holder.TITLES;
    }

    /// Whether a page that lies there holds what people wrote, and is no conversation.
    static boolean isWritten(String path, boolean isAlone) {
        return Holder.WRITTEN.has(path, isAlone) && !Holder.BESIDES.has(path, isAlone);
    }

    /// Whether tables of a page that lies there hold what people wrote.
    static boolean isOfTables(String path, boolean isAlone) {
        return Holder.TABLES.has(path, isAlone);
    }

    private static final Pattern CLASS = Pattern.compile("\\sclass=\"([^\"<>]*)\"");
    private static final Pattern NAME = Pattern.compile("<([a-z][a-z0-9]{0,20})[\\s>]");

    /// Whether a tag as it is written begins a block.
    boolean isBlock(String tag) {
        return isPart(block, tag);
    }

    /// Whether a tag as it is written begins the words above a block.
    boolean isHeading(String tag) {
        return isPart(heading, tag);
    }

    /// Whether a tag as it is written begins its time.
    boolean isTime(String tag) {
        return isPart(time, tag);
    }

    /// Whether a tag as it is written begins another conversation.
    boolean isThread(String tag) {
        return thread != Part.NONE && isPart(thread, tag);
    }

    private static boolean isPart(Part part, String tag) {
        if (!part.classes().stream().allMatch(tag::contains)) {
            return false;
        }
        var name = NAME.matcher(tag);
        var classes = CLASS.matcher(tag);
        var has =
                new HashSet<>(classes.find() ? List.of(classes.group(1).strip().split("\\s+")) : List.of());
        has.remove("");
        return name.lookingAt() && part.is(name.group(1), has);
    }
}

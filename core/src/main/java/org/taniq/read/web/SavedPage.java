package org.taniq.read.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;

/// What a saved page says of where and when it was saved. Programs write it into a comment; whoever has the file can
/// change it, and whoever made the page could write the same. What the page itself says of its address is told, and
/// is not taken for the address.
final class SavedPage {
    private static final Pattern SINGLE_FILE = Pattern.compile(
            "\\s*Page saved with SingleFile[^\\n]{0,100}\\n\\s*url: ?(\\S{1,20000})\\s*\\n\\s*saved date: ?([^\\n]{1,200}?)\\s*(?:\\n.*)?",
            Pattern.DOTALL);
    /// The mark that browsers put into a page so that it is not trusted: how long the address is, and the address.
    private static final Pattern MARK = Pattern.compile("\\s*saved from url=\\((\\d{4})\\)(\\S{1,9999})\\s*");

    private static final Pattern ARCHIVED = Pattern.compile(
            "\\s*FILE ARCHIVED ON (\\d\\d:\\d\\d:\\d\\d \\w{3} \\d\\d, \\d{4})"
                    + " AND RETRIEVED FROM THE\\s+INTERNET ARCHIVE ON (\\d\\d:\\d\\d:\\d\\d \\w{3} \\d\\d, \\d{4})\\..*",
            Pattern.DOTALL);
    /// What the Wayback Machine hands to its own program in the page.
    private static final Pattern REPLAYED =
            Pattern.compile("__wm\\.wombat\\(\"([^\"\\s]{1,20000})\",\\s?\"(\\d{14})\"");

    private static final int MOST_COMMENTS = 1000;

    /// By whom what address is stated.
    private final SequencedMap<String, String> addresses = new LinkedHashMap<>();

    private final List<Detail> details = new ArrayList<>();
    private Optional<When> saved = Optional.empty();
    private Optional<When> archived = Optional.empty();

    private SavedPage(Document page) {
        atFront(page).forEach(this::front);
        anywhere(page).forEach(this::archived);
        replayed(page);
        first(page, "link[rel=canonical]", "href", "canonical");
        first(page, "meta[property=og:url]", "content", "ogUrl");
        first(page, "base[href]", "href", "base");
    }

    static SavedPage of(Document page) {
        return new SavedPage(page);
    }

    /// The page and its one element.
    private static List<Node> around(Document page) {
        var around = new ArrayList<Node>(List.of(page));
        around.addAll(page.children());
        return around;
    }

    /// Comments before the head, where programs put theirs.
    private static List<String> atFront(Document page) {
        var comments = new ArrayList<String>();
        for (var around : around(page)) {
            for (var child : around.childNodes()) {
                if (Set.of("html", "head").contains(child.nodeName())) {
                    break;
                }
                if (child instanceof Comment comment && comments.size() < MOST_COMMENTS) {
                    comments.add(comment.getData());
                }
            }
        }
        return comments;
    }

    /// Comments between the elements of the page and behind them.
    private static List<String> anywhere(Document page) {
        var comments = new ArrayList<String>();
        for (var around :
                Stream.concat(around(page).stream(), Stream.of(page.body())).toList()) {
            for (var child : around.childNodes()) {
                if (child instanceof Comment comment && comments.size() < MOST_COMMENTS) {
                    comments.add(comment.getData());
                }
            }
        }
        return comments;
    }

    private void front(String comment) {
        var single = SINGLE_FILE.matcher(comment);
        if (single.matches()) {
            with("singleFile");
            addresses.putIfAbsent("singleFile", single.group(1));
            saved = saved.or(
                    () -> Optional.of(SavedTime.ofScript(single.group(2), "as SingleFile wrote it when it saved")));
        }
        var mark = MARK.matcher(comment);
        if (mark.matches()) {
            boolean isAsLong = Integer.parseInt(mark.group(1)) == mark.group(2).length();
            with("browser");
            addresses.putIfAbsent(isAsLong ? "savedFrom" : "savedFromOtherLength", mark.group(2));
        }
    }

    private void archived(String comment) {
        var found = ARCHIVED.matcher(comment);
        if (found.matches() && archived.isEmpty()) {
            with("waybackMachine");
            archived = Optional.of(SavedTime.ofWayback(found.group(1)));
            details.add(Detail.of("archivedAt", found.group(1)));
            details.add(Detail.of("retrievedAt", found.group(2)));
        }
    }

    private void with(String program) {
        var detail = Detail.of("savedWith", program);
        if (!details.contains(detail)) {
            details.add(detail);
        }
    }

    private void replayed(Document page) {
        for (var script :
                page.select("head script").stream().limit(MOST_COMMENTS).toList()) {
            var found = REPLAYED.matcher(script.data());
            if (found.find()) {
                with("waybackMachine");
                addresses.putIfAbsent("waybackMachine", found.group(1));
                archived = archived.or(() -> Optional.of(CaptureTime.of(found.group(2))));
                return;
            }
        }
    }

    private void first(Document page, String which, String attribute, String by) {
        page.select(which).stream()
                .map(element -> element.attr(attribute).strip())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .ifPresent(address -> addresses.put(by, address));
    }

    /// As the program that saved it says.
    String address() {
        return List.of("singleFile", "savedFrom", "waybackMachine").stream()
                .flatMap(by -> Optional.ofNullable(addresses.get(by)).stream())
                .findFirst()
                .map(Detail::cut)
                .orElse("");
    }

    When time() {
        return saved.or(() -> archived)
                .orElseGet(() -> new When.Unknown("", "the page does not say when it was saved"));
    }

    List<Detail> details() {
        var all = new ArrayList<>(details);
        addresses.forEach((by, address) -> all.add(stated(by, address)));
        return all;
    }

    /// @param by who says so, in a word
    static Detail stated(String by, String address) {
        var value = Json.object().put("statedBy", by).put("address", address).build();
        return new Detail("statedAddress", value);
    }
}

package org.taniq.read.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Detail;

/// What a saved page says of where and when it was saved. Programs write it into a comment; whoever has the file can
/// change it, and whoever made the page could write the same. What the page itself says of its address is told, and
/// is not taken for the address. Where two programs state what cannot both be so, neither is believed.
final class SavedPage {
    private static final Pattern SINGLE_FILE = Pattern.compile(
            "\\s*Page saved with SingleFile[^\\n]{0,100}\\n\\s{0,20}url: ?(\\S{1,20000})[ \\t]{0,20}\\r?\\n\\s{0,20}saved date: ?([^\\n]{1,200})(?:\\n.*)?",
            Pattern.DOTALL);

    /// Characters of a comment that are looked at; what programs write is shorter.
    private static final int LONGEST = 24_000;

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

    private static final Pattern REPLAY = Pattern.compile("https?://web\\.archive\\.org/web/[^/]{1,40}/(.*)");
    private static final String SINGLE = "singleFile";
    private static final String BROWSER = "savedFrom";
    private static final String WAYBACK = "waybackMachine";

    private final SequencedSet<Address> addresses = new LinkedHashSet<>();
    private final SequencedSet<Time> times = new LinkedHashSet<>();
    private final List<Detail> details = new ArrayList<>();

    /// What is stated by whom, in a word.
    private record Address(String by, String address) {}

    private record Time(String by, When time) {}

    private SavedPage(Document page) {
        atFront(page).forEach(this::front);
        atEnd(page).forEach(this::archived);
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
                comment(child, comments);
            }
        }
        return comments;
    }

    /// Comments behind all that the page shows.
    private static List<String> atEnd(Document page) {
        var comments = new ArrayList<String>();
        var around = new ArrayList<>(around(page));
        around.add(page.body());
        for (var each : around) {
            for (var child = each.childNodeSize() == 0 ? each : each.childNode(each.childNodeSize() - 1);
                    child instanceof Comment || child instanceof TextNode text && text.isBlank();
                    child = child.previousSibling()) {
                comment(child, comments);
            }
        }
        return comments;
    }

    private static void comment(Node node, List<String> comments) {
        if (node instanceof Comment comment && comments.size() < MOST_COMMENTS) {
            var data = comment.getData();
            comments.add(data.substring(0, Math.min(data.length(), LONGEST)));
        }
    }

    private void front(String comment) {
        var single = SINGLE_FILE.matcher(comment);
        if (single.matches()) {
            with(SINGLE);
            addresses.add(new Address(SINGLE, single.group(1)));
            times.add(new Time(
                    SINGLE, SavedTime.ofScript(single.group(2).strip(), "as SingleFile wrote it when it saved")));
        }
        var mark = MARK.matcher(comment);
        if (mark.matches()) {
            boolean isAsLong = Integer.parseInt(mark.group(1)) == mark.group(2).length();
            with("browser");
            addresses.add(new Address(isAsLong ? BROWSER : "savedFromOtherLength", mark.group(2)));
        }
    }

    private void archived(String comment) {
        var found = ARCHIVED.matcher(comment);
        if (found.matches()) {
            with(WAYBACK);
            times.add(new Time(WAYBACK, SavedTime.ofWayback(found.group(1))));
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
            while (addresses.size() < MOST_COMMENTS && found.find()) {
                with(WAYBACK);
                addresses.add(new Address(WAYBACK, found.group(1)));
                times.add(new Time(WAYBACK, CaptureTime.of(found.group(2))));
            }
        }
    }

    private void first(Document page, String which, String attribute, String by) {
        page.select(which).stream()
                .map(element -> element.attr(attribute).strip())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .ifPresent(address -> addresses.add(new Address(by, address)));
    }

    /// As the program that saved it says; empty where two state what cannot both be so.
    String address() {
        return isDoubtful()
                ? ""
                : Stream.of(SINGLE, BROWSER, WAYBACK)
                        .flatMap(by -> addresses(by).stream())
                        .findFirst()
                        .map(Detail::cut)
                        .orElse("");
    }

    private List<String> addresses(String by) {
        return addresses.stream()
                .filter(each -> each.by().equals(by))
                .map(Address::address)
                .toList();
    }

    When time() {
        if (isDoubtful()) {
            return new When.Unknown("", "programs state several addresses or times");
        }
        return Stream.of(SINGLE, WAYBACK)
                .flatMap(by -> times.stream().filter(each -> each.by().equals(by)))
                .findFirst()
                .map(Time::time)
                .orElseGet(() -> new When.Unknown("", "the page does not say when it was saved"));
    }

    /// Whether two programs, or one twice, state addresses or times that cannot both be so: then somebody else wrote
    /// one
    /// of them.
    boolean isDoubtful() {
        var saved = Stream.of(SINGLE, BROWSER)
                .flatMap(by -> addresses(by).stream())
                .distinct()
                .toList();
        return saved.size() > 1
                || isSeveral(SINGLE)
                || isSeveral(WAYBACK)
                || addresses(WAYBACK).size() > 1
                || isOfWayback() && !saved.stream().allMatch(this::isReplay);
    }

    private boolean isOfWayback() {
        return Stream.concat(addresses.stream().map(Address::by), times.stream().map(Time::by))
                .anyMatch(WAYBACK::equals);
    }

    private boolean isSeveral(String by) {
        return times.stream()
                        .filter(each -> each.by().equals(by))
                        .map(each -> moment(each.time()))
                        .distinct()
                        .count()
                > 1;
    }

    /// Comparable, in whatever form it is stated.
    private static String moment(When time) {
        return switch (time) {
            case When.Exact exact -> exact.instant().toString();
            case When.Local local ->
                local.dateTime()
                        .atOffset(ZoneOffset.of(local.zone()))
                        .toInstant()
                        .toString();
            case When.Day _, When.Unknown _ -> time.source();
        };
    }

    /// Whether the Wayback Machine shows there what it says that it shows.
    private boolean isReplay(String saved) {
        var replay = REPLAY.matcher(saved);
        return replay.matches()
                && addresses(WAYBACK).stream()
                        .allMatch(address -> plain(address).equals(plain(replay.group(1))));
    }

    private static String plain(String address) {
        return address.replaceFirst("^https?://", "")
                .replaceFirst(":(?:80|443)(?=/|$)", "")
                .replaceFirst("/$", "");
    }

    List<Detail> details() {
        var all = new ArrayList<>(details);
        addresses.forEach(each -> all.add(stated(each.by(), each.address())));
        if (isDoubtful()) {
            times.forEach(each -> all.add(new Detail(
                    "statedTime",
                    Json.object()
                            .put("statedBy", each.by())
                            .put("time", each.time().source())
                            .build())));
        }
        return all;
    }

    /// @param by who says so, in a word
    static Detail stated(String by, String address) {
        var value = Json.object().put("statedBy", by).put("address", address).build();
        return new Detail("statedAddress", value);
    }
}

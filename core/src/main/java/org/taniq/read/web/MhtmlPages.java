package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartHead;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Unread;
import org.taniq.read.record.Verb;

/// Reads the pages of a saved page: itself, and the frames in it.
final class MhtmlPages extends MhtmlParts {
    private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z0-9+.-]{1,20}:.*", Pattern.DOTALL);

    private final MhtmlHead head;
    private final MhtmlList list;
    private final Listed listed;
    private final When time;
    private final Sink to;
    private final WordFindings findings = new WordFindings();
    private long twice;
    private long ofTwo;
    private final Allowance allowance = new Allowance(256L << 20, 16);

    /// @param listed what is known of the file
    MhtmlPages(LineStream lines, Listed listed, Sink to) {
        super(lines);
        this.head = listed.head();
        this.list = listed.list();
        this.listed = listed;
        this.time = head.time();
        this.to = to;
    }

    /// What is known of the file when its pages are read.
    ///
    /// @param whole the head, with what is between the parts
    /// @param lost what of the file was lost
    /// @param isUnended whether its last part is cut off
    record Listed(MhtmlHead head, PartHead whole, MhtmlList list, LostBlocks lost, boolean isUnended) {
        /// Whether the head does not say what is between the parts.
        boolean isRepaired() {
            return !whole.equals(head.part());
        }
    }

    /// Adds what a person should know of it.
    void warn(List<Said> warnings) {
        findings.warn(warnings);
        Findings.warn(
                Said.of(
                        "{n} pages name two addresses, times, programs or types: the first of each was taken, and both are told",
                        "n",
                        twice),
                warnings);
        Findings.warn(
                Said.of(
                        "{n} parts of the page have zeros in them where a block was lost: each may be of two parts, and has no address",
                        "n",
                        ofTwo),
                warnings);
    }

    @Override
    public Leaf begin(PartHead part) {
        return new Leaf(part.encoding(), list.isPage(number()) || number() == list.main() ? Content.MOST : 0);
    }

    /// A page as it was read.
    private record Read(Words words, Activity record) {}

    @Override
    void part(One one, Leaf content) throws IOException {
        content.end();
        if (!list.isPage(one.number()) && !isMain(one)) {
            return;
        }
        var some = allowance.upTo(one.spot().to());
        var read = OneOfMany.read(() -> {
            var kept = Kept.of(content.kept(), content.size());
            var words = BodyWords.of(Body.plain(kept, one.head().field("content-type")), some);
            var record = record(one, content, words);
            record.toJson();
            return new Read(words, record);
        });
        if (read.isEmpty()) {
            to.unread(new Unread(one.spot(), Unread.Reason.READER_FAULT));
            return;
        }
        findings.read(read.get().words());
        twice += isTwice(one) ? 1 : 0;
        ofTwo += isOfTwo(one) ? 1 : 0;
        to.read(read.get().record());
    }

    /// Whether what is said of the whole file is told with it.
    private boolean isMain(One one) {
        return one.number() == list.main();
    }

    /// Whether it is surely the page, and no frame of it.
    private boolean isThePage(One one) {
        return isMain(one) && list.isMainSure() && !isOfTwo(one);
    }

    /// Whether it may be of two parts.
    private boolean isOfTwo(One one) {
        return listed.lost().isIn(one.spot());
    }

    private Activity record(One one, Leaf content, Words words) {
        List<Attachment> files = isMain(one) ? list.attachments() : List.of();
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        time,
                        new Thing.Note(text(one, words), files),
                        marks(one, words),
                        one.spot(),
                        "",
                        address(one),
                        Map.of(),
                        "",
                        Place.record(one.number()),
                        List.of())
                .with(details(one, content, words));
    }

    /// With what the head of a mail says, which is to be found as well.
    private static String text(One one, Words words) {
        var ofMail = one.around().words();
        return WordsOf.cut(ofMail.isEmpty() ? words.shown() : words.shown() + "\n" + ofMail);
    }

    private Set<Mark> marks(One one, Words words) {
        var marks = HtmlFile.marks(words);
        if (isTwice(one) || listed.isRepaired()) {
            marks.add(Mark.LOOKALIKE);
        }
        return marks;
    }

    private boolean isTwice(One one) {
        return MhtmlHead.isTwice(one.head())
                || isMain(one) && MhtmlHead.isTwice(head.part())
                || isThePage(one) && isElsewhere(one);
    }

    /// Whether the page says another address than the program that saved it.
    private boolean isElsewhere(One one) {
        var location = one.head().field("content-location");
        var snapshot = head.field("snapshot-content-location");
        return isAddress(location) && isAddress(snapshot) && !plain(location).equals(plain(snapshot));
    }

    private static String plain(String address) {
        return address.split("#", 2)[0];
    }

    /// As the part says; where it says none, of the page itself as the program that saved it says.
    private String address(One one) {
        if (isOfTwo(one)) {
            return "";
        }
        var location = one.head().field("content-location");
        var ofPage = isThePage(one) ? head.address() : "";
        return Detail.cut(isAddress(location) ? location : isAddress(ofPage) ? ofPage : "");
    }

    private static boolean isAddress(String stated) {
        var low = stated.toLowerCase(Locale.ROOT);
        return ABSOLUTE.matcher(low).matches() && !low.startsWith("cid:");
    }

    private List<Detail> details(One one, Leaf content, Words words) {
        var details = new ArrayList<Detail>();
        WordDetails.add("archiveRecord", kind(one), details);
        if (isMain(one)) {
            stated(details);
        }
        WordDetails.add("partLocation", one.head().field("content-location"), details);
        WordDetails.add("partId", one.head().field("content-id"), details);
        WordDetails.add("mimeType", one.head().field("content-type"), details);
        details.add(Detail.of("bodySize", content.size()));
        damage(one, content, details);
        details.addAll(WordDetails.of(words, "decodedPart"));
        details.addAll(one.around().details());
        if (!one.head().equals(head.part())) {
            details.addAll(MhtmlHead.further(one.head(), "partField"));
        }
        if (isMain(one)) {
            details.addAll(list.details());
        }
        return details;
    }

    private String kind(One one) {
        if (isOfTwo(one)) {
            return "partOfPage";
        }
        return one.around().isMail() ? "mail" : isThePage(one) ? "savedPage" : isMain(one) ? "partOfPage" : "frame";
    }

    /// What the head says.
    private void stated(List<Detail> details) {
        WordDetails.add("subject", head.words("subject"), details);
        var from = head.words("from");
        WordDetails.add(MhtmlHead.isProgram(from) ? "savedBy" : "statedFrom", from, details);
        if (!head.address().isEmpty()) {
            details.add(SavedPage.stated("snapshot", head.address()));
        }
        details.addAll(MhtmlHead.further(head.part(), "field"));
    }

    private void damage(One one, Leaf content, List<Detail> details) {
        var damage = new ArrayList<String>();
        if (listed.isUnended() && one.number() == list.last()) {
            damage.add("cutOff");
        }
        if (isOfTwo(one)) {
            damage.add("lostBlock");
        }
        if (content.isDamaged()) {
            damage.add("encoding");
        }
        if (!damage.isEmpty()) {
            details.add(new Detail("damage", Json.strings(damage)));
        }
    }

    @Override
    public void leftOut() {}
}

package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.PartHead;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Place;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// Reads the pages of a saved page: itself, and the frames in it.
final class MhtmlPages extends MhtmlParts {
    private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z0-9+.-]{1,20}:.*", Pattern.DOTALL);

    private final MhtmlHead head;
    private final MhtmlList list;
    private final boolean isUnended;
    private final To to;
    private final WordFindings findings = new WordFindings();
    private final Allowance allowance = new Allowance(256L << 20, 16);

    /// Takes what is read.
    @FunctionalInterface
    interface To {
        void read(Activity activity) throws IOException;
    }

    /// @param listed what is known of the file
    MhtmlPages(LineStream lines, Listed listed, To to) {
        super(lines);
        this.head = listed.head();
        this.list = listed.list();
        this.isUnended = listed.isUnended();
        this.to = to;
    }

    /// What is known of the file when its pages are read.
    ///
    /// @param isUnended whether its last part is cut off
    record Listed(MhtmlHead head, MhtmlList list, boolean isUnended) {}

    WordFindings findings() {
        return findings;
    }

    @Override
    public Leaf begin(PartHead part) {
        return new Leaf(part.encoding(), isPage(part) || number() == list.main() ? Content.MOST : 0);
    }

    @Override
    void part(One one, Leaf content) throws IOException {
        content.end();
        if (!isPage(one.head()) && one.number() != list.main()) {
            return;
        }
        var kept = Kept.of(content.kept(), content.size());
        var words = BodyWords.of(
                Body.plain(kept, one.head().field("content-type")),
                allowance.upTo(one.spot().to()));
        findings.read(words);
        to.read(record(one, content, words));
    }

    private Activity record(One one, Leaf content, Words words) {
        boolean isMain = one.number() == list.main();
        List<Attachment> files = isMain ? list.attachments() : List.of();
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        head.time(),
                        new Thing.Note(words.shown(), files),
                        HtmlFile.marks(words),
                        one.spot(),
                        "",
                        address(one),
                        Map.of(),
                        "",
                        Place.record(one.number()),
                        List.of())
                .with(details(one, content, words));
    }

    /// As the part says; where it says none, of the page itself as the program that saved it says.
    private String address(One one) {
        var location = one.head().field("content-location");
        var ofPage = one.number() == list.main() ? head.address() : "";
        return Detail.cut(isAddress(location) ? location : isAddress(ofPage) ? ofPage : "");
    }

    private static boolean isAddress(String stated) {
        var low = stated.toLowerCase(Locale.ROOT);
        return ABSOLUTE.matcher(low).matches() && !low.startsWith("cid:");
    }

    private List<Detail> details(One one, Leaf content, Words words) {
        boolean isMain = one.number() == list.main();
        var details = new ArrayList<Detail>();
        WordDetails.add("archiveRecord", isMain ? "savedPage" : "frame", details);
        if (isMain) {
            WordDetails.add("subject", head.words("subject"), details);
            WordDetails.add("savedBy", head.words("from"), details);
            stated(details);
        }
        WordDetails.add("partLocation", one.head().field("content-location"), details);
        WordDetails.add("partId", one.head().field("content-id"), details);
        WordDetails.add("mimeType", one.head().field("content-type"), details);
        details.add(Detail.of("bodySize", content.size()));
        damage(one, content, details);
        details.addAll(WordDetails.of(words, "decodedPart"));
        if (isMain) {
            details.addAll(list.details());
        }
        return details;
    }

    private void stated(List<Detail> details) {
        if (!head.address().isEmpty()) {
            details.add(SavedPage.stated("snapshot", head.address()));
        }
    }

    private void damage(One one, Leaf content, List<Detail> details) {
        var damage = new ArrayList<String>();
        if (isUnended && one.number() == list.last()) {
            damage.add("cutOff");
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

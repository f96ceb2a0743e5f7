package org.taniq.read.web;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.LineStream;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.Parameters;
import org.taniq.base.mime.PartHead;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;

/// Lists the parts of a saved page, and finds which of them is the page itself.
final class MhtmlList extends MhtmlParts {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 1000;
    private static final int SNIFFED = 1 << 11;

    /// Fields of one part that is no page.
    private static final int MOST_FIELDS = 4;

    private static final String USUAL = "This is a multi-part message in MIME format.";

    /// What Word writes before its parts.
    private static final Pattern OF_WORD =
            Pattern.compile("This document is a Single File Web Page(?:(?!\nContent-)[^<]){0,400}");

    private final String start;
    private final String address;
    private final BitSet pages = new BitSet();
    private boolean isBeginningStrange;
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();
    private final StringBuilder outside = new StringBuilder();
    private int main = -1;
    private boolean isStart;
    private boolean isAddressed;
    private boolean isLeftOut;
    private long more;

    MhtmlList(LineStream lines, MhtmlHead head) {
        super(lines);
        this.start =
                plain(Parameters.of(head.field("content-type")).value("start").orElse(""));
        this.address = head.address();
    }

    /// Without the brackets that some programs put round it.
    private static String plain(String id) {
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    @Override
    public Leaf begin(PartHead head) {
        return new Leaf(head.encoding(), isPage(head) || isNoPage(head) ? 0 : SNIFFED);
    }

    @Override
    void part(One one, Leaf content) {
        var digest = content.end();
        boolean isPage = isPage(one.head()) || BodyWords.beginsPage(content.kept());
        pages.set(one.number(), isPage);
        boolean isNamed =
                !start.isEmpty() && plain(one.head().field("content-id")).equals(start);
        if (!isStart && (isNamed || main < 0 && isPage)) {
            main = one.number();
            isStart = isNamed;
            isAddressed =
                    !address.isEmpty() && one.head().field("content-location").equals(address);
        }
        if (!isPage) {
            file(one, content, digest);
        }
    }

    /// Whether it is a page with words, as its type or its first bytes say.
    boolean isPage(int number) {
        return pages.get(number);
    }

    /// Whether [#main] is surely the page: by name, by its address, or as the first part (RFC 2387), if nothing was
    /// lost before it.
    boolean isMainSure() {
        return isStart || isAddressed || main() == 0 && start.isEmpty() && !isBeginningStrange;
    }

    private void file(One one, Leaf content, String digest) {
        if (attachments.size() == MOST) {
            more++;
            return;
        }
        var name = Detail.cut(one.head().field("content-location"), LONGEST_NAME);
        attachments.add(new Attachment(name, Attachment.State.INSIDE));
        details.add(new Detail(
                "part",
                Json.object()
                        .put("name", Json.orNull(name))
                        .put("mediaType", Detail.cut(one.head().type(), LONGEST_NAME))
                        .put("size", content.size())
                        .put("digest", "sha256:" + digest)
                        .put("partId", Json.orNull(Detail.cut(one.head().field("content-id"), LONGEST_NAME)))
                        .put("encodingDamaged", Json.of(content.isDamaged()))
                        .build()));
        details.addAll(one.around().details());
        MhtmlHead.further(one.head(), "partField").stream().limit(MOST_FIELDS).forEach(details::add);
    }

    @Override
    public void outside(byte[] bytes) {
        super.outside(bytes);
        var text = MailCharset.decode(bytes, "").text().strip();
        isBeginningStrange |= number() == 0
                && !text.isEmpty()
                && !text.equals(USUAL)
                && !OF_WORD.matcher(text).matches();
        if (!text.isEmpty() && !text.equals(USUAL) && outside.length() < Detail.LONGEST) {
            outside.append(outside.isEmpty() ? "" : "\n").append(text);
        }
    }

    @Override
    public void leftOut() {
        isLeftOut = true;
    }

    boolean isLeftOut() {
        return isLeftOut;
    }

    /// The number of the last part.
    int last() {
        return number() - 1;
    }

    /// The number of the part that is the page; of the first where none seems to be.
    int main() {
        return Math.max(0, main);
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /// What belongs to the page and is not read.
    List<Detail> details() {
        var all = new ArrayList<>(details);
        if (more > 0) {
            all.add(Detail.of("partLeftOut", more));
        }
        WordDetails.add("outsideOfPage", outside.toString(), all);
        return all;
    }
}

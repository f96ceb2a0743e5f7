package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
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
    private static final String USUAL = "This is a multi-part message in MIME format.";

    private final String start;
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();
    private final StringBuilder outside = new StringBuilder();
    private int main = -1;
    private boolean isStart;
    private boolean isLeftOut;
    private long more;

    /// @param type what the page says of itself, with the name of its main part
    MhtmlList(LineStream lines, String type) {
        super(lines);
        this.start = Parameters.of(type).value("start").orElse("");
    }

    @Override
    public Leaf begin(PartHead head) {
        return new Leaf(head.encoding(), 0);
    }

    @Override
    void part(One one, Leaf content) {
        var digest = content.end();
        boolean isMain = !start.isEmpty() && one.head().field("content-id").equals(start);
        if (!isStart && (isMain || main < 0 && isPage(one.head()))) {
            main = one.number();
            isStart = isMain;
        }
        if (!isPage(one.head())) {
            file(one, content, digest);
        }
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
    }

    @Override
    public void outside(byte[] bytes) {
        super.outside(bytes);
        var text = MailCharset.decode(bytes, "").text().strip();
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

package org.taniq.read.eml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.mime.Leaf;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.PartHead;
import org.taniq.base.mime.PartWalk;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;

/// What the parts of a mail hold: words, files, and mails within the mail.
final class MailParts implements PartWalk.Parts {
    private static final int ROOM = 4 << 20;
    private static final int LONGEST_NAME = 1_000;
    /// How many files are named.
    private static final int MOST_FILES = 1_000;

    /// What is written for a program and not for a person.
    private static final Set<String> NO_WORDS = Set.of("text/calendar", "text/vcard", "text/x-vcard", "text/directory");

    /// Fields of a part that what is done with it tells, and of a mail within the mail.
    private static final Set<String> TOLD =
            Set.of("content-type", "content-transfer-encoding", "content-disposition", "content-id", "mime-version");
    private static final Set<String> TOLD_OF_MAIL = Stream.concat(
                    TOLD.stream(), Stream.of("from", "to", "date", "subject", "message-id"))
            .collect(Collectors.toUnmodifiableSet());

    private final HeaderText text;
    private final MailWords words = new MailWords();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Detail> details = new ArrayList<>();
    private int room = ROOM;
    private int roomOutside = Detail.LONGEST;
    /// Characters of what the headers of all parts say.
    private int roomHeads = ROOM;
    private boolean cut;
    private boolean broken;

    /// @param subject stands before the words
    /// @param text what fields say
    MailParts(String subject, HeaderText text) {
        this.text = text;
        words.mail(subject);
    }

    @Override
    public Leaf begin(PartHead head) {
        return new Leaf(head.encoding(), isText(head) ? room : 0);
    }

    /// Words are also what could not be taken apart: parts too deep in one another, or whose boundary is not named.
    private static boolean isText(PartHead head) {
        String family = head.type().substring(0, head.type().indexOf('/'));
        boolean isWords = family.equals("text") && !NO_WORDS.contains(head.type())
                || family.equals("message")
                || family.equals("multipart");
        return isWords && !head.isAttachment();
    }

    @Override
    public void end(PartHead head, Leaf part) {
        String digest = part.end();
        boolean isText = isText(head);
        if (isText) {
            byte[] bytes = part.kept();
            room -= bytes.length;
            cut |= part.isCut();
            broken |= words.add(head, bytes);
        }
        if (!isText || !head.name().isEmpty()) {
            file(head, part, digest);
        }
    }

    private void file(PartHead head, Leaf part, String digest) {
        if (attachments.size() == MOST_FILES) {
            cut = true;
            return;
        }
        attachments.add(new Attachment(Detail.cut(head.name(), LONGEST_NAME), Attachment.State.INSIDE));
        details.add(new Detail(
                "attachment",
                Json.object()
                        .put("name", Json.orNull(fit(head.name())))
                        .put("mediaType", fit(head.type()))
                        .put("size", part.size())
                        .put("digest", "sha256:" + digest)
                        .put("disposition", Json.orNull(fit(head.disposition())))
                        .put("contentId", Json.orNull(fit(head.field("content-id"))))
                        .put("encodingDamaged", Json.of(part.isDamaged()))
                        .build()));
    }

    /// A mail within the mail begins; its words come after this.
    @Override
    public void mail(PartHead head) {
        var subject = fit(text.words(head.field("subject")));
        int at = words.mail(subject);
        var from = MailAddress.all(fit(head.field("from")), text).all();
        details.add(new Detail(
                "mailWithin",
                Json.object()
                        .put(
                                "from",
                                Json.of(from.stream().map(MailAddress::json).toList()))
                        .put("to", Json.orNull(fit(text.words(head.field("to")))))
                        .put("date", Json.orNull(fit(head.field("date"))))
                        .put("subject", Json.orNull(subject))
                        .put("messageId", Json.orNull(fit(head.field("message-id"))))
                        .put("textFrom", at)
                        .build()));
        head.besides(TOLD_OF_MAIL).forEach(this::field);
    }

    /// What else stands in the header of a part.
    @Override
    public void fields(PartHead head) {
        head.besides(TOLD).forEach(this::field);
    }

    private void field(PartHead.Field field) {
        var value = fit(field.name() + ": " + text.words(field.value()));
        if (!value.isEmpty()) {
            details.add(Detail.of("partField", value));
        }
    }

    /// As much of it as there is room for; where not all fits, the mail is cut.
    private String fit(String text) {
        cut |= text.length() > roomHeads;
        var fits = text.length() <= roomHeads ? text : roomHeads < 2 ? "" : Detail.cut(text, roomHeads);
        roomHeads -= fits.length();
        return fits;
    }

    @Override
    public void outside(byte[] bytes) {
        var said = MailCharset.decode(bytes, "").text().strip();
        cut |= said.length() > roomOutside;
        if (!said.isEmpty() && roomOutside > 1) {
            var kept = Detail.cut(said, roomOutside);
            roomOutside -= kept.length();
            details.add(Detail.of("outsideOfParts", kept));
        }
    }

    @Override
    public void leftOut() {
        cut = true;
    }

    MailWords words() {
        return words;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<Detail> details() {
        return details;
    }

    boolean isCut() {
        return cut || words.isCut();
    }

    boolean isBroken() {
        return broken;
    }
}

package org.taniq.read.eml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.mime.EncodedWords;
import org.taniq.read.mail.HeaderField;
import org.taniq.read.mail.MailDate;
import org.taniq.read.mail.RawMail;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;

/// What the header of a mail says: who, to whom, when, which. Each field is in it: as what it means, or else as it is
/// written.
final class Envelope {
    private static final int LONGEST_ID = 1_000;
    /// Addresses that are told apart; what names more stands there as it is written.
    private static final int MOST_ADDRESSES = 20_000;

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,900}>");

    private final RawMail mail;
    private final HeaderText text;
    private final Set<HeaderField> told = new HashSet<>();
    private int room = MOST_ADDRESSES;
    private final List<MailAddress> from;
    private final List<MailAddress> to;
    private final List<String> subjects;
    private final When published;
    private final String id;
    private final String inReplyTo;

    Envelope(RawMail mail, HeaderText text) {
        this.mail = mail;
        this.text = text;
        this.from = addresses("From");
        this.to = addresses("To");
        this.subjects = mail.named("Subject").stream().map(text::words).toList();
        mail.named("Subject").stream().filter(field -> !isBroken(field)).forEach(told::add);
        this.published = MailDate.when(once("Date", LONGEST_ID));
        this.id = id("Message-ID");
        this.inReplyTo = id("In-Reply-To");
    }

    private List<MailAddress> addresses(String name) {
        var all = new ArrayList<MailAddress>();
        for (var field : mail.named(name)) {
            var named = room > 0 ? MailAddress.all(text.of(field), text) : MailAddress.Named.NONE;
            room -= named.all().size();
            all.addAll(named.all());
            if (named.isWhole() && !isBroken(field)) {
                told.add(field);
            }
        }
        return all;
    }

    /// Whether letters were lost when its encoded words were decoded: then it stands there as it is written, too.
    private boolean isBroken(HeaderField field) {
        return EncodedWords.decode(text.of(field)).isBroken();
    }

    /// The first of that name; where it is not all of it, the field stands as it is, too.
    private String once(String name, int most) {
        var first = mail.named(name).stream().findFirst();
        var value = first.map(text::of).orElse("");
        if (value.length() <= most) {
            first.ifPresent(told::add);
        }
        return Detail.cut(value, most);
    }

    private String id(String name) {
        var value = once(name, LONGEST_ID);
        var found = ID.matcher(value);
        if (!found.find()) {
            return value;
        }
        if (!found.group().equals(value)) {
            mail.named(name).forEach(told::remove);
        }
        return found.group();
    }

    List<MailAddress> from() {
        return from;
    }

    Actor sender() {
        return from.isEmpty() ? Actor.UNSTATED : from.getFirst().actor();
    }

    /// The one to whom it is written; where it is written to several, none of them alone.
    Actor audience() {
        return to.size() == 1 ? to.getFirst().actor() : Actor.UNSTATED;
    }

    When published() {
        return published;
    }

    String id() {
        return id;
    }

    String inReplyTo() {
        return inReplyTo;
    }

    /// Of several, each on a line.
    String subject() {
        return String.join("\n", subjects);
    }

    /// Of several fields one program shows the first and another the last.
    boolean isLookalike() {
        return from.stream().anyMatch(MailAddress::isLookalike)
                || List.of("From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding").stream()
                        .anyMatch(name -> mail.named(name).size() > 1);
    }

    /// Who and to whom.
    List<Detail> details() {
        var details = new ArrayList<Detail>();
        subjects.forEach(subject -> details.add(Detail.of("subject", subject)));
        from.stream().skip(1).forEach(one -> details.add(new Detail("alsoFrom", one.json())));
        to.forEach(one -> details.add(new Detail("to", one.json())));
        addresses("Cc").forEach(one -> details.add(new Detail("cc", one.json())));
        addresses("Bcc").forEach(one -> details.add(new Detail("bcc", one.json())));
        addresses("Sender").forEach(one -> details.add(new Detail("sender", one.json())));
        addresses("Reply-To").forEach(one -> details.add(new Detail("replyTo", one.json())));
        if (mail.strays().stream().anyMatch(stray -> stray.kind() == RawMail.Stray.Kind.TEXT)) {
            details.add(Detail.of("strayLines", mail.strays().size()));
        }
        return details;
    }

    /// The other fields, its way among them.
    List<Detail> others() {
        return mail.fields().stream()
                .filter(field -> !told.contains(field))
                .flatMap(field -> other(field).stream())
                .toList();
    }

    private List<Detail> other(HeaderField field) {
        if (field.name().toLowerCase(Locale.ROOT).equals("received")) {
            return List.of(Detail.of("passedOn", text.of(field)));
        }
        return Detail.pieces(isBroken(field) ? text.of(field) : text.words(field)).stream()
                .map(piece -> new Detail(
                        "field",
                        Json.object()
                                .put("name", field.name())
                                .put("value", piece)
                                .build()))
                .toList();
    }
}

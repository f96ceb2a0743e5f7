package org.taniq.read.chat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Utf8;
import org.taniq.read.record.Verb;

/// One record of a chat while its lines come in.
final class ChatNote {
    /// WhatsApp sends at most 65,536 characters; what is longer is a file made by somebody, and is cut.
    static final int MAX_TEXT = 1 << 20;

    private static final char OWN_MARK = '\u200E';

    private final ChatWords words;
    private final Input.Beside beside;
    private final Names names;
    private final boolean wordsAreMarked;

    private Names.Name sender;
    private boolean hasSender;
    private boolean bracket;
    private boolean marked;
    /// What stands before the text where the line as a whole is a notice, and not what somebody wrote.
    private String heading = "";
    private String ownMarks = "";
    private When published = new When.Unknown("", "");
    private String first = "";
    private final StringBuilder more = new StringBuilder();
    private EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    private long from;
    private long to;
    private long firstLine;
    private long lastLine;
    private boolean lineEndedCrLf;

    ChatNote(ChatWords words, Input.Beside beside, ChatSurvey survey) {
        this.words = words;
        this.beside = beside;
        this.names = survey.names();
        this.wordsAreMarked = survey.marksItsWords();
        this.sender = new Names(_ -> false).of(new byte[] {'?'}, 0, 1);
    }

    /// Begins a record with a header line. `name` ends at `nameEnd`; it equals the beginning where there is
    /// no sender.
    void begin(ChatLines line, ChatStamp stamp, When when, int nameEnd) {
        int rest = Math.min(stamp.rest(), line.to());
        published = when;
        bracket = stamp.bracket();
        marked = stamp.marked();
        hasSender = nameEnd > rest;
        if (hasSender) {
            sender = names.of(line.bytes(), rest, nameEnd);
        }
        marks = EnumSet.noneOf(Mark.class);
        more.setLength(0);
        if (hasSender && sender.isBroken()) {
            marks.add(Mark.NOT_TEXT);
        }
        int body = hasSender ? afterColon(line, nameEnd) : rest;
        String text = decode(line, body);
        ownMarks = text.substring(0, ownMarks(text));
        first = text.substring(ownMarks.length());
        heading = heading(line, rest, body);
        from = line.start();
        firstLine = line.number();
        extend(line);
    }

    /// The length of the marks at the beginning that an iPhone puts before the application's words. Other
    /// characters of direction are the writer's.
    private static int ownMarks(String text) {
        int to = 0;
        while (to < text.length() && text.charAt(to) == OWN_MARK) {
            to++;
        }
        return to;
    }

    /// A name that writes again is one, whatever it says.
    private String heading(ChatLines line, int rest, int body) {
        if (!hasSender || !sender.mayBeNotice() || sender.headers() > 1) {
            return "";
        }
        String before = new String(line.bytes(), rest, body - rest, StandardCharsets.UTF_8);
        return words.isNoticeWithColon(sender.actor().name(), before + first) ? before : "";
    }

    private static int afterColon(ChatLines line, int nameEnd) {
        int body = Math.min(nameEnd + 1, line.to());
        return body < line.to() && line.bytes()[body] == ' ' ? body + 1 : body;
    }

    /// Adds a line to the record; nothing more once a part was left out.
    void append(ChatLines line) {
        if (!marks.contains(Mark.CUT)) {
            more.append(lineEndedCrLf ? "\r\n" : "\n").append(decode(line, line.from()));
            cutBeyond(MAX_TEXT - first.length());
        }
        extend(line);
    }

    private void cutBeyond(int most) {
        if (more.length() <= most) {
            return;
        }
        marks.add(Mark.CUT);
        int end = Math.max(most, 0);
        more.setLength(end > 0 && Character.isHighSurrogate(more.charAt(end - 1)) ? end - 1 : end);
    }

    void mark(Mark mark) {
        marks.add(mark);
    }

    boolean marked(Mark mark) {
        return marks.contains(mark);
    }

    /// How many headers of the file have this sender; a notice has none.
    long headersOfSender() {
        return hasSender && heading.isEmpty() ? sender.headers() : Long.MAX_VALUE;
    }

    boolean isAfter(LocalDateTime time) {
        return published instanceof When.Local local && local.dateTime().isAfter(time);
    }

    private void extend(ChatLines line) {
        to = line.end();
        lastLine = line.number();
        lineEndedCrLf = line.endsWithCrLf();
        if (line.cut()) {
            marks.add(Mark.CUT);
        }
    }

    private String decode(ChatLines line, int begin) {
        if (begin >= line.to()) {
            return "";
        }
        String text = new String(line.bytes(), begin, line.to() - begin, StandardCharsets.UTF_8);
        if (Utf8.broken(text, line.bytes(), begin, line.to())) {
            marks.add(Mark.NOT_TEXT);
        }
        return text;
    }

    /// The finished record.
    Activity activity() {
        if (!hasSender) {
            marks.add(Mark.SYSTEM);
            return did(Verb.CREATE, new Actor.App(""), new Thing.Note(asWritten(), List.of()));
        }
        if (!heading.isEmpty() && isOneLine()) {
            return did(Verb.CREATE, notice(), new Thing.Note(heading + asWritten(), List.of()));
        }
        ChatWords.Kind kind = kind();
        List<Attachment> attachments = attachments(kind);
        markContent(kind, text(), attachments);
        if (kind == ChatWords.Kind.DELETED) {
            marks.add(Mark.DELETED);
            return did(Verb.DELETE, sender.actor(), new Thing.Tombstone(text()));
        }
        if (isNotice(kind, attachments)) {
            return did(Verb.CREATE, notice(), new Thing.Note(asWritten(), attachments));
        }
        boolean known = kind != ChatWords.Kind.NONE || !attachments.isEmpty();
        return did(Verb.CREATE, sender.actor(), new Thing.Note(known ? text() : asWritten(), attachments));
    }

    private Activity did(Verb verb, Actor actor, Thing thing) {
        return Activity.of(verb, actor, published, thing, marks, new Spot.Lines(from, to, firstLine, lastLine));
    }

    private String text() {
        return more.isEmpty() ? first : first + more;
    }

    private String asWritten() {
        return ownMarks.isEmpty() ? text() : ownMarks + text();
    }

    private Actor notice() {
        marks.add(Mark.SYSTEM);
        return new Actor.App(sender.actor().name());
    }

    /// On phones that mark their own words, unmarked words were typed by a person.
    private boolean applicationSpeaks() {
        return !wordsAreMarked || bodyMarked() || marked;
    }

    private boolean bodyMarked() {
        return !ownMarks.isEmpty();
    }

    private ChatWords.Kind kind() {
        if (!applicationSpeaks()) {
            return ChatWords.Kind.NONE;
        }
        String tail = bodyMarked() || marked ? first.substring(first.lastIndexOf(OWN_MARK) + 1) : first;
        ChatWords.Kind kind = words.kind(first, sender.actor().name());
        if (kind == ChatWords.Kind.NONE && tail.length() < first.length()) {
            ChatWords.Kind end = words.kind(tail, "");
            kind = end.isAlone() ? ChatWords.Kind.NONE : end;
        }
        return kind.isAlone() && !standsAlone(kind) ? ChatWords.Kind.NONE : kind;
    }

    /// Where the application does not mark its words, somebody can begin as it does and go on.
    private boolean standsAlone(ChatWords.Kind kind) {
        boolean sure = wordsAreMarked || kind != ChatWords.Kind.NOTICE;
        return isOneLine() && (sure || words.isSentence(first, sender.actor().name()));
    }

    private boolean isOneLine() {
        return firstLine == lastLine;
    }

    private List<Attachment> attachments(ChatWords.Kind kind) {
        String name = applicationSpeaks() || first.indexOf(OWN_MARK) >= 0 ? words.attachedName(first) : "";
        if (!name.isEmpty()) {
            return List.of(new Attachment(name, beside.of(name)));
        }
        boolean omitted = marked || kind == ChatWords.Kind.OMITTED || kind == ChatWords.Kind.CONTACT;
        return omitted ? List.of(new Attachment(nameBeforeMark(), Attachment.State.OMITTED)) : List.of();
    }

    private String nameBeforeMark() {
        int end = first.indexOf(OWN_MARK);
        String name = end > 0 ? first.substring(0, end).strip() : "";
        name = name.endsWith("\u2022") ? name.substring(0, name.length() - 1).strip() : name;
        return name.indexOf('.') > 0 ? name : "";
    }

    private void markContent(ChatWords.Kind kind, String text, List<Attachment> attachments) {
        markIf(isLocation(text), Mark.LOCATION);
        markIf(isEdited(text, attachments), Mark.EDITED);
        markIf(kind == ChatWords.Kind.VIEW_ONCE, Mark.VIEW_ONCE);
        markIf(kind == ChatWords.Kind.POLL, Mark.POLL);
        markIf(kind == ChatWords.Kind.CALL, Mark.CALL);
        boolean card = kind == ChatWords.Kind.CONTACT || attachments.stream().anyMatch(ChatNote::isCard);
        markIf(card, Mark.CONTACT);
    }

    private void markIf(boolean is, Mark mark) {
        if (is) {
            marks.add(mark);
        }
    }

    private static boolean isCard(Attachment attachment) {
        return attachment.name().endsWith(".vcf");
    }

    private static boolean isLocation(String text) {
        int address = text.indexOf("https://");
        return address >= 0
                && (text.startsWith("https://maps.google.com/?q=", address)
                        || text.startsWith("https://foursquare.com/v/", address));
    }

    private boolean isEdited(String text, List<Attachment> attachments) {
        if (!text.endsWith(">")) {
            return false;
        }
        int tag = text.lastIndexOf('<');
        boolean tagMarked = tag > 0 && text.charAt(tag - 1) == OWN_MARK;
        return words.saysEdited(text) && (!wordsAreMarked || tagMarked) || tagMarked && attachments.isEmpty();
    }

    /// A group's title, under which the application writes, may hold a colon itself.
    private boolean isNoticeAfterColon() {
        int colon = first.indexOf(": ");
        if (colon <= 0 || colon >= Names.LONGEST) {
            return false;
        }
        String after = first.substring(colon + 2);
        boolean speaks = applicationSpeaks() || after.indexOf(OWN_MARK) == 0;
        return speaks && words.kind(after, "") == ChatWords.Kind.NOTICE && words.isSentence(after, "");
    }

    private boolean isNotice(ChatWords.Kind kind, List<Attachment> attachments) {
        if (!isOneLine()) {
            return false;
        }
        if (kind == ChatWords.Kind.NOTICE || kind == ChatWords.Kind.NONE && isNoticeAfterColon()) {
            return true;
        }
        boolean said = kind != ChatWords.Kind.NONE || !attachments.isEmpty() || marks.contains(Mark.LOCATION);
        return bracket && wordsAreMarked && bodyMarked() && !said;
    }
}

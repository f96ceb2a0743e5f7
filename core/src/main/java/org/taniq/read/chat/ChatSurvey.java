package org.taniq.read.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first look over a whole chat: which header shapes there are, in which order day and month stand, how
/// lines end and who writes. Nothing is decided from a single line that the whole file can decide.
final class ChatSurvey {
    private static final int MOST_SHAPES = 256;
    /// Lines with something in them before the first message: two may be damaged.
    private static final int BEFORE = 3;

    private final Map<Integer, DateVote> votes = new HashMap<>();
    private final Names names = new Names(ChatWords.all()::mayBeginNotice);
    private int votedShape = -1;
    private @Nullable DateVote voted;
    private long headers;
    private long before;
    private long afterCrLf;
    private long afterLf;
    private long bracketed;
    private long bodyMarks;
    private long likeWeb;
    private long withSender;
    private boolean noticed;

    /// Looks at the lines, up to `mostLines` of them.
    static ChatSurvey of(ChatLines lines, ChatStamp stamp, long mostLines) throws IOException {
        var survey = new ChatSurvey();
        while (lines.number() < mostLines && lines.next()) {
            if (stamp.scan(lines.bytes(), lines.from(), lines.to())) {
                survey.header(lines, stamp);
            } else if (survey.headers == 0 && lines.from() < lines.to()) {
                survey.before++;
            }
        }
        return survey;
    }

    long headers() {
        return headers;
    }

    /// Whether it begins as a chat does, and somebody writes in it, or the application says what only it says. What
    /// looks like the head of a message further below can stand in a mail or in a page, where anybody can type it.
    boolean isChat() {
        return before < BEFORE && (withSender > 0 || noticed);
    }

    Names names() {
        return names;
    }

    boolean isBracketed() {
        return bracketed * 2 > headers;
    }

    /// Which program wrote it: WhatsApp in a browser copies the time first and without seconds.
    String format() {
        if (likeWeb * 2 > headers) {
            return "whatsapp-web";
        }
        return isBracketed() ? "whatsapp-ios" : "whatsapp-android";
    }

    /// Whether records end with CR LF and lines inside messages with LF alone, as iPhones write.
    boolean crLfEndsRecords() {
        return format().equals("whatsapp-ios") && afterCrLf > 0 && afterCrLf >= afterLf;
    }

    /// Whether the file has CR LF between most headers.
    boolean crLf() {
        return afterCrLf > afterLf;
    }

    /// Whether the application marks its own words with U+200E, as iPhones do.
    boolean marksItsWords() {
        return isBracketed() && bodyMarks > 0;
    }

    Map<Integer, DateVote> votes() {
        return votes;
    }

    /// Whether so few headers have this shape that it looks foreign to the file.
    boolean isRare(int shape) {
        DateVote vote = votes.get(shape);
        return vote != null
                && headers >= 4
                && vote.headers() * 20 <= Math.max(headers, 20)
                && vote.headers() * 4 <= headers;
    }

    private void header(ChatLines lines, ChatStamp stamp) {
        if (headers > 0) {
            afterCrLf += lines.followsCrLf() ? 1 : 0;
            afterLf += lines.followsCrLf() ? 0 : 1;
        }
        headers++;
        bracketed += stamp.bracket() ? 1 : 0;
        likeWeb += stamp.bracket()
                        && stamp.numbers().isTimeFirst()
                        && !stamp.numbers().hasSeconds()
                ? 1
                : 0;
        vote(stamp);
        sender(lines, stamp.rest());
    }

    private void vote(ChatStamp stamp) {
        var vote = voted;
        if (vote == null || votedShape != stamp.shape()) {
            vote = voteFor(stamp);
            votedShape = stamp.shape();
            voted = vote;
        }
        vote.add(stamp);
    }

    private DateVote voteFor(ChatStamp stamp) {
        var known = votes.get(stamp.shape());
        if (known != null) {
            return known;
        }
        var vote = new DateVote(stamp);
        if (votes.size() < MOST_SHAPES) {
            votes.put(stamp.shape(), vote);
        }
        return vote;
    }

    private void sender(ChatLines lines, int rest) {
        byte[] bytes = lines.bytes();
        int end = Names.end(bytes, rest, lines.to());
        if (end < 0) {
            noticed |= withSender == 0 && isNotice(bytes, rest, lines.to());
            return;
        }
        withSender++;
        int body = Math.min(end + 2, lines.to());
        bodyMarks += body + 2 < lines.to()
                        && bytes[body] == (byte) 0xE2
                        && bytes[body + 1] == (byte) 0x80
                        && bytes[body + 2] == (byte) 0x8E
                ? 1
                : 0;
        var name = names.of(bytes, rest, end);
        name.count();
        int second = Names.end(bytes, body, Math.min(lines.to(), body + 40));
        if (second > 0) {
            name.continues(bytes, end, second);
        }
    }

    private static boolean isNotice(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
        return ChatWords.all().kind(text, "") == ChatWords.Kind.NOTICE;
    }
}

package org.taniq.read.telegramhtml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.base.html.HtmlPage;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One page, from its beginning to its end. A message of whoever wrote the one before it has no name of its own:
/// wherever something stands between them that is no message, nobody is named.
final class ChatReading {
    private static final Pattern NUMBER = Pattern.compile("messages([2-9]|[1-9]\\d{1,6})\\.html");
    /// What stands on a page behind its messages.
    private static final Pattern FRAME =
            Pattern.compile("<a class=\"pagination[^>]*>[^<]*</a>|</(?:div|body|html)>|\\s+");

    private static final String BUTTONS = "class=\"bot_buttons_table\"";

    private static final Sink NOWHERE = new Sink() {
        @Override
        public void read(Activity activity) {}

        @Override
        public void unread(Unread place) {}
    };

    private static final When NO_DAY = new When.Unknown("", "a notice states no time");

    private final Input input;
    private final Sink sink;
    private final Tally tally;
    private Actor chat = Actor.UNSTATED;
    private Optional<Actor> sender = Optional.empty();
    private String forwarded = "";
    private When day = NO_DAY;
    private boolean hasButtons;
    private boolean isWhole;
    private long orphans;

    ChatReading(Input input, Sink sink) {
        this.input = input;
        this.sink = sink;
        this.tally = new Tally(input.name());
    }

    Ledger run() throws IOException {
        read();
        return ledger();
    }

    private void read() throws IOException {
        try (var in = input.bytes().open()) {
            var segments = new Segments(in);
            for (var next = segments.next(); next.isPresent(); next = segments.next()) {
                segment(next.get());
            }
        }
        if (!isWhole) {
            unknown();
        }
    }

    private void segment(Segments.Segment segment) throws IOException {
        isWhole = segment.text().stripTrailing().endsWith("</html>");
        if (segment.isMessage()) {
            message(segment);
        } else {
            head(segment);
        }
    }

    /// What stands before the first message: the name of the chat, and nothing else but what is on every page.
    private void head(Segments.Segment segment) throws IOException {
        var page =
                HtmlPage.of(segment.bytes(0, segment.text().length()), "utf-8").document();
        page.select("div.page_header").stream()
                .map(PageText::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> chat = new Actor.Named(name, ""));
        page.select("head, div.page_header, a.pagination").remove();
        if (page.hasText() || !segment.isWhole()) {
            stray(segment.rest(0), Unread.Reason.NO_MESSAGE);
        }
    }

    private void message(Segments.Segment segment) throws IOException {
        int begin = segment.text().indexOf('<');
        var end = Tags.end(segment.text());
        if (!segment.isWhole()) {
            stray(segment.rest(begin), Unread.Reason.TOO_LARGE);
        } else if (end.isEmpty()) {
            stray(segment.rest(begin), Unread.Reason.HOLE);
        } else {
            message(segment, begin, end.getAsInt());
            rest(segment, end.getAsInt());
        }
    }

    private void message(Segments.Segment segment, int begin, int end) throws IOException {
        var page = HtmlPage.of(segment.bytes(begin, end), "utf-8");
        var spot = segment.spot(begin, end);
        var message = page.document().body().children().stream()
                .findFirst()
                .map(element -> new ChatMessage(element, input.beside()));
        if (!page.isWhole() || message.isEmpty() || !message.get().isWhole()) {
            stray(spot, Unread.Reason.NO_MESSAGE);
        } else if (!isLine(message.get())) {
            record(message.get(), spot);
        }
        hasButtons |= segment.text().contains(BUTTONS);
    }

    /// What stands behind a message and before the next one, or before the end of the page.
    private void rest(Segments.Segment segment, int end) throws IOException {
        String rest = segment.text().substring(end);
        if (!FRAME.matcher(rest).replaceAll("").isEmpty()) {
            stray(segment.rest(end), Unread.Reason.NO_MESSAGE);
        }
    }

    /// The day, or that there are no messages, on a line between them.
    private boolean isLine(ChatMessage message) {
        if (!message.isNotice() || !message.id().startsWith("-")) {
            return false;
        }
        var said = Moment.day(message.said());
        said.ifPresent(each -> day = each);
        return said.isPresent() || message.said().equals("No exported messages");
    }

    private void record(ChatMessage message, Spot spot) throws IOException {
        var above = message.sender();
        if (tally.records() == 0 && message.isJoined() && above.isEmpty()) {
            sender = lastOfPageBefore();
        }
        boolean isOrphan = !message.isNotice() && above.isEmpty() && (sender.isEmpty() || !message.isJoined());
        orphans += isOrphan ? 1 : 0;
        sender = above.or(() -> message.isJoined() ? sender : Optional.empty());
        var actor = message.isNotice() ? Actor.UNSTATED : sender.orElse(Actor.UNSTATED);
        var record = message.activity(new ChatMessage.Around(actor, chat, day, forwarded), spot);
        forwarded = message.forwardedFrom();
        hand(hasButtons ? lookalike(record) : record);
    }

    /// Telegram writes what stands on the buttons of a bot as it is: whoever has a bot could write messages with it.
    private Activity lookalike(Activity record) {
        tally.lookalike();
        var marks = EnumSet.of(Mark.LOOKALIKE);
        marks.addAll(record.marks());
        return record.marked(marks);
    }

    /// Some versions of Telegram Desktop join a message to the last one of the page before.
    private Optional<Actor> lastOfPageBefore() throws IOException {
        var number = NUMBER.matcher(input.name());
        if (!number.matches()) {
            return Optional.empty();
        }
        int before = Integer.parseInt(number.group(1)) - 1;
        String name = before == 1 ? "messages.html" : "messages" + before + ".html";
        var content = input.beside().open(name);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        var page = new ChatReading(Input.alone(name, content.get()), NOWHERE);
        page.read();
        return page.sender;
    }

    private void hand(Activity record) throws IOException {
        tally.count(record);
        sink.read(record);
    }

    private void stray(Spot spot, Unread.Reason why) throws IOException {
        unknown();
        tally.skip(why);
        sink.unread(new Unread(spot, why));
    }

    private void unknown() {
        sender = Optional.empty();
        forwarded = "";
    }

    private Ledger ledger() {
        var warnings = new ArrayList<Said>();
        warnings.add(Said.of("an export made to be looked at names no accounts and no numbers of people: a name can be"
                + " anybody's; ask for the machine-readable one, too"));
        if (orphans > 0) {
            warnings.add(Said.of(
                    "{n} messages stand without the name of who wrote them: what would tell is damaged or on another"
                            + " page",
                    "n",
                    orphans));
        }
        if (!isWhole) {
            warnings.add(Said.of("the page has no end: messages may be missing behind it"));
        }
        if (hasButtons) {
            warnings.add(Said.of("the page has buttons of bots, which Telegram does not protect: who has a bot could"
                    + " write messages of others into it; those behind such a button are marked"));
        }
        return tally.ledger("telegram-html", "", List.copyOf(warnings));
    }
}

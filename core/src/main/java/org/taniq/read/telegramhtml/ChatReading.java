package org.taniq.read.telegramhtml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.base.html.HtmlPage;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One page, from its beginning to its end. A message of whoever wrote the one before it has no name of its own:
/// wherever something stands between them that is no message, nobody is named.
final class ChatReading {
    /// Bytes of a page; Telegram writes 1,000 messages into one.
    private static final int LARGEST = 32 << 20;

    private static final Pattern NUMBER = Pattern.compile("messages([2-9]|[1-9]\\d{1,6})\\.html");

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
    private HtmlPage page = HtmlPage.of(new byte[0], "");
    private PageLines lines = new PageLines(new byte[0]);
    private Actor chat = Actor.UNSTATED;
    private Optional<Actor> sender = Optional.empty();
    private String forwarded = "";
    private When day = NO_DAY;
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
        byte[] bytes;
        long all;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST);
            all = bytes.length + in.transferTo(OutputStream.nullOutputStream());
        }
        page = HtmlPage.of(bytes, "utf-8");
        lines = new PageLines(bytes);
        chat();
        walk(page.document());
        if (page.readTo() < all) {
            unread(new HtmlPage.Stretch(page.readTo(), (int) Math.min(all, Integer.MAX_VALUE)), Unread.Reason.BROKEN);
        }
    }

    private void chat() {
        page.document().select("div.page_header").stream()
                .map(PageText::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> chat = new Actor.Named(name, ""));
    }

    private void walk(Element around) throws IOException {
        for (var node : around.childNodes()) {
            if (node instanceof Element element) {
                element(element);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                stray(text);
            }
        }
    }

    private void element(Element element) throws IOException {
        if (ChatMessage.is(element)) {
            message(element);
        } else if (!isFrame(element)) {
            within(element);
        }
    }

    private void within(Element element) throws IOException {
        boolean holdsMessages = !element.select("div.message").isEmpty() || isAround(element);
        if (holdsMessages) {
            walk(element);
        } else {
            stray(element);
        }
    }

    private static boolean isAround(Element element) {
        return element.normalName().equals("html")
                || element.normalName().equals("body")
                || element.hasClass("page_wrap")
                || element.hasClass("page_body")
                || element.hasClass("history");
    }

    /// What is on every page.
    private static boolean isFrame(Element element) {
        return element.normalName().equals("head") || element.hasClass("page_header") || element.hasClass("pagination");
    }

    private void message(Element element) throws IOException {
        var message = new ChatMessage(element, input.beside());
        if (!message.isWhole()) {
            broken(element);
        } else if (!isLine(message)) {
            record(element, message);
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

    private void record(Element element, ChatMessage message) throws IOException {
        var above = message.sender();
        if (tally.records() == 0 && message.isJoined() && above.isEmpty()) {
            sender = lastOfPageBefore();
        }
        boolean isOrphan = !message.isNotice() && above.isEmpty() && (sender.isEmpty() || !message.isJoined());
        orphans += isOrphan ? 1 : 0;
        sender = above.or(() -> message.isJoined() ? sender : Optional.empty());
        var actor = message.isNotice() ? Actor.UNSTATED : sender.orElse(Actor.UNSTATED);
        var around = new ChatMessage.Around(actor, chat, day, forwarded);
        var record = message.activity(around, lines.spot(page.whole(element)));
        forwarded = message.forwardedFrom();
        hand(record);
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

    /// Of a message with another in it what stands before that is damaged, and the others are read.
    private void broken(Element element) throws IOException {
        sender = Optional.empty();
        forwarded = "";
        var inner = element.select("div.message");
        if (inner.size() == 1) {
            unread(page.whole(element), Unread.Reason.NO_MESSAGE);
            return;
        }
        int from = page.place(element).from();
        unread(
                new HtmlPage.Stretch(
                        from, Math.max(from, page.place(inner.get(1)).from())),
                Unread.Reason.HOLE);
        behind(element, page.place(inner.get(1)).from());
    }

    /// Goes on where the first inner message begins.
    private void behind(Element element, int from) throws IOException {
        for (var node : element.childNodes()) {
            boolean isBefore = node instanceof Element child
                    ? page.whole(child).to() <= from
                    : page.place(node).to() <= from;
            if (isBefore) {
                continue;
            }
            if (node instanceof Element child
                    && !ChatMessage.is(child)
                    && page.place(child).from() < from) {
                behind(child, from);
            } else if (node instanceof Element child) {
                element(child);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                stray(text);
            }
        }
    }

    private void stray(Node node) throws IOException {
        sender = Optional.empty();
        forwarded = "";
        unread(node instanceof Element element ? page.whole(element) : page.place(node), Unread.Reason.NO_MESSAGE);
    }

    private void unread(HtmlPage.Stretch where, Unread.Reason why) throws IOException {
        tally.skip(why);
        sink.unread(new Unread(lines.spot(where), why));
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
        return tally.ledger("telegram-html", "", warnings);
    }
}

package org.taniq.read.metahtml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Pages as Meta's download holds them, in the forms of its years, and what is read out of them. The people are
/// invented.
final class MetaPages {
    static final String AYTEN = "your_facebook_activity/messages/inbox/aytenquliyeva_123/message_1.html";

    Kept kept = new Kept();
    private Set<String> files = Set.of();
    private boolean isInArchive;

    MetaPages beside(String... names) {
        files = Set.of(names);
        return this;
    }

    /// Among other files, even where its path has no folder.
    MetaPages inArchive() {
        isInArchive = true;
        return this;
    }

    Ledger read(String page) throws IOException {
        return read(AYTEN, page);
    }

    Ledger read(String path, String page) throws IOException {
        return read(path, page.getBytes(StandardCharsets.UTF_8));
    }

    Ledger read(String path, byte[] page) throws IOException {
        kept = new Kept();
        return new MetaHtml().read(input(path, page), kept);
    }

    boolean knows(String path, String page) throws IOException {
        return new MetaHtml().knows(input(path, page.getBytes(StandardCharsets.UTF_8)));
    }

    private Input input(String path, byte[] page) {
        return new Input(path, () -> new ByteArrayInputStream(page), new There(isInArchive || path.contains("/")));
    }

    private final class There implements Input.Beside {
        private final boolean isInArchive;

        There(boolean isInArchive) {
            this.isInArchive = isInArchive;
        }

        @Override
        public boolean isAlone() {
            return !isInArchive;
        }

        @Override
        public List<String> files() {
            return List.copyOf(files);
        }

        @Override
        public Attachment.State of(String name) {
            return Attachment.State.MISSING;
        }

        @Override
        public Attachment.State at(String path) {
            return files.contains(path) ? new Attachment.Present(3) : Attachment.State.MISSING;
        }

        @Override
        public Optional<Input.Content> open(String path) {
            return files.contains(path) ? Optional.of(() -> new ByteArrayInputStream(new byte[0])) : Optional.empty();
        }
    }

    private static final String HEAD =
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" />"
                    + "<base href=\"../../../../\" /><style type=\"text/css\">._a6-g{color:#385898}</style><title>%s</title></head>";

    /// Since 2025: `section`, `h2`, `footer`.
    static String page(String title, String... blocks) {
        return HEAD.formatted(title)
                + "<body class=\"_5vb_ _2yq _a7o5\"><div class=\"_li\"><div class=\"_a705\"><header class=\"_a70a\">"
                + "<div class=\"_a70d\"><h1 id=\"u_0_1\">" + title + "</h1></div></header>"
                + "<main class=\"_a706\" role=\"main\">" + String.join("", blocks)
                + "</main></div></div></body></html>";
    }

    static String message(String sender, String time, String parts) {
        return "<section class=\"_a6-g\" aria-labelledby=\"u_0_2\"><h2 class=\"_2ph_ _a6-h _a6-i\" id=\"u_0_2\">"
                + sender
                + "</h2><div class=\"_2ph_ _a6-p\"><div>" + parts + "</div></div><footer class=\"_3-94 _a6-o\">"
                + "<div class=\"_a72d\">" + time + "</div></footer></section>";
    }

    /// The parts of a message, in their order: nothing, words, what is shared, files, who reacted.
    static String parts(String words, String... others) {
        return "<div></div><div>" + words + "</div>"
                + String.join(
                        "",
                        List.of(others).stream()
                                .map(other -> "<div>" + other + "</div>")
                                .toList())
                + "<div></div>".repeat(Math.max(0, 2 - others.length));
    }

    static String said(String sender, String time, String words) {
        return message(sender, time, parts(words));
    }

    /// Instagram, and Facebook until 2024: `div` for each.
    static String instagram(String sender, String time, String parts) {
        return "<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><div class=\"_3-95 _2pim _a6-h _a6-i\">"
                + sender
                + "</div><div class=\"_3-95 _a6-p\"><div>" + parts + "</div></div><div class=\"_3-94 _a6-o\">" + time
                + "</div></div>";
    }

    /// 2018 to 2021.
    static String page2018(String title, String... blocks) {
        return HEAD.formatted(title)
                + "<body class=\"_5vb_ _2yq _4yic\"><div class=\"_li\"><div class=\"_3a_u\"><div class=\"_3-8y _3-95 _3b0a\">"
                + "<div class=\"_3b0c\"><div class=\"_3b0d\">" + title + "</div></div></div>"
                + "<div class=\"_4t5n\" role=\"main\">" + String.join("", blocks) + "</div></div></div></body></html>";
    }

    static String said2018(String sender, String time, String parts) {
        return "<div class=\"pam _3-95 _2pi0 _2lej uiBoxWhite noborder\"><div class=\"_3-96 _2pio _2lek _2lel\">"
                + sender
                + "</div><div class=\"_3-96 _2let\"><div>" + parts + "</div></div><div class=\"_3-94 _2lem\">" + time
                + "</div></div>";
    }

    /// Until 2018.
    static String old(String... threads) {
        return "<html><head><meta charset=\"utf-8\" /><title>Rauf - Messages</title></head><body><div class=\"contents\">"
                + "<h1>Rauf</h1><div>" + String.join("", threads) + "</div></div></body></html>";
    }

    static String thread(String people, String... messages) {
        return "<div class=\"thread\">" + people + String.join("", messages) + "</div>";
    }

    static String oldSaid(String sender, String time, String words) {
        return "<div class=\"message\"><div class=\"message_header\"><span class=\"user\">" + sender
                + "</span><span class=\"meta\">" + time + "</span></div></div><p>" + words + "</p>";
    }

    /// Who wrote what, of those that are no notices.
    List<String> heard() {
        return kept.records.stream()
                .filter(record -> !record.marks().contains(org.taniq.read.record.Mark.SYSTEM))
                .map(record -> record.actor().name() + ": " + record.object().text())
                .toList();
    }

    Activity at(int number) {
        return kept.records.get(number);
    }

    static List<String> details(Activity record) {
        return record.details().stream()
                .map(detail -> detail.name() + " "
                        + (detail.value() instanceof Json.Str(var text)
                                ? text
                                : detail.value().canonical()))
                .toList();
    }
}

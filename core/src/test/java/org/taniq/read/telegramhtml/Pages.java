package org.taniq.read.telegramhtml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Pages as Telegram Desktop writes them, and what is read out of them. The people are invented.
final class Pages {
    Kept kept = new Kept();
    private Map<String, String> others = Map.of();

    Pages beside(Map<String, String> pages) {
        others = pages;
        return this;
    }

    Ledger read(String page) throws IOException {
        return read("messages.html", page);
    }

    Ledger read(String name, String page) throws IOException {
        kept = new Kept();
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return new TelegramHtml().read(new Input(name, () -> new ByteArrayInputStream(bytes), new There()), kept);
    }

    private final class There implements Input.Beside {
        @Override
        public Attachment.State of(String name) {
            return name.equals("photos/a.jpg") ? new Attachment.Present(3) : Attachment.State.MISSING;
        }

        @Override
        public Optional<Input.Content> open(String path) {
            return Optional.ofNullable(others.get(path))
                    .map(page -> () -> new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    static String page(String chat, String... blocks) {
        return """
                <!DOCTYPE html>
                <html>

                 <head>

                  <meta charset="utf-8"/>
                <title>Exported Data</title>
                  <link href="css/style.css" rel="stylesheet"/>

                  <script src="js/script.js" type="text/javascript">

                  </script>

                 </head>

                 <body onload="CheckLocation();">

                  <div class="page_wrap">

                   <div class="page_header">

                    <div class="content">

                     <div class="text bold">
                CHAT
                     </div>

                    </div>

                   </div>

                   <div class="page_body chat_page">

                    <div class="history">
                """.replace("CHAT", chat) + String.join("", blocks) + """

                     <a class="pagination block_link" href="messages2.html">
                Next messages
                     </a>

                    </div>

                   </div>

                  </div>

                 </body>

                </html>
                """;
    }

    static String day(int number, String text) {
        return notice(-number, text);
    }

    static String notice(int number, String text) {
        return String.format(Locale.ROOT, """

                     <div class="message service" id="message%d">

                      <div class="body details">
                %s
                      </div>

                     </div>
                """, number, text);
    }

    /// With the name of who wrote it.
    static String message(int number, String time, String from, String inner) {
        return String.format(Locale.ROOT, """

                     <div class="message default clearfix" id="message%d">

                      <div class="pull_left userpic_wrap">

                       <div class="userpic userpic2" style="width: 42px; height: 42px">

                        <div class="initials" style="line-height: 42px">
                %s
                        </div>

                       </div>

                      </div>

                      <div class="body">

                       <div class="pull_right date details" title="%s">
                08:56
                       </div>

                       <div class="from_name">
                %s\s
                       </div>
                %s
                      </div>

                     </div>
                """, number, from.charAt(0), time, from, inner);
    }

    /// Of whoever wrote the one before it.
    static String joined(int number, String time, String inner) {
        return String.format(Locale.ROOT, """

                     <div class="message default clearfix joined" id="message%d">

                      <div class="body">

                       <div class="pull_right date details" title="%s">
                08:56
                       </div>
                %s
                      </div>

                     </div>
                """, number, time, inner);
    }

    static String text(String words) {
        return String.format(Locale.ROOT, """

                       <div class="text">
                %s
                       </div>
                """, words);
    }

    List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    List<String> senders() {
        return kept.records.stream().map(record -> record.actor().name()).toList();
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

package org.taniq.read;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/// Writes an invented Android group chat of N lines, about 108 bytes a line: two arguments, N and FILE. The
/// same N gives the same bytes.
public final class WhatsAppChat {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/uuuu, HH:mm");
    private static final String[] SENDERS = {
        "Aysel", "Murad Quliyev", "+994 50 000 00 01", "~ Nigar", "Elçin müəllim", "Саша", "Tural", "Ayşe Yılmaz", "Ben"
    };
    private static final String[] WORDS = {
        "sabah", "gələcəm", "görüşərik", "the", "meeting", "is", "at", "eight", "завтра", "приду", "yarın", "geliyorum",
        "ok", "bəli", "yox", "please", "send", "şəkil", "evdəyəm", "да", "нет", "teşekkürler", "where", "are", "you"
    };

    private WhatsAppChat() {}

    public static void main(String[] args) throws IOException {
        long lines = Long.parseLong(args[0]);
        var random = new Random(42);
        var time = LocalDateTime.of(2023, 1, 13, 8, 0);
        try (var out = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20), false, StandardCharsets.UTF_8)) {
            for (long i = 0; i < lines; i++) {
                time = time.plusMinutes(random.nextInt(3));
                out.print(line(random, time));
                out.print('\n');
            }
        }
    }

    private static String line(Random random, LocalDateTime time) {
        int kind = random.nextInt(100);
        if (kind < 3) {
            return text(random, 80);
        }
        String head = STAMP.format(time) + " - ";
        if (kind < 5) {
            return head + SENDERS[random.nextInt(SENDERS.length)] + " joined using this group's invite link";
        }
        head += SENDERS[random.nextInt(SENDERS.length)] + ": ";
        return switch (kind) {
            case 5, 6, 7 -> head + "<Media omitted>";
            case 8 -> head + "This message was deleted";
            case 9 -> head + "IMG-20230113-WA0001.jpg (file attached)";
            default -> head + text(random, 76);
        };
    }

    private static String text(Random random, int least) {
        var text = new StringBuilder();
        while (text.length() < least) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}

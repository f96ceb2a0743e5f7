package org.taniq.read.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Times;

class StampTest {

    static Stream<String> stamps() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/read/whatsapp/shapes.tsv")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("stamps")
    void aStampIsReadAsItSays(String row) throws IOException {
        String stamp = row.substring(0, row.indexOf('\t'));
        String line = stamp + "Ann Example: x\n";
        var kept = new Kept();
        var input = Input.alone("chat.txt", () -> new java.io.ByteArrayInputStream(bytes(line)));
        new WhatsAppText().read(input, kept);
        assertEquals(
                row.substring(row.indexOf('\t') + 1), kept.records.isEmpty() ? "text" : time(kept.records.getFirst()));
    }

    private static String time(Activity record) {
        return switch (record.published()) {
            case When.Local local -> Times.iso(local.dateTime());
            case When.Exact _, When.Day _, When.Unknown _ -> "unknown";
        };
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}

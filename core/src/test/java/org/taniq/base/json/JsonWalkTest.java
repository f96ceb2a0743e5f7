package org.taniq.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;

/// Values are found where they stand, and what is no JSON ends the walk with its line.
final class JsonWalkTest {
    private static JsonWalk walk(String text) throws IOException {
        return JsonWalk.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Json> whole(String text) throws IOException {
        try (var walk = walk(text)) {
            return walk.value();
        }
    }

    private static List<String> messages(String text) throws IOException {
        var found = new ArrayList<String>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var walk = walk(text)) {
            walk.enter();
            while (walk.hasNext()) {
                if (!walk.name().equals("messages")) {
                    walk.skip();
                    continue;
                }
                walk.enter();
                while (walk.hasNext()) {
                    var start = walk.start();
                    String pointer = walk.pointer();
                    walk.value();
                    var span = walk.since(start);
                    found.add(pointer + " "
                            + new String(
                                    bytes, (int) span.from(), (int) (span.to() - span.from()), StandardCharsets.UTF_8)
                            + " " + span.first() + "-" + span.last());
                }
            }
        }
        return found;
    }

    @Test
    void eachValueIsFoundWhereItStands() throws IOException {
        assertEquals(
                List.of(
                        "/messages/0 {\"ə\": \"ş\"} 3-3",
                        "/messages/1 [1,\n2] 4-5",
                        "/messages/2 \"🙂\" 5-5",
                        "/messages/3 12 6-6"),
                messages(
                        "{\"about\": {\"x\": [1, {\"messages\": []}]},\n\"messages\": [\n{\"ə\": \"ş\"},\n[1,\n2], \"🙂\",\n"
                                + "12 ], \"more\": null}"));
    }

    @Test
    void aByteOrderMarkCountsAsTheBytesThatItIs() throws IOException {
        assertEquals(List.of("/messages/0 {} 1-1"), messages("\uFEFF{\"messages\":[{}]}"));
    }

    @Test
    void aPointerEscapesNames() throws IOException {
        try (var walk = walk("{\"a/b~c\": 1}")) {
            walk.enter();
            assertTrue(walk.hasNext());
            assertEquals("/a~1b~0c", walk.pointer());
            walk.skip();
            assertFalse(walk.hasNext());
        }
    }

    @Test
    void whatTheResultCannotSayIsKeptAsText() throws IOException {
        assertEquals(
                "[\"1.50\",\"1e3\",\"-0\",\"9007199254740993\",7,\"\uFFFD!\"]",
                whole("[1.50,1e3,-0,9007199254740993,7,\"\\ud83d!\"]")
                        .orElseThrow()
                        .canonical());
        assertEquals(
                "{\"a\":1,\"a#2\":2,\"a#3\":3}",
                whole("{\"a\":1,\"a\":2,\"a\":3}").orElseThrow().canonical());
    }

    @Test
    void whatIsTooDeepOrTooMuchIsPassedOverAndTheRestIsRead() throws IOException {
        String deep = "[".repeat(600) + "]".repeat(600);
        String many = "[" + "0,".repeat(1 << 18) + "0]";
        try (var walk = walk("[" + deep + "," + many + ",{\"d\":" + deep + "},\"rest\"]")) {
            walk.enter();
            for (int n = 0; n < 3; n++) {
                assertTrue(walk.hasNext());
                assertEquals(Optional.empty(), walk.value());
            }
            assertTrue(walk.hasNext());
            assertEquals(Optional.of(Json.of("rest")), walk.value());
            assertFalse(walk.hasNext());
        }
    }

    @Test
    void whatIsNoJsonIsNamedByItsLineAndNotSaid() throws IOException {
        for (var broken : List.of("", "\uFEFF", "secret", "[1,\u0001]", "{\"a\" 1}")) {
            var refused = assertThrows(BrokenJson.class, () -> whole(broken), broken);
            assertFalse(refused.said().toString().contains("secret"), broken);
        }
        assertThrows(
                BrokenJson.class,
                () -> JsonWalk.of(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_16BE))));
        assertEquals(
                "no JSON from line 3 on",
                assertThrows(BrokenJson.class, () -> messages("{\"messages\":[\n{},\n{\"text\":\"cut o"))
                        .getMessage());
        assertThrows(BrokenJson.class, () -> whole("[".repeat(10_000)));
    }

    @Test
    void anEndOfALineWithinAStringIsOneToo() throws IOException {
        String many = "\"a\nb\",\r\n".repeat(30_000);
        assertEquals(List.of("/messages/0 \"\n\" 1-2", "/messages/1 7 2-2"), messages("{\"messages\":[\"\n\",7]}"));
        assertEquals(List.of("/messages/0 8 60002-60002"), messages("{\"n\":[" + many + "0],\n\"messages\":[8]}"));
        assertEquals(
                "no JSON from line 3 on",
                assertThrows(BrokenJson.class, () -> whole("[\"\n\n\", x]")).getMessage());
    }

    @Test
    void whatFollowsAMarkOfUtf8IsUtf8() {
        byte[] wide = "[1]".getBytes(StandardCharsets.UTF_16BE);
        byte[] marked = new byte[wide.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(wide, 0, marked, 3, wide.length);
        assertThrows(BrokenJson.class, () -> {
            try (var walk = JsonWalk.of(new ByteArrayInputStream(marked))) {
                walk.value();
            }
        });
    }
}

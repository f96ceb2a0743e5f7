package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.net.SmallSocks;
import org.taniq.seal.stamp.TestAuthority;

/// What a person types to have a dossier stamped as a whole, with an authority on the loopback.
@Tag("slow")
final class DossierStampStoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KEY = " --passphrase-fd 3 3<words";

    @TempDir
    private Path temp = Path.of("");

    private final TestAuthority authority;
    private final AtomicInteger asked = new AtomicInteger();
    private int port;
    private HttpServer server;
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    DossierStampStoryTest() throws IOException {
        authority = new TestAuthority("Root of tests");
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", this::answer);
        server.createContext("/busy", exchange -> say(exchange, new byte[] {1}));
        server.start();
        port = server.getAddress().getPort();
        shell = Shell.in(temp);
        Files.writeString(shell.cwd().resolve("root.pem"), authority.pem());
        type("taniq init --generate mycase --danger no --minors no | head -n 1 >words");
        type("echo salam >note.txt; taniq add note.txt" + KEY);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        say(exchange, authority.answer(exchange.getRequestBody().readAllBytes(), NOON));
    }

    private static void say(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String type(String command) throws IOException, InterruptedException {
        return String.join(" ", shell.type(command));
    }

    private String tell(String file, String more) throws IOException, InterruptedException {
        return type("taniq tell " + file + " --items 2 --to \"District court\" --capturer \"Leyla Sadıqova\" " + more
                + KEY);
    }

    private String own(String host, String path) {
        return "--address http://" + host + ":" + port + path + " --root root.pem";
    }

    private static void assertSays(String said, String... parts) {
        for (var part : parts) {
            assertTrue(said.contains(part), said);
        }
    }

    private boolean isThere(String name) {
        return Files.exists(shell.cwd().resolve(name));
    }

    @Test
    void aDossierIsStampedAsAWholeAndStaysAsItIs() throws IOException, InterruptedException {
        assertSays(tell("dossier.zip", ""), "Written: dossier.zip");
        byte[] before = Files.readAllBytes(shell.cwd().resolve("dossier.zip"));
        assertSays(type("taniq stamp dossier.zip" + KEY), "Nobody was asked", "identrust", "[exit 3]");
        assertEquals(0, asked.get());
        assertSays(
                type("taniq stamp dossier.zip " + own("127.0.0.1", "/tsa") + KEY),
                "go to 127.0.0.1",
                "this dossier as a whole was there not later than 2026-11-20T12:00:00Z",
                "Written: dossier.asice");
        assertEquals(1, asked.get());
        assertArrayEquals(before, Files.readAllBytes(shell.cwd().resolve("dossier.zip")));
        assertSays(
                type("taniq verify dossier.asice"),
                "Yes, intact",
                "This dossier as a whole existed not later than 2026-11-20T12:00:00Z",
                "not in the list of this program");
        assertSays(type("taniq verify dossier.asice --json"), "in no list of this program", "\"bytes\":\"intact\"");
        assertSays(type("taniq verify dossier.asice --lang az"), "Bu dosye bütöv halda");
        assertSays(type("taniq stamp dossier.zip" + KEY), "dossier.asice", "[exit 3]");
        assertEquals(1, asked.get());
        flip();
        assertSays(type("taniq verify dossier.asice"), "NO, ALTERED", "[exit 1]");
    }

    private void flip() throws IOException {
        var file = shell.cwd().resolve("dossier.asice");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void tellAsksOnlyWhoWasChosen() throws IOException, InterruptedException {
        assertSays(tell("one.zip", "--stamp"), "Nobody was asked", "[exit 3]");
        assertFalse(isThere("one.zip"));
        type("taniq stamp " + own("127.0.0.1", "/tsa") + KEY);
        int before = asked.get();
        assertSays(tell("one.zip", "--stamp"), "Written: one.zip", "Written: one.asice");
        assertSays(
                tell("two.zip", "--stamp --json"), "\"time\":{\"failed\":[],\"stamped\":[{", "\"file\":\"two.asice\"");
        assertEquals(before + 2, asked.get());
        type("taniq stamp --with never" + KEY);
        assertSays(tell("three.zip", "--stamp"), "You chose that nobody is asked", "[exit 3]");
        assertFalse(isThere("three.zip"));
        assertEquals(before + 2, asked.get());
    }

    @Test
    void whereNobodyAnswersNothingIsWritten() throws IOException, InterruptedException {
        tell("dossier.zip", "");
        assertSays(
                type("taniq stamp dossier.zip " + own("127.0.0.1", "/busy") + KEY),
                "not stamped by",
                "Nothing was written",
                "[exit 3]");
        server.stop(0);
        assertSays(type("taniq stamp dossier.zip --json" + KEY), "\"file\":null", "[exit 3]");
        assertFalse(isThere("dossier.asice"));
        assertEquals("", type("ls -A | grep tmp; true"));
        assertSays(type("taniq verify dossier.zip"), "Yes, intact");
    }

    @Test
    void oneOfTwoThatAnswersIsKept() throws IOException, InterruptedException {
        tell("dossier.zip", "");
        try (var socks = new SmallSocks()) {
            String said = type("taniq stamp dossier.zip --with identrust " + own("time.invalid", "/tsa") + " --socks "
                    + socks.route() + KEY);
            assertSays(said, "not stamped by identrust", "Written: dossier.asice", "move it away", "[exit 3]");
            assertEquals(List.of("timestamp.identrust.com", "time.invalid"), socks.names());
        }
        assertSays(type("taniq verify dossier.asice"), "Yes, intact", "not later than 2026-11-20T12:00:00Z");
    }

    @Test
    void whatIsNoDossierIsNotSentAnywhere() throws IOException, InterruptedException {
        type("taniq stamp " + own("127.0.0.1", "/tsa") + KEY);
        int before = asked.get();
        assertSays(type("taniq stamp note.txt" + KEY), "is no dossier", "[exit 3]");
        assertSays(type("taniq stamp gone.zip" + KEY), "gone.zip", "[exit 3]");
        assertEquals(before, asked.get());
    }
}

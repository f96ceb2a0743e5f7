package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.taniq.seal.TestResponder;
import org.taniq.seal.stamp.TestAuthority;

/// What a person types to have her case stamped, with an authority on the loopback.
@Tag("slow")
final class StampStoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path temp = Path.of("");

    private final TestAuthority authority;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private int port;
    private HttpServer server;
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    StampStoryTest() throws IOException {
        authority = new TestAuthority("Root of tests");
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        listen(0);
        shell = Shell.in(temp);
        Files.writeString(shell.cwd().resolve("root.pem"), authority.pem());
        type("taniq init --generate mycase --danger no --minors no | head -n 1 >words");
        type("echo salam >note.txt; taniq add note.txt --passphrase-fd 3 3<words");
    }

    private void listen(int wanted) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        server.createContext("/tsa", this::answer);
        server.createContext("/listed", this::answerWithList);
        server.createContext("/list.crl", this::list);
        server.createContext("/ocsp", this::aboutOne);
        server.start();
        port = server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] answer = authority.answer(exchange.getRequestBody().readAllBytes(), NOON);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /// By a signer whose certificate says where the list of revoked ones is, first nowhere, then here, and who answers
    /// about it alone.
    private void answerWithList(HttpExchange exchange) throws IOException {
        String here = "http://127.0.0.1:" + port;
        byte[] request = exchange.getRequestBody().readAllBytes();
        var listed = List.of("file:///x", here + "/gone.crl", here + "/list.crl");
        say(exchange, authority.answerNaming(request, NOON, listed, List.of(here + "/ocsp")));
    }

    private void list(HttpExchange exchange) throws IOException {
        lists.incrementAndGet();
        say(exchange, authority.crl(NOON.plusSeconds(3600).minusSeconds(lists.get() == 1 ? 7200 : 0)));
    }

    private void aboutOne(HttpExchange exchange) throws IOException {
        answers.incrementAndGet();
        byte[] request = exchange.getRequestBody().readAllBytes();
        say(exchange, new TestResponder(authority).answer(request, NOON.plusSeconds(7200)));
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

    private String stamp(String more) throws IOException, InterruptedException {
        return type("taniq stamp " + more + " --passphrase-fd 3 3<words");
    }

    private String own(String host) {
        return "--address http://" + host + ":" + port + "/tsa --root root.pem";
    }

    private static void assertSays(String said, String... parts) {
        for (var part : parts) {
            assertTrue(said.contains(part), said);
        }
    }

    @Test
    void whatIsStampedIsVerifiedAndWhatIsChangedIsNamed() throws IOException, InterruptedException {
        assertSays(type("taniq list --passphrase-fd 3 3<words"), "Never time-stamped");
        assertSays(stamp(""), "Nobody was asked", "identrust", "[exit 3]");
        assertEquals(0, asked.get());
        assertSays(stamp(own("127.0.0.1")), "go to 127.0.0.1", "not later than 2026-11-20T12:00:00Z");
        assertSays(
                stamp("--with-revocation"),
                "nobody was asked",
                "CN=Signer of a time-stamp names nobody who could be asked",
                "[exit 3]");
        assertEquals(1, asked.get());
        String verified = type("taniq verify mycase --passphrase-fd 3 3<words");
        assertSays(verified, "Sealed not later than 2026-11-20T12:00:00Z", "not in the list of this program");
        assertTrue(!type("taniq list --passphrase-fd 3 3<words").contains("time-stamped"));
        flip(kept("response.tsr"));
        assertSays(
                type("taniq verify mycase --passphrase-fd 3 3<words"),
                "log/" + log() + "/time/",
                "Unproven",
                "[exit 1]");
    }

    @Test
    void whoeverCannotBeReachedIsAskedTheNextTime() throws IOException, InterruptedException {
        server.stop(0);
        assertSays(stamp(own("127.0.0.1")), "did not answer", "Nothing is lost", "[exit 3]");
        listen(port);
        assertSays(stamp(""), "Stamped");
        assertEquals(1, asked.get());
    }

    @Test
    void revocationIsAskedForOnlyIfSheSaysSoAndOfAResponderOnlyWhatNoListSays()
            throws IOException, InterruptedException {
        String listed = "--address http://127.0.0.1:" + port + "/listed --root root.pem";
        assertSays(stamp(listed), "Stamped");
        assertEquals(0, lists.get() + answers.get());
        try (var socks = new SmallSocks()) {
            assertSays(
                    stamp("--with-revocation --socks " + socks.route()),
                    "which list is wanted goes to 127.0.0.1 through " + socks.route(),
                    "says 404",
                    "Kept: the revocation list of 2026-11-20T11:00:00Z from 127.0.0.1",
                    "of an authority is meant goes to 127.0.0.1 through " + socks.route(),
                    "Kept: the answer of 2026-11-20T14:00:00Z from 127.0.0.1 about a certificate");
            assertEquals(List.of("127.0.0.1", "127.0.0.1", "127.0.0.1"), socks.names());
        }
        assertSays(stamp("--socks none --with-revocation"), "whether its certificates were revoked");
        assertEquals(List.of(1, 1), List.of(lists.get(), answers.get()));
        assertSays(
                type("taniq verify mycase --list --no-key | tr -s ' \\n' ' '"),
                "list of 2026-11-20T11:00:00Z kept",
                "answer of 2026-11-20T14:00:00Z about one certificate kept");
        assertSays(stamp("note.txt --with-revocation"), "not for a dossier", "[exit 2]");
        type("echo more >more.txt; taniq add more.txt --passphrase-fd 3 3<words");
        assertSays(
                stamp("--with-revocation"),
                "and the network address that asks, go to 127.0.0.1",
                "Kept: the revocation list of 2026-11-20T13:00:00Z from 127.0.0.1");
        assertEquals(List.of(2, 1), List.of(lists.get(), answers.get()));
    }

    @Test
    void throughAProxyTheProxyFindsTheName() throws IOException, InterruptedException {
        try (var socks = new SmallSocks()) {
            String through = " --socks " + socks.route();
            assertSays(stamp(own("time.invalid") + through), "through " + socks.route(), "Stamped");
            assertEquals(List.of("time.invalid"), socks.names());
            type("echo more >more.txt; taniq add more.txt --passphrase-fd 3 3<words");
            assertSays(stamp(own("later.invalid")), "through " + socks.route(), "Stamped");
            assertEquals(List.of("time.invalid", "later.invalid"), socks.names());
            type("echo again >again.txt; taniq add again.txt --passphrase-fd 3 3<words");
            assertSays(stamp(own("127.0.0.1") + " --socks none"), "go to 127.0.0.1", "Stamped");
            assertEquals(2, socks.names().size());
        }
    }

    private String log() throws IOException {
        try (var files = Files.walk(shell.cwd().resolve("mycase/log"))) {
            return files.filter(file -> file.getFileName().toString().equals("response.tsr"))
                    .map(file -> shell.cwd()
                            .resolve("mycase/log")
                            .relativize(file)
                            .getName(0)
                            .toString())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path kept(String name) throws IOException {
        try (var files = Files.walk(shell.cwd().resolve("mycase/log"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}

package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.age.Identity;

/// Real processes over a real socket.
class SessionTest {
    private static final Identity PERSON = Identity.generate(new SecureRandom());
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path place;

    @Test
    void aCommandInsideTheSessionGetsTheIdentityWithoutAPassphrase() throws IOException, InterruptedException {
        var outer = outer(LONG, List.of(command(Inside.class.getName())));
        assertEquals(List.of("person " + PERSON.recipient().text()), outer.said());
        assertEquals(7, outer.code());
        assertNothingLeft();
    }

    @Test
    void aVaultUnlockedByOneCommandIsOpenForTheNext() throws IOException {
        var vault = Identity.generate(new SecureRandom());
        var stranger = Identity.generate(new SecureRandom());
        try (var host = hosted(LONG)) {
            var first = current(host);
            assertEquals(Optional.empty(), first.vault(vault.recipient()));
            first.keep(vault);
            var second = current(host);
            assertEquals(vault, second.vault(vault.recipient()).orElseThrow());
            assertEquals(Optional.empty(), second.vault(stranger.recipient()));
            assertEquals(PERSON, second.identity());
        }
        assertNothingLeft();
    }

    @Test
    void withoutASessionThereIsNone() throws IOException {
        assertTrue(Session.current(Map.of()).isEmpty());
        assertTrue(
                Session.current(Map.of(Session.VARIABLE, place.resolve("gone").toString()))
                        .isEmpty());
        Files.createFile(place.resolve("dead"));
        assertTrue(
                Session.current(Map.of(Session.VARIABLE, place.resolve("dead").toString()))
                        .isEmpty());
    }

    @Test
    void onlyThisUserMayEnterTheFolderOfTheSocket() throws IOException {
        try (var host = hosted(LONG)) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(host.socket().getParent())));
        }
    }

    @Test
    void whenNobodyAsksTheKeysAreForgotten() throws IOException {
        var host = SessionHost.open(place, PERSON);
        host.serve(Duration.ofMillis(1), InstantSource.system());
        assertTrue(Session.current(Map.of(Session.VARIABLE, host.socket().toString()))
                .isEmpty());
        assertNothingLeft();
    }

    @Test
    void whoAsksKeepsTheSessionOpenButAComputerThatSleptDoesNot() throws IOException {
        var now = new AtomicReference<>(Instant.EPOCH);
        try (var host = SessionHost.open(place, PERSON)) {
            Thread.ofPlatform().daemon().start(() -> serve(host, Duration.ofMinutes(60), now::get));
            for (int minute : List.of(0, 59, 100, 150)) {
                now.set(Instant.EPOCH.plus(Duration.ofMinutes(minute)));
                assertEquals(PERSON, current(host).identity());
            }
            var early = current(host);
            now.set(Instant.EPOCH.plus(Duration.ofMinutes(210)));
            assertThrows(SessionEnded.class, early::identity);
            assertTrue(Session.current(Map.of(Session.VARIABLE, host.socket().toString()))
                    .isEmpty());
        }
        assertNothingLeft();
    }

    @Test
    void nonsenseAndHalfQuestionsDoNotEndTheSession() throws IOException {
        try (var host = hosted(LONG)) {
            for (var question : List.of("", "keep", "keep x", "vault", "vault x", "tell me")) {
                assertEquals("none", raw(host, question + "\n"), question);
            }
            raw(host, "identi");
            assertEquals("", raw(host, "x".repeat(2000)));
            assertEquals(PERSON, current(host).identity());
        }
    }

    /// Another user (nobody) connects to a socket that was laid open to all: the system says who asks.
    @Test
    void anotherUserIsRefusedEvenWhereTheFolderIsOpen() throws IOException, InterruptedException {
        var mayAskAsAnother =
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin/runuser"));
        NotRun.unless(mayAskAsAnother, "another user asks the session", "needs root, runuser and python3");
        Path open = Files.createTempDirectory(Path.of("/tmp"), "taniq-test-");
        var host = SessionHost.open(open, PERSON);
        Thread.ofPlatform().daemon().start(() -> serve(host, LONG, InstantSource.system()));
        for (var path : List.of(open, host.socket().getParent(), host.socket())) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        var ask = "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect('" + host.socket() + "')\n"
                + "try:\n s.sendall(b'identity\\n')\n print('got', len(s.recv(100)))\n"
                + "except OSError:\n print('refused')";
        assertEquals(
                "refused",
                run(List.of("/usr/sbin/runuser", "-u", "nobody", "--", "python3", "-c", ask))
                        .replace("got 0", "refused"));
        assertEquals("got 75", run(List.of("python3", "-c", ask)));
        host.close();
        Files.delete(open);
    }

    @Test
    void aKilledSessionLeavesNoKeysAndNoSocketThatAnswers() throws IOException, InterruptedException {
        var outer = start(LONG, List.of("cat"));
        Path socket = waitForSocket(outer);
        var environment = Map.of(Session.VARIABLE, socket.toString());
        assertEquals(PERSON, Session.current(environment).orElseThrow().identity());
        outer.destroy();
        outer.waitFor();
        assertTrue(Session.current(environment).isEmpty());
        assertNothingLeft();
    }

    /// `cat` ends with its input, so the child is told to say where the socket is by the process itself.
    private static Path waitForSocket(Process outer) throws IOException {
        return Path.of(outer.inputReader(StandardCharsets.UTF_8).readLine());
    }

    /// `taniq open-session` without its questions.
    static final class Outer {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            var session = new OpenSession(System.getenv(), Duration.parse(arguments[1]));
            var command = List.of(arguments).subList(2, arguments.length);
            System.exit(session.run(Identity.parse(arguments[0]), List.of(), command));
        }
    }

    /// A command in the session.
    static final class Inside {
        public static void main(String[] arguments) throws IOException {
            var session = Session.current(System.getenv()).orElseThrow();
            System.out.println("person " + session.identity().recipient().text());
            System.exit(7);
        }
    }

    private record Ended(List<String> said, int code) {}

    private Ended outer(Duration idle, List<List<String>> command) throws IOException, InterruptedException {
        var process = start(idle, command.getFirst());
        var said = process.inputReader(StandardCharsets.UTF_8).readAllLines();
        return new Ended(said, process.waitFor());
    }

    private Process start(Duration idle, List<String> inside) throws IOException {
        var all = new ArrayList<>(command(Outer.class.getName(), PERSON.secret(), idle.toString()));
        all.addAll(inside.equals(List.of("cat")) ? List.of("sh", "-c", "echo $TANIQ_SESSION; cat") : inside);
        var builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_RUNTIME_DIR", place.toString());
        return builder.start();
    }

    private static List<String> command(String... mainAndArguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    private SessionHost hosted(Duration idle) throws IOException {
        var host = SessionHost.open(place, PERSON);
        Thread.ofPlatform().daemon().start(() -> serve(host, idle, InstantSource.system()));
        return host;
    }

    private static void serve(SessionHost host, Duration idle, InstantSource clock) {
        try {
            host.serve(idle, clock);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Session current(SessionHost host) throws IOException {
        return Session.current(Map.of(Session.VARIABLE, host.socket().toString()))
                .orElseThrow();
    }

    private static String raw(SessionHost host, String bytes) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(host.socket()))) {
            channel.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            var answer = ByteBuffer.allocate(200);
            while (channel.read(answer) > 0) {}
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8).strip();
        } catch (IOException reset) {
            return "";
        }
    }

    private void assertNothingLeft() throws IOException {
        try (var files = Files.list(place)) {
            assertEquals(List.of(), files.toList());
        }
    }
}

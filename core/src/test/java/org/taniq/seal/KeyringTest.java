package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.WrongKey;
import org.taniq.base.age.WrongPassphrase;

class KeyringTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Digest ITEM = Digest.of(new byte[] {1});

    @TempDir
    Path folder;

    private final Durable durable = new Durable();

    @Test
    void whatIsSavedIsThereAgainByPassphraseAndBySession() throws IOException {
        Path vault = folder.resolve("vault");
        var recipient = Identity.generate(RANDOM).recipient();
        var known = Known.generate(vault, recipient, RANDOM);
        String log = known.keys().evidence().verifier().id();
        var head = new Checkpoint("taniq/" + log, 7, Digest.of());
        known.remember(log, head);
        known.saw(ITEM, 1, 3);
        known.read(3);
        known.note(log, new OpenedBefore(7, Digest.of(), ITEM));
        Identity session = saved(known);

        for (var keyring : List.of(opened("stone river"), Keyring.open(config(), session, durable))) {
            var again = keyring.at(vault).orElseThrow();
            assertEquals(recipient, again.keys().recipient());
            assertArrayEquals(
                    known.keys().evidence().seed(), again.keys().evidence().seed());
            assertArrayEquals(
                    known.keys().caseLog().seed(), again.keys().caseLog().seed());
            assertEquals(log, again.keys().evidence().verifier().id());
            assertEquals(known.remembered(), again.remembered());
            assertArrayEquals(known.indexKey(), again.indexKey());
            assertEquals(OptionalLong.of(3), again.seen(ITEM, 1));
            assertEquals(OptionalLong.empty(), again.seen(ITEM, 2));
            assertTrue(again.wasRead(3));
            assertFalse(again.wasRead(2));
            assertEquals(known.opened(), again.opened());
            assertEquals(vault, keyring.lastUsed().orElseThrow());
            assertEquals(again, keyring.withLog(log).orElseThrow());
        }
    }

    @Test
    void aSmallerCheckpointIsNotRemembered() {
        var known = Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM);
        known.remember("a", new Checkpoint("taniq/a", 7, Digest.of()));
        known.remember("a", new Checkpoint("taniq/a", 6, Digest.of()));
        assertEquals(Map.of("a", new Checkpoint("taniq/a", 7, Digest.of())), known.highest());
    }

    @Test
    void anotherPassphraseIsToldFromAnAlteredFile() throws IOException {
        saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        assertThrows(WrongPassphrase.class, () -> opened("stone lake"));
        flip(config().resolve("vaults.age"));
        assertThrows(Altered.class, () -> opened("stone river"));
    }

    @Test
    void neitherFileShowsARecipientOrAPath() throws IOException {
        Identity own = saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        for (var name : List.of("identity.age", "vaults.age")) {
            String text = new String(Files.readAllBytes(config().resolve(name)), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("age1"));
            assertFalse(text.contains(own.secret()));
            assertFalse(text.contains(folder.toString()));
        }
    }

    @Test
    void keysAreNeverReplacedByNewOnes() throws IOException {
        saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        byte[] before = Files.readAllBytes(config().resolve("identity.age"));
        assertThrows(IOException.class, () -> Keyring.create(config(), typed("other words"), RANDOM, durable));
        assertArrayEquals(before, Files.readAllBytes(config().resolve("identity.age")));
    }

    @Test
    void whatAnotherProcessSavedIsNotOverwritten() throws IOException {
        Identity own = saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        var early = Keyring.open(config(), own, durable);
        var late = Keyring.open(config(), own, durable);
        late.use(folder.resolve("late"));
        early.use(folder.resolve("early"));
        try (var turn = KeyringLock.take(config(), Duration.ZERO)) {
            late.save(turn);
            late.save(turn);
            assertThrows(IOException.class, () -> early.save(turn));
        }
        assertEquals(
                folder.resolve("late"),
                Keyring.open(config(), own, durable).lastUsed().orElseThrow());
    }

    @Test
    void savingNeedsTheTurn() throws IOException {
        Identity own = saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        var keyring = Keyring.open(config(), own, durable);
        var over = KeyringLock.take(config(), Duration.ZERO);
        over.close();
        assertThrows(IllegalArgumentException.class, () -> keyring.save(over));
        try (var elsewhere = KeyringLock.take(folder.resolve("elsewhere"), Duration.ZERO)) {
            assertThrows(IllegalArgumentException.class, () -> keyring.save(elsewhere));
        }
    }

    @Test
    void aNewerFileIsNamedAsSuch() throws IOException {
        Identity own = saved(Known.generate(folder, Identity.generate(RANDOM).recipient(), RANDOM));
        write(own, "{\"something\":\"else\",\"version\":2}");
        assertThrows(NotThisFormat.class, () -> Keyring.open(config(), own, durable));
        for (var text :
                List.of("", "[]", "{\"version\":1}", "{\"vaults\":[{}],\"version\":1}", "{\"version\":\"1\"}")) {
            write(own, text);
            assertThrows(Altered.class, () -> Keyring.open(config(), own, durable), text);
        }
    }

    @Test
    void theVaultOpensWithEachOfItsPassphrasesAndNoOther() throws IOException {
        var vault = Identity.generate(RANDOM);
        var waysIn = new WaysIn(folder.resolve("keys"), durable);
        assertThrows(WrongKey.class, () -> waysIn.open(typed("stone")));
        waysIn.add(vault, typed("stone"), RANDOM);
        waysIn.add(vault, typed("lake"), RANDOM);
        Files.write(folder.resolve("keys/0000000000000000.age"), Blobs.wrap(new byte[0], vault.recipient()));
        assertEquals(vault, waysIn.open(typed("stone")));
        assertEquals(vault, waysIn.open(typed("lake")));
        assertThrows(WrongPassphrase.class, () -> waysIn.open(typed("hill")));
    }

    @Test
    void anAlteredWayInDoesNotBarAnother() throws IOException {
        var vault = Identity.generate(RANDOM);
        var waysIn = new WaysIn(folder.resolve("keys"), durable);
        waysIn.add(vault, typed("stone"), RANDOM);
        Files.writeString(folder.resolve("keys/0000000000000000.age"), "age-encryption.org/v1\n-> scrypt x 99\n");
        assertEquals(vault, waysIn.open(typed("stone")));
        assertThrows(Altered.class, () -> waysIn.open(typed("lake")));
    }

    /// The second process is a real one.
    @Test
    void aSecondProcessWaitsAndIsThenToldWhy() throws IOException, InterruptedException {
        try (var turn = KeyringLock.take(config(), Duration.ZERO)) {
            var other = process("0").redirectErrorStream(true).start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, other.waitFor());
            assertTrue(said.contains("another Taniq is writing"), said);
            turn.mustBeOn(config());
        }
        var next = process("0").start();
        next.getOutputStream().close();
        assertEquals(0, next.waitFor());
    }

    @Test
    void theTurnEndsWithAKilledProcess() throws IOException, InterruptedException {
        var other = process("0").start();
        assertEquals('1', other.getInputStream().read());
        assertThrows(IOException.class, () -> KeyringLock.take(config(), Duration.ZERO));
        other.destroyForcibly().waitFor();
        KeyringLock.take(config(), Duration.ofSeconds(10)).close();
    }

    @Test
    void whoIsPatientGetsTheTurn() throws IOException, InterruptedException {
        var other = process("0").start();
        assertEquals('1', other.getInputStream().read());
        var patient = process("60").start();
        other.getOutputStream().close();
        assertEquals('1', patient.getInputStream().read());
        patient.getOutputStream().close();
        assertEquals(0, patient.waitFor());
    }

    /// Takes the turn, says `1`, keeps it until its input ends.
    static final class Other {
        public static void main(String[] arguments) throws IOException {
            try (var turn = KeyringLock.take(Path.of(arguments[0]), Duration.ofSeconds(Long.parseLong(arguments[1])))) {
                System.out.print(1);
                System.out.flush();
                turn.mustBeOn(Path.of(arguments[0]));
                System.in.readAllBytes();
            }
        }
    }

    private ProcessBuilder process(String seconds) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                config().toString(),
                seconds);
    }

    @Test
    void aKeyringIsWholeAfterAFailureAtAnyInstant() throws IOException {
        int moments = 0;
        while (failsAt(moments)) {
            moments++;
        }
        assertTrue(moments > 20, "only " + moments);
    }

    private boolean failsAt(int moment) throws IOException {
        Path place = folder.resolve("at" + moment);
        int[] passed = {0};
        var breaking = new Durable((op, file, when) -> {
            if (passed[0]++ >= moment) {
                throw new IOException("the disk is gone");
            }
        });
        boolean failed = false;
        try (var turn = KeyringLock.take(place, Duration.ZERO)) {
            var keyring = Keyring.create(place, typed("stone river"), RANDOM, breaking);
            keyring.use(folder);
            keyring.save(turn);
        } catch (IOException expected) {
            failed = true;
        }
        var keyring = Keyring.isIn(place)
                ? Keyring.open(place, typed("stone river"), durable)
                : Keyring.create(place, typed("stone river"), RANDOM, durable);
        assertTrue(failed || keyring.lastUsed().isPresent());
        return failed;
    }

    private Path config() {
        return folder.resolve("config");
    }

    private Identity saved(Known known) throws IOException {
        var keyring = Keyring.create(config(), typed("stone river"), RANDOM, durable);
        keyring.add(known);
        keyring.use(known.path());
        try (var turn = KeyringLock.take(config(), Duration.ZERO)) {
            keyring.save(turn);
        }
        try (Stream<Path> files = Files.list(config())) {
            assertEquals(3, files.count());
        }
        return keyring.identity();
    }

    private Keyring opened(String words) throws IOException {
        return Keyring.open(config(), typed(words), durable);
    }

    private void write(Identity own, String text) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = own.recipient().encrypt(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(config().resolve("vaults.age"), file.toByteArray());
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private static Passphrase typed(String words) {
        return Passphrase.of(words.toCharArray(), 10);
    }
}

package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Authorities;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.StampRefused;
import org.taniq.seal.stamp.TestAuthority;

/// A vault whose log an authority of our own stamps, and what is done to the stamp afterwards.
final class StampingTest {
    @TempDir
    Path folder;

    private final TestAuthority test;
    private final Authority authority;
    private SmallVault small;
    private Stamping stamping;
    private String log;

    @SuppressWarnings("NullAway.Init")
    StampingTest() throws IOException {
        test = new TestAuthority("Root of tests");
        authority = Authority.own(URI.create("http://127.0.0.1:1/"), test.root());
    }

    @BeforeEach
    void seal() throws IOException {
        small = SmallVault.in(folder.resolve("vault"));
        log = small.letter.log();
        stamping = stamping();
    }

    private Stamping stamping() {
        var turn = new Stamping.Turn() {
            @Override
            public Group group() {
                return small.sealer.group(LogKind.EVIDENCE);
            }

            @Override
            public void commit(Group group) throws IOException {
                group.commit();
            }
        };
        return new Stamping(small.vault, log, turn, new Durable());
    }

    /// As the command does it.
    private long stamp() throws IOException {
        stamping.sealHeads(small.unlocked());
        long size = head().size();
        stamping.stamp(authority, (_, request) -> test.answer(request, THEN), new SecureRandom());
        stamping.sealStamps(small.unlocked(), List.of(authority));
        return size;
    }

    private Checkpoint head() throws IOException {
        return LogFolder.read(small.vault.logFolder(log)).checkpoint();
    }

    private Path kept(long size) {
        return small.vault.logFolder(log).resolve("time/" + size + "/1");
    }

    private List<Verdict> verdicts() throws IOException {
        return List.of(withKey(), VaultCheck.check(small.vault, Map.of()));
    }

    private Verdict withKey() throws IOException {
        return VaultCheck.check(small.vault, Map.of(), small.identity);
    }

    @Test
    void withoutAStampTheTimeIsUnproven() throws IOException {
        for (var verdict : verdicts()) {
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
    }

    @Test
    void aStampSaysNotLaterThanWhenAndByWhom() throws IOException {
        long size = stamp();
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes(), () -> failed());
        var expected = new Verdict.Prefix(
                log, size, size + 1, THEN, "root-" + test.root().fingerprints().getFirst());
        for (var verdict : verdicts()) {
            assertEquals(new Verdict.Stamped(List.of(expected)), verdict.time());
        }
        assertFalse(expected.isKnown());
    }

    private String failed() {
        try {
            return withKey().failed() + "";
        } catch (IOException unreadable) {
            return unreadable + "";
        }
    }

    @Test
    void oneStampHoldsTheHeadsOfAllLogs() throws IOException {
        long size = stamp();
        var heads = small.unlocked().statements("heads/1").getFirst();
        assertTrue(heads.pointer().index() < size);
        var other = LogFolder.read(small.vault.logFolder(small.complaint.log())).checkpoint();
        assertEquals(Json.of(List.of(other.json())), heads.value("heads"));
    }

    @Test
    void whatAddsOnlyTheStampIsNotStampedAgain() throws IOException {
        stamp();
        long size = head().size();
        stamping.sealHeads(small.unlocked());
        assertEquals(0, stamping.sealStamps(small.unlocked(), List.of(authority)));
        assertFalse(stamping.isDue(authority));
        assertEquals(size, head().size());
    }

    @Test
    void itIsKnownWhenTheLogWasLastStampedAndWhatIsNot() throws IOException {
        assertEquals(new Stamping.Standing(List.of(), true), Stamping.standing(small.vault, log, List.of(authority)));
        stamp();
        assertEquals(
                new Stamping.Standing(List.of(THEN), false), Stamping.standing(small.vault, log, List.of(authority)));
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("later.txt", "text/plain", new byte[] {1}));
        group.commit();
        assertEquals(
                new Stamping.Standing(List.of(THEN), true), Stamping.standing(small.vault, log, List.of(authority)));
    }

    @Test
    void aStepMakesAStampDueAgain() throws IOException {
        stamp();
        var steps = small.sealer.group(LogKind.CASE);
        steps.add(SmallVault.sent(small.letter));
        steps.commit();
        stamping.sealHeads(small.unlocked());
        assertTrue(stamping.isDue(authority));
        stamp();
        assertEquals(2, small.unlocked().statements("heads/1").size());
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes(), () -> failed());
    }

    /// The authority had answered, and the program was stopped before it sealed that.
    @Test
    void aStampThatWasNotSealedIsSealedByTheNext() throws IOException {
        stamping.stamp(authority, (_, request) -> test.answer(request, THEN), new SecureRandom());
        assertFalse(stamping.isDue(authority));
        assertEquals(1, stamping.sealStamps(small.unlocked(), List.of(authority)));
    }

    @Test
    void anAnswerThatProvesNothingIsNotKept() throws IOException {
        long size = head().size();
        assertThrows(StampRefused.class, () -> stamping.stamp(authority, (_, _) -> new byte[] {1}, new SecureRandom()));
        assertFalse(Files.exists(kept(size)));
        assertTrue(stamping.isDue(authority));
    }

    @Test
    @Tag("slow")
    void aChangedByteOfAnyFileIsNamed() throws IOException {
        Path kept = kept(stamp());
        for (var name : List.of("checkpoint", "request.tsq", "response.tsr", "roots.pem")) {
            byte[] bytes = Files.readAllBytes(kept.resolve(name));
            for (int place = 0; place < bytes.length; place += 97) {
                byte[] changed = bytes.clone();
                changed[place] ^= 1;
                Files.write(kept.resolve(name), changed);
                assertAltered(name + " " + place);
            }
            Files.write(kept.resolve(name), bytes);
        }
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes());
    }

    private void assertAltered(String what) throws IOException {
        for (var verdict : verdicts()) {
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), what);
            assertTrue(
                    verdict.failed().stream().anyMatch(check -> check.detail().contains("log/" + log + "/time/")),
                    () -> what + verdict.failed());
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
    }

    @Test
    void aFileThatWasTakenAwayIsMissing() throws IOException {
        Path kept = kept(stamp());
        Files.delete(kept.resolve("response.tsr"));
        for (var verdict : verdicts()) {
            assertTrue(
                    verdict.missing().stream().anyMatch(check -> check.detail().contains("/response.tsr")));
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
    }

    /// Without the key nothing says that there ever was one.
    @Test
    void aStampThatWasTakenAwayIsMissedWithTheKey() throws IOException {
        Path kept = kept(stamp());
        Files.move(kept, folder.resolve("taken"));
        var missing = withKey().missing();
        assertEquals(1, missing.size());
        assertTrue(missing.getFirst().detail().startsWith("the time-stamp that statement"));
    }

    @Test
    void aStampOfAnotherCheckpointIsAltered() throws IOException {
        Path kept = kept(stamp());
        Path other = small.vault.logFolder(log).resolve("time/2");
        Files.createDirectories(other);
        Files.move(kept, other.resolve("1"));
        assertAltered("another size");
        Files.move(other.resolve("1"), kept);
        Files.write(
                kept.resolve("checkpoint"),
                LogFolder.read(small.vault.logFolder(log)).note());
        assertAltered("another checkpoint");
    }

    @Test
    void aStampOfAnotherLogIsAltered() throws IOException {
        long size = stamp();
        Path kept = kept(size);
        Path other = small.vault.logFolder(small.complaint.log()).resolve("time/" + 1);
        Files.createDirectories(other);
        Files.move(kept, other.resolve("1"));
        for (var verdict : verdicts()) {
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
    }

    /// The log was rolled back, or the folder was given another name.
    @Test
    void aStampForMoreThanTheLogHasIsNotBelieved() throws IOException {
        Path kept = kept(stamp());
        Path longer = small.vault.logFolder(log).resolve("time/99");
        Files.createDirectories(longer);
        Files.move(kept, longer.resolve("1"));
        var remembered = Map.of(log, head());
        for (var verdict : List.of(
                VaultCheck.check(small.vault, remembered), VaultCheck.check(small.vault, remembered, small.identity))) {
            assertEquals(Verdict.Bytes.ALTERED, verdict.bytes());
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
    }

    @Test
    void aStampThatTheLogSignedForMoreStatementsIsARollback() throws IOException {
        stamp();
        var more = new Checkpoint(head().origin(), 99, head().root());
        var later = Files.createDirectories(small.vault.logFolder(log).resolve("time/99/1"));
        Files.write(later.resolve("checkpoint"), more.sign(small.keys.evidence()));
        var remembered = Map.of(log, head());
        assertThrows(Rollback.class, () -> small.vault.sealer(small.keys, remembered, new Durable()));
    }

    /// It is named by a check, and keeps nobody from sealing.
    @Test
    void whatAStrangerPutThereForMoreStatementsIsNoRollback() throws IOException {
        stamp();
        Path later = Files.createDirectories(small.vault.logFolder(log).resolve("time/99999/1"));
        small.vault.sealer(small.keys, Map.of(log, head()), new Durable());
        Files.write(later.resolve("checkpoint"), new byte[] {1});
        small.vault.sealer(small.keys, Map.of(log, head()), new Durable());
        assertTrue(VaultCheck.check(small.vault, Map.of()).missing().toString().contains("time/99999/1"));
    }

    @Test
    void aFileInThePlaceOfAStampKeepsNobodyFromStamping() throws IOException {
        var place = Files.createDirectories(small.vault.logFolder(log).resolve("time/" + head().size()));
        Files.write(place.resolve("1"), new byte[] {1});
        Files.createSymbolicLink(place.resolve("2"), small.vault.folder());
        long size = head().size();
        stamping.stamp(authority, (_, request) -> test.answer(request, THEN), new SecureRandom());
        assertTrue(Files.isDirectory(place.resolve("3")));
        assertEquals(1, StampFolder.of(small.vault.logFolder(log)).size(), "of size " + size);
    }

    /// A link may lead anywhere, to another disk or out of every copy.
    @Test
    void aLinkInThePlaceOfStampsCountsAsNotThere() throws IOException {
        Path kept = Objects.requireNonNull(kept(stamp()).getParent());
        Path away = Files.move(kept, folder.resolve("away"));
        Files.createSymbolicLink(kept, away);
        for (var verdict : verdicts()) {
            assertEquals(new Verdict.Unproven(""), verdict.time());
        }
        assertEquals(1, withKey().missing().size());
        assertTrue(stamping.isDue(authority));
    }

    @Test
    void nobodyIsAskedWhereALinkIsInThePlaceOfTheStamp() throws IOException {
        Path away = Files.createDirectory(folder.resolve("away"));
        Path time = Files.createDirectories(small.vault.logFolder(log).resolve("time"));
        Files.createSymbolicLink(time.resolve(String.valueOf(head().size())), away);
        var refused = assertThrows(
                Trouble.class,
                () -> stamping.stamp(authority, (_, _) -> Assertions.fail("somebody was asked"), new SecureRandom()));
        assertTrue(
                refused.said().toString().contains("is no folder"),
                refused.said().toString());
        try (var files = Files.list(away)) {
            assertEquals(0, files.count());
        }
    }

    /// The certificates that are kept are the sealer's choice: one of somebody known, put beside her own, must
    /// not give its name to what her own signed.
    @Test
    void aStampIsSaidByTheRootThatItLeadsToAndNoOther() throws IOException {
        var known = Authorities.known().getFirst().anchor();
        var both =
                new Anchor(List.of(known.roots().getFirst(), test.root().roots().getFirst()), List.of());
        var forged = Authority.own(URI.create("http://127.0.0.1:1/"), both);
        stamping.stamp(forged, (_, request) -> test.answer(request, THEN), new SecureRandom());
        stamping.sealStamps(small.unlocked(), List.of(forged));
        String own = "root-" + test.root().fingerprints().getFirst();
        for (var verdict : verdicts()) {
            var prefix = ((Verdict.Stamped) verdict.time()).prefixes().getFirst();
            assertEquals(own, prefix.authority());
        }
        assertEquals(
                Json.of(own), small.unlocked().statements("time/1").getFirst().value("authority"));
    }

    /// What is in the folder may have been put there by anybody, and a disk forgets: neither ends stamping.
    @Test
    @Tag("slow")
    void aStampThatDoesNotHoldStopsNoOther() throws IOException {
        Path kept = kept(stamp());
        for (var name : List.of("response.tsr", "roots.pem", "checkpoint", "request.tsq")) {
            byte[] bytes = Files.readAllBytes(kept.resolve(name));
            Files.write(kept.resolve(name), new byte[] {1});
            assertTrue(stamping.isDue(authority), name);
            stamp();
            assertFalse(stamping.isDue(authority), name);
            Files.write(kept.resolve(name), bytes);
            addAnItem();
        }
    }

    /// Whoever can write into the folder has the head stamped by an authority of his own, with any time.
    @Test
    void aStampOfAStrangerIsNotSealedAndDoesNotCount() throws IOException {
        var stranger = new TestAuthority("Root of others");
        var own = Authority.own(URI.create("http://127.0.0.1:1/"), stranger.root());
        stamping.stamp(own, (_, request) -> stranger.answer(request, THEN), new SecureRandom());
        assertEquals(0, stamping.sealStamps(small.unlocked(), List.of(authority)));
        assertTrue(stamping.isDue(authority));
        assertEquals(new Stamping.Standing(List.of(), true), Stamping.standing(small.vault, log, List.of(authority)));
    }

    /// What is kept was there before the program was stopped, and does no harm; but nobody would ever delete it.
    @Test
    void aStampThatWasInterruptedLeavesNothingBehind() throws IOException {
        Path unfinished = kept(stamp()).resolveSibling(".tmp-" + "a".repeat(64));
        Files.createDirectories(unfinished);
        Files.write(unfinished.resolve("checkpoint"), new byte[] {1});
        assertEquals(1, VaultFiles.in(small.vault.folder()).strange().size());
        small.vault.sealer(small.keys, Map.of(), new Durable());
        assertFalse(Files.exists(unfinished));
        assertEquals(List.of(), VaultFiles.in(small.vault.folder()).strange());
        assertEquals(Verdict.Bytes.INTACT, withKey().bytes(), () -> failed());
    }

    /// The statement says of a kept answer that it is on a longer log than it is.
    @Test
    void aStatementOnAnotherSizeThanItsAnswerIsMissed() throws IOException {
        long size = stamp();
        var sealed = small.unlocked().statements("time/1").getFirst();
        var group = small.sealer.group(LogKind.EVIDENCE);
        var now = head();
        group.add(Statement.of("time/1")
                .with("origin", now.origin())
                .with("size", Json.of(now.size()))
                .with("root", now.root().hex())
                .with("authority", sealed.value("authority"))
                .with("response", sealed.value("response")));
        group.commit();
        assertTrue(size < now.size());
        assertEquals(1, withKey().missing().size());
    }

    private void addAnItem() throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("later.txt", "text/plain", new byte[] {1}));
        group.commit();
    }

    @Test
    void openSslChecksWhatIsKept() throws IOException, InterruptedException {
        NotRun.unless(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl ts", "no openssl here");
        Path kept = kept(stamp());
        assertEquals("Verification: OK", openSsl(kept));
        Files.writeString(kept.resolve("checkpoint"), "another");
        assertEquals("Verification: FAILED", openSsl(kept));
    }

    private static String openSsl(Path kept) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        "checkpoint",
                        "-in",
                        "response.tsr",
                        "-CAfile",
                        "roots.pem",
                        "-attime",
                        THEN.getEpochSecond() + "")
                .directory(kept.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("Verification"))
                .findFirst()
                .orElse(said);
    }
}

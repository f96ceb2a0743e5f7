package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// Whom a person is told to ask when somebody else's files are not all here.
final class WhoseTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private WriterKeys friend;
    private Map<String, Checkpoint> remembered = Map.of();

    @SuppressWarnings("NullAway.Init")
    WhoseTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        remembered = small.vault.heads().stream().collect(Collectors.toMap(head -> head.log(), head -> head));
        var random = new SecureRandom();
        friend = new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
    }

    private void seals(Statement... statements) throws IOException {
        var sealer = small.vault.sealer(friend, Map.of(), new Durable());
        for (var statement : statements) {
            var group = sealer.group(LogKind.EVIDENCE);
            group.add(statement);
            group.commit();
        }
    }

    private static Statement answered(String capturer) {
        return Statement.of("custody/1")
                .with("what", "asked-again")
                .with("detail", Json.object().put("capturer", capturer).build());
    }

    private static Statement item(String capturer, String saidBy) {
        return SmallVault.item("letter.txt", "text/plain", new byte[9])
                .with("capturer", Json.orNull(capturer))
                .with("saidBy", Json.orNull(saidBy));
    }

    /// As it is told once one of the openings has not come.
    private String whose() throws IOException {
        var log = small.vault.logFolder(friend.evidence().verifier().id());
        Files.delete(log.resolve("opening/0-1.age"));
        var gap = small.vault.unlock(small.identity, remembered).gaps().getFirst();
        return gap instanceof Gap.NotHere late ? late.whose() : gap.toString();
    }

    @Test
    void whoAnsweredWhoCapturesIsMeant() throws IOException {
        seals(answered("Leyla"), answered("Leyla S."));
        assertEquals("Leyla S.", whose());
    }

    /// She writes down what he did, in his name.
    @Test
    void whoIsNamedInSomebodyElsesThingIsNotMeant() throws IOException {
        seals(answered("Leyla"), item("Murad", "Murad"));
        assertEquals("Leyla", whose());
    }

    @Test
    void whoseWordsAreWrittenDownIsNotMeant() throws IOException {
        seals(item("", "a neighbour"));
        assertEquals("", whose());
    }
}

package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.TestAuthority;

/// What an authority stamped before a case was given a new key was there then, also under the new one.
final class VaultRekeyStampTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    @Test
    void aTimeStampHoldsAsBefore() throws IOException {
        var small = SmallVault.in(folder.resolve("case"));
        var authority = new TestAuthority("Root of tests");
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
        new Stamping(small.vault, small.letter.log(), turn, new Durable())
                .stamp(
                        Authority.own(URI.create("http://127.0.0.1:1/"), authority.root()),
                        (_, request) -> authority.answer(request, TestAuthority.THEN),
                        new SecureRandom());
        var before = VaultCheck.check(small.vault, java.util.Map.of()).time();
        var rekeyed = Rekeyed.to(folder.resolve("new"));
        assertEquals(Verdict.Bytes.INTACT, rekeyed.from(small).bytes());
        var prefixes = ((Verdict.Stamped) rekeyed.check().time()).prefixes();
        assertEquals(((Verdict.Stamped) before).prefixes(), prefixes);
        assertEquals(TestAuthority.THEN, prefixes.getFirst().notLater());
    }
}

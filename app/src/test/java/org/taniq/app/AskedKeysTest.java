package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.acquire.dns.LocalNames;
import org.taniq.acquire.dns.NameService;
import org.taniq.base.Bytes;
import org.taniq.base.net.Route;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.KeyName;
import org.taniq.read.mail.KeyText;
import org.taniq.read.mail.Keys;

final class AskedKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final KeyName NAME = new KeyName("s1", "Mail.example");

    private static Keys keys(Keys given, LocalNames names) throws Exception {
        return new AskedKeys(
                given, NameService.at(names.address(), new Route.Direct()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aKeyIsAskedForOnceAndKeepsWhoAnsweredAndWhen() throws Exception {
        try (var names = LocalNames.having("s1._domainkey.mail.example", List.of("v=DKIM1; ", "p=AB"))) {
            var keys = keys(Keys.NONE, names);
            var found = new Keys.Found(List.of(new KeyText("v=DKIM1; p=AB", "DNS " + names.address(), NOW)), 0);
            assertEquals(found, keys.of(NAME));
            assertEquals(found, keys.of(NAME));
            assertEquals(1, names.asked());
            assertEquals(new Keys.Gone("DNS " + names.address()), keys.of(new KeyName("s2", "mail.example")));
            assertInstanceOf(Keys.NotHad.class, keys.of(new KeyName("s 2", "mail.example")));
        }
    }

    @Test
    void whatAFileHasNobodyIsAskedFor() throws Exception {
        var file = Bytes.of("s1._domainkey.mail.example p=CD".getBytes(StandardCharsets.UTF_8));
        var given = GivenKeys.of(List.of(new GivenKeys.Source("keys.txt", file, NOW)));
        try (var names = LocalNames.having("s1._domainkey.mail.example", List.of("p=AB"))) {
            var found = assertInstanceOf(Keys.Found.class, keys(given, names).of(NAME));
            assertEquals("keys.txt", found.all().getFirst().origin());
            assertEquals(0, names.asked());
        }
    }

    /// A mailbox with thousands of signatures does not wait for thousands of answers that do not come.
    @Test
    void aServerThatIsSilentIsNotAskedAgainAndAgain() throws Exception {
        try (var names =
                LocalNames.having("s1._domainkey.mail.example", List.of("p=AB")).lying()) {
            var keys = keys(Keys.NONE, names);
            for (int i = 0; i < 100; i++) {
                assertInstanceOf(Keys.NotHad.class, keys.of(new KeyName("no name " + i, "mail.example")));
                assertInstanceOf(Keys.NotHad.class, keys.of(new KeyName("s" + i, "mail.example")));
            }
            int most = 20 * 4;
            assertTrue(names.asked() >= 20 && names.asked() <= most, "asked " + names.asked());
        }
    }
}

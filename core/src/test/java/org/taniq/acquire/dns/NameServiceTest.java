package org.taniq.acquire.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Trouble;
import org.taniq.base.net.Route;
import org.taniq.base.net.SmallSocks;

/// Asks a server on this computer.
final class NameServiceTest {
    private static final String KEY = "s1._domainkey.mail.example";

    private static NameService.Answer asked(LocalNames names, String name) throws Exception {
        try (names) {
            return NameService.at(names.address(), new Route.Direct()).texts(name);
        }
    }

    @Test
    void theTextUnderANameIsJoinedOfItsPieces() throws Exception {
        var names = LocalNames.having(KEY, List.of("v=DKIM1; k=rsa; ", "p=AB\"C\\; d"));
        assertEquals(new NameService.Texts(List.of("v=DKIM1; k=rsa; p=AB\"C\\; d")), asked(names, KEY));
        assertEquals(1, names.asked());
    }

    @Test
    void anotherNameThatItStandsForIsFollowed() throws Exception {
        var names = LocalNames.having(KEY, List.of("p=A")).alias("old._domainkey.mail.example", KEY);
        assertEquals(new NameService.Texts(List.of("p=A")), asked(names, "old._domainkey.mail.example"));
    }

    /// More than fits into a packet is asked for once more, by another way.
    @Test
    void aLongTextIsHadWhole() throws Exception {
        var piece = "x".repeat(255);
        var pieces = Collections.nCopies(20, piece);
        assertEquals(new NameService.Texts(List.of(piece.repeat(20))), asked(LocalNames.having(KEY, pieces), KEY));
    }

    @Test
    void whereThereIsNoneItIsSaid() throws Exception {
        assertEquals(
                new NameService.None(), asked(LocalNames.having(KEY, List.of("p=A")), "s2._domainkey.mail.example"));
    }

    @Test
    void aServerThatIsNotThereDoesNotAnswer() throws Exception {
        String gone;
        try (var names = LocalNames.having(KEY, List.of("p=A"))) {
            gone = names.address();
        }
        assertInstanceOf(
                NameService.NoAnswer.class,
                NameService.at(gone, new Route.Direct()).texts(KEY));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws Exception {
        var names = LocalNames.having(KEY, List.of("p=A")).lying();
        assertInstanceOf(NameService.NoAnswer.class, asked(names, KEY));
    }

    /// What a mail names goes to a server only where it can be a name.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "a b._domainkey.x.example",
                "a._domainkey.x.example\n",
                "a..b",
                "ə._domainkey.x.example",
                "*._domainkey.x.example"
            })
    void whatIsNoNameIsNotAskedFor(String name) throws Exception {
        var names = LocalNames.having(KEY, List.of("p=A"));
        assertInstanceOf(NameService.NotAsked.class, asked(names, name));
        assertEquals(0, names.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.example", "192.0.2.1:0", "192.0.2.1:99999", "[::1", "999.1.1.1", "192.0.2.1 ", "-"})
    void aServerIsGivenByItsAddress(String server) {
        assertThrows(Trouble.class, () -> NameService.at(server, new Route.Direct()));
    }

    @Test
    void throughAProxyNothingGoesBesideIt() throws Exception {
        try (var names = LocalNames.having(KEY, List.of("p=A"));
                var socks = new SmallSocks()) {
            var service = NameService.at(names.address(), socks.route());
            assertEquals(new NameService.Texts(List.of("p=A")), service.texts(KEY));
            assertEquals(List.of("127.0.0.1"), socks.names());
            assertEquals(1, names.askedByStream());
            assertEquals(1, names.asked());
        }
    }

    @Test
    void aProxyThatIsNotThereIsNoAnswer() throws Exception {
        Route.Socks gone;
        try (var socks = new SmallSocks()) {
            gone = socks.route();
        }
        try (var names = LocalNames.having(KEY, List.of("p=A"))) {
            var answer = NameService.at(names.address(), gone).texts(KEY);
            assertInstanceOf(NameService.NoAnswer.class, answer);
            assertEquals(0, names.asked());
        }
    }

    /// The one that the computer asks is on the way to its own provider.
    @Test
    void throughAProxyTheServerIsNamed() throws Exception {
        try (var socks = new SmallSocks()) {
            assertThrows(Trouble.class, () -> NameService.at("", socks.route()));
        }
    }

    @Test
    void addressesAreTaken() throws Trouble {
        for (var server : List.of("192.0.2.1", "192.0.2.1:5353", "[2001:db8::1]", "[2001:db8::1]:53")) {
            assertEquals(server, NameService.at(server, new Route.Direct()).called());
        }
        assertEquals("", NameService.at("", new Route.Direct()).called());
    }
}

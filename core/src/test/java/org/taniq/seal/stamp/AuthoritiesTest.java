package org.taniq.seal.stamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Trouble;

final class AuthoritiesTest {
    private final TestAuthority authority;
    private final String row;

    AuthoritiesTest() throws IOException {
        authority = new TestAuthority("Root of tests");
        row = String.join(
                "\n",
                "name: test",
                "address: http://127.0.0.1:1/",
                "roots: " + authority.root().fingerprints().getFirst(),
                "learns: a hash",
                "terms: none",
                "source: this test",
                "tried: never",
                "");
    }

    private List<Authority> read(String text) throws IOException {
        byte[] pem = authority.pem().getBytes(StandardCharsets.US_ASCII);
        return Authorities.read(text, _ -> pem);
    }

    @Test
    void everyAuthorityOfTheProgramHasItsRootsAndSaysThatItWasNotTried() throws IOException {
        var known = Authorities.known();
        assertTrue(known.size() >= 2);
        var roots = known.stream()
                .flatMap(one -> one.anchor().fingerprints().stream())
                .toList();
        assertEquals(roots.stream().distinct().toList(), roots, "a root says who it is");
        for (var one : known) {
            assertTrue(one.tried().equals("not tried from here: no network"), one.name());
            assertEquals(List.of(), one.anchor().between());
        }
    }

    @Test
    void aWholeRowIsRead() throws IOException {
        assertEquals(
                List.of("test"),
                read("# a note\n\n" + row).stream().map(Authority::name).toList());
    }

    @Test
    void aRowWithoutOneOfItsFieldsIsRefused() {
        for (var line : row.lines().toList()) {
            assertThrows(Trouble.class, () -> read(row.replace(line + "\n", "")), line);
            String empty = line.replaceAll(": .*", ": ");
            assertThrows(Trouble.class, () -> read(row.replace(line, empty)), empty);
        }
    }

    @Test
    void aRowWithAnotherRootOrAddressIsRefused() {
        assertThrows(Trouble.class, () -> read(row.replaceAll("roots: .*", "roots: " + "0".repeat(64))));
        assertThrows(Trouble.class, () -> read(row.replace("http:", "ftp:")));
        assertThrows(Trouble.class, () -> read(row.replace("127.0.0.1", "user@127.0.0.1")));
        for (var port : List.of("0", "65536", "99999")) {
            assertThrows(Trouble.class, () -> read(row.replace("127.0.0.1:1", "127.0.0.1:" + port)), port);
        }
        assertThrows(Trouble.class, () -> read(row + "\n" + row));
        assertThrows(Trouble.class, () -> Authorities.read(row, _ -> new byte[0]));
    }

    /// An older root of an authority may vouch for its newer one, and somebody may have kept it first.
    @Test
    void whatLeadsToSeveralRootsIsSaidByOneOfTheList() throws IOException {
        var known = Authorities.known().getFirst().anchor().roots().getFirst();
        var another = Authorities.known().getLast().anchor().roots().getFirst();
        var unknown = new TestAuthority("Root of tests").root().roots().getFirst();
        assertEquals(List.of(known, another, unknown), Authorities.knownFirst(List.of(unknown, known, another)));
    }
}

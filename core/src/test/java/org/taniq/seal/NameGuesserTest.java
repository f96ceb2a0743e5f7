package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks like a disclosure may stand in a container by chance, as in a signature or a font.
final class NameGuesserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WyJAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "WyJAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "WyJAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "WyIxw4DDgMOAw4DDgMOAw4DDgMOAw4DDgMOA"
            })
    void whatLooksLikeADisclosureIsTriedWhateverItsLengthAndLetters(String chance) {
        var container = chance.getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                2,
                new NameGuesser(container, List.of(), List.of(), List.of(""))
                        .shownSalts()
                        .size());
    }
}

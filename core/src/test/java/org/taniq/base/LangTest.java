package org.taniq.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LangTest {

    @Test
    void aTagNamesItsLanguage() {
        assertEquals(Lang.AZ, Lang.of("az-Latn-AZ"));
        assertEquals(Lang.EN, Lang.of("en_GB"));
        assertEquals(Lang.RU, Lang.of("RU"));
    }

    @Test
    void aTagOfAnotherLanguageIsUnknown() {
        assertEquals(Lang.UNKNOWN, Lang.of("xx"));
        assertEquals(Lang.UNKNOWN, Lang.of(""));
    }

    @Test
    void azerbaijaniLowersIWithoutADot() {
        assertEquals("ışıq", "IŞIQ".toLowerCase(Lang.AZ.locale()));
    }
}

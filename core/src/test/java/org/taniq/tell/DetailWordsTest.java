package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Json;

/// Details are read by people who do not program. The people are invented.
final class DetailWordsTest {
    private static String say(String language, String name, String json) {
        return DetailWords.of(language).say(name, Json.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "ru"})
    void eachLanguageHasAllWords(String language) {
        assertEquals(DetailWords.of("en").all(), DetailWords.of(language).all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | forwardedFrom | "Rauf"                        | forwarded from: Rauf
                    az | forwardedFrom | "Rauf"                        | kimdən yönləndirilib: Rauf
                    ru | chatType      | "public_channel"              | вид чата: открытый канал: читать мог кто угодно
                    en | quoted        | {"text":""}                   | answers this, as it was then: text –
                    en | members       | ["Aytac",null]                | who is concerned: Aytac, –
                    en | mediaSpoiler  | true                          | picture hidden until tapped: yes
                    en | reaction      | {"by":[{"name":"Rauf"}],"count":3,"kind":"emoji","sign":"❤"} | reaction: by (name Rauf), number 3, kind emoji, sign ❤
                    en | address       | "Bakı,\\nküçə 5"              | address: Bakı, / küçə 5
                    en | whatever      | [1,{"new":"a"}]               | the source says whatever: 1, (new a)
                    az | whatever      | 5                             | mənbə bildirir, whatever: 5
                    en | action        | "new_action"                  | what happened: new_action
                    """)
    void aDetailIsALineOfWords(String language, String name, String json, String said) {
        assertEquals(said, say(language, name, json));
    }

    @Test
    void whatOnlyTheSourceKnowsHasTheNameThatItHasThere() {
        assertEquals(
                "the source says thread_path: inbox/rauf_1",
                say("en", "member", "{\"name\":\"thread_path\",\"value\":\"inbox/rauf_1\"}"));
    }

    @Test
    void whatLooksLikeAPlaceOfOursStaysAsItIs() {
        assertEquals("the source says {name}: {name}", say("en", "{name}", "\"{name}\""));
    }
}

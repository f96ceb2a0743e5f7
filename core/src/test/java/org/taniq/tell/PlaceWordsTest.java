package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.base.Json;

/// Where a record stands is read by people who do not program.
final class PlaceWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            [3,3] | null                                          | line 3
            [3,5] | {"path":"/comments/0"}                        | lines 3 to 5, value /comments/0
            null  | {"path":""}                                   |
            null  | {"row":7,"table":"message"}                   | row 7 of the table message
            null  | {"row":"9007199254740993","table":"message"}  | row 9007199254740993 of the table message
            null  | {"row":7}                                     | row 7
            null  | {"record":0}                                  | record 0, counted from 0
            null  | {"box":[1,2,30,40],"page":2}                  | page 2, the rectangle 30 × 40 at 1 from the left, 2 from the top
            null  | {"from":100,"to":250}                         | 100 to 250 ms
            null  | null                                          |
            """)
    void aPlaceIsSaidInWords(String lines, String place, String said) {
        var words = new PlaceWords(DossierWords.of(DossierPages.Language.EN));
        assertEquals(said == null ? "" : said, words.say(Json.parse(lines), Json.parse(place)));
    }
}

package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.details;
import static org.taniq.read.metahtml.MetaPages.old;
import static org.taniq.read.metahtml.MetaPages.oldSaid;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.said;
import static org.taniq.read.metahtml.MetaPages.thread;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;

/// Who is said to have written, and to whom. The people are invented.
final class PeopleOfMetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";
    private static final String PARTICIPANTS =
            "<section class=\"_a6-g\"><h2 class=\"_2ph_ _a6-h\">Participants: Banu, Elçin and Rauf</h2></section>";

    private final MetaPages pages = new MetaPages();

    private void toNobodyByName() {
        assertTrue(pages.kept.records.stream()
                .map(Activity::audience)
                .allMatch(new Actor.Named("", "inbox/aytenquliyeva_123")::equals));
        assertTrue(
                pages.kept.records.stream().allMatch(record -> details(record).contains("chat Elçin")));
    }

    @Test
    void aGroupThatIsCalledAsAPersonIsNotThatPerson() throws IOException {
        pages.read(page("Elçin", said("Banu", TIME, "a"), said("Rauf", TIME, "b"), said("Elçin", TIME, "c")));
        toNobodyByName();
        pages.read(page("Elçin", PARTICIPANTS, said("Banu", TIME, "a"), said("Elçin", TIME, "b")));
        toNobodyByName();
        pages.read(page("Elçin", said("Banu", TIME, "a"), said("Rauf", TIME, "b")));
        toNobodyByName();
    }

    @Test
    void ofTwoEachWritesToTheOther() throws IOException {
        pages.read(page("Aytən &amp; Co", said("Aytən &amp; Co", TIME, "a"), said("Rauf", TIME, "b")));
        assertEquals("", pages.at(1).audience().name());
        assertEquals("Aytən & Co", pages.at(2).audience().name());
        assertEquals(List.of("folder inbox"), details(pages.at(2)));
    }

    @Test
    void aNumberIsNoName() throws IOException {
        String number = "100009794951641&#064;facebook.com";
        pages.read(
                "messages.htm", old(thread("Banu, " + number, oldSaid(number, TIME, "a"), oldSaid("Banu", TIME, "b"))));
        assertEquals(
                new Actor.Named("", "100009794951641@facebook.com"), pages.at(2).actor());
        assertEquals(new Actor.Named("Banu", ""), pages.at(2).audience());
        assertEquals("Banu, 100009794951641@facebook.com", pages.at(1).object().text());
    }
}

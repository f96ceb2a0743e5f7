package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.message;
import static org.taniq.read.metahtml.MetaPages.old;
import static org.taniq.read.metahtml.MetaPages.oldSaid;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.parts;
import static org.taniq.read.metahtml.MetaPages.said;
import static org.taniq.read.metahtml.MetaPages.thread;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page that somebody made and sent is not taken for. The people are invented.
final class SentMetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";
    private static final String MADE =
            page("Banu", said("Banu", TIME, "təhdid"), said("Banu", TIME, "b"), said("Banu", TIME, "c"));
    private static final String MADE_OLD =
            old(thread("Banu, Rauf", oldSaid("Banu", "Sunday, November 20, 2016 at 2:15am UTC+04", "təhdid")));

    private final MetaPages pages = new MetaPages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "şəkil.html",
                "message_1.html",
                "message.html",
                "messages.htm",
                "1.html",
                "files/message_1.html",
                "chats/chat_1/files/message_1.html",
                "chats/files/messages.htm",
                "your_facebook_activity/messages/inbox/banu_1/files/message_1.html",
                "messages/banu_1/files/message.html",
                "messages/inbox/banu_1/files/a_123.html"
            })
    void aPageThatSomebodySentIsNoConversation(String path) throws IOException {
        pages.inArchive();
        assertFalse(pages.knows(path, MADE));
        assertFalse(pages.knows(path, MADE.replaceAll("_(a6-[ghiop])", "_x$1")));
        assertFalse(pages.knows(path, MADE_OLD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"html/messages.htm", "facebook-rauf/html/messages.htm", "messages/1.html", "a/messages/12.html"})
    void pagesOfBefore2018LieInTheirFolders(String path) throws IOException {
        assertTrue(pages.knows(path, MADE_OLD));
        assertFalse(pages.knows(path, MADE));
    }

    @Test
    void onTopOfAnArchiveAnOldPageIsOneWhereTheRestOfTheDownloadIs() throws IOException {
        pages.inArchive();
        assertFalse(pages.beside("index.htm").knows("messages.htm", MADE_OLD));
        assertFalse(pages.beside("photos/1.jpg").knows("messages.htm", MADE_OLD));
        assertTrue(pages.beside("index.htm", "photos/1.jpg").knows("messages.htm", MADE_OLD));
    }

    @Test
    void aConversationByItselfIsKnownByHowItsMessagesAreBuilt() throws IOException {
        String another = said("Rauf", TIME, "b");
        String again = said("Banu", TIME, "c");
        assertTrue(pages.knows("Banu ilə.html", page("x", said("Banu", TIME, "a"), another, again)));
        assertTrue(pages.knows("message_1.html", page("x", said("Banu", TIME, "a"))));
        String post = message("Rauf updated his status.", TIME, "<div class=\"_2pin\"><div>a</div><div></div></div>");
        assertFalse(pages.knows("Banu ilə.html", page("x", post, post)));
        assertFalse(pages.knows("folder/page.html", page("x", said("Banu", TIME, "a"), again)));
    }

    @Test
    void wordsAbovePostsAreNoNamesOfWhoWroteThem() throws IOException {
        String post = instagram("Səni öldürəcəm", TIME, parts("a"));
        String other = instagram("dəniz", TIME, parts("b"));
        assertFalse(pages.knows("paylaşımlarım.html", page("x", post, other)));
        for (var caption : List.of("uzun ".repeat(30), "bir<br />iki")) {
            assertFalse(pages.knows("paylaşımlarım.html", page("x", post, instagram(caption, TIME, parts("b")), post)));
        }
        assertEquals(List.of(), pages.kept.records);
    }
}

package org.taniq.read.metahtml;

import java.util.List;
import java.util.regex.Pattern;
import org.taniq.read.record.Input;

/// Where a page lies: Meta calls its pages by their folders. Whoever sends a file decides what it is called and what is
/// in it, but not in which folder the export of another messenger puts it, nor that of Meta.
///
/// @param beside what else lies there
record Whereabouts(String path, Input.Beside beside) {
    private static final Pattern PART = Pattern.compile("message(?:_\\d{1,6})?\\.html");

    /// `html/messages.htm`, `messages/1.html`
    private static final Pattern OLD =
            Pattern.compile("(?:.*/)?(?:html/messages\\.htm|messages/\\d{1,6}\\.html)", Pattern.DOTALL);

    private static final String OLD_ON_TOP = "messages.htm";
    private static final String OLD_INDEX = "index.htm";
    private static final int MOST = 100_000;

    static Whereabouts of(Input input) {
        return new Whereabouts(input.path(), input.beside());
    }

    /// Whether it was added by itself: then it has no folder, and may have been given another name.
    boolean isAlone() {
        return beside.isAlone() && !path.contains("/");
    }

    /// Whether it is called as Meta calls the parts of a conversation.
    boolean isPart() {
        return isAlone() ? PART.matcher(path).matches() : Conversation.isIn(path);
    }

    /// Whether it is called as Meta called pages with conversations until 2018. In a flat archive anybody can have sent
    /// a file of that name.
    boolean isOld() {
        return isAlone() || OLD.matcher(path).matches() || path.equals(OLD_ON_TOP) && isTopOfOld();
    }

    private boolean isTopOfOld() {
        List<String> all = beside.files(MOST);
        return all.contains(OLD_INDEX) && all.stream().anyMatch(name -> name.contains("/"));
    }

    /// Whether it is called as pages that hold what people wrote, and are no conversations.
    boolean isWritten() {
        return Layout.isWritten(path, isAlone());
    }

    /// Whether tables of it hold what people wrote.
    boolean isOfTables() {
        return Layout.isOfTables(path, isAlone());
    }
}

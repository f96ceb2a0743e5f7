package org.taniq.read.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Tables;

/// What a file of an archive of X holds, by the name to which it assigns a list: `window.YTD.tweets.part0 = [`. It is
/// JavaScript, of which nothing is ever run.
///
/// @param global the name, `YTD.tweets.part0`
/// @param word `post`, `note`, `like` or `message`
/// @param name the kind as X calls it, `tweets`
record XKind(String global, String word, String name) {
    static final Tables KNOWN = Tables.read("/read/post/x.yaml");

    private static final int LONGEST = 256;
    private static final Pattern NAME = Pattern.compile("\\s*window\\.(YTD\\.(\\w{1,64})\\.part\\d{1,9})\\s*=");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Whether what it holds was written by the account, although each of it does not say so.
    boolean isOwn() {
        return word.equals("post") || word.equals("note");
    }

    /// Whether all that it holds was deleted.
    boolean isDeleted() {
        return name.startsWith("deleted");
    }

    /// Goes behind the sign of equality.
    ///
    /// @return nothing where the text does not begin so, or with a name of which nothing is read
    static Optional<XKind> of(Rewind bytes) throws IOException {
        var head = new StringBuilder();
        int next = bytes.read();
        while (next >= 0 && next != '=' && head.length() < LONGEST) {
            head.append((char) next);
            next = bytes.read();
        }
        var mark = new String(BYTE_ORDER_MARK, StandardCharsets.ISO_8859_1);
        var text = head.toString();
        var found = NAME.matcher((text.startsWith(mark) ? text.substring(mark.length()) : text) + "=");
        return next == '=' && found.matches() ? of(found.group(1), found.group(2)) : Optional.empty();
    }

    private static Optional<XKind> of(String global, String name) {
        String word = KNOWN.word("kinds", name);
        return word.isEmpty() ? Optional.empty() : Optional.of(new XKind(global, word, name));
    }
}

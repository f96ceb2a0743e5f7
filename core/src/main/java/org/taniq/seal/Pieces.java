package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;

/// Text cut into pieces, so that a name in it can be withheld: after each run of white space, and after at
/// most 256 bytes where there is none. A name with its suffix is one piece.
public final class Pieces {
    /// The most pieces of one text.
    static final int MOST = 1 << 20;

    private static final int LONGEST = 256;

    private Pieces() {}

    /// The pieces of a text; joined in order they are the text. Where there would be more than a reader
    /// takes, several are one.
    public static List<String> cut(String text) {
        var pieces = finest(text);
        return pieces.size() <= MOST ? pieces : joined(pieces, Math.ceilDiv(pieces.size(), MOST));
    }

    private static List<String> joined(List<String> pieces, int together) {
        var joined = new ArrayList<String>();
        for (int from = 0; from < pieces.size(); from += together) {
            joined.add(String.join("", pieces.subList(from, Math.min(pieces.size(), from + together))));
        }
        return joined;
    }

    private static List<String> finest(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int bytes = 0;
        boolean space = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int length = utf8Length(point);
            boolean white = isWhite(point);
            if (at > from && (space && !white || bytes + length > LONGEST)) {
                pieces.add(text.substring(from, at));
                from = at;
                bytes = 0;
            }
            space = white;
            bytes += length;
            at += Character.charCount(point);
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }

    /// The pieces of a sealed text value: a string, or text that is not Unicode, which stays whole.
    static List<Json> of(Json text) {
        return switch (text) {
            case Json.Str(String value) -> cut(value).stream().map(Json::of).toList();
            case Json.Arr(List<Json> pieces) -> pieces;
            case Json.Obj raw -> List.of(raw);
            case Json.Num _, Json.Bool _, Json.Null _ -> throw new IllegalArgumentException("not a text");
        };
    }

    private static int utf8Length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    /// Unicode's property White_Space (PropList.txt).
    static boolean isWhite(int point) {
        return point >= 0x09 && point <= 0x0D
                || point == 0x20
                || point == 0x85
                || point == 0xA0
                || point == 0x1680
                || point >= 0x2000 && point <= 0x200A
                || point == 0x2028
                || point == 0x2029
                || point == 0x202F
                || point == 0x205F
                || point == 0x3000;
    }
}

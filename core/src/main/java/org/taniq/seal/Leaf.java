package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// The public form of a statement or record: the name of its schema and one commitment for every field.
public record Leaf(String schema, List<String> commitments) {
    private static final int MOST_FIELDS = 64;
    private static final String BEGIN = "{\"taniq\":\"";
    private static final String MIDDLE = "\",\"c\":[";
    private static final String END = "]}";
    private static final Pattern SCHEMA = Pattern.compile("[a-z]{1,32}/[1-9][0-9]{0,5}");
    /// Letters of a SHA-256 digest in base64url, and between the quotation marks of two of them, `","`.
    private static final int COMMITMENT = 43;

    private static final int COMMITMENT_AND_COMMA = COMMITMENT + 3;

    /// What each ASCII character is in base64url.
    private static final byte[] LETTERS = new byte[128];

    private static final byte LETTER = 1;
    /// One whose last two bits are zero, as they are in the last letter of a digest.
    private static final byte LAST_LETTER = 2;

    static {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int value = 0; value < all.length(); value++) {
            LETTERS[all.charAt(value)] = value % 4 == 0 ? LAST_LETTER : LETTER;
        }
    }

    public Leaf {
        commitments = List.copyOf(commitments);
    }

    /// Reads a leaf and refuses every other way to write the same, an unknown schema and another number of
    /// commitments than the schema has fields.
    static Leaf parse(String text) throws Altered {
        var leaf = ofLog(text);
        if (!leaf.isKnown()) {
            throw new Altered("a leaf has a schema that is not known");
        }
        return leaf;
    }

    /// As [#parse], but in a log there may also be leaves of a newer program, whose schemas are not known
    /// here.
    static Leaf ofLog(String text) throws Altered {
        int named = text.indexOf('"', BEGIN.length());
        int from = named + MIDDLE.length();
        int to = text.length() - END.length();
        if (named < 0
                || !text.startsWith(BEGIN)
                || !text.startsWith(MIDDLE, named)
                || !text.endsWith(END)
                || !isSchema(text.substring(BEGIN.length(), named))
                || !isList(text, from, to)) {
            throw new Altered("a leaf is not canonical");
        }
        var leaf = new Leaf(text.substring(BEGIN.length(), named), commitments(text.substring(from, to)));
        if (leaf.schema.equals(Schema.PIXELS)) {
            throw new Altered("a leaf is of no schema that there can be");
        }
        if (leaf.isKnown() && leaf.commitments.size() != leaf.known().fields().size()) {
            throw new Altered(
                    Said.of("a leaf of {schema} has another number of commitments than fields", "schema", leaf.schema));
        }
        return leaf;
    }

    private static boolean isSchema(String name) {
        return Schema.find(name).isPresent() || SCHEMA.matcher(name).matches();
    }

    /// Whether between these places there are commitments and nothing else.
    private static boolean isList(String text, int from, int to) {
        int length = to - from + 1; // as if a comma stood behind each
        if (length <= 0 || length % COMMITMENT_AND_COMMA != 0 || length / COMMITMENT_AND_COMMA > MOST_FIELDS) {
            return false;
        }
        for (int at = from; at < to; at += COMMITMENT_AND_COMMA) {
            boolean isLast = at + COMMITMENT_AND_COMMA > to;
            if (!isCommitment(text, at) || !isLast && text.charAt(at + COMMITMENT_AND_COMMA - 1) != ',') {
                return false;
            }
        }
        return true;
    }

    /// Whether a quoted SHA-256 digest in base64url stands there. The unused bits of its last letter are zero.
    private static boolean isCommitment(String text, int at) {
        for (int i = at + 1; i <= at + COMMITMENT; i++) {
            char c = text.charAt(i);
            if (c >= LETTERS.length || LETTERS[c] == 0) {
                return false;
            }
        }
        return text.charAt(at) == '"'
                && text.charAt(at + COMMITMENT + 1) == '"'
                && LETTERS[text.charAt(at + COMMITMENT)] == LAST_LETTER;
    }

    private static List<String> commitments(String list) {
        var commitments = new ArrayList<String>();
        for (int at = 0; at < list.length(); at += COMMITMENT_AND_COMMA) {
            commitments.add(list.substring(at + 1, at + 1 + COMMITMENT));
        }
        return commitments;
    }

    /// Whether this program knows its schema; if not, a newer one wrote it.
    boolean isKnown() {
        return Schema.find(schema).isPresent();
    }

    Schema known() {
        return Schema.named(schema);
    }

    /// The bytes that are hashed, as text.
    public String text() {
        var out = new StringBuilder("{\"taniq\":\"").append(schema).append("\",\"c\":[");
        for (int slot = 0; slot < commitments.size(); slot++) {
            out.append(slot == 0 ? "\"" : ",\"").append(commitments.get(slot)).append('"');
        }
        return out.append("]}").toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public Digest hash() {
        return Tree.leaf(bytes());
    }
}

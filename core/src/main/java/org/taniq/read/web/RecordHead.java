package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The head of one record of an archive.
///
/// @param version `WARC/1.0`, `WARC/1.1`, `ARC/1`, `ARC/2`
/// @param fields names and values as they stand there; those of ARC under the names that WARC has for them
/// @param size bytes, up to the record's content
record RecordHead(String version, Fields fields, int size) {
    private static final int LONGEST_DIGITS = 18;

    /// Whether a record seems to begin here.
    static boolean begins(byte[] bytes, int from, int to) {
        return WarcHead.begins(bytes, from, to) || ArcHead.begins(bytes, from, to);
    }

    Form form() {
        return switch (version) {
            case ArcHead.FIRST -> Form.ARC_1;
            case ArcHead.SECOND -> Form.ARC_2;
            default -> Form.WARC;
        };
    }

    boolean isArc() {
        return version.startsWith("ARC");
    }

    /// Whether an archive of this form begins with it.
    boolean isFirstOfArc() {
        return isArc() && address().startsWith("filedesc:");
    }

    /// Whether its content is what the program that captured says of its work.
    boolean isOfProgram() {
        return type().equalsIgnoreCase("warcinfo") || address().startsWith("metadata:");
    }

    String type() {
        return fields.first("warc-type");
    }

    /// How long the content is, as far as it is said so that it can be understood.
    OptionalLong length() {
        var stated = fields.first("content-length");
        boolean isNumber = !stated.isEmpty()
                && stated.length() <= LONGEST_DIGITS
                && stated.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(stated)) : OptionalLong.empty();
    }

    /// Whether the content is a message of HTTP.
    boolean isHttp() {
        return isArc()
                ? fields.first("warc-target-uri").startsWith("http")
                : fields.first("content-type").toLowerCase(Locale.ROOT).startsWith("application/http");
    }

    /// The address without the brackets that some programs put round it.
    String address() {
        var stated = fields.first("warc-target-uri");
        boolean inBrackets = stated.length() > 2 && stated.startsWith("<") && stated.endsWith(">");
        return inBrackets ? stated.substring(1, stated.length() - 1) : stated;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Where the line ends that begins here, its end included; nothing where it does not.
    static OptionalLong lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return OptionalLong.of(i + 1L);
            }
        }
        return OptionalLong.empty();
    }

    /// Names and values in their order.
    record Fields(List<Field> all) {
        Fields {
            all = List.copyOf(all);
        }

        /// The value of the first field of this name; empty where there is none.
        String first(String name) {
            return all.stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
        }

        /// Whether no two fields have this name.
        boolean isOnce(String name) {
            return all.stream()
                            .filter(field -> field.name().equalsIgnoreCase(name))
                            .count()
                    <= 1;
        }
    }

    /// A field of a head.
    record Field(String name, String value) {}
}

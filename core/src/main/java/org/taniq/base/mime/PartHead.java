package org.taniq.base.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The header of a part, or of a mail within a mail.
public final class PartHead {
    private static final Pattern WHITE = Pattern.compile("[ \\t]+");

    private final List<Field> fields;
    private final String usualType;
    private final Parameters type;
    private final Parameters disposition;
    private final String encoding;

    /// A field as it stands there, on one line.
    public record Field(String name, String value) {
        public boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// @param fields of equal ones the first counts
    /// @param usualType what it is where it does not say it
    public PartHead(List<Field> fields, String usualType) {
        this.fields = fields;
        this.usualType = usualType;
        this.type = Parameters.of(field("content-type"));
        this.disposition = Parameters.of(field("content-disposition"));
        this.encoding = Parameters.of(field("content-transfer-encoding")).first();
    }

    public String field(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .findFirst()
                .map(Field::value)
                .orElse("");
    }

    /// What all fields of that name say.
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Field::value)
                .toList();
    }

    /// All fields but the first of each of these names.
    public List<Field> besides(Set<String> told) {
        var seen = new HashSet<String>();
        return fields.stream()
                .filter(field -> {
                    var name = field.name().toLowerCase(Locale.ROOT);
                    return !told.contains(name) || !seen.add(name);
                })
                .toList();
    }

    /// The media type as it says, in small letters.
    public String type() {
        return type.first().contains("/") ? type.first() : usualType;
    }

    public boolean isMultipart() {
        return type().startsWith("multipart/") && boundary().isPresent();
    }

    public boolean isMail() {
        return type().equals("message/rfc822") || type().equals("message/global");
    }

    /// What stands between its parts, where it is named: an empty one is none. With one space for all white space: how
    /// much there is may not be signed.
    public Optional<byte[]> boundary() {
        return type.value("boundary")
                .map(text -> WHITE.matcher(text).replaceAll(" ").stripTrailing())
                .filter(text -> !text.isEmpty())
                .map(text -> "--" + text)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    public String encoding() {
        return encoding;
    }

    /// Whether its bytes stand there as they are meant.
    public boolean isAsItIs() {
        return !encoding().equals("base64") && !encoding().equals("quoted-printable");
    }

    public String charset() {
        return type.value("charset").orElse("");
    }

    public boolean isAttachment() {
        return disposition.first().equals("attachment");
    }

    /// The file name that it gives; empty where it gives none.
    public String name() {
        return disposition.value("filename").or(() -> type.value("name")).orElse("");
    }

    public String disposition() {
        return disposition.first();
    }
}

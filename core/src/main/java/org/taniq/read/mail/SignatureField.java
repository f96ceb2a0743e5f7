package org.taniq.read.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field that holds a signature, `DKIM-Signature`, `ARC-Message-Signature` or `ARC-Seal`, and what it
/// says of itself (RFC 6376, 3.5; RFC 8617, 4.1). It says so whether or not it is right.
public final class SignatureField {
    /// What a field of a name must have, and in which version.
    enum Form {
        DKIM,
        ARC_MESSAGE,
        ARC_SEAL
    }

    /// How many characters are read; one has a few hundred.
    static final int LONGEST = 1 << 16;

    private static final int LONGEST_NAME = 255;
    private static final int MOST_DIGITS = 12;

    private final HeaderField field;
    private final Form form;
    private final Tags tags;
    private final boolean isTooLong;

    SignatureField(HeaderField field, Form form) {
        this.field = field;
        this.form = form;
        var value = field.value();
        this.isTooLong = value.length() > LONGEST;
        this.tags = Tags.of(isTooLong ? "" : value);
    }

    static List<SignatureField> all(RawMail mail) {
        return mail.named("DKIM-Signature").stream()
                .map(field -> new SignatureField(field, Form.DKIM))
                .toList();
    }

    public HeaderField field() {
        return field;
    }

    /// Who signed, `d=`.
    public String domain() {
        return tags.compact("d");
    }

    /// Which key of the domain, `s=`.
    public String selector() {
        return tags.compact("s");
    }

    public KeyName key() {
        return new KeyName(selector(), domain());
    }

    /// The algorithm as it is written, `a=`.
    public String algorithmWord() {
        return tags.compact("a");
    }

    public Optional<Algorithm> algorithm() {
        return Algorithm.named(algorithmWord());
    }

    /// For whom it was signed, `i=`; where it says nothing, for all of the domain.
    public String identity() {
        return tags.value("i").orElse("@" + domain());
    }

    /// The names of the signed fields in small letters, `h=`, as often as they stand there.
    public List<String> covers() {
        return Arrays.stream(tags.compact("h").split(":", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /// How the header was made canonical, `c=`.
    public Optional<Canon> headerCanon() {
        return Canon.named(canons()[0]);
    }

    /// How the body was.
    public Optional<Canon> bodyCanon() {
        return Canon.named(canons()[1]);
    }

    /// What holds where nothing is said: RFC 8617 does not tell, and those who use ARC agree on relaxed.
    private String[] canons() {
        var written = tags.value("c").orElse(form == Form.DKIM ? "simple/simple" : "relaxed/relaxed");
        int slash = written.indexOf('/');
        return slash < 0
                ? new String[] {written, Canon.SIMPLE.word()}
                : new String[] {written.substring(0, slash), written.substring(slash + 1)};
    }

    /// The digest of the body in base64, `bh=`.
    public String bodyHash() {
        return tags.compact("bh");
    }

    /// How many bytes of the body are signed, `l=`; without it, all.
    public Optional<Long> bodyLength() {
        return tags.value("l").flatMap(digits -> number(digits, Long.MAX_VALUE));
    }

    /// When it was signed, `t=`.
    public Optional<Instant> signedAt() {
        return time("t");
    }

    /// Until when it is meant to be used, `x=`.
    public Optional<Instant> ends() {
        return time("x");
    }

    /// What somebody who passed the mail on says of those before, `cv=`, of ARC seals alone.
    public String chain() {
        return tags.compact("cv");
    }

    private Optional<Instant> time(String name) {
        return tags.value(name)
                .flatMap(digits -> number(digits, Instant.MAX.getEpochSecond()))
                .map(Instant::ofEpochSecond);
    }

    /// A number; one that is too large for anything is `most`.
    private static Optional<Long> number(String digits, long most) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        var rest = digits.substring(zeros);
        return Optional.of(rest.isEmpty() ? 0L : rest.length() > MOST_DIGITS ? most : Long.parseLong(rest));
    }

    /// The bytes of the signature; none if it is no base64.
    byte[] signature() {
        return decoded("b").orElse(new byte[0]);
    }

    private Optional<byte[]> decoded(String name) {
        try {
            return Optional.of(Base64.getDecoder().decode(tags.compact(name)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    BodyHashes.Wanted body() {
        return new BodyHashes.Wanted(
                bodyCanon().orElseThrow(),
                algorithm().orElseThrow().hash(),
                bodyLength().orElse(Long.MAX_VALUE));
    }

    /// The digest of the body as we would write it, to be compared.
    String comparableBodyHash() {
        return decoded("bh").map(Base64.getEncoder()::encodeToString).orElse("");
    }

    /// What keeps it from being checked, if anything does.
    Optional<Hindrance> hindrance() {
        if (isTooLong) {
            return Optional.of(Hindrance.SIGNATURE_TOO_LONG);
        }
        if (tags.isBroken() || !hasAll() || !numbersAreNumbers()) {
            return Optional.of(Hindrance.SIGNATURE_BROKEN);
        }
        if (form == Form.DKIM && !tags.compact("v").equals("1")) {
            return Optional.of(Hindrance.UNKNOWN_VERSION);
        }
        if (algorithm().isEmpty() || form != Form.DKIM && algorithm().get() == Algorithm.RSA_SHA1) {
            return Optional.of(Hindrance.UNKNOWN_ALGORITHM);
        }
        if (headerCanon().isEmpty() || bodyCanon().isEmpty()) {
            return Optional.of(Hindrance.UNKNOWN_CANON);
        }
        boolean askable = Arrays.asList(tags.value("q").isEmpty() ? new String[] {"dns/txt"} : queries())
                .contains("dns/txt");
        return askable ? Optional.empty() : Optional.of(Hindrance.UNKNOWN_QUERY);
    }

    private String[] queries() {
        return tags.compact("q").split(":", -1);
    }

    private boolean hasAll() {
        var names = switch (form) {
            case DKIM -> List.of("v", "a", "b", "bh", "d", "h", "s");
            case ARC_MESSAGE -> List.of("i", "a", "b", "bh", "d", "h", "s");
            case ARC_SEAL -> List.of("i", "a", "b", "cv", "d", "s");
        };
        return names.stream().noneMatch(name -> tags.compact(name).isEmpty())
                && domain().length() <= LONGEST_NAME
                && selector().length() <= LONGEST_NAME
                && decoded("b").isPresent()
                && decoded("bh").isPresent();
    }

    private boolean numbersAreNumbers() {
        boolean all = List.of("l", "t", "x").stream()
                .flatMap(name -> tags.value(name).stream())
                .allMatch(digits -> number(digits, 0).isPresent());
        return all && !ends().orElse(Instant.MAX).isBefore(signedAt().orElse(Instant.MIN));
    }

    /// Whether it is one of DKIM, whose rule on the domain ARC does not have.
    boolean isDkim() {
        return form == Form.DKIM;
    }

    boolean hasTag(String name) {
        return tags.value(name).isPresent();
    }

    /// Whether it speaks for its own domain or one below it.
    boolean speaksForItsDomain(boolean alsoBelow) {
        var at = identity().lastIndexOf('@');
        var of = identity().substring(at + 1).toLowerCase(Locale.ROOT);
        var own = domain().toLowerCase(Locale.ROOT);
        return at >= 0 && (of.equals(own) || alsoBelow && of.endsWith("." + own));
    }
}

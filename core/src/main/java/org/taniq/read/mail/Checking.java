package org.taniq.read.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks signatures of one mail.
final class Checking {
    private static final int SHORT_BITS = 1_024;

    /// How far two clocks may differ.
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final RawMail mail;
    private final Keys keys;
    private final Arrival arrival;
    private final BodyHashes bodies;
    private final Coverage none;
    private final Map<String, Keys.Answer> asked = new HashMap<>();

    Checking(RawMail mail, Keys keys, Arrival arrival, BodyHashes bodies) {
        this.mail = mail;
        this.keys = keys;
        this.arrival = arrival;
        this.bodies = bodies;
        this.none = Coverage.none(mail);
    }

    /// A signature that is not looked at.
    CheckedSignature refused(SignatureField field, Hindrance why) {
        return new CheckedSignature(
                field, new Verdict.NotChecked(why), none, SignedBody.NOT_COMPARED, new Keys.NotGiven());
    }

    /// A signature of header and body.
    CheckedSignature check(SignatureField field) {
        var hindrance = mail.hindrance().or(field::hindrance);
        if (hindrance.isPresent()) {
            return refused(field, hindrance.get());
        }
        var signed = SignedFields.of(mail, field);
        var coverage = Coverage.of(mail, signed);
        var body = SignedBody.of(field, bodies.of(field.body()));
        var fault = fault(field, body);
        var answer = answer(field);
        var verdict = fault.<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> byKeys(field, signed.bytes(), answer, weaknesses(field, coverage, body)));
        return new CheckedSignature(field, verdict, coverage, body, answer);
    }

    /// A signature of these bytes alone, such as an ARC seal.
    Verdict seal(SignatureField field, byte[] signed) {
        return field.hindrance()
                .<Verdict>map(Verdict.NotChecked::new)
                .orElseGet(() -> byKeys(field, signed, answer(field), EnumSet.noneOf(Weakness.class)));
    }

    private static Optional<Fault> fault(SignatureField field, SignedBody body) {
        if (field.isDkim() && !field.speaksForItsDomain(true)) {
            return Optional.of(Fault.OTHER_DOMAIN);
        }
        if (!field.covers().contains("from")) {
            return Optional.of(Fault.FROM_NOT_SIGNED);
        }
        if (body.covered() < field.bodyLength().orElse(0L)) {
            return Optional.of(Fault.BODY_TOO_SHORT);
        }
        return body.agreement() == SignedBody.Agreement.SAME ? Optional.empty() : Optional.of(Fault.BODY_HASH);
    }

    private Keys.Answer answer(SignatureField field) {
        return asked.computeIfAbsent(field.key().whole(), _ -> keys.of(field.key()));
    }

    private Set<Weakness> weaknesses(SignatureField field, Coverage coverage, SignedBody body) {
        var weaknesses = EnumSet.noneOf(Weakness.class);
        if (field.algorithm().orElseThrow() == Algorithm.RSA_SHA1) {
            weaknesses.add(Weakness.SHA1);
        }
        if (body.unsigned() > 0) {
            weaknesses.add(Weakness.BODY_GOES_ON);
        }
        if (mail.strays().stream().anyMatch(stray -> stray.kind() == RawMail.Stray.Kind.TEXT)) {
            weaknesses.add(Weakness.STRAY_LINES);
        }
        if (mail.bareCr().isPresent()) {
            weaknesses.add(Weakness.BARE_CR);
        }
        if (!coverage.isWhole()) {
            weaknesses.add(Weakness.FIELDS_NOT_SIGNED);
        }
        return weaknesses;
    }

    private Verdict byKeys(SignatureField field, byte[] signed, Keys.Answer answer, Set<Weakness> weaknesses) {
        return switch (answer) {
            case Keys.NotGiven _ -> new Verdict.NotChecked(Hindrance.NO_KEY);
            case Keys.Gone _ -> new Verdict.NotChecked(Hindrance.KEY_GONE);
            case Keys.NotHad _ -> new Verdict.NotChecked(Hindrance.KEY_NOT_HAD);
            case Keys.Found(var all, int leftOut) ->
                best(
                        all.stream()
                                .map(text -> byKey(field, signed, text, weaknesses))
                                .toList(),
                        leftOut);
        };
    }

    /// Of several keys one may be right: then the others do not matter. If none is and one of them could be
    /// tried, the signature is wrong, unless there were more keys than are tried.
    private static Verdict best(List<Verdict> all, int leftOut) {
        var right = all.stream()
                .filter(one -> !(one instanceof Verdict.NotChecked || one instanceof Verdict.Failed))
                .findFirst();
        if (leftOut > 0) {
            return right.orElse(new Verdict.NotChecked(Hindrance.TOO_MANY_KEYS));
        }
        return right.or(() ->
                        all.stream().filter(Verdict.Failed.class::isInstance).findFirst())
                .orElse(all.getFirst());
    }

    private Verdict byKey(SignatureField field, byte[] signed, KeyText text, Set<Weakness> weaknesses) {
        return switch (DomainKey.of(text.text())) {
            case DomainKey.Unusable(Hindrance why) -> new Verdict.NotChecked(why);
            case DomainKey.Usable key -> byKey(field, signed, new Tried(text, key, weaknesses));
        };
    }

    private record Tried(KeyText text, DomainKey.Usable key, Set<Weakness> weaknesses) {}

    private Verdict byKey(SignatureField field, byte[] signed, Tried tried) {
        var algorithm = field.algorithm().orElseThrow();
        var key = tried.key();
        if (key.kind() != algorithm.kind()) {
            return new Verdict.NotChecked(Hindrance.KEY_OF_OTHER_KIND);
        }
        if (!key.isFor(algorithm.hash())) {
            return new Verdict.NotChecked(Hindrance.KEY_FOR_OTHER_USE);
        }
        if (key.flags().contains("s") && field.isDkim() && !field.speaksForItsDomain(false)) {
            return new Verdict.Failed(Fault.OTHER_DOMAIN);
        }
        return algorithm.isRight(key.key(), signed, field.signature())
                ? right(field, tried)
                : new Verdict.Failed(Fault.SIGNATURE);
    }

    private Verdict right(SignatureField field, Tried tried) {
        var key = tried.key();
        var weaknesses = EnumSet.noneOf(Weakness.class);
        weaknesses.addAll(tried.weaknesses());
        if (key.kind() == Algorithm.Kind.RSA && key.bits() < SHORT_BITS) {
            weaknesses.add(Weakness.SHORT_KEY);
        }
        if (key.flags().contains("y")) {
            weaknesses.add(Weakness.TESTING);
        }
        return judged(field, new Verdict.UsedKey(tried.text(), key.kind(), key.bits()), weaknesses);
    }

    private Verdict judged(SignatureField field, Verdict.UsedKey key, Set<Weakness> weaknesses) {
        var end = field.ends().orElse(Instant.MAX);
        switch (arrival) {
            case Arrival.At(Instant time, String _) -> {
                if (time.isAfter(end)) {
                    return new Verdict.Expired(end, time, key, weaknesses);
                }
                if (field.signedAt().orElse(Instant.MIN).isAfter(time.plus(CLOCKS))) {
                    weaknesses.add(Weakness.MADE_AFTER_ARRIVAL);
                }
            }
            case Arrival.Unknown _ -> {
                if (field.ends().isPresent()) {
                    weaknesses.add(Weakness.END_NOT_JUDGED);
                }
            }
        }
        return new Verdict.Passed(key, weaknesses);
    }
}

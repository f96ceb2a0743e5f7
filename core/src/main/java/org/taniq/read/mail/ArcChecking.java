package org.taniq.read.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Checks the chain of ARC of one mail (RFC 8617, 5.2).
final class ArcChecking {
    private final List<ArcSets.Parts> parts;
    private final Checking checking;

    private ArcChecking(List<ArcSets.Parts> parts, Checking checking) {
        this.parts = parts;
        this.checking = checking;
    }

    static ArcChain of(RawMail mail, ArcSets sets, Checking checking) {
        if (mail.hindrance().isPresent()
                && (mail.isCut() || !mail.named("ARC-Seal").isEmpty())) {
            return new ArcChain.NotChecked(mail.hindrance().get(), 0, List.of());
        }
        if (!sets.fault().isEmpty()) {
            return new ArcChain.Failed(sets.fault().getFirst(), 0, List.of());
        }
        return sets.sets().isEmpty() ? new ArcChain.None() : new ArcChecking(sets.sets(), checking).chain();
    }

    private ArcChain chain() {
        var sets = parts.stream().map(this::set).toList();
        return form(sets)
                .or(() -> message(sets))
                .or(() -> seals(sets))
                .orElseGet(() -> new ArcChain.Passed(sets, weaknesses(sets)));
    }

    private static Set<Weakness> weaknesses(List<ArcSet> sets) {
        var verdicts = Stream.concat(
                sets.stream().map(ArcSet::sealed),
                Stream.of(sets.getLast().message().verdict()));
        var weaknesses = EnumSet.noneOf(Weakness.class);
        verdicts.forEach(verdict -> {
            weaknesses.addAll(verdict.weak());
            if (verdict instanceof Verdict.Expired) {
                weaknesses.add(Weakness.ENDED);
            }
        });
        return weaknesses;
    }

    private ArcSet set(ArcSets.Parts one) {
        return new ArcSet(
                one.instance(),
                SaidByServer.ofArc(one.said().value()),
                checking.check(one.message()),
                one.seal(),
                checking.seal(one.seal(), sealed(one.instance())));
    }

    /// What a seal covers: all sets up to its own, without its own signature.
    private byte[] sealed(int instance) {
        var bytes = new ByteArrayOutputStream();
        for (var one : parts.subList(0, instance)) {
            bytes.writeBytes(CanonicalField.whole(one.said(), Canon.RELAXED));
            bytes.writeBytes(CanonicalField.whole(one.message().field(), Canon.RELAXED));
            bytes.writeBytes(
                    one.instance() == instance
                            ? CanonicalField.unsigned(one.seal().field(), Canon.RELAXED)
                            : CanonicalField.whole(one.seal().field(), Canon.RELAXED));
        }
        return bytes.toByteArray();
    }

    private static Optional<ArcChain> form(List<ArcSet> sets) {
        if (sets.getLast().seal().chain().equals("fail")) {
            return Optional.of(new ArcChain.Failed(ArcFault.SAID_BROKEN, sets.size(), sets));
        }
        for (var set : sets) {
            if (set.seal().hasTag("h") || set.message().field().covers().contains("arc-seal")) {
                return Optional.of(new ArcChain.Failed(ArcFault.FORM, set.instance(), sets));
            }
            if (!set.seal().chain().equals(set.instance() == 1 ? "none" : "pass")) {
                return Optional.of(new ArcChain.Failed(ArcFault.CHAIN, set.instance(), sets));
            }
        }
        return Optional.empty();
    }

    private static Optional<ArcChain> message(List<ArcSet> sets) {
        var last = sets.getLast();
        return wrong(last.message().verdict(), ArcFault.MESSAGE, last.instance(), sets);
    }

    /// A seal that is wrong weighs more than one that could not be checked.
    private static Optional<ArcChain> seals(List<ArcSet> sets) {
        var wrong = new ArrayList<ArcChain>();
        for (var set : sets.reversed()) {
            wrong(set.sealed(), ArcFault.SEAL, set.instance(), sets).ifPresent(wrong::add);
        }
        return wrong.stream()
                .filter(ArcChain.Failed.class::isInstance)
                .findFirst()
                .or(() -> wrong.stream().findFirst());
    }

    private static Optional<ArcChain> wrong(Verdict verdict, ArcFault fault, int instance, List<ArcSet> sets) {
        return switch (verdict) {
            case Verdict.Passed _, Verdict.Expired _ -> Optional.empty();
            case Verdict.Failed _ -> Optional.of(new ArcChain.Failed(fault, instance, sets));
            case Verdict.NotChecked(var why) -> Optional.of(new ArcChain.NotChecked(why, instance, sets));
        };
    }
}

package org.taniq.read.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of ARC in a mail, put together by their numbers (RFC 8617, 5.2).
///
/// @param sets those that are whole, from the first on; none if the chain as a whole is not
/// @param fault what keeps them from being a chain; none in a mail without any
record ArcSets(List<Parts> sets, List<ArcFault> fault) {
    /// How many a chain may have.
    static final int MOST_SETS = 50;

    static final String SAID = "ARC-Authentication-Results";
    static final String MESSAGE = "ARC-Message-Signature";
    static final String SEAL = "ARC-Seal";

    /// The three fields of one.
    record Parts(int instance, HeaderField said, SignatureField message, SignatureField seal) {}

    ArcSets {
        sets = List.copyOf(sets);
        fault = List.copyOf(fault);
    }

    static ArcSets of(RawMail mail) {
        var said = mail.named(SAID);
        var messages = mail.named(MESSAGE);
        var seals = mail.named(SEAL);
        int most = Math.max(said.size(), Math.max(messages.size(), seals.size()));
        if (most > MOST_SETS) {
            return new ArcSets(List.of(), List.of(ArcFault.TOO_MANY));
        }
        var sets = new ArrayList<Parts>();
        for (int i = 1; i <= most; i++) {
            var set = set(i, said, messages, seals);
            if (set.isEmpty()) {
                return new ArcSets(List.of(), List.of(ArcFault.INCOMPLETE));
            }
            sets.add(set.get());
        }
        boolean whole = said.size() == most && messages.size() == most && seals.size() == most;
        return whole ? new ArcSets(sets, List.of()) : new ArcSets(List.of(), List.of(ArcFault.INCOMPLETE));
    }

    private static Optional<Parts> set(
            int instance, List<HeaderField> said, List<HeaderField> messages, List<HeaderField> seals) {
        var results = numbered(instance, said);
        var message = numbered(instance, messages);
        var seal = numbered(instance, seals);
        return results.isEmpty() || message.isEmpty() || seal.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parts(
                        instance,
                        results.get(),
                        new SignatureField(message.get(), SignatureField.Form.ARC_MESSAGE),
                        new SignatureField(seal.get(), SignatureField.Form.ARC_SEAL)));
    }

    private static Optional<HeaderField> numbered(int instance, List<HeaderField> fields) {
        return fields.stream().filter(field -> instance(field) == instance).findFirst();
    }

    /// The number of a field, 0 if it has none. In signatures it may stand at any place, in results it
    /// comes first.
    private static int instance(HeaderField field) {
        var value = field.value();
        var tags = field.isNamed(SAID) ? value.substring(0, Math.max(0, value.indexOf(';'))) : value;
        var number = tags.length() > SignatureField.LONGEST ? "" : Tags.of(tags).compact("i");
        boolean is =
                number.length() > 0 && number.length() <= 2 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return is ? Integer.parseInt(number) : 0;
    }
}

package org.taniq.read.mail;

import java.util.Collections;
import java.util.List;

/// What of a mail's header a signature covers.
///
/// @param important how it stands with each field that a reader goes by
/// @param signed the very fields that are covered; of two fields From it may be one
public record Coverage(List<Covered> important, List<HeaderField> signed) {
    /// The fields that a reader goes by.
    public static final List<String> IMPORTANT = List.of("From", "To", "Subject", "Date", "Message-ID");

    /// How it stands with a field.
    public enum State {
        /// The mail has none.
        ABSENT("absent"),
        /// All of that name are signed.
        SIGNED("signed"),
        /// There are more than are signed; a program may show one that is not.
        PARTLY("partly"),
        /// Anybody can have written it.
        UNSIGNED("unsigned");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// How often a field is there, and how often the signature names it.
    ///
    /// @param inMail how many the mail has
    /// @param named how often the signature names it; more than there are, and none can be added unnoticed
    public record Covered(String name, int inMail, int named) {
        public State state() {
            if (inMail == 0) {
                return State.ABSENT;
            }
            if (named == 0) {
                return State.UNSIGNED;
            }
            return named < inMail ? State.PARTLY : State.SIGNED;
        }

        /// Whether one more of that name would break the signature.
        public boolean isClosed() {
            return named > inMail;
        }
    }

    public Coverage {
        important = List.copyOf(important);
        signed = List.copyOf(signed);
    }

    static Coverage of(RawMail mail, SignedFields signed) {
        var names = signed.signature().covers();
        return new Coverage(
                IMPORTANT.stream()
                        .map(name -> new Covered(
                                name,
                                mail.named(name).size(),
                                Collections.frequency(names, name.toLowerCase(java.util.Locale.ROOT))))
                        .toList(),
                signed.fields());
    }

    /// That of a signature which says nothing that can be used.
    static Coverage none(RawMail mail) {
        return new Coverage(
                IMPORTANT.stream()
                        .map(name -> new Covered(name, mail.named(name).size(), 0))
                        .toList(),
                List.of());
    }

    /// Whether every important field that is there is signed, as often as it is there.
    public boolean isWhole() {
        return important.stream().allMatch(one -> one.state() == State.ABSENT || one.state() == State.SIGNED);
    }
}

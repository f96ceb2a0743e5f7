package org.taniq.seal;

import org.taniq.base.age.Recipient;

/// What a person knows of the keys that a case had before or got later: so that nothing is sealed for one that was
/// replaced.
///
/// @param recipient for whom the case is sealed since it was given a new key, in another folder; empty where it was
///     not
/// @param opening the SHA-256 of the first opening of this writer's evidence log, which changes with the key and
///     never else; empty where it was not looked at
/// @param unfinished whether the case was still being made under this key
public record NewKey(String recipient, String opening, boolean unfinished) {
    /// Nothing is known.
    public static final NewKey NONE = new NewKey("", "", false);

    /// The case is sealed for somebody else now.
    public NewKey replacedBy(Recipient other) {
        return new NewKey(other.text(), opening, unfinished);
    }

    /// Whether the case was given another key in another folder.
    public boolean isReplaced() {
        return !recipient.isEmpty();
    }

    public NewKey with(String digest) {
        return new NewKey(recipient, digest, unfinished);
    }

    public NewKey begun() {
        return new NewKey(recipient, opening, true);
    }

    public NewKey finished() {
        return new NewKey(recipient, opening, false);
    }
}

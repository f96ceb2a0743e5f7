package org.taniq.acquire;

/// Who says what about how an item came here, as stated by the person; empty text where nothing was said.
///
/// @param capturer who captured it: the court edition names this person
/// @param saidBy who says all this
/// @param device the device it was captured with
/// @param account the account through which it was seen
public record Custody(String capturer, String saidBy, String device, Account account) {

    /// The account through which something was seen.
    public enum Account {
        UNSTATED,
        OWN,
        /// Another than the person's own: recorded, withheld by default, and a matter for a lawyer.
        PERSONA
    }

    /// Nothing was said.
    public static final Custody UNSTATED = new Custody("", "", "", Account.UNSTATED);
}

package org.taniq.read.mail;

import java.time.Instant;

/// When a mail arrived. A signature that ends is judged at this time and not today: keys and times run out,
/// and evidence stays.
public sealed interface Arrival {
    /// It arrived then.
    ///
    /// @param source who says so, such as the mail's own field `Received`
    record At(Instant time, String source) implements Arrival {}

    /// Nobody knows.
    record Unknown() implements Arrival {}

    /// What the topmost field `Received` says, which the last server wrote. Whoever has the mail can have
    /// changed it.
    static Arrival of(RawMail mail) {
        return mail.named("Received").stream()
                .limit(1)
                .map(HeaderField::value)
                .flatMap(value -> MailDate.of(value.substring(value.lastIndexOf(';') + 1)).stream())
                .<Arrival>map(time -> new At(time, "Received"))
                .findFirst()
                .orElse(new Unknown());
    }
}

package org.taniq.read.mail;

import java.util.List;
import org.taniq.base.Said;

/// Where the public keys of domains come from. An answer may be waited for; the same question may be asked
/// more than once and must then have the same answer. Used by one thread.
public interface Keys {
    /// Nobody gave any.
    Keys NONE = _ -> new NotGiven();

    Answer of(KeyName name);

    /// What is known of a key.
    sealed interface Answer {}

    /// The key; several where the domain had one after another under the same name. Each is tried.
    ///
    /// @param leftOut how many more there were: what none of `all` fits may fit one of them
    record Found(List<KeyText> all, int leftOut) implements Answer {
        public Found {
            all = List.copyOf(all);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("found, and nothing found");
            }
        }
    }

    /// Nobody gave it, and nobody was asked.
    record NotGiven() implements Answer {}

    /// Who was asked says that there is none.
    record Gone(String origin) implements Answer {}

    /// Who was asked did not answer.
    record NotHad(Said why) implements Answer {}
}

package org.taniq.read.record;

/// Who did something, as the source wrote it; nobody is identified by this.
public sealed interface Actor {

    Actor UNSTATED = new Unstated();

    /// The name as the source wrote it; empty where none stands there.
    String name();

    /// The source's own identifier; empty where it has none.
    String id();

    /// A person, a page or a number that the source names.
    record Named(String name, String id) implements Actor {
        public Named {
            if (name.isEmpty() && id.isEmpty()) {
                throw new IllegalArgumentException("an actor needs a name or an id");
            }
        }
    }

    /// The application itself. `writtenUnder` is the name in whose place it wrote: WhatsApp prints the
    /// contact, the group or the one who acted before its own notices. It is no statement of that person, but
    /// the name is kept: a person can type what the application writes.
    record App(String writtenUnder) implements Actor {
        @Override
        public String name() {
            return writtenUnder;
        }

        @Override
        public String id() {
            return "";
        }
    }

    /// The source does not say who.
    record Unstated() implements Actor {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String id() {
            return "";
        }
    }
}

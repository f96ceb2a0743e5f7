package org.taniq.base.age;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.List;

/// A way into an age file as it is written into its head (C2SP age, "Recipient stanza").
final class Stanza implements RecipientStanza {
    private final String type;
    private final List<String> arguments;
    private final byte[] body;

    Stanza(String type, List<String> arguments, byte[] body) {
        this.type = type;
        this.arguments = List.copyOf(arguments);
        this.body = body.clone();
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public List<String> getArguments() {
        return arguments;
    }

    @Override
    public byte[] getBody() {
        return body.clone();
    }
}

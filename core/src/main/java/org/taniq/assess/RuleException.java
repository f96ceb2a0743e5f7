package org.taniq.assess;

/// A data file of rules, languages or labels is wrong; the message says where and what.
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    RuleException(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}

package org.taniq.base;

import java.util.Map;

/// A data file is wrong; it is said where and what.
public final class YamlMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Said said;

    YamlMistake(String file, int line, Said what) {
        this(Said.of("{file}:{line}: {what}", Map.of("file", file, "line", line, "what", what)));
    }

    private YamlMistake(Said said) {
        super(said.toString());
        this.said = said;
    }

    /// What is said to the person.
    public Said said() {
        return said;
    }
}

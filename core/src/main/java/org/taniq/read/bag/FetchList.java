package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.taniq.read.bag.Finding.Kind;
import org.taniq.read.record.Input;

/// `fetch.txt`: files of the bag that lie somewhere else. None is fetched.
final class FetchList {
    static final String NAME = "fetch.txt";

    private static final int MOST = 1000;

    private final Findings findings;
    private final List<Fetched> all = new ArrayList<>();
    private boolean isThere;

    /// A file that is said to lie somewhere else.
    record Fetched(String address, String path) {}

    FetchList(Findings findings) {
        this.findings = findings;
    }

    List<Fetched> all() {
        return all;
    }

    /// Whether it could be opened.
    boolean isThere() {
        return isThere;
    }

    void read(Input.Beside beside, Charset charset) throws IOException {
        var file = beside.open(NAME);
        isThere = file.isPresent();
        if (file.isEmpty()) {
            if (beside.isNamed(NAME)) {
                findings.add(Kind.CUT, "", NAME);
            }
            return;
        }
        try (var in = file.get().open()) {
            var lines = new TagLines(in, charset);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get());
            }
        }
        if (!file.get().isWhole()) {
            findings.add(Kind.CUT, "", NAME);
        }
    }

    private void take(String line) {
        if (line.isBlank()) {
            return;
        }
        var parts = line.strip().split("[ \\t]+", 3);
        if (parts.length < 3) {
            findings.add(Kind.LINE, line, NAME);
        } else if (Listed.leadsOut(parts[2])) {
            findings.add(Kind.LEADS_OUT, parts[2], NAME);
        } else if (!parts[2].startsWith(Listed.PAYLOAD)) {
            findings.add(Kind.NOT_PAYLOAD, parts[2], NAME);
        } else if (all.size() < MOST) {
            all.add(new Fetched(parts[0], parts[2]));
        } else {
            findings.add(Kind.TO_FETCH, parts[2], NAME);
        }
    }

    /// Each must be in a list of the files (RFC 8493, section 2.2.3).
    void findUnlisted(List<Manifest> lists) {
        all.stream()
                .map(Fetched::path)
                .filter(path -> lists.stream().noneMatch(list -> list.names(path)))
                .forEach(path -> findings.add(Kind.NOT_LISTED, path, NAME));
    }
}

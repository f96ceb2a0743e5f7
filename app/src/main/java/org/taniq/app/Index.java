package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.assess.Assessor;
import org.taniq.assess.RulePack;
import org.taniq.read.Activities;
import org.taniq.read.Activity;
import org.taniq.read.Hits;
import org.taniq.read.IndexUnusable;
import org.taniq.read.Indexing;
import org.taniq.read.Records;
import org.taniq.read.Search;
import org.taniq.seal.Known;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// This writer's search index of one case: derived from what is sealed, encrypted, made anew at any time. Its
/// counter
/// is
/// the number of readings in the logs, so that an index that lacks one is noticed.
final class Index {
    private final Vault vault;
    private final Path folder;
    private final Known known;

    Index(Vault vault, Known known) {
        this.vault = vault;
        this.folder = vault.folder()
                .resolve("index")
                .resolve(known.keys().evidence().verifier().id());
        this.known = known;
    }

    /// Searches.
    ///
    /// @throws IndexUnusable if there is no index, or it is damaged: then rebuild
    Hits search(Search search) throws IOException {
        try (var activities = Activities.open(folder, known.indexKey(), vault.count("reading/1"))) {
            return activities.search(search);
        }
    }

    /// Begins to add records.
    Adding adding() throws IOException {
        if (Files.isDirectory(folder)) {
            return new Adding(Indexing.append(folder, known.indexKey(), vault.count("reading/1")));
        }
        return new Adding(Indexing.rebuild(folder, known.indexKey(), ZoneId.of("UTC")));
    }

    /// Makes the index anew.
    ///
    /// @return how many records there are
    long rebuild(Unlocked vault) throws IOException {
        try (var adding = new Adding(Indexing.rebuild(folder, known.indexKey(), ZoneId.of("UTC")))) {
            for (var reading : vault.statements("reading/1")) {
                String name = reading.pointer().name();
                vault.rows(reading, "records", (number, row) -> adding.add(name, number, Records.activity(row)));
            }
            adding.commit();
            return adding.count();
        }
    }

    /// Records on their way into the index, with the labels that the rules give them.
    final class Adding implements Closeable {
        private final Indexing indexing;
        private final Assessor assessor = RulePack.load();
        private long count;

        private Adding(Indexing indexing) {
            this.indexing = indexing;
        }

        void add(String reading, long number, Activity activity) throws IOException {
            indexing.add(reading, number, activity, labels(activity));
            count++;
        }

        private Set<String> labels(Activity activity) {
            return assessor.assess(activity.object().text()).findings().stream()
                    .map(finding -> finding.label().id())
                    .collect(Collectors.toSet());
        }

        long count() {
            return count;
        }

        void commit() throws IOException {
            indexing.commit(vault.count("reading/1"));
        }

        @Override
        public void close() throws IOException {
            indexing.close();
        }
    }
}

package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.assess.Assessor;
import org.taniq.assess.RulePack;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.read.Activities;
import org.taniq.read.Activity;
import org.taniq.read.Hits;
import org.taniq.read.IndexUnusable;
import org.taniq.read.Indexing;
import org.taniq.read.Records;
import org.taniq.read.Search;
import org.taniq.read.Thing;
import org.taniq.seal.Gap;
import org.taniq.seal.Known;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// This writer's search index of one case: derived from what is sealed, encrypted, made anew at any time.
/// Its counter is the number of readings in the logs, so that an index that lacks one is noticed.
final class Index {
    private final Vault vault;
    private final Path folder;
    private final Known known;
    private final View view;
    private Watch watch = Watch.NOBODY;

    Index(Vault vault, Known known, View view) {
        this.view = view;
        this.vault = vault;
        this.folder = vault.folder()
                .resolve("index")
                .resolve(known.keys().evidence().verifier().id());
        this.known = known;
    }

    void watch(Watch watching) {
        watch = watching;
    }

    /// Searches.
    ///
    /// @throws IndexUnusable if there is no index, or it is damaged: then rebuild
    Hits search(Search search) throws IOException {
        try (var activities = Activities.open(folder, known.indexKey(), vault.count("reading/1"))) {
            return activities.search(search);
        }
    }

    /// Begins to add records. An index that lacks some or is damaged, because the program was stopped or the
    /// power failed, is made anew first: all of it stands in what is sealed.
    Adding adding(Unlocking unlocking) throws IOException {
        try {
            return new Adding(Indexing.append(folder, known.indexKey(), vault.count("reading/1")));
        } catch (IndexUnusable unusable) {
            return switch (unusable.why()) {
                case ABSENT, OLDER, ALTERED, WRONG_KEY, OTHER_VERSION -> anew(unlocking.unlocked());
                case IN_USE -> throw unusable;
            };
        }
    }

    /// Opens what is sealed, when it is needed.
    @FunctionalInterface
    interface Unlocking {
        Unlocked unlocked() throws IOException;
    }

    /// Makes the index anew.
    ///
    /// @return how many records there are
    long rebuild(Unlocked vault) throws IOException {
        try (var adding = anew(vault)) {
            adding.commit();
            return adding.count();
        }
    }

    private Adding anew(Unlocked vault) throws IOException {
        var adding = new Adding(Indexing.rebuild(folder, known.indexKey(), ZoneId.of("UTC")));
        try {
            for (var reading : vault.statements("reading/1")) {
                add(vault, reading, adding);
            }
            return adding;
        } catch (IOException | RuntimeException failed) {
            adding.close();
            throw failed;
        }
    }

    /// One reading that is damaged takes nothing else away.
    private void add(Unlocked vault, Unlocked.Sealed reading, Adding adding) throws IOException {
        String name = reading.pointer().name();
        var file = wholeFile(vault, reading);
        try {
            vault.rows(reading, "records", (number, row) -> {
                var activity = Records.activity(row);
                adding.add(name, number, file.map(activity::about).orElse(activity));
                watch.indexing(adding.count());
            });
        } catch (Trouble damaged) {
            view.tell(new Gap.Damaged(reading.pointer().log(), damaged.said()));
        }
    }

    /// A file that was kept whole is found by its name.
    private static Optional<Thing> wholeFile(Unlocked vault, Unlocked.Sealed reading) throws IOException {
        if (!reading.value("parser").equals(Json.of("whole-file/1"))
                || !(reading.value("items") instanceof Json.Arr(List<Json> items))
                || items.isEmpty()) {
            return Optional.empty();
        }
        var item = vault.statement(Pointer.of(items.getFirst()));
        var name = Records.text(item.value("name"));
        return Optional.of(new Thing.Media(name, "", 0, "", new LinkedHashMap<>()));
    }

    /// Records on their way into the index, with the labels that the rules give them: on a second thread,
    /// while the next ones are sealed.
    final class Adding implements Closeable {
        private static final int TOGETHER = 256;
        private static final int LETTERS_TOGETHER = 1 << 16;

        private final Indexing indexing;
        private final Assessor assessor = RulePack.load();
        private final Beside beside = new Beside();
        private final List<Entry> entries = new ArrayList<>();
        private long letters;
        private long count;

        private record Entry(String reading, long number, Activity activity) {}

        private Adding(Indexing indexing) {
            this.indexing = indexing;
        }

        void add(String reading, long number, Activity activity) throws IOException {
            entries.add(new Entry(reading, number, activity));
            letters += activity.object().text().length();
            count++;
            if (entries.size() == TOGETHER || letters >= LETTERS_TOGETHER) {
                handOver();
            }
        }

        private void handOver() throws IOException {
            var together = List.copyOf(entries);
            long size = letters + TOGETHER;
            entries.clear();
            letters = 0;
            beside.run(size, () -> {
                for (var entry : together) {
                    indexing.add(entry.reading(), entry.number(), entry.activity(), labels(entry.activity()));
                }
            });
        }

        private void settle() throws IOException {
            handOver();
            beside.settle();
        }

        private Set<String> labels(Activity activity) {
            return assessor.assess(activity.object().text()).findings().stream()
                    .map(finding -> finding.label().id())
                    .collect(Collectors.toSet());
        }

        void remove(String reading) throws IOException {
            settle();
            indexing.remove(reading);
        }

        long count() {
            return count;
        }

        void commit() throws IOException {
            settle();
            indexing.commit(vault.count("reading/1"));
        }

        @Override
        public void close() throws IOException {
            beside.close();
            indexing.close();
        }
    }
}

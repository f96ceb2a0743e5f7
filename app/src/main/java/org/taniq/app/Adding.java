package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.assess.Assessor;
import org.taniq.assess.RulePack;
import org.taniq.read.index.Indexing;
import org.taniq.read.record.Activity;

/// Records on their way into the index, with the labels that the rules give them: on a second thread,
/// while the next ones are sealed.
final class Adding implements Closeable {
    /// How many readings our own log holds now.
    @FunctionalInterface
    interface Own {
        long readings() throws IOException;
    }

    private static final int TOGETHER = 256;
    private static final int LETTERS_TOGETHER = 1 << 16;

    private final Indexing indexing;
    private final Own own;
    private final Assessor assessor = RulePack.load();
    private final Beside beside = new Beside();
    private final List<Entry> entries = new ArrayList<>();
    private long letters;
    private long count;
    private Optional<Map<String, String>> reached = Optional.empty();

    private record Entry(String reading, long number, Activity activity) {}

    Adding(Indexing indexing, Own own) {
        this.indexing = indexing;
        this.own = own;
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

    void removeAll(String log) throws IOException {
        settle();
        indexing.removeAll(log + "-");
    }

    long count() {
        return count;
    }

    /// All that is here of others is in it, as far as it can be read.
    void reached(Map<String, String> logs) {
        reached = Optional.of(logs);
    }

    /// Keeps a word beside how far that is.
    void keep(String name, String word) {
        var words = new HashMap<>(reached.orElse(Map.of()));
        words.put(name, word);
        reached = Optional.of(words);
    }

    void commit() throws IOException {
        settle();
        long upTo = Math.max(own.readings(), indexing.counter());
        if (reached.isPresent()) {
            indexing.commit(upTo, reached.get());
        } else {
            indexing.commit(upTo);
        }
    }

    @Override
    public void close() throws IOException {
        beside.close();
        indexing.close();
    }
}

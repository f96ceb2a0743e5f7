package org.taniq.read.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taniq.base.Said;

/// The ledgers of the parts of one file, counted together.
public final class LedgerSum {
    private static final String N = "n";

    private final SequencedMap<String, Long> skippedReasons = new TreeMap<>();
    private final SequencedMap<String, Long> bySender = new LinkedHashMap<>();
    private final Set<String> dateOrders = new TreeSet<>();
    private final SequencedMap<Said, Long> warnings = new LinkedHashMap<>();
    private Ledger.Counts counts = Ledger.Counts.NONE;
    private long records;
    private long skipped;
    private String first = "";
    private String last = "";

    public void add(Ledger part) {
        records += part.records();
        skipped += part.skipped();
        add(part.skippedReasons(), skippedReasons);
        add(part.bySender(), bySender);
        first = first.isEmpty() ? part.first() : first;
        last = part.last().isEmpty() ? last : part.last();
        counts = counts.plus(part.counts());
        if (!part.dateOrder().isEmpty()) {
            dateOrders.add(part.dateOrder());
        }
        part.warnings().forEach(this::add);
    }

    /// What is said of a number of records in each part is said once, of all of them.
    private void add(Said warning) {
        boolean isAlone = warning.values().size() == 1;
        if (isAlone && warning.values().getOrDefault(N, "") instanceof Number number) {
            warnings.merge(Said.of(warning.template()), number.longValue(), Long::sum);
        } else {
            warnings.merge(warning, 0L, Long::sum);
        }
    }

    private static Said counted(Said warning, long number) {
        return number > 0 ? Said.of(warning.template(), N, number) : warning;
    }

    private static void add(Map<String, Long> some, Map<String, Long> sum) {
        some.forEach((key, count) -> sum.merge(key, count, Long::sum));
    }

    /// All that was added, as the ledger of this file.
    public Ledger ledger(String file, String format) {
        return new Ledger(
                file,
                format,
                records,
                skipped,
                skippedReasons,
                bySender,
                first,
                last,
                counts,
                dateOrders.size() > 1 ? "mixed" : String.join("", dateOrders),
                warnings.entrySet().stream()
                        .map(warning -> counted(warning.getKey(), warning.getValue()))
                        .toList());
    }
}

package org.taniq.read.record;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taniq.base.Said;

/// The ledgers of the parts of one file, counted together.
public final class LedgerSum {
    private final SequencedMap<String, Long> skippedReasons = new TreeMap<>();
    private final SequencedMap<String, Long> bySender = new LinkedHashMap<>();
    private final Set<String> dateOrders = new TreeSet<>();
    private final Set<Said> warnings = new LinkedHashSet<>();
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
        warnings.addAll(part.warnings());
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
                List.copyOf(warnings));
    }
}

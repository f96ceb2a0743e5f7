package org.taniq.read.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// What a file holds, counted: records and skipped lines or members together are all of it.
///
/// @param file the file's name
/// @param format the format found, for example `whatsapp-android`
/// @param records messages and notices with a header of their own
/// @param skipped lines or archive members that belong to no record
/// @param skippedReasons how many for each reason
/// @param bySender records of each sender, by the name, and where there is one by the id: `Name (id)`; notices of the
///     application belong to nobody
/// @param first time of the first record in ISO form, local or with `Z`, or its day; empty where there is none
/// @param last time of the last record
/// @param counts what kinds of records there are
/// @param dateOrder `D/M/Y`, `M/D/Y`, `Y/M/D`, `ambiguous`, `mixed`, or empty where there is no date
/// @param warnings what a person should know before she relies on it
public record Ledger(
        String file,
        String format,
        long records,
        long skipped,
        SequencedMap<String, Long> skippedReasons,
        SequencedMap<String, Long> bySender,
        String first,
        String last,
        Counts counts,
        String dateOrder,
        List<Said> warnings) {

    public Ledger {
        skippedReasons = Collections.unmodifiableSequencedMap(new TreeMap<>(skippedReasons));
        bySender = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bySender));
        warnings = List.copyOf(warnings);
    }

    /// How many records are notices, deleted, edited and so on; `attachments` are named and omitted ones
    /// together.
    public record Counts(
            long system,
            long deleted,
            long edited,
            long mediaOmitted,
            long attachments,
            long attachmentsMissing,
            long locations,
            long lookalikes) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    system + other.system,
                    deleted + other.deleted,
                    edited + other.edited,
                    mediaOmitted + other.mediaOmitted,
                    attachments + other.attachments,
                    attachmentsMissing + other.attachmentsMissing,
                    locations + other.locations,
                    lookalikes + other.lookalikes);
        }
    }

    /// A ledger with nothing in it.
    public static Ledger empty(String file, String format) {
        var none = new TreeMap<String, Long>();
        return new Ledger(file, format, 0, 0, none, none, "", "", Counts.NONE, "", List.of());
    }

    /// The warnings as they are sealed and handed to programs.
    public List<String> warningsInEnglish() {
        return warnings.stream().map(Said::toString).toList();
    }

    /// The same ledger with one more warning.
    public Ledger warned(Said warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new Ledger(
                file, format, records, skipped, skippedReasons, bySender, first, last, counts, dateOrder, more);
    }

    /// The same ledger with more skips for a reason.
    public Ledger skipping(Unread.Reason reason, long more) {
        var reasons = new TreeMap<>(skippedReasons);
        reasons.merge(reason.word(), more, Long::sum);
        return new Ledger(
                file, format, records, skipped + more, reasons, bySender, first, last, counts, dateOrder, warnings);
    }

    /// The ledger as `taniq read --ledger` prints it.
    public Json.Obj toJson() {
        return Json.object()
                .put("file", file)
                .put("format", format)
                .put("records", records)
                .put("skipped", skipped)
                .put("skippedReasons", skippedReasons)
                .put("bySender", bySender)
                .put("first", Json.orNull(first))
                .put("last", Json.orNull(last))
                .put("system", counts.system())
                .put("deleted", counts.deleted())
                .put("edited", counts.edited())
                .put("mediaOmitted", counts.mediaOmitted())
                .put("attachments", counts.attachments())
                .put("attachmentsMissing", counts.attachmentsMissing())
                .put("locations", counts.locations())
                .put("lookalikes", counts.lookalikes())
                .put("dateOrder", Json.orNull(dateOrder))
                .put("warnings", Json.strings(warningsInEnglish()))
                .build();
    }
}

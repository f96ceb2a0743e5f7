package org.taniq.seal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// What a statement `musterase/1` says: that values, readings and bytes were erased, why, and what is known to
/// hold them still.
///
/// @param erased the items that were named, and every item and reading made of them; in the order of the logs
/// @param blobs the names of the blobs that held them
/// @param left what is known to hold something of it still
public record Erasure(List<Pointer> erased, List<String> blobs, Stated stated, List<Left> left) {
    static final String SCHEMA = "musterase/1";
    private static final Comparator<Pointer> ORDER =
            Comparator.comparing(Pointer::log).thenComparingLong(Pointer::index);

    public Erasure {
        erased = erased.stream().sorted(ORDER).distinct().toList();
        blobs = blobs.stream().sorted().distinct().toList();
        left = left.stream().sorted(Comparator.comparing(Left::word)).distinct().toList();
        if (erased.isEmpty() || !blobs.stream().allMatch(Digest::isHex)) {
            throw new IllegalArgumentException("nothing was erased, or a blob has no name of one");
        }
    }

    /// What a person says of it; texts are empty where she says nothing.
    ///
    /// @param when RFC 3339
    public record Stated(String why, String onRequestOf, String when, String saidBy) {
        public Stated {
            try {
                if (!Instant.parse(when).toString().equals(when)) {
                    throw new IllegalArgumentException("a time in another form");
                }
            } catch (DateTimeException noTime) {
                throw new IllegalArgumentException("no time", noTime);
            }
        }

        /// `YYYY-MM-DD`.
        public String day() {
            return when.substring(0, when.indexOf('T'));
        }
    }

    /// What erasing does not reach.
    public enum Left {
        /// Copies of the case that were made.
        COPIES,
        /// Dossiers that show something of it.
        DOSSIERS,
        /// What was interrupted: groups that were set aside, and blobs that belong to nothing.
        INTERRUPTED,
        /// An item that stays and of which one was made that was erased, such as the archive it lies in.
        ORIGIN,
        /// Folders of others who seal into this case.
        OTHERS,
        /// Items that stay and have the same bytes.
        TWINS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Left of(String word) {
            return Arrays.stream(values())
                    .filter(left -> left.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such word"));
        }
    }

    /// Whether what stands at this place may be erased: nothing that says what was done, and when.
    static boolean isErasable(String schema) {
        return schema.equals("item/1") || Schema.isReading(schema);
    }

    public Statement statement() {
        return Statement.of(SCHEMA)
                .with("erased", Json.of(erased.stream().map(Pointer::json).toList()))
                .with("blobs", Json.strings(blobs))
                .with("why", Json.orNull(stated.why()))
                .with("onRequestOf", Json.orNull(stated.onRequestOf()))
                .with("when", stated.when())
                .with("saidBy", Json.orNull(stated.saidBy()))
                .with("left", Json.strings(left.stream().map(Left::word).toList()));
    }

    /// @throws Altered if it is not as [#statement] says it
    static Erasure of(Opened opened) throws Altered {
        try {
            var erasure = new Erasure(
                    list(opened, "erased").stream().map(Pointer::of).toList(),
                    list(opened, "blobs").stream().map(Erasure::text).toList(),
                    new Stated(
                            textOrNothing(opened, "why"),
                            textOrNothing(opened, "onRequestOf"),
                            text(opened.value("when")),
                            textOrNothing(opened, "saidBy")),
                    list(opened, "left").stream()
                            .map(Erasure::text)
                            .map(Left::of)
                            .toList());
            if (erasure.statement().values(java.util.Map.of()).equals(opened.values())) {
                return erasure;
            }
        } catch (IllegalArgumentException _) {
            throw new Altered("it does not say as it must what was erased");
        }
        throw new Altered("it does not say as it must what was erased");
    }

    private static List<Json> list(Opened opened, String field) {
        if (opened.value(field) instanceof Json.Arr(List<Json> items)) {
            return items;
        }
        throw new IllegalArgumentException("no list " + field);
    }

    private static String textOrNothing(Opened opened, String field) {
        return opened.value(field) instanceof Json.Null ? "" : text(opened.value(field));
    }

    private static String text(Json value) {
        if (value instanceof Json.Str(String text)) {
            return text;
        }
        throw new IllegalArgumentException("no text");
    }
}

package org.taniq.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// A time as well as the source knows it. What the source wrote stays beside what was understood.
public sealed interface When {

    /// The time as the source wrote it, never normalised; empty where the source wrote none.
    String source();

    /// A point on the world's clock, such as a Unix time.
    record Exact(String source, Instant instant) implements When {}

    /// A wall-clock time. `zone` is an IANA name or an offset that somebody stated, empty where nobody did;
    /// `rule` says how day, month and calendar were decided, for example `D/M/Y: 41 days above 12`.
    record Local(String source, LocalDateTime dateTime, String zone, String rule) implements When {}

    /// A day without a time.
    record Day(String source, LocalDate day, String rule) implements When {}

    /// The source has a time that could not be understood, or none. `why` says which.
    record Unknown(String source, String why) implements When {}
}

package org.taniq.read.msgstore;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.sqlite.Log;
import org.taniq.base.sqlite.Place;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Spot;

/// Where a row stands: where the database was read together with a file beside it, no record says so in its bytes, and
/// a detail does.
///
/// @param log what became of the file beside the database
record Where(Place place, Log log) {

    Spot spot() {
        return isAlone() ? new Spot.Range(from(), to()) : new Spot.Beside(from(), to());
    }

    /// In which bytes of which of the two files.
    Optional<Detail> detail() {
        String name = switch (place.file()) {
            case DATABASE -> "databaseBytes";
            case LOG -> "logBytes";
        };
        return isAlone()
                ? Optional.empty()
                : Optional.of(new Detail(name, Json.of(List.of(Draft.number(from()), Draft.number(to())))));
    }

    private boolean isAlone() {
        return log.applied() == 0 && place.file() == Place.In.DATABASE;
    }

    /// Damage can lead to places that no file has, before its beginning too.
    private long from() {
        return Math.max(0, place.from());
    }

    private long to() {
        return Math.max(from(), place.to());
    }
}

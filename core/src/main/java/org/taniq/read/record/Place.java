package org.taniq.read.record;

import java.util.LinkedHashMap;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.seal.PlaceCheck;

/// Where a record stands in its source, as that counts: a page, a row of a table, a value in JSON. Its lines and
/// bytes are its [Spot].
///
/// @param json as it is sealed in `record/2`
public record Place(Json json) {
    /// The source has no such places, or the parser does not know them.
    public static final Place UNSTATED = new Place(Json.NULL);

    public Place {
        if (!PlaceCheck.isPlace(json)) {
            throw new IllegalArgumentException("not a place");
        }
    }

    /// @param page from 1
    public static Place page(long page) {
        return of("page", Json.of(page));
    }

    /// A row of a file that is one table.
    ///
    /// @param row from 1, the header counted
    public static Place row(long row) {
        return of("row", Json.of(row));
    }

    /// A row of a table in a database.
    ///
    /// @param row the number that the database gives it
    public static Place row(String table, long row) {
        boolean isLarge = Math.abs(row) > Json.MAX_INTEGER || row == Long.MIN_VALUE;
        return new Place(Json.object()
                .put("row", isLarge ? Json.of(Long.toString(row)) : Json.of(row))
                .put("table", table)
                .build());
    }

    /// A value in JSON.
    ///
    /// @param pointer as of RFC 6901; empty for all of it
    public static Place path(String pointer) {
        return of("path", Json.of(pointer));
    }

    /// One of the records that the source is made of, such as a mail in an mbox file.
    ///
    /// @param number from 0
    public static Place record(long number) {
        return of("record", Json.of(number));
    }

    /// A rectangle of a picture as it is seen, in its pixels; of a page, in hundredths of a point.
    ///
    /// @param sides left, top, width and height
    public static Place box(List<Long> sides) {
        return of("box", Json.of(sides.stream().map(Json::of).toList()));
    }

    /// A stretch of a sound or film.
    ///
    /// @param from milliseconds from its beginning
    /// @param to milliseconds from its beginning
    public static Place time(long from, long to) {
        return new Place(Json.object().put("from", from).put("to", to).build());
    }

    private static Place of(String member, Json value) {
        return new Place(Json.object().put(member, value).build());
    }

    /// Both at once, such as a box on a page.
    public Place and(Place other) {
        var members = new LinkedHashMap<String, Json>();
        for (var place : List.of(this, other)) {
            if (place.json instanceof Json.Obj object) {
                members.putAll(object.members());
            }
        }
        return members.isEmpty() ? UNSTATED : new Place(new Json.Obj(members));
    }

    /// The place that was sealed so; unstated where somebody sealed another form.
    public static Place sealed(Json json) {
        return PlaceCheck.isPlace(json) ? new Place(json) : UNSTATED;
    }
}

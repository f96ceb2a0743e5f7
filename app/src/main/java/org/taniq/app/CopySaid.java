package org.taniq.app;

import java.time.Instant;
import org.taniq.base.Json;
import org.taniq.seal.Copied;
import org.taniq.seal.Statement;
import org.taniq.seal.VaultCopy;

/// What a person says of a copy that she makes, each empty where she says nothing; it is sealed.
///
/// @param byWhom who copied
/// @param place where the copy is kept
/// @param disk whether it lies where the case does, as far as the system tells
public record CopySaid(String byWhom, String place, VaultCopy.Keys keys, Place.Disk disk) {

    static final String COPIED = "copied";
    static final String MAY_HOLD_ERASED = "mayHoldErased";

    Statement statement(Copied copy, Instant when) {
        var contents = copy.contents();
        var logs = contents.heads().stream().map(head -> head.checkpoint().json());
        return Statement.of("custody/1")
                .with("what", COPIED)
                .with("when", when.toString())
                .with("byWhom", Json.orNull(byWhom))
                .with(
                        "detail",
                        Json.object()
                                .put("blobs", contents.blobs())
                                .put("bytes", contents.bytes())
                                .put("keys", keys == VaultCopy.Keys.WITH)
                                .put("logs", Json.of(logs.toList()))
                                .put(MAY_HOLD_ERASED, copy.mayHoldErased())
                                .put("place", Json.orNull(place))
                                .put("sameDisk", disk == Place.Disk.SAME)
                                .build());
    }
}

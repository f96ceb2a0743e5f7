package org.taniq.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.base.Json;
import org.taniq.base.png.Png;

/// The statements `item/1` that are made of what was acquired.
public final class ItemStatement {
    private static final String CLOCK = "the computer's clock";

    private ItemStatement() {}

    /// A file as it was acquired.
    ///
    /// @param now what the computer's clock says: a claim
    public static Statement ofFile(Item item, String mediaType, Instant now) {
        return common(item.custody(), item.name(), mediaType)
                .with("method", method("file/1"))
                .with("claimed", claimed(now, item.modified()))
                .content(out -> {
                    try (var in = item.content().open()) {
                        in.transferTo(out);
                    }
                });
    }

    /// A member of an archive that is sealed whole; its bytes stay there.
    ///
    /// @param place where in the archive it is
    public static Statement ofMember(Pointer archive, Place place, Member member, Item of) {
        return member(member, of)
                .with("derivedFrom", derived(archive, place.json()))
                .with("sha256", member.sha256())
                .with("size", Json.of(member.size()));
    }

    /// A member of an archive that is not sealed itself, with its own bytes.
    public static Statement ofMemberAlone(Member member, Item of, Blobs.Writer bytes) {
        return member(member, of).content(bytes);
    }

    private static Statement member(Member member, Item of) {
        return common(of.custody(), member.name(), member.mediaType())
                .with("method", method("zip-member/1"))
                .with("claimed", claimed(member.now(), of.modified()));
    }

    /// Where in an archive a member is.
    ///
    /// @param at where its packed bytes begin, which decides
    /// @param number which member it is, from 0
    public record Place(long at, long number) {
        private Json json() {
            return Json.object().put("at", at).put("member", number).build();
        }
    }

    /// What is known of a member.
    public record Member(String name, String mediaType, String sha256, long size, Instant now) {}

    /// A picture as a canonical PNG with its pixels as a tree, derived from an item; how it was read says
    /// what of the item was not used.
    public static Statement ofPixels(Pointer original, Custody custody, Png.Reading reading, Instant now) {
        var picture = reading.picture();
        var settings = Json.object()
                .put("orientation", reading.orientation())
                .put("unused", Json.strings(reading.unused().stream().sorted().toList()))
                .build();
        return common(custody, "", "image/png")
                .with("method", method("png-canonical/1", settings))
                .with("derivedFrom", derived(original, Json.object().build()))
                .with("claimed", claimed(now, now))
                .with("pixels", picture)
                .content(out -> out.write(Png.write(picture)));
    }

    private static Statement common(Custody custody, String name, String mediaType) {
        return Statement.of("item/1")
                .with("name", Json.orNull(name))
                .with("mediaType", mediaType)
                .with("capturer", Json.orNull(custody.capturer()))
                .with("saidBy", Json.orNull(custody.saidBy()))
                .with("device", Json.orNull(custody.device()))
                .with("account", account(custody.account()))
                .with("missing", Json.of(List.<Json>of()));
    }

    private static Json account(Custody.Account account) {
        return switch (account) {
            case UNSTATED -> Json.NULL;
            case OWN -> kind("own");
            case PERSONA -> kind("persona");
        };
    }

    private static Json kind(String kind) {
        return Json.object().put("kind", kind).put("name", Json.NULL).build();
    }

    private static Json method(String tool) {
        return method(tool, Json.object().build());
    }

    private static Json method(String tool, Json settings) {
        return Json.object()
                .put("settings", settings)
                .put("tool", tool)
                .put("version", Vault.PROGRAM)
                .build();
    }

    private static Json claimed(Instant now, Instant modified) {
        return Json.object()
                .put("clock", CLOCK)
                .put("fileModified", modified.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }

    private static Json derived(Pointer from, Json place) {
        return Json.of(List.of(
                Json.object().put("item", from.json()).put("place", place).build()));
    }
}

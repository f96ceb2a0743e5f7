package org.taniq.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.taniq.acquire.ArchiveKind;
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
    /// @param archive an item, which may itself be a member of another
    /// @param place where in the archive it is
    public static Statement ofMember(Pointer archive, Place place, Member member, Item of) {
        return member(place.kind(), member, of)
                .with("derivedFrom", derived(archive, place.json()))
                .with("sha256", member.sha256())
                .with("size", Json.of(member.size()));
    }

    /// A member of an archive that is not sealed itself, with its own bytes.
    ///
    /// @param kind of the archive
    public static Statement ofMemberAlone(ArchiveKind kind, Member member, Item of, Blobs.Writer bytes) {
        return member(kind, member, of).content(bytes);
    }

    private static Statement member(ArchiveKind kind, Member member, Item of) {
        return common(of.custody(), member.name(), member.mediaType())
                .with("method", method(kind.word() + "-member/1"))
                .with("claimed", claimed(member.now(), of.modified()));
    }

    /// Where in an archive a member is.
    ///
    /// @param kind of the archive that it lies in
    /// @param at where its packed bytes begin, which decides
    /// @param way which member it is, from 0; where the archive is not the one that it lies in, because one between
    ///     them is no item, the numbers of all on the way
    public record Place(ArchiveKind kind, long at, List<Integer> way) {
        private Json json() {
            return Json.object().put("at", at).put("member", way(way)).build();
        }

        /// The way to a member that was sealed so; none where somebody sealed another form.
        public static List<Integer> way(Json place) {
            var member =
                    place instanceof Json.Obj object ? object.members().getOrDefault("member", Json.NULL) : Json.NULL;
            return switch (member) {
                case Json.Num number -> List.of(number(number));
                case Json.Arr(List<Json> numbers) ->
                    numbers.stream().map(Place::number).toList();
                default -> List.of();
            };
        }

        private static int number(Json json) {
            return json instanceof Json.Num(long number) && number == (int) number ? (int) number : -1;
        }

        /// The number of a member, or the numbers on the way to one.
        public static Json way(List<Integer> way) {
            return way.size() == 1
                    ? Json.of(way.getFirst())
                    : Json.of(way.stream().map(number -> Json.of((long) number)).toList());
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

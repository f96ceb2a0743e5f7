package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.read.Opened;
import org.taniq.read.SealedReading;
import org.taniq.read.record.Spot;
import org.taniq.seal.Group;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;

/// The files in an archive that is sealed whole, and in archives in it, as items of their own; their bytes stay in the
/// archive.
final class SealedMembers {
    private final Item item;
    private final Group group;
    private final Clock clock;
    private final Map<Spot.Member, Pointer> members = new HashMap<>();

    private SealedMembers(Item item, Group group, Clock clock) {
        this.item = item;
        this.group = group;
        this.clock = clock;
    }

    /// The nearest archive around a member that is an item, and the way from there into the one it lies in.
    private record Around(Pointer archive, List<Integer> way) {
        private List<Integer> to(Archive.Readable member) {
            return Stream.concat(way.stream(), Stream.of(member.number())).toList();
        }
    }

    /// Seals them behind their archive; none where it is no archive.
    static SealedReading.Sources of(Item item, Pointer archive, Group group, Clock clock) throws IOException {
        var sealed = new SealedMembers(item, group, clock);
        for (var opened : opened(item).stream().toList()) {
            try (opened) {
                sealed.all(opened, new Around(archive, List.of()));
            }
        }
        return new SealedReading.Sources(archive, sealed.members);
    }

    /// An archive whose members cannot be listed is sealed all the same: its reading says why there are
    /// none.
    private static Optional<Opened> opened(Item item) {
        try {
            return Opened.of(item.name(), item.bytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void all(Opened opened, Around around) throws IOException {
        for (var member : opened.archive().members()) {
            if (member instanceof Archive.Readable file && !file.isFolder()) {
                seal(opened, file, around);
            }
        }
    }

    private void seal(Opened opened, Archive.Readable file, Around around) throws IOException {
        var pointer = sealed(new Member(opened.archive(), file), around);
        pointer.ifPresent(item -> members.put(opened.place().member(file.number()), item));
        if (!opened.isArchive(file)) {
            return;
        }
        if (opened.open(file) instanceof Opened.Inner.Open(Opened inner)) {
            try (inner) {
                all(
                        inner,
                        pointer.map(item -> new Around(item, List.of()))
                                .orElseGet(() -> new Around(around.archive(), around.to(file))));
            }
        }
    }

    /// A member that cannot be read to its end is not an item: the reading of the archive says so.
    private Optional<Pointer> sealed(Member member, Around around) throws IOException {
        ItemStatement.Member measured;
        try {
            measured = member.measured(clock.instant());
        } catch (Archive.Damaged unreadable) {
            return Optional.empty();
        }
        var place = new ItemStatement.Place(
                member.archive().kind(), member.file().data().from(), around.to(member.file()));
        var pointer = group.add(ItemStatement.ofMember(around.archive(), place, measured, item));
        var picture = new CanonicalPicture(group, item.custody(), clock);
        if (picture.takes(measured.mediaType(), measured.size())) {
            try (var in = member.open()) {
                picture.seal(pointer, Bytes.of(in.readAllBytes()));
            }
        }
        return Optional.of(pointer);
    }
}

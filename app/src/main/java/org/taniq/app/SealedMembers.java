package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.read.SealedReading;
import org.taniq.seal.Group;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;

/// The files in an archive that is sealed whole, as items of their own; their bytes stay in the archive.
final class SealedMembers {
    private final Item item;
    private final Pointer archive;
    private final Group group;
    private final Clock clock;
    private final Map<Integer, Pointer> members = new HashMap<>();

    private SealedMembers(Item item, Pointer archive, Group group, Clock clock) {
        this.item = item;
        this.archive = archive;
        this.group = group;
        this.clock = clock;
    }

    /// Seals them behind their archive; none where it is no archive.
    static SealedReading.Sources of(Item item, Pointer archive, Group group, Clock clock) throws IOException {
        var sealed = new SealedMembers(item, archive, group, clock);
        for (var open : listed(item)) {
            try (open) {
                sealed.all(open);
            }
        }
        return new SealedReading.Sources(archive, sealed.members);
    }

    /// An archive whose members cannot be listed is sealed all the same: its reading says why there are
    /// none.
    private static List<Archive> listed(Item item) {
        try {
            return Archive.isArchive(item.bytes())
                    ? List.of(Archive.open(item.bytes(), Archive.Limits.USUAL))
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void all(Archive open) throws IOException {
        for (var member : open.members()) {
            if (member instanceof Archive.Readable file && !file.isFolder()) {
                seal(new Member(open, file));
            }
        }
    }

    /// A member that cannot be read to its end is not an item: the reading of the archive says so.
    private void seal(Member member) throws IOException {
        ItemStatement.Member measured;
        try {
            measured = member.measured(clock.instant());
        } catch (Archive.Damaged unreadable) {
            return;
        }
        int number = member.file().number();
        var place = new ItemStatement.Place(member.file().data().from(), number);
        var pointer = group.add(ItemStatement.ofMember(archive, place, measured, item));
        members.put(number, pointer);
        var picture = new CanonicalPicture(group, item.custody(), clock);
        if (picture.takes(measured.mediaType(), measured.size())) {
            try (var in = member.open()) {
                picture.seal(pointer, Bytes.of(in.readAllBytes()));
            }
        }
    }
}

package org.taniq.app;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.png.Png;
import org.taniq.base.png.PngException;
import org.taniq.read.MediaType;
import org.taniq.read.SealedReading;
import org.taniq.seal.Group;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Known;
import org.taniq.seal.Pointer;

/// Seals items in batches, each item within one group: its bytes; the members of an archive as items of their
/// own;
/// a PNG
/// also as a canonical picture, so that parts of it can be withheld later.
final class Sealing {
    private static final String PNG = "image/png";
    /// A picture needs about twelve bytes of memory a pixel while it is sealed.
    private static final long BYTES_A_PIXEL = 12;
    /// A text that is sealed without its archive is held in memory, once as it is read and once as it is kept.
    private static final long MOST_OF_MEMORY = 8;

    private final Known.Takes takes;
    private final Batch batch;
    private final Clock clock;

    /// @param told takes each item once it is sealed
    Sealing(Writing writing, Clock clock, Consumer<SealedItem> told) {
        this.takes = writing.known().takes();
        this.batch = new Batch(writing, clock, told);
        this.clock = clock;
    }

    /// Seals the items up to one that fails.
    void seal(List<Item> items) throws IOException {
        for (var item : items) {
            batch.add(sealedOrNone(item));
        }
        batch.commit();
    }

    /// Where an item fails, those before it are not lost.
    private SealedItem sealedOrNone(Item item) throws IOException {
        try {
            return sealed(item);
        } catch (IOException failed) {
            batch.commitWithoutLast();
            throw failed;
        }
    }

    private SealedItem sealed(Item item) throws IOException {
        var digest = sha256(item.bytes());
        var before = batch.seen(digest, item.bytes().size());
        if (before.isPresent()) {
            return new SealedItem.Again(item, before.getAsLong());
        }
        String type = MediaType.of(item.bytes());
        return switch (takes) {
            case EVERYTHING -> whole(item, type, digest);
            case TEXT_ONLY -> textOnly(item, type, digest);
        };
    }

    private SealedItem textOnly(Item item, String type, Digest digest) throws IOException {
        if (Archive.isArchive(item.bytes())) {
            return texts(item);
        }
        return MediaType.isText(type) ? whole(item, type, digest) : new SealedItem.Refused(item, type);
    }

    private SealedItem whole(Item item, String type, Digest digest) throws IOException {
        var group = batch.group();
        var pointer = group.add(ItemStatement.ofFile(item, type, clock.instant()));
        var members = new HashMap<Integer, Pointer>();
        var named = new HashMap<String, Pointer>();
        if (type.equals(PNG)) {
            sealPixels(group, pointer, item, item.bytes());
        } else if (Archive.isArchive(item.bytes())) {
            sealMembers(group, pointer, item, members, named);
        }
        batch.saw(pointer, digest, item.bytes().size());
        return new SealedItem.New(item, type, digest, new SealedReading.Sources(pointer, members, named));
    }

    private void sealMembers(
            Group group, Pointer archive, Item item, Map<Integer, Pointer> members, Map<String, Pointer> named)
            throws IOException {
        try (var open = Archive.open(item.bytes(), Archive.Limits.USUAL)) {
            for (var member : open.members()) {
                if (member instanceof Archive.Readable file && !file.isFolder()) {
                    sealMember(group, archive, item, new MemberOf(open, file), members, named);
                }
            }
        }
    }

    private record MemberOf(Archive archive, Archive.Readable file) {
        private InputStream open() throws IOException {
            return archive.open(file);
        }
    }

    /// A member that cannot be read to its end is not an item: the reading of the archive says so.
    private void sealMember(
            Group group,
            Pointer archive,
            Item item,
            MemberOf member,
            Map<Integer, Pointer> members,
            Map<String, Pointer> named)
            throws IOException {
        ItemStatement.Member known;
        try {
            known = measure(member);
        } catch (Archive.Damaged unreadable) {
            return;
        }
        int number = member.file().number();
        var pointer = group.add(ItemStatement.ofMember(archive, number, known, item));
        members.put(number, pointer);
        named.putIfAbsent(known.name(), pointer);
        if (known.mediaType().equals(PNG) && known.size() <= mostPixels()) {
            try (var in = member.open()) {
                sealPixels(group, pointer, item, Bytes.of(in.readAllBytes()));
            }
        }
    }

    private ItemStatement.Member measure(MemberOf member) throws IOException {
        String type;
        try (var in = member.open()) {
            type = MediaType.of(in);
        }
        var sha = Digest.sha256();
        long size;
        try (var in = new java.security.DigestInputStream(member.open(), sha)) {
            size = in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String digest = Digest.ofBytes(sha.digest()).hex();
        return new ItemStatement.Member(member.file().fileName(), type, digest, size, clock.instant());
    }

    /// A PNG that is not to be decoded (16 bit, animated, damaged, too large) stays as it is; its parts cannot be
    /// withheld.
    private void sealPixels(Group group, Pointer original, Item item, Bytes png) throws IOException {
        long most = mostPixels();
        if (png.size() > most) {
            return;
        }
        Png.Reading picture;
        try (var in = png.open()) {
            picture = Png.read(in.readAllBytes(), Math.min(most, Png.MAX_PIXELS));
        } catch (PngException refused) {
            return;
        }
        group.add(ItemStatement.ofPixels(original, item.custody(), picture, clock.instant()));
    }

    private static long mostPixels() {
        return Runtime.getRuntime().maxMemory() / BYTES_A_PIXEL;
    }

    /// The text members of an archive, each with its own bytes; nothing else of it is taken or hashed for others.
    private SealedItem texts(Item item) throws IOException {
        var texts = new ArrayList<SealedItem.New>();
        int refused = 0;
        try (var open = Archive.open(item.bytes(), Archive.Limits.USUAL)) {
            for (var member : open.members()) {
                if (member instanceof Archive.Readable file && !file.isFolder() && isText(open, file)) {
                    texts.add(alone(item, new MemberOf(open, file)));
                } else {
                    refused++;
                }
            }
        }
        return new SealedItem.Parts(item, texts, refused);
    }

    private static boolean isText(Archive archive, Archive.Readable file) throws IOException {
        if (file.size() > Runtime.getRuntime().maxMemory() / MOST_OF_MEMORY) {
            return false;
        }
        try (var in = archive.open(file)) {
            return MediaType.isText(MediaType.of(in));
        }
    }

    private SealedItem.New alone(Item archive, MemberOf member) throws IOException {
        byte[] bytes;
        try (var in = member.open()) {
            bytes = in.readAllBytes();
        }
        var known = measure(member);
        var group = batch.group();
        var pointer = group.add(ItemStatement.ofMemberAlone(known, archive, out -> out.write(bytes)));
        batch.saw(pointer, Digest.ofHex(known.sha256()), known.size());
        var item =
                new Item(known.name(), archive.modified(), archive.custody(), Bytes.of(bytes)::open, Bytes.of(bytes));
        return new SealedItem.New(
                item,
                known.mediaType(),
                Digest.ofHex(known.sha256()),
                new SealedReading.Sources(pointer, Map.of(), Map.of()));
    }

    static Digest sha256(Bytes bytes) throws IOException {
        var sha = Digest.sha256();
        try (var in = new java.security.DigestInputStream(bytes.open(), sha)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }
}

package org.taniq.app;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.read.MediaType;
import org.taniq.read.SealedReading;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Known;
import org.taniq.seal.Pointer;

/// Seals items in batches, each item within one group: its bytes; the members of an archive as items of
/// their own; a PNG also as a [CanonicalPicture].
final class Sealing {
    /// A text that is sealed without its archive is held in memory, once as it is read and once as it is
    /// kept.
    private static final long MOST_OF_MEMORY = 8;

    private final Known.Takes takes;
    private final Batch batch;
    private final Clock clock;
    private final Watch watch;
    private final Consumer<SealedItem> told;

    /// @param told takes each item once it is sealed
    Sealing(Writing writing, Clock clock, Watch watch, Consumer<SealedItem> told) {
        this.takes = writing.known().takes();
        this.batch = new Batch(writing, clock, told);
        this.clock = clock;
        this.watch = watch;
        this.told = told;
    }

    /// Seals the items. One that fails does not stop the others, unless the vault can take nothing any
    /// more.
    void seal(List<Item> items) {
        for (var item : items) {
            if (batch.broken().isPresent()) {
                told.accept(new SealedItem.NotSealed(item, batch.broken().get()));
            } else {
                seal(item);
            }
        }
        batch.commit();
    }

    private void seal(Item item) {
        try {
            long size = item.bytes().size();
            batch.add(sealed(watched(item)), size);
        } catch (IOException failed) {
            batch.add(new SealedItem.NotSealed(item, failed));
        }
    }

    /// Bytes are read twice, to know them and to seal them: each time counts half.
    private Item watched(Item item) throws IOException {
        long size = item.bytes().size();
        watch.sealing(item.name(), 0, size);
        return new Item(
                item.name(),
                item.modified(),
                item.custody(),
                () -> new Counting(item.content().open(), far -> watch.sealing(item.name(), size / 2 + far / 2, size)),
                item.bytes());
    }

    private SealedItem sealed(Item item) throws IOException {
        long size = item.bytes().size();
        var digest = sha256(item.bytes(), far -> watch.sealing(item.name(), far / 2, size));
        var before = batch.seen(digest, size);
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
        long size = item.bytes().size();
        var pointer = group.add(ItemStatement.ofFile(item, type, clock.instant()));
        batch.saw(pointer, digest, size);
        var picture = new CanonicalPicture(group, item.custody(), clock);
        if (picture.takes(type, size)) {
            picture.seal(pointer, item.bytes());
            return new SealedItem.New(item, type, digest, new SealedReading.Sources(pointer, Map.of()));
        }
        return new SealedItem.New(item, type, digest, SealedMembers.of(item, pointer, group, clock));
    }

    /// The text members of an archive, each with its own bytes; nothing else of it is taken or hashed for
    /// others.
    private SealedItem texts(Item item) throws IOException {
        var texts = new ArrayList<Pointer>();
        var again = new ArrayList<Long>();
        int refused = 0;
        try (var open = Archive.open(item.bytes(), Archive.Limits.USUAL)) {
            for (var each : open.members()) {
                var text = text(open, each);
                if (text.isEmpty()) {
                    refused++;
                    continue;
                }
                var measured = text.get().measured(clock.instant());
                var before = batch.seen(Digest.ofHex(measured.sha256()), measured.size());
                if (before.isPresent()) {
                    again.add(before.getAsLong());
                } else {
                    texts.add(alone(item, text.get(), measured));
                }
            }
        }
        return new SealedItem.Parts(item, texts, again, refused);
    }

    private static Optional<Member> text(Archive open, Archive.Member member) throws IOException {
        if (!(member instanceof Archive.Readable file) || file.isFolder()) {
            return Optional.empty();
        }
        var text = new Member(open, file);
        return isText(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isText(Member member) throws IOException {
        return member.file().size() <= Runtime.getRuntime().maxMemory() / MOST_OF_MEMORY
                && MediaType.isText(member.mediaType());
    }

    private Pointer alone(Item archive, Member member, ItemStatement.Member measured) throws IOException {
        byte[] bytes;
        try (var in = member.open()) {
            bytes = in.readAllBytes();
        }
        var pointer = batch.group().add(ItemStatement.ofMemberAlone(measured, archive, out -> out.write(bytes)));
        batch.saw(pointer, Digest.ofHex(measured.sha256()), measured.size());
        return pointer;
    }

    static Digest sha256(Bytes bytes, LongConsumer far) throws IOException {
        var sha = Digest.sha256();
        try (var in = new DigestInputStream(new Counting(bytes.open(), far), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }
}

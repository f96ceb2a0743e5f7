package org.taniq.app;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.taniq.acquire.Item;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.read.Opened;
import org.taniq.read.SealedReading;
import org.taniq.read.file.MediaType;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Known;

/// Seals items in batches, each item within one group: its bytes; the members of an archive as items of
/// their own; a PNG also as a [CanonicalPicture].
final class Sealing {
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
        var opened = Opened.of(item.name(), item.bytes());
        if (opened.isPresent()) {
            try (var archive = opened.get()) {
                return SealedTexts.of(item, archive, batch, clock);
            }
        }
        try (var in = item.bytes().open()) {
            if (!MediaType.isTextAlone(in)) {
                return new SealedItem.Refused(item, type);
            }
        }
        return whole(item, type, digest);
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

    static Digest sha256(Bytes bytes, LongConsumer far) throws IOException {
        var sha = Digest.sha256();
        try (var in = new DigestInputStream(new Counting(bytes.open(), far), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }
}

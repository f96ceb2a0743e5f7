package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.taniq.acquire.Archive;
import org.taniq.acquire.Item;
import org.taniq.base.Digest;
import org.taniq.read.Opened;
import org.taniq.read.file.MediaType;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;

/// The texts in an archive, and in archives in it, of which nothing else may be taken, as items with their own bytes;
/// nothing else of it is taken, or hashed for others.
final class SealedTexts {
    /// A text that is sealed without its archive is held in memory, once as it is read and once as it is
    /// kept.
    private static final long MOST_OF_MEMORY = 8;

    private static final int MOST_NAMED = 100;

    private final Item archive;
    private final Batch batch;
    private final Clock clock;
    private final List<Pointer> texts = new ArrayList<>();
    private final List<Long> again = new ArrayList<>();
    private final List<SealedItem.LeftOut> named = new ArrayList<>();
    private long left;
    private long damaged;
    private boolean isComplete = true;

    private SealedTexts(Item archive, Batch batch, Clock clock) {
        this.archive = archive;
        this.batch = batch;
        this.clock = clock;
    }

    static SealedItem.Parts of(Item archive, Opened opened, Batch batch, Clock clock) throws IOException {
        var sealed = new SealedTexts(archive, batch, clock);
        sealed.takeAll(opened);
        var left = new SealedItem.Left(sealed.left, sealed.damaged, sealed.isComplete, sealed.named);
        return new SealedItem.Parts(archive, sealed.texts, sealed.again, left);
    }

    private void takeAll(Opened opened) throws IOException {
        for (var member : opened.archive().members()) {
            switch (member) {
                case Archive.Refused refused -> {
                    damaged += refused.why() == Archive.Refusal.DAMAGED ? 1 : 0;
                    leave(refused.name(), "");
                }
                case Archive.Readable file when file.isFolder() -> left++;
                case Archive.Readable file when opened.isArchive(file) -> within(opened, file);
                case Archive.Readable file -> take(new Member(opened.archive(), file));
            }
        }
        left += opened.archive().unlisted();
        isComplete &= opened.archive().isComplete();
    }

    private void within(Opened opened, Archive.Readable file) throws IOException {
        switch (opened.open(file)) {
            case Opened.Inner.TooLarge _ -> leave(file.name(), "");
            case Opened.Inner.TooDeep _, Opened.Inner.Document _ -> take(new Member(opened.archive(), file));
            case Opened.Inner.Open(Opened inner) -> {
                try (inner) {
                    takeAll(inner);
                }
            }
        }
    }

    /// One that is damaged stops no other.
    private void take(Member member) throws IOException {
        try {
            if (isText(member)) {
                seal(member, member.measured(clock.instant()));
            } else {
                leave(member.file().name(), isTooLarge(member) ? "" : member.mediaType());
            }
        } catch (Archive.Damaged unreadable) {
            damaged++;
            leave(member.file().name(), "");
        }
    }

    private void leave(String name, String mediaType) {
        left++;
        if (named.size() < MOST_NAMED) {
            named.add(new SealedItem.LeftOut(name, mediaType));
        }
    }

    private static boolean isTooLarge(Member member) {
        return member.file().size() > Runtime.getRuntime().maxMemory() / MOST_OF_MEMORY;
    }

    private static boolean isText(Member member) throws IOException {
        if (isTooLarge(member)) {
            return false;
        }
        try (var in = member.open()) {
            return MediaType.isTextAlone(in);
        }
    }

    private void seal(Member member, ItemStatement.Member measured) throws IOException {
        var sha256 = Digest.ofHex(measured.sha256());
        var before = batch.seen(sha256, measured.size());
        if (before.isPresent()) {
            again.add(before.getAsLong());
            return;
        }
        byte[] bytes;
        try (var in = member.open()) {
            bytes = in.readAllBytes();
        }
        var pointer = batch.group()
                .add(ItemStatement.ofMemberAlone(member.archive().kind(), measured, archive, out -> out.write(bytes)));
        batch.saw(pointer, sha256, measured.size());
        texts.add(pointer);
    }
}

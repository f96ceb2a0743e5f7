package org.taniq.app;

import java.io.IOException;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.SealedReading;
import org.taniq.seal.LogKind;

/// Reads sealed items: each record is sealed and indexed in the same pass.
final class ReadingRoom {
    private final Writing writing;
    private final Index index;

    ReadingRoom(Writing writing, Index index) {
        this.writing = writing;
        this.index = index;
    }

    /// @throws IOException also if the file is no longer the one that was sealed; then nothing is sealed of the
    ///     reading
    ReadItem read(SealedItem.New sealed) throws IOException {
        var group = writing.group(LogKind.EVIDENCE);
        try (var adding = index.adding()) {
            var read = SealedReading.into(
                    group,
                    sealed.item().name(),
                    sealed.item().bytes(),
                    sealed.sources(),
                    (part, number, activity) -> adding.add(group.name(part), number, activity));
            if (!Sealing.sha256(sealed.item().bytes()).equals(sealed.sha256())) {
                throw new Trouble(Said.of(
                        "cannot read {file}: it changed after it was sealed. The sealed bytes are safe;"
                                + " run `taniq read` on the case",
                        "file",
                        sealed.item().name()));
            }
            writing.commit(group);
            adding.commit();
            return new ReadItem(read.ledger(), read.readings(), adding.count());
        }
    }
}

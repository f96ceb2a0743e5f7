package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Bytes;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;

/// A packed file, which is an archive of one member. How long it is nobody says truly: it is unpacked once, within the
/// limits, to learn that.
final class Wrapped implements Layout {
    /// As no ZIP archive packs.
    private static final int METHOD = -1;

    private final ArchiveKind kind;
    private final Bytes.Cursor cursor;
    private final Archive.Limits limits;
    private final String name;

    /// @param archive its name
    Wrapped(ArchiveKind kind, Bytes.Cursor cursor, Archive.Limits limits, String archive) {
        this.kind = kind;
        this.cursor = cursor;
        this.limits = limits;
        var stored = StoredName.of(ArchiveKind.unpacked(archive).getBytes(StandardCharsets.UTF_8));
        this.name = stored.isHostile() ? "unpacked" : stored.text();
    }

    @Override
    public InputStream open(Archive.Readable member) throws IOException {
        return MemberStream.of(Unpacking.of(kind, packed()), member);
    }

    private MemberStream.Packed packed() throws IOException {
        return MemberStream.packed(cursor, new Archive.Packed(0, cursor.size(), METHOD, -1));
    }

    @Override
    public Archive.Listing list() throws IOException {
        var packed = packed();
        long size = 0;
        try (var in = Unpacking.of(kind, packed)) {
            var piece = new byte[1 << 16];
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                size += got;
                if (isTooBig(size, packed.at())) {
                    return refused(Archive.Refusal.TOO_BIG);
                }
            }
            return listing(size, true, Optional.empty());
        } catch (Archive.Damaged damaged) {
            return listing(size, false, Optional.of(new Archive.Stop(packed.at(), Archive.Stop.Why.CUT)));
        } catch (Unpacking.HardlyAnything endless) {
            return refused(Archive.Refusal.TOO_BIG);
        } catch (UnsupportedOptionsException unknown) {
            return refused(Archive.Refusal.METHOD);
        } catch (MemoryLimitException | OutOfMemoryError tooLarge) {
            var stop = new Archive.Stop(0, Archive.Stop.Why.TOO_LARGE);
            return new Archive.Listing(List.of(), false, 0, Optional.of(stop));
        }
    }

    private Archive.Listing refused(Archive.Refusal why) {
        var refused = new Archive.Refused(0, name, why);
        return new Archive.Listing(List.of(refused), true, 0, Optional.empty());
    }

    private Archive.Listing listing(long size, boolean isWhole, Optional<Archive.Stop> stop) throws IOException {
        var data = new Archive.Packed(0, cursor.size(), METHOD, -1);
        return new Archive.Listing(List.of(new Archive.Readable(0, name, size, isWhole, data)), isWhole, 0, stop);
    }

    private boolean isTooBig(long size, long packed) {
        boolean bomb = size > Judge.FREE_OF_RATIO && size / Math.max(1, packed) > limits.ratio();
        return bomb || size > limits.memberBytes() || size > limits.totalBytes() || limits.entries() < 1;
    }
}

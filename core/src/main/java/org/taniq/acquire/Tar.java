package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.taniq.base.Bytes;

/// A tar archive: POSIX ustar and pax, GNU tar (POSIX.1-2024, pax; GNU tar manual, "Basic Tar Format"). It has no
/// directory: where a header is damaged nobody knows where the next one is, and what looks like one could stand in a
/// file that somebody else made. So it is read up to there.
final class Tar implements Layout {
    private static final int BLOCK = TarHeader.LENGTH;
    /// No path is longer; what a header says beyond is no name.
    private static final int MOST_OF_NAME = 1 << 16;
    private static final int MOST_OF_PAX = 1 << 20;
    private static final int BITE = 1 << 16;
    private static final char SPARSE = 'S';
    private static final int MORE_STRETCHES = 482;
    private static final int STILL_MORE_STRETCHES = 504;
    /// Packed in a way that is not understood: with holes, over several volumes, a device.
    private static final int NOT_UNDERSTOOD = -1;

    private final Bytes.Cursor cursor;
    private final long size;
    private final Archive.Limits limits;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<byte[]> longName = Optional.empty();
    private Pax pax = Pax.NONE;
    private long unlisted;

    Tar(Bytes.Cursor cursor, long size, Archive.Limits limits) {
        this.cursor = cursor;
        this.size = size;
        this.limits = limits;
    }

    @Override
    public InputStream open(Archive.Readable member) {
        return MemberStream.open(cursor, member);
    }

    @Override
    public Archive.Listing list() throws IOException {
        var stop = walk();
        var members = new Judge(limits).judge(entries);
        boolean isWhole = stop.isEmpty() || stop.get().why() == Archive.Stop.Why.BEHIND_END;
        return new Archive.Listing(members, isWhole, unlisted, stop);
    }

    private Optional<Archive.Stop> walk() throws IOException {
        long at = 0;
        while (at <= size - BLOCK) {
            byte[] block = bytes(at, BLOCK);
            if (isZero(block)) {
                return behindEnd(at);
            }
            var header = TarHeader.of(block);
            if (header.isEmpty()) {
                return stop(at);
            }
            var data = data(header.get(), block, at);
            if (data.isEmpty() || !take(header.get(), at, data.get())) {
                return stop(at);
            }
            if (!data.get().isThere(size)) {
                return stop(size);
            }
            at = data.get().end();
        }
        return stop(Math.min(at, size));
    }

    /// Where what follows a header lies.
    private record Data(long from, long length) {
        private boolean isThere(long size) {
            return length <= size - from;
        }

        private long end() {
            return from + (length + BLOCK - 1) / BLOCK * BLOCK;
        }
    }

    private Optional<Data> data(TarHeader header, byte[] block, long at) throws IOException {
        var length = length(header);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        long from = header.type() == SPARSE ? behindMap(block, at + BLOCK) : at + BLOCK;
        boolean isNothing = hasNoData(header.type()) && length.getAsLong() > 0 && isMemberAt(from);
        return Optional.of(new Data(from, isNothing ? 0 : length.getAsLong()));
    }

    /// Where more stretches of a file are stored than its header has room for, blocks with the others stand between:
    /// no size counts them (GNU tar manual, "Storing Sparse Files").
    private long behindMap(byte[] block, long from) throws IOException {
        boolean isMore = block[MORE_STRETCHES] != 0;
        long at = from;
        while (isMore && at <= size - BLOCK) {
            isMore = bytes(at, BLOCK)[STILL_MORE_STRETCHES] != 0;
            at += BLOCK;
        }
        return at;
    }

    /// Links, folders and devices have no bytes, and some programs state a size for them nonetheless: of a link that of
    /// what it leads to. Others have them follow (old ones, and what POSIX says of links).
    private static boolean hasNoData(char type) {
        return type >= '1' && type <= '6';
    }

    private boolean isMemberAt(long at) throws IOException {
        if (at > size - BLOCK) {
            return false;
        }
        byte[] block = bytes(at, BLOCK);
        return isZero(block) || TarHeader.of(block).isPresent();
    }

    private static Optional<Archive.Stop> stop(long at) {
        return Optional.of(new Archive.Stop(at, Archive.Stop.Why.CUT));
    }

    /// What pax says of the size goes before the header.
    private OptionalLong length(TarHeader header) {
        return isExtension(header.type()) ? OptionalLong.of(header.size()) : pax.size(header.size());
    }

    private static boolean isExtension(char type) {
        return type == 'L' || type == 'K' || type == 'x' || type == 'g' || type == 'X';
    }

    /// Takes a header with what follows it; false where it is none that a program writes.
    private boolean take(TarHeader header, long at, Data data) throws IOException {
        boolean isThere = data.isThere(size);
        switch (header.type()) {
            case 'L' -> {
                if (data.length() > MOST_OF_NAME || !isThere) {
                    return false;
                }
                longName = Optional.of(untilZero(bytes(data.from(), (int) data.length())));
            }
            case 'x', 'X' -> {
                if (data.length() > MOST_OF_PAX || !isThere) {
                    return false;
                }
                var read = Pax.of(bytes(data.from(), (int) data.length()));
                pax = read.orElse(Pax.NONE);
                return read.isPresent();
            }
            case 'K', 'g', 'V' -> {
                return isThere;
            }
            default -> {
                add(header, at, data);
                longName = Optional.empty();
                pax = Pax.NONE;
            }
        }
        return true;
    }

    private void add(TarHeader header, long at, Data data) {
        if (entries.size() >= limits.entries()) {
            unlisted++;
            return;
        }
        long length = data.length();
        long there = Math.clamp(size - data.from(), 0, length);
        boolean isFile = header.type() == '0' || header.type() == 0 || header.type() == '7';
        boolean isFolder = header.type() == '5' || header.type() == 'D';
        boolean isLink = header.type() == '1' || header.type() == '2';
        int method = (isFile || isFolder || isLink) && !pax.hasHoles() ? 0 : NOT_UNDERSTOOD;
        entries.add(new Entry(
                entries.size(),
                name(header, isFolder),
                at,
                new Archive.Packed(data.from(), there, method, -1),
                length,
                length,
                0,
                isLink,
                state(header, there, length)));
    }

    /// A folder with bytes of its own, which nobody looks at, is none that a program writes.
    private static Entry.State state(TarHeader header, long there, long length) {
        if (there < length) {
            return Entry.State.CUT;
        }
        return header.type() == '5' && length > 0 ? Entry.State.CONTRADICTED : Entry.State.SOUND;
    }

    /// Without the `./` that tar puts before what was packed as `.`: the folder itself stays.
    private StoredName name(TarHeader header, boolean isFolder) {
        var name = pax.path().or(() -> longName).map(StoredName::of).orElse(header.name());
        String text = name.text();
        while (text.startsWith("./") && text.length() > 2) {
            text = text.substring(2);
        }
        return new StoredName(isFolder && !text.endsWith("/") ? text + "/" : text, name.encoding());
    }

    /// Behind the blocks of zeros that end it there may be zeros only: else it was damaged there, or is several.
    private Optional<Archive.Stop> behindEnd(long from) throws IOException {
        for (long at = from; at < size; at += BITE) {
            if (!isZero(bytes(at, (int) Math.min(BITE, size - at)))) {
                return Optional.of(new Archive.Stop(from, Archive.Stop.Why.BEHIND_END));
            }
        }
        return Optional.empty();
    }

    private byte[] bytes(long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        cursor.read(at, buffer);
        return buffer.array();
    }

    private static byte[] untilZero(byte[] bytes) {
        int to = 0;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        return Arrays.copyOf(bytes, to);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}

package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
            var length = length(header.get());
            long from = at + BLOCK;
            if (length.isEmpty() || !take(header.get(), at, length.getAsLong())) {
                return stop(at);
            }
            if (length.getAsLong() > size - from) {
                return stop(size);
            }
            at = from + (length.getAsLong() + BLOCK - 1) / BLOCK * BLOCK;
        }
        return stop(Math.min(at, size));
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
    private boolean take(TarHeader header, long at, long length) throws IOException {
        long from = at + BLOCK;
        boolean isThere = length <= size - from;
        switch (header.type()) {
            case 'L' -> {
                if (length > MOST_OF_NAME || !isThere) {
                    return false;
                }
                longName = Optional.of(untilZero(bytes(from, (int) length)));
            }
            case 'x', 'X' -> {
                if (length > MOST_OF_PAX || !isThere) {
                    return false;
                }
                var read = Pax.of(bytes(from, (int) length));
                pax = read.orElse(Pax.NONE);
                return read.isPresent();
            }
            case 'K', 'g', 'V' -> {}
            default -> {
                add(header, at, length);
                longName = Optional.empty();
                pax = Pax.NONE;
            }
        }
        return true;
    }

    private void add(TarHeader header, long at, long length) {
        if (entries.size() >= limits.entries()) {
            unlisted++;
            return;
        }
        long from = at + BLOCK;
        long there = Math.min(length, size - from);
        boolean isFile = header.type() == '0' || header.type() == 0 || header.type() == '7';
        boolean isFolder = header.type() == '5' || header.type() == 'D';
        boolean isLink = header.type() == '1' || header.type() == '2';
        int method = (isFile || isFolder || isLink) && !pax.hasHoles() ? 0 : NOT_UNDERSTOOD;
        entries.add(new Entry(
                entries.size(),
                name(header, isFolder),
                at,
                new Archive.Packed(from, there, method, -1),
                length,
                length,
                0,
                isLink,
                there < length ? Entry.State.CUT : Entry.State.SOUND));
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

    /// What the extended header before a member says of it, as far as it is needed: where a key stands twice, the last
    /// one counts (POSIX).
    ///
    /// @param hasHoles whether it is stored without its runs of zeros
    private record Pax(Optional<byte[]> path, Optional<String> stated, boolean hasHoles) {
        private static final Pax NONE = new Pax(Optional.empty(), Optional.empty(), false);
        private static final int MOST_DIGITS = 18;

        /// Lines of `length key=value`; nothing where they are not.
        private static Optional<Pax> of(byte[] lines) {
            var found = NONE;
            int at = 0;
            while (at < lines.length && lines[at] != 0) {
                int space = indexOf(lines, (byte) ' ', at, Math.min(lines.length, at + MOST_DIGITS));
                var length = digits(lines, at, space);
                if (length.isEmpty() || length.getAsLong() < space - at + 2 || length.getAsLong() > lines.length - at) {
                    return Optional.empty();
                }
                int end = at + (int) length.getAsLong() - 1;
                int equals = indexOf(lines, (byte) '=', space, end);
                if (equals < 0 || lines[end] != '\n') {
                    return Optional.empty();
                }
                String key = new String(lines, space + 1, equals - space - 1, StandardCharsets.UTF_8);
                found = found.with(key, Arrays.copyOfRange(lines, equals + 1, end));
                at = end + 1;
            }
            return Optional.of(found);
        }

        private Pax with(String key, byte[] value) {
            return switch (key) {
                case "path" -> new Pax(Optional.of(value), stated, hasHoles);
                case "size" -> new Pax(path, Optional.of(new String(value, StandardCharsets.ISO_8859_1)), hasHoles);
                default -> key.startsWith("GNU.sparse.") ? new Pax(path, stated, true) : this;
            };
        }

        private OptionalLong size(long otherwise) {
            if (stated.isEmpty()) {
                return OptionalLong.of(otherwise);
            }
            byte[] text = stated.get().getBytes(StandardCharsets.ISO_8859_1);
            return digits(text, 0, text.length);
        }

        private static OptionalLong digits(byte[] text, int from, int to) {
            if (to <= from || to - from > MOST_DIGITS) {
                return OptionalLong.empty();
            }
            long value = 0;
            for (int i = from; i < to; i++) {
                if (text[i] < '0' || text[i] > '9') {
                    return OptionalLong.empty();
                }
                value = value * 10 + text[i] - '0';
            }
            return OptionalLong.of(value);
        }

        private static int indexOf(byte[] bytes, byte sign, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == sign) {
                    return i;
                }
            }
            return -1;
        }
    }
}

package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.taniq.base.Bytes;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;

/// A 7z archive. Its members may be packed as one, so that each can only be read behind those before it: all are
/// unpacked once, into memory, by a library that is run on hostile bytes. Whatever it throws is damage of the member
/// that was read, or of the archive.
final class SevenZip implements Layout {
    /// Of what the library says that it needs, for its lists and for unpacking.
    private static final int MOST_KIB = 128 << 10;

    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    static { // the library would make a new array for each block, of as many bytes as that asks for
        ArrayCache.setDefaultCache(BasicArrayCache.getInstance());
    }

    private final Bytes.Cursor cursor;
    private final CursorChannel channel;
    private final Archive.Limits limits;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Bytes> held = new HashMap<>();
    private final Map<Integer, Archive.Refusal> refused = new HashMap<>();
    /// Why the block of members that was opened last is refused as a whole.
    private Optional<Archive.Refusal> ofBlock = Optional.empty();

    private long unlisted;

    SevenZip(Bytes.Cursor cursor, Archive.Limits limits) {
        this.cursor = cursor;
        this.channel = new CursorChannel(cursor);
        this.limits = limits;
    }

    @Override
    public InputStream open(Archive.Readable member) throws IOException {
        return MemberStream.of(held.getOrDefault(member.number(), NOTHING).open(), member);
    }

    @Override
    public Archive.Listing list() throws IOException {
        try (var file = SevenZFile.builder()
                .setSeekableByteChannel(channel)
                .setMaxMemoryLimitKiB(MOST_KIB)
                .get()) {
            return listed(file);
        } catch (PasswordRequiredException encrypted) {
            return nothing(Archive.Stop.Why.ENCRYPTED);
        } catch (MemoryLimitException | OutOfMemoryError tooLarge) {
            held.clear();
            return nothing(Archive.Stop.Why.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError hostile) {
            failOfDisk();
            held.clear();
            return nothing(Archive.Stop.Why.CUT);
        }
    }

    /// A fault of the disk is none of the bytes.
    private void failOfDisk() throws IOException {
        if (channel.failed().isPresent()) {
            throw channel.failed().get();
        }
    }

    private static Archive.Listing nothing(Archive.Stop.Why why) {
        return new Archive.Listing(List.of(), false, 0, Optional.of(new Archive.Stop(0, why)));
    }

    private Archive.Listing listed(SevenZFile file) throws IOException {
        var there = new ArrayList<SevenZArchiveEntry>();
        for (var entry : file.getEntries()) {
            there.add(entry);
        }
        if (there.stream().mapToLong(entry -> Math.max(0, entry.getSize())).reduce(0, SevenZip::sum) > limits.held()) {
            return nothing(Archive.Stop.Why.TOO_LARGE);
        }
        for (var entry : there) {
            if (entries.size() < limits.entries()) {
                take(file, entry);
            } else {
                unlisted++;
            }
        }
        var members = new ArrayList<Archive.Member>();
        for (var member : new Judge(limits).judge(entries)) {
            members.add(judged(member));
        }
        return new Archive.Listing(members, true, unlisted, Optional.empty());
    }

    private static long sum(long some, long more) {
        return some > Long.MAX_VALUE - more ? Long.MAX_VALUE : some + more;
    }

    /// What unpacking showed goes before what its list says.
    private Archive.Member judged(Archive.Member member) throws IOException {
        if (!(member instanceof Archive.Readable file)) {
            return member;
        }
        return refused.containsKey(file.number())
                ? new Archive.Refused(file.number(), file.name(), refused.get(file.number()))
                : new Archive.Readable(file.number(), file.name(), size(file.number()), file.whole(), file.data());
    }

    private long size(int number) throws IOException {
        return held.getOrDefault(number, NOTHING).size();
    }

    private void take(SevenZFile file, SevenZArchiveEntry entry) throws IOException {
        int number = entries.size();
        boolean isFolder = entry.isDirectory();
        String stored = Optional.ofNullable(entry.getName()).orElse("");
        String name = isFolder && !stored.endsWith("/") ? stored + "/" : stored;
        boolean isThere = next(file, number);
        boolean isEmpty = isFolder || entry.isAntiItem() || !entry.hasStream();
        boolean isWhole = isEmpty || isThere && unpack(file, entry, number);
        long size = size(number);
        entries.add(new Entry(
                number,
                StoredName.of(name.getBytes(StandardCharsets.UTF_8)),
                number,
                new Archive.Packed(number, 0, 0, -1),
                size,
                cursor.size(),
                0,
                isLink(entry),
                isWhole ? Entry.State.SOUND : Entry.State.CUT));
    }

    private static final int UNIX = 0x8000;
    private static final int FILE_TYPE = 0xF000;
    private static final int SYMBOLIC_LINK = 0xA000;

    /// The upper half of the attributes is the mode of Unix where their bit 15 is set.
    private static boolean isLink(SevenZArchiveEntry entry) {
        int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
        return (attributes & UNIX) != 0 && (attributes >>> 16 & FILE_TYPE) == SYMBOLIC_LINK;
    }

    /// Whether all of it could be unpacked; what precedes the damage is kept.
    private boolean unpack(SevenZFile file, SevenZArchiveEntry entry, int number) throws IOException {
        try {
            var in = new UpToDamage(file);
            var bytes = Bytes.held(in, limits.held()).orElseThrow();
            held.put(number, bytes);
            return in.isWhole && bytes.size() == entry.getSize();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError hostile) {
            failOfDisk();
            refuse(number, why(hostile));
            return false;
        }
    }

    /// Leads the library to the next member; false where it cannot be read at all. Of a block that it could not open it
    /// does not know why when it comes to the next member of it: what it throws then is none of the exceptions of
    /// formats and disks.
    private boolean next(SevenZFile file, int number) throws IOException {
        try {
            boolean isThere = file.getNextEntry() != null;
            ofBlock = Optional.empty();
            return isThere;
        } catch (IOException | OutOfMemoryError | StackOverflowError hostile) {
            failOfDisk();
            refuse(number, why(hostile));
        } catch (RuntimeException hostile) {
            failOfDisk();
            refuse(number, ofBlock);
        }
        return false;
    }

    private void refuse(int number, Optional<Archive.Refusal> why) {
        ofBlock = why;
        why.ifPresent(refusal -> refused.put(number, refusal));
    }

    /// Why a member is refused that another program, or more memory, may unpack; nothing where it is damaged. That a
    /// way of packing is not known the library says in words alone.
    private static Optional<Archive.Refusal> why(Throwable hostile) {
        String words = Optional.ofNullable(hostile.getMessage()).orElse("");
        boolean isUnknown = words.startsWith("Unsupported compression method")
                || words.startsWith("Multi input/output stream coders");
        return switch (hostile) {
            case PasswordRequiredException _ -> Optional.of(Archive.Refusal.ENCRYPTED);
            case MemoryLimitException _, OutOfMemoryError _ -> Optional.of(Archive.Refusal.TOO_BIG);
            default -> isUnknown ? Optional.of(Archive.Refusal.METHOD) : Optional.empty();
        };
    }

    /// Ends where the library meets damage. Read byte by byte, because it does not say how many it gave before.
    private static final class UpToDamage extends InputStream {
        private final SevenZFile file;
        private boolean isWhole = true;

        private UpToDamage(SevenZFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return Bytes.one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws PasswordRequiredException {
            int got = 0;
            try {
                while (isWhole && got < length) {
                    int one = file.read();
                    if (one < 0) {
                        break;
                    }
                    into[from + got++] = (byte) one;
                }
            } catch (PasswordRequiredException encrypted) {
                throw encrypted;
            } catch (IOException | RuntimeException | StackOverflowError hostile) {
                isWhole = false;
            }
            return got == 0 && length > 0 ? -1 : got;
        }
    }
}

package org.taniq.acquire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// An archive, or a packed file, taken as hostile: its members are listed and read within limits, nothing is ever
/// written, archives inside it are not opened. Every member is either readable or refused with a reason. Where the
/// directory of a ZIP archive is missing or damaged, members are found by their own headers.
public final class Archive implements Closeable {
    private final ArchiveKind kind;
    private final Bytes.Cursor cursor;
    private final Layout layout;
    private final Listing listing;

    /// How much of an archive is believed.
    ///
    /// @param entries most members
    /// @param memberBytes most bytes of one member, unpacked
    /// @param totalBytes most bytes of all members, unpacked
    /// @param ratio most bytes unpacked for each packed one, beyond the first 16 MiB of a member
    /// @param held most bytes of an archive that has to be unpacked into memory to be read at all
    public record Limits(int entries, long memberBytes, long totalBytes, int ratio, long held) {
        private static final long HELD = 256L << 20;

        /// What a phone's export stays below.
        public static final Limits USUAL = new Limits(100_000, 8L << 30, 64L << 30, 200);

        public Limits(int entries, long memberBytes, long totalBytes, int ratio) {
            this(entries, memberBytes, totalBytes, ratio, HELD);
        }
    }

    /// What an archive holds.
    ///
    /// @param members in the order of the directory
    /// @param complete whether the directory was there, whole, and as its end record says
    /// @param cutAt the number of entries that were left out beyond the limit
    /// @param stop where reading ended before the end of the bytes
    record Listing(List<Member> members, boolean complete, long cutAt, Optional<Stop> stop) {
        Listing {
            members = List.copyOf(members);
        }
    }

    /// Where reading an archive ended before the end of its bytes.
    ///
    /// @param at the first byte that was not read, from 0
    public record Stop(long at, Why why) {
        /// What ended it.
        public enum Why {
            /// The bytes are damaged, or end.
            CUT,
            /// The archive says that it ends here.
            BEHIND_END,
            /// The list of members itself is encrypted.
            ENCRYPTED,
            /// It would have to be unpacked into memory, and is too large for that.
            TOO_LARGE
        }
    }

    /// A member; `number` is its place in the archive, from 0.
    public sealed interface Member {
        int number();

        /// The name as stored; may hold anything if the member is refused for its name.
        String name();
    }

    /// A member that can be read.
    ///
    /// @param number its place in the archive, from 0
    /// @param name as stored
    /// @param size bytes unpacked, as the archive says; of a cut one at most what its bytes may unfold to
    /// @param whole whether all its packed bytes are there
    /// @param data where its packed bytes are
    public record Readable(int number, String name, long size, boolean whole, Packed data) implements Member {
        /// The last part of the name.
        public String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        /// Whether it is a folder.
        public boolean isFolder() {
            return name.endsWith("/");
        }

        /// Whether its name ends so, whatever the case.
        public boolean endsWith(String suffix) {
            return name.toLowerCase(Locale.ROOT).endsWith(suffix);
        }
    }

    /// Packed bytes: where they begin and how they are packed; `crc` is not known (-1) where the directory
    /// is missing.
    public record Packed(long from, long length, int method, long crc) {
        /// Whether they lie there as they are.
        public boolean isStored() {
            return method == 0;
        }
    }

    /// A member that is not read.
    public record Refused(int number, String name, Refusal why) implements Member {}

    /// Why a member is not read.
    public enum Refusal {
        HOSTILE_NAME,
        LINK,
        DUPLICATE,
        OVERLAP,
        TOO_BIG,
        ENCRYPTED,
        METHOD,
        DAMAGED
    }

    /// The bytes of a member are not what the archive says, or end too early. What came before is good.
    public static final class Damaged extends Trouble {
        private static final long serialVersionUID = 1;

        Damaged(String what) {
            super(Said.of("cannot read all of an archive's member: {why}", "why", Said.of(what)));
        }
    }

    private Archive(ArchiveKind kind, Bytes.Cursor cursor, Layout layout) throws IOException {
        this.kind = kind;
        this.cursor = cursor;
        this.layout = layout;
        this.listing = layout.list();
    }

    /// Whether the bytes begin as an archive or a packed file does.
    public static boolean isArchive(Bytes bytes) throws IOException {
        return ArchiveKind.of(bytes).isPresent();
    }

    /// Lists the members; none is unpacked unless the directory of a ZIP archive is missing, or there is none: a packed
    /// file is unpacked once to learn how long it is, a 7z archive into memory.
    public static Archive open(Bytes bytes, Limits limits) throws IOException {
        return open("", bytes, limits);
    }

    /// The same.
    ///
    /// @param name of the archive, from which that of a packed file follows
    public static Archive open(String name, Bytes bytes, Limits limits) throws IOException {
        var kind = ArchiveKind.of(bytes).orElse(ArchiveKind.ZIP);
        var cursor = bytes.cursor();
        try {
            return new Archive(kind, cursor, layout(kind, cursor, limits, name));
        } catch (IOException | RuntimeException e) {
            cursor.close();
            throw e;
        }
    }

    private static Layout layout(ArchiveKind kind, Bytes.Cursor cursor, Limits limits, String name) throws IOException {
        return switch (kind) {
            case ZIP -> new Zip(cursor, cursor.size(), limits);
            case TAR -> new Tar(cursor, cursor.size(), limits);
            case GZIP, BZIP2, XZ -> new Wrapped(kind, cursor, limits, name);
            case SEVEN_ZIP -> new SevenZip(cursor, limits);
        };
    }

    public ArchiveKind kind() {
        return kind;
    }

    public List<Member> members() {
        return listing.members();
    }

    /// Whether the archive's directory was there, whole, and as its end record says; if not, members may be
    /// missing.
    public boolean isComplete() {
        return listing.complete();
    }

    /// How many entries beyond the limit were not listed.
    public long unlisted() {
        return listing.cutAt();
    }

    /// Where reading ended before the end of the bytes, as far as that is known.
    public Optional<Stop> stop() {
        return listing.stop();
    }

    /// The unpacked bytes of a member; ends with [Damaged] where they are not what the archive says.
    public InputStream open(Readable member) throws IOException {
        return layout.open(member);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}

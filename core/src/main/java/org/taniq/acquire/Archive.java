package org.taniq.acquire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A ZIP archive, taken as hostile: its members are listed and read within limits, nothing is ever written,
/// archives inside it are not opened. Every member is either readable or refused with a reason. Where the
/// directory at the end is missing or damaged, members are found by their own headers.
public final class Archive implements Closeable {
    private final Bytes.Cursor cursor;
    private final Listing listing;

    /// How much of an archive is believed.
    ///
    /// @param entries most members
    /// @param memberBytes most bytes of one member, unpacked
    /// @param totalBytes most bytes of all members, unpacked
    /// @param ratio most bytes unpacked for each packed one, beyond the first 16 MiB of a member
    public record Limits(int entries, long memberBytes, long totalBytes, int ratio) {
        /// What a phone's export stays below.
        public static final Limits USUAL = new Limits(100_000, 8L << 30, 64L << 30, 200);
    }

    /// What an archive holds.
    ///
    /// @param members in the order of the directory
    /// @param complete whether the directory was there, whole, and as its end record says
    /// @param cutAt the number of entries that were left out beyond the limit
    record Listing(List<Member> members, boolean complete, long cutAt) {
        Listing {
            members = List.copyOf(members);
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
    public record Packed(long from, long length, int method, long crc) {}

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

    private Archive(Bytes.Cursor cursor, Listing listing) {
        this.cursor = cursor;
        this.listing = listing;
    }

    /// Whether the bytes begin as a ZIP archive does.
    public static boolean isArchive(Bytes bytes) throws IOException {
        try (var cursor = bytes.cursor()) {
            int signature = (int) new Fields(cursor).at(0, 4).u32(0);
            return signature == Zip.LOCAL || signature == Zip.END;
        }
    }

    /// Lists the members; none is unpacked unless the directory is missing.
    public static Archive open(Bytes bytes, Limits limits) throws IOException {
        var cursor = bytes.cursor();
        try {
            return new Archive(cursor, new Zip(cursor, bytes.size(), limits).list());
        } catch (IOException | RuntimeException e) {
            cursor.close();
            throw e;
        }
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

    /// The unpacked bytes of a member; ends with [Damaged] where they are not what the archive says.
    public InputStream open(Readable member) throws IOException {
        return MemberStream.open(cursor, member);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}

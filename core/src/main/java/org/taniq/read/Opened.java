package org.taniq.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.taniq.acquire.Archive;
import org.taniq.acquire.ArchiveKind;
import org.taniq.base.Bytes;
import org.taniq.read.record.Input;
import org.taniq.read.record.Spot;
import org.taniq.read.web.WarcFile;

/// An archive that is open, and the way into the archives in it, as deep and as far as one file may lead. What an
/// archive is goes by its bytes; a file of a format that only happens to be packed as one is none (documents, programs,
/// archives of the web).
public final class Opened implements Closeable {
    /// So many archives may lie around one another in the file that was added.
    static final int DEEPEST = 4;

    /// Of what archives in archives hold, so much may be unpacked whatever the file is, and beyond no more than so many
    /// times its bytes.
    private static final long FREE = 1L << 30;

    private static final String MAC_LEFTOVERS = "__MACOSX/";

    private final Archive archive;
    private final Bytes bytes;
    private final Spot.Member place;
    private final Shared shared;
    private final long held;

    private Opened(Archive archive, Bytes bytes, Spot.Member place, Shared shared, long held) {
        this.archive = archive;
        this.bytes = bytes;
        this.place = place;
        this.shared = shared;
        this.held = held;
    }

    /// What all archives of one file together may take: the same archive takes it once, however often it is opened.
    private static final class Shared {
        private final Map<Spot.Member, Archive.Limits> granted = new HashMap<>();
        private final AtomicLong looks = new AtomicLong(ArchiveLooks.MOST);
        private final long most;
        private int entries = Archive.Limits.USUAL.entries();
        private long total;

        private Shared(Archive top, long size) {
            this.most =
                    Math.min(Archive.Limits.USUAL.totalBytes(), Math.max(FREE, size * Archive.Limits.USUAL.ratio()));
            this.total = most;
            entries -= Math.min(entries, top.members().size());
        }

        private Archive.Limits limits(Spot.Member place, long held) {
            var now = new Archive.Limits(
                    entries,
                    Math.min(total, Archive.Limits.USUAL.memberBytes()),
                    total,
                    Archive.Limits.USUAL.ratio(),
                    held);
            return granted.getOrDefault(place, now);
        }

        private void take(Spot.Member place, Archive.Limits limits, Archive opened) {
            if (granted.putIfAbsent(place, limits) != null) {
                return;
            }
            entries -= Math.min(entries, opened.members().size());
            for (var member : opened.members()) {
                total -= member instanceof Archive.Readable file ? Math.min(total, file.size()) : 0;
            }
        }
    }

    /// What came of opening an archive in an archive.
    public sealed interface Inner {
        /// It is open.
        record Open(Opened archive) implements Inner {}

        /// It would have to be unpacked into memory, and is too large for that.
        record TooLarge() implements Inner {}

        /// It lies in too many others.
        record TooDeep() implements Inner {}

        /// It is a document or a program, which is packed as an archive and is none.
        record Document() implements Inner {}
    }

    /// Opens a file; nothing where it is no archive.
    public static Optional<Opened> of(String name, Bytes bytes) throws IOException {
        var kind = ArchiveKind.of(bytes);
        if (kind.isEmpty() || kind.get() == ArchiveKind.GZIP && isOfTheWeb(Input.alone(name, bytes::open))) {
            return Optional.empty();
        }
        var top = Archive.open(name, bytes, Archive.Limits.USUAL);
        return Optional.of(new Opened(top, bytes, Spot.Member.UNKNOWN, new Shared(top, bytes.size()), held(top)));
    }

    private static boolean isOfTheWeb(Input input) throws IOException {
        try {
            return new WarcFile().knows(input);
        } catch (RuntimeException | OutOfMemoryError hostile) {
            return false;
        }
    }

    public Archive archive() {
        return archive;
    }

    /// Its name and size as those of any file.
    Bytes bytes() {
        return bytes;
    }

    /// Where it lies in others; nowhere where it is the file itself.
    public Spot.Member place() {
        return place;
    }

    AtomicLong looks() {
        return shared.looks;
    }

    /// Whether a member begins as an archive does that is opened. What a Mac puts beside files is never looked at.
    public boolean isArchive(Archive.Readable member) throws IOException {
        if (member.isFolder() || isLeftover(member)) {
            return false;
        }
        var kind = kind(member);
        return kind.isPresent() && (kind.get() != ArchiveKind.GZIP || !isOfTheWeb(member));
    }

    private Optional<ArchiveKind> kind(Archive.Readable member) throws IOException {
        try (var in = new UpToDamage(archive.open(member), member.number(), new HashSet<>())) {
            return ArchiveKind.of(in.readNBytes(ArchiveKind.HEAD));
        }
    }

    static boolean isLeftover(Archive.Readable member) {
        return member.name().startsWith(MAC_LEFTOVERS);
    }

    private boolean isOfTheWeb(Archive.Readable member) throws IOException {
        return isOfTheWeb(Input.alone(
                member.fileName(), () -> new UpToDamage(archive.open(member), member.number(), new HashSet<>())));
    }

    /// What office programs, books and programs for telephones and computers are packed as, by the names of what is
    /// in it: of each format one that must be there, and one in a folder, because what somebody sends in a chat is
    /// never exported into a folder that she names.
    private static boolean isDocument(Archive archive) {
        var names = archive.members().stream().map(Archive.Member::name).toList();
        boolean isBook = !names.isEmpty() && names.getFirst().equals("mimetype") && holds(names, "META-INF/");
        boolean isOffice = names.contains("[Content_Types].xml") && names.contains("_rels/.rels");
        boolean isForAndroid =
                names.contains("AndroidManifest.xml") && (holds(names, "META-INF/") || holds(names, "res/"));
        return archive.kind() == ArchiveKind.ZIP
                && (isBook || isOffice || isForAndroid || names.contains("META-INF/MANIFEST.MF"));
    }

    private static boolean holds(List<String> names, String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }

    private boolean isDeepest() {
        return place.path().size() >= DEEPEST;
    }

    /// Opens a member that is an archive: where it lies as it is, there, else unpacked into memory.
    public Inner open(Archive.Readable member) throws IOException {
        try {
            return opened(member);
        } catch (OutOfMemoryError tooLarge) {
            return new Inner.TooLarge();
        }
    }

    /// Of those that lie too deep only a ZIP archive is looked at, which may be a document.
    private Inner opened(Archive.Readable member) throws IOException {
        if (isDeepest() && kind(member).filter(ArchiveKind.ZIP::equals).isEmpty()) {
            return new Inner.TooDeep();
        }
        long room = Math.max(0, Archive.Limits.USUAL.held() - held);
        boolean isThere = member.data().isStored() && archive.kind() != ArchiveKind.SEVEN_ZIP;
        var content = isThere
                ? Optional.of(bytes.part(member.data().from(), member.data().length()))
                : unpacked(member, room);
        if (content.isEmpty()) {
            return isDeepest() ? new Inner.TooDeep() : new Inner.TooLarge();
        }
        long taken = isThere ? 0 : content.get().size();
        var at = place.member(member.number());
        var limits = shared.limits(at, room - taken);
        var opened = Archive.open(member.name(), content.get(), limits);
        if (isDeepest() || isDocument(opened)) {
            try (opened) {
                return isDocument(opened) ? new Inner.Document() : new Inner.TooDeep();
            }
        }
        shared.take(at, limits, opened);
        return new Inner.Open(new Opened(opened, content.get(), at, shared, held + taken + held(opened)));
    }

    /// Up to where it is damaged.
    private Optional<Bytes> unpacked(Archive.Readable member, long room) throws IOException {
        if (member.size() > room) {
            return Optional.empty();
        }
        try (var in = new UpToDamage(archive.open(member), member.number(), new HashSet<>())) {
            return Bytes.held(in, room);
        }
    }

    /// How much of an archive is in memory while it is open.
    private static long held(Archive archive) {
        return archive.kind() == ArchiveKind.SEVEN_ZIP
                ? archive.members().stream()
                        .mapToLong(member -> member instanceof Archive.Readable file ? file.size() : 0)
                        .sum()
                : 0;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

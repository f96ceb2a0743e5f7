package org.taniq.tell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.taniq.acquire.Archive;
import org.taniq.acquire.ArchiveKind;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.pdf.PdfFile;
import org.taniq.read.ItemBytes;
import org.taniq.read.file.MediaType;
import org.taniq.seal.Unlocked;
import org.taniq.tell.Texts.Unsearchable;

/// Looks for where and with which device pictures were taken, in pictures and in files that hold pictures: a file
/// leaves
/// whole, and nobody sees such notes in it. There are so many ways to write them that also what only could be one
/// counts.
final class PlaceSearch {
    private static final long LARGEST = 256L << 20;
    private static final long MOST = 512L << 20;
    private static final int DEEPEST = 3;
    private static final int PART = 1 << 20;
    /// Made by others: what is JSON in them says where a shop is, or which device a page is meant for.
    private static final Set<String> OF_OTHERS = Set.of("text/html", "message/rfc822");
    private static final int OVERLAP = 1 << 8;
    private long left = MOST;

    private PlaceSearch() {}

    /// @throws Unsearchable where not all of it can be read
    static boolean isIn(Unlocked.Sealed item, ItemBytes bytes) throws IOException {
        if (item.value("size") instanceof Json.Num(long size) && size > LARGEST) {
            throw larger();
        }
        var memory = new ByteArrayOutputStream();
        bytes.write(item, memory);
        return isIn(memory.toByteArray());
    }

    static boolean isIn(byte[] file) throws IOException {
        return new PlaceSearch().isIn(file, DEEPEST);
    }

    private static Unsearchable larger() {
        return new Unsearchable(Said.of("it is larger than {most} bytes", "most", LARGEST));
    }

    private boolean isIn(byte[] file, int deep) throws IOException {
        left -= file.length;
        if (left < 0) {
            throw larger();
        }
        var bytes = Bytes.of(file);
        String type = MediaType.of(bytes);
        if (file.length == 0) {
            return false;
        }
        if (PdfFile.is(file)) {
            return PlacesInPdf.areIn(file);
        }
        if (type.startsWith("image/") && !MediaType.isText(bytes)) {
            return isInPicture(file);
        }
        if ((type.startsWith("video/") || type.startsWith("audio/")) && !MediaType.isText(bytes)) {
            return FilmNotes.areIn(file) || isInPicture(file);
        }
        var kind = ArchiveKind.of(bytes);
        if (kind.filter(ArchiveKind.ZIP::equals).isPresent() && deep > 0) {
            return isInArchive(bytes, deep);
        }
        if (kind.isPresent()) { // in others there is room beside their members that nobody looks through
            throw onlyAPart(type);
        }
        return isInText(file, type);
    }

    static boolean isInPicture(byte[] picture) throws Unsearchable {
        var notes = PictureNotes.of(picture);
        boolean says = notes.isPlaced() || notes.isOwned();
        if (!says && notes.hasUnexplained()) {
            throw new Unsearchable(Said.of("it holds parts that belong to nothing"));
        }
        return says;
    }

    private boolean isInArchive(Bytes bytes, int deep) throws IOException {
        try (var archive = Archive.open(bytes, Archive.Limits.USUAL)) {
            if (!archive.isComplete() || archive.unlisted() > 0) {
                throw damaged();
            }
            for (var member : archive.members()) {
                if (isInMember(archive, member, deep)) {
                    return true;
                }
            }
            return false;
        } catch (Archive.Damaged damaged) {
            throw damaged();
        }
    }

    private static Unsearchable damaged() {
        return new Unsearchable(Said.of("it is locked with a password, or damaged"));
    }

    private boolean isInMember(Archive archive, Archive.Member member, int deep) throws IOException {
        if (!(member instanceof Archive.Readable readable) || !readable.whole()) {
            throw damaged();
        }
        if (readable.isFolder()) {
            return false;
        }
        if (readable.size() > left) {
            throw larger();
        }
        try (var in = archive.open(readable)) {
            return isIn(in.readNBytes((int) left + 1), deep - 1);
        }
    }

    private static Unsearchable onlyAPart(String type) {
        return new Unsearchable(Said.of("of this kind of file ({type}) only a part can be read", "type", type));
    }

    private static boolean isInText(byte[] file, String type) throws IOException {
        if (!MediaType.isText(Bytes.of(file))) {
            throw onlyAPart(type);
        }
        if (!MediaType.isTextWithoutPictures(new ByteArrayInputStream(file))) {
            throw new Unsearchable(Said.of("it holds another file that is written as text"));
        }
        return !OF_OTHERS.contains(type) && isInMembersOrTable(file);
    }

    private static boolean isInMembersOrTable(byte[] file) throws Unsearchable {
        for (int from = 0; from < file.length; from += PART) {
            int length = Math.min(file.length - from, PART + OVERLAP);
            String part = new String(file, from, length, StandardCharsets.ISO_8859_1);
            if (Texts.holdsKeys(part)) {
                throw new Unsearchable(Said.of("it holds another file that is written as text"));
            }
            if (UnlessAsked.areIn(part) || UnlessAsked.areInTable(part)) {
                return true;
            }
        }
        return false;
    }
}

package org.taniq.tell;

import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.base.picture.Octets;
import org.taniq.tell.Texts.Unsearchable;

/// Where and with which device a film or a sound was recorded, as telephones and cameras note it in files of boxes
/// (ISO/IEC
/// 14496-12, QuickTime File Format, 3GPP TS 26.244) and in others. What could only be such a note counts as one.
final class FilmNotes {
    /// Names too long to stand in packed sound by chance.
    private static final Pattern NAME = Pattern.compile("(?i)location|latitude|longitude|iso6709|manufacturer|camera"
            + "|serial.?num|geo.?tag|gps.{0,2}(?:lat|lon|coord|pos|data|info)"
            + "|com\\.(?:apple|android|samsung|google)[a-z.]{0,40}\\.(?:make|model|software|author|owner)");

    /// Boxes and kinds of tracks by which one says it: place, maker, model; positions in the course of the film.
    private static final Pattern BOX = Pattern.compile("\u00A9(?:xyz|mak|mod|mal|gps|fmt|aut|ART)|loci|gpmd|camm|mebx"
            + "|CAME|manu|modl|FIRM|LENS|GPMF|Xtra|SEFT|smta|djmd|dbgi|rtmd|gps |freeGPS|auth|iXML"
            + "|hdlr[\\s\\S]{8}(?:meta|text|sbtl|subt)");

    /// Kinds of films and sounds; other files of boxes are pictures and what nobody knows.
    private static final Pattern BRAND = Pattern.compile(
            "isom|iso[2-9]|mp4[12]|M4[AVBP] |qt  |3g[a-z0-9]{2}|MSNV|dash|avc1|mmp4|NDS[A-Z]|F4V |msdh|msix");

    /// Pixels and sound.
    private static final Set<String> SHOWN = Set.of("mdat");
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int PART = 1 << 20;
    private static final int OVERLAP = 1 << 8;

    private final Octets file;

    private FilmNotes(byte[] file) {
        this.file = Octets.big(file);
    }

    /// @throws Unsearchable where its parts do not follow each other to its end
    static boolean areIn(byte[] file) throws Unsearchable {
        var film = new FilmNotes(file);
        if (!film.file.stands("ftyp", 4)) {
            return film.stand(NAME, 0, file.length);
        }
        if (!BRAND.matcher(Octets.big(film.file.part(HEAD, HEAD + 4)).latin()).matches()) {
            throw new Unsearchable(Said.of("it holds parts that belong to nothing"));
        }
        return film.inBoxes();
    }

    private boolean inBoxes() throws Unsearchable {
        for (long at = 0; at < file.length(); ) {
            long end = at + length(at);
            if (end > file.length() || end < at + HEAD) {
                throw new Unsearchable(Said.of("it holds parts that belong to nothing"));
            }
            if (!SHOWN.contains(name(at)) && (stand(BOX, at, end) || stand(NAME, at, end))) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private String name(long at) {
        return Octets.big(file.part(at + 4, at + HEAD)).latin();
    }

    /// 1 stands for a long one behind the name, 0 for all that is left.
    private long length(long at) {
        long length = file.u32(at);
        if (length == 1) {
            long high = file.u32(at + HEAD);
            return high == 0 ? Math.max(LONG_HEAD, file.u32(at + HEAD + 4)) : Long.MAX_VALUE - at;
        }
        return length == 0 ? file.length() - at : length;
    }

    private boolean stand(Pattern note, long from, long to) {
        for (long at = from; at < to; at += PART) {
            String part =
                    Octets.big(file.part(at, Math.min(to, at + PART + OVERLAP))).latin();
            if (note.matcher(part).find()
                    || note.matcher(part.replace("\0", "")).find()) {
                return true;
            }
        }
        return false;
    }
}

package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import org.taniq.base.picture.Octets;
import org.taniq.tell.Texts.Unsearchable;

/// Parts the bytes of a picture into those that are shown, and the others, between which no text goes on.
final class Pixels {
    private final Octets file;
    private final Notes notes;
    private final ByteArrayOutputStream others = new ByteArrayOutputStream();
    private long other;
    private long end;

    Pixels(Octets file, Notes notes) {
        this.file = file;
        this.notes = notes;
        this.end = file.length();
    }

    /// Those from here to there are shown.
    void are(long from, long to) {
        others.writeBytes(file.part(other, from));
        others.write(0);
        notes.pixels().add(file.part(from, to));
        other = to;
    }

    /// What comes behind is no part of this picture.
    void endAt(long at) {
        end = at;
    }

    void done() throws Unsearchable {
        others.writeBytes(file.part(other, end));
        notes.others().add(others.toByteArray());
    }
}

package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Altered;
import org.taniq.base.NotGiven;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// One opening, made again from the copies that hold it: with each value that any of them has. Whether any were
/// erased, the logs say.
final class RestoredOpening {
    private final String name;
    private final GroupFile group;
    private final Identity identity;
    private final Checked checked;
    private final List<Found.Fitting> fitting = new ArrayList<>();
    private final List<Found.Foreign> foreign = new ArrayList<>();
    private final Checked broken = new Checked();

    /// What a copy has of it.
    @SuppressWarnings("ArrayRecordComponent") // written as it was read, and compared with nothing
    private sealed interface Found {
        record Fitting(Remains copy, byte[] bytes, GroupFile.Lines lines) implements Found {}

        /// For another key, by which it may be whole.
        record Foreign(Remains copy, byte[] bytes) implements Found {}

        record Broken(Said why) implements Found {}

        /// The disk does not give it; another time it may.
        record Unread(Said why) implements Found {}
    }

    /// @param name as the vault's folder says it
    RestoredOpening(String name, GroupFile group, Identity identity, Checked checked) {
        this.name = name;
        this.group = group;
        this.identity = identity;
        this.checked = checked;
    }

    /// @throws java.nio.file.AccessDeniedException if it may not be read in one of them, which somebody can allow
    void from(List<Remains> copies) throws IOException {
        for (var copy : copies) {
            switch (found(copy)) {
                case Found.Fitting here -> fitting.add(here);
                case Found.Foreign here -> foreign.add(here);
                case Found.Broken(var why) -> broken.wrong("openings", why);
                case Found.Unread(var why) -> broken.unknown("openings", why);
            }
        }
        if (!fitting.isEmpty()) {
            if (together()) {
                broken.all().forEach(each -> checked.fine("log", RestoredLog.wholeElsewhere(each.said())));
            } else {
                checked.add(broken); // it may have values that are blank in the others
            }
            return;
        }
        checked.add(broken);
        if (!foreign.isEmpty()) {
            foreign.getLast().copy().files().put(name, foreign.getLast().bytes());
        }
    }

    private Found found(Remains copy) throws IOException {
        Path folder = copy.vault().folder();
        var there = new GroupFile(group.log(), folder.resolve(name), group.first());
        try {
            return judged(copy, there, PlainFile.upTo(Openings.LARGEST, there.file()));
        } catch (Altered altered) {
            return new Found.Broken(Said.of("{of}: {why}", Map.of("of", folder, "why", altered.said())));
        } catch (NotGiven unread) {
            return new Found.Unread(unread.said());
        }
    }

    private Found judged(Remains copy, GroupFile there, byte[] bytes) throws IOException {
        try {
            return new Found.Fitting(copy, bytes, there.lines(bytes, identity, Openings.LARGEST));
        } catch (WrongKey _) {
            return new Found.Foreign(copy, bytes);
        }
    }

    /// The file that has all that any of them has; where there is none, a new one.
    ///
    /// @return whether it has all values
    private boolean together() throws IOException {
        var all = Together.of(group, fitting.stream().map(Found.Fitting::lines).toList());
        for (var copy : fitting) {
            if (all.is(copy.lines())) {
                copy.copy().files().put(name, copy.bytes());
                return all.isWhole();
            }
        }
        fitting.getFirst().copy().files().put(name, all.wrapped(identity));
        return all.isWhole();
    }
}

package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Tally;

/// What a person should know before she relies on an export: its ledger's warnings.
final class Findings {
    /// Parts of an export that hold no messages; other names are not repeated.
    static final Set<String> SECTIONS = Set.of(
            "personal_information",
            "profile_pictures",
            "profile_music",
            "stories",
            "contacts",
            "frequent_contacts",
            "sessions",
            "web_sessions",
            "other_data");

    private static final int MOST_DAMAGE = 10;

    private final Set<String> sections = new TreeSet<>();
    private final List<Said> damage = new ArrayList<>();
    private final List<Said> broken = new ArrayList<>();
    private long moreDamage;
    private long lost;
    private long chatsWithGaps;
    private long missing;
    private long ownOnly;
    private long withoutZone;
    private final Lines strange = new Lines();
    private final Lines twice = new Lines();

    /// How often something was met, and the line of the first.
    private static final class Lines {
        private long count;
        private long first;

        void add(long line) {
            first = count == 0 ? line : first;
            count++;
        }
    }

    void read(Activity activity) {
        withoutZone += activity.published() instanceof When.Local ? 1 : 0;
    }

    /// A list or an object that is not read.
    void section(String name, long line) {
        if (SECTIONS.contains(name)) {
            sections.add(name);
        } else {
            strange.add(line);
        }
    }

    /// What a chat is called stands there a second time, as something else.
    void twice(long line) {
        twice.add(line);
    }

    void damage(Said said) {
        if (damage.size() < MOST_DAMAGE) {
            damage.add(said);
        } else {
            moreDamage++;
        }
    }

    /// A message of which a part is no text.
    void lost() {
        lost++;
    }

    /// Damage behind which nothing is read.
    void broken(Said said) {
        broken.add(said);
    }

    void endOf(Chat chat) {
        chatsWithGaps += chat.gaps().missing() > 0 ? 1 : 0;
        missing += chat.gaps().missing();
        ownOnly += chat.gaps().isOwnOnly() ? 1 : 0;
    }

    List<Said> warnings(Tally tally) {
        var warnings = new ArrayList<>(damage);
        if (moreDamage > 0) {
            warnings.add(Said.of("{n} more places of the export are damaged", "n", moreDamage));
        }
        warnings.addAll(broken);
        if (lost > 0) {
            warnings.add(Said.of(
                    "{n} places hold zeros, or bytes that are no text, where text was: what stood there is lost",
                    "n",
                    lost));
        }
        if (strange.count > 0) {
            warnings.add(Said.of(
                    "{n} parts were not read, because they have a name that no export of Telegram has: the first begins"
                            + " in line {line}",
                    Map.of("n", strange.count, "line", strange.first)));
        }
        if (twice.count > 0) {
            warnings.add(Said.of(
                    "a chat's name, kind or number stands there twice, as something else (places: {n}, the first in"
                            + " line {line}): the file was changed, and what stands first was taken",
                    Map.of("n", twice.count, "line", twice.first)));
        }
        aboutMissing(warnings);
        aboutFiles(tally, warnings);
        aboutRecords(tally, warnings);
        if (!sections.isEmpty()) {
            warnings.add(Said.of("parts that hold no messages were not read: {names}", "names", names()));
        }
        return warnings;
    }

    private String names() {
        return String.join(", ", sections);
    }

    private void aboutMissing(List<Said> warnings) {
        if (missing > 0) {
            warnings.add(Said.of(
                    "{n} messages are missing between others, by their numbers (chats: {chats}): deleted by somebody or"
                            + " by a timer, written in another topic of the group, or left out of the export",
                    Map.of("n", missing, "chats", chatsWithGaps)));
        }
        if (ownOnly > 0) {
            warnings.add(Said.of(
                    "of {n} groups or channels only your own messages seem to have been exported: what others wrote"
                            + " there may not be in it; export such a chat by itself",
                    "n",
                    ownOnly));
        }
    }

    private static void aboutFiles(Tally tally, List<Said> warnings) {
        if (tally.missing() > 0) {
            warnings.add(Said.of(
                    "{n} files that messages name are not beside the export: put its whole folder into a ZIP archive"
                            + " and add that",
                    "n",
                    tally.missing()));
        }
    }

    private void aboutRecords(Tally tally, List<Said> warnings) {
        if (tally.of(Mark.NOT_TEXT) > 0) {
            warnings.add(Said.of("{n} records hold bytes that are no UTF-8", "n", tally.of(Mark.NOT_TEXT)));
        }
        if (tally.of(Mark.CUT) > 0) {
            warnings.add(Said.of("{n} records are longer than 1 MiB of text and are cut", "n", tally.of(Mark.CUT)));
        }
        if (tally.of(Mark.LOOKALIKE) > 0) {
            warnings.add(Said.of(
                    "{n} messages say two things in one place, which Telegram does not write: the file was changed",
                    "n",
                    tally.of(Mark.LOOKALIKE)));
        }
        if (withoutZone > 0) {
            warnings.add(Said.of(
                    "{n} records have a time without a zone: ask for the zone of the computer that made the export",
                    "n",
                    withoutZone));
        }
    }
}

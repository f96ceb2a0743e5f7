package org.taniq.read.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Said;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Tally;

/// What a person should know before she relies on an export: its ledger's warnings.
final class Findings {
    /// A part of a conversation; the first one has the newest messages.
    private static final Pattern PART = Pattern.compile("(?:.*/)?message_([1-9]\\d{0,5})\\.json", Pattern.DOTALL);

    private static final int MOST_DAMAGE = 10;

    private final List<Said> damage = new ArrayList<>();
    private long moreDamage;
    private long lost;
    private long withoutAuthor;
    private long ofNobody;
    private long notRepaired;

    void damage(Said said) {
        if (damage.size() < MOST_DAMAGE) {
            damage.add(said);
        } else {
            moreDamage++;
        }
    }

    void lost() {
        lost++;
    }

    void read(Activity activity) {
        boolean isSystem = activity.marks().contains(Mark.SYSTEM);
        withoutAuthor += activity.actor() == Actor.UNSTATED && !isSystem ? 1 : 0;
        ofNobody += Nobody.isName(activity.actor().name()) ? 1 : 0;
        notRepaired +=
                activity.details().stream().anyMatch(detail -> detail.name().equals("notRepaired")) ? 1 : 0;
    }

    List<Said> warnings(Shape shape, Input input, Tally tally) {
        var warnings = new ArrayList<>(damage);
        if (moreDamage > 0) {
            warnings.add(Said.of("{n} more places of the export are damaged", "n", moreDamage));
        }
        if (lost > 0) {
            warnings.add(Said.of(
                    "{n} places hold zeros, or bytes that are no text, where text was: what stood there is lost",
                    "n",
                    lost));
        }
        aboutPeople(shape, warnings);
        aboutRecords(tally, warnings);
        partBefore(input)
                .filter(name -> input.beside().open(name).isEmpty())
                .ifPresent(name -> warnings.add(Said.of(
                        "{file} of the same conversation is not beside this part: newer messages may be missing",
                        "file",
                        name)));
        return warnings;
    }

    private void aboutPeople(Shape shape, List<Said> warnings) {
        if (shape.isThread()) {
            warnings.add(Said.of("the file does not say which of the participants made the export"));
        }
        if (withoutAuthor > 0) {
            warnings.add(Said.of(
                    "{n} records name nobody who wrote them: the file does not say whose account it is from, and others"
                            + " may have written there",
                    "n",
                    withoutAuthor));
        }
        if (ofNobody > 0) {
            warnings.add(Said.of(
                    "{n} records have the name that stands for everybody whose account is gone: they may be of"
                            + " several people",
                    "n",
                    ofNobody));
        }
    }

    private void aboutRecords(Tally tally, List<Said> warnings) {
        if (tally.missing() > 0) {
            warnings.add(Said.of(
                    "{n} files that records name are not here: they may be in another ZIP archive of the same"
                            + " download",
                    "n",
                    tally.missing()));
        }
        if (tally.of(Mark.NOT_TEXT) > 0) {
            warnings.add(Said.of("{n} records hold bytes that are no UTF-8", "n", tally.of(Mark.NOT_TEXT)));
        }
        if (notRepaired > 0) {
            warnings.add(Said.of(
                    "{n} records hold letters that the export may have broken: they were left as they are",
                    "n",
                    notRepaired));
        }
        if (tally.of(Mark.LOOKALIKE) > 0) {
            warnings.add(Said.of(
                    "{n} records say something twice under one name, which Meta does not write: the file was changed"
                            + " or damaged",
                    "n",
                    tally.of(Mark.LOOKALIKE)));
        }
        if (tally.of(Mark.CUT) > 0) {
            warnings.add(Said.of(
                    "{n} records hold more than one can: a part of each was left out", "n", tally.of(Mark.CUT)));
        }
    }

    private static Optional<String> partBefore(Input input) {
        var part = PART.matcher(input.path());
        return part.matches() && !part.group(1).equals("1")
                ? Optional.of("message_" + (Integer.parseInt(part.group(1)) - 1) + ".json")
                : Optional.empty();
    }
}

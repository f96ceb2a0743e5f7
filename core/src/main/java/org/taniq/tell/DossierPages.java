package org.taniq.tell;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/// Everything that the printed dossier says, with all names decided and all withheld words gone: whoever
/// holds this record and nothing else can draw the court edition, and cannot draw what was withheld. Texts
/// here are either evidence or facts; the sentences around them are in `dossier/*.yaml`.
///
/// `exhibits` are numbered upwards; `steps` and `custody` are in the order in which they are printed.
public record DossierPages(
        Front front,
        List<Exhibit> exhibits,
        List<Step> steps,
        List<Custody> custody,
        Answers answers,
        LogIdentity log) {

    public DossierPages {
        exhibits = List.copyOf(exhibits);
        steps = List.copyOf(steps);
        custody = List.copyOf(custody);
        int last = 0;
        for (var exhibit : exhibits) {
            if (exhibit.number() <= last) {
                throw new IllegalArgumentException("exhibit numbers must rise: " + exhibit.number() + " after " + last);
            }
            last = exhibit.number();
        }
    }

    /// A language in which the fixed words exist.
    public enum Language {
        EN,
        AZ,
        RU
    }

    /// The cover. `madeAt` is the claim of the computer's clock, as it is to be printed.
    public record Front(Language language, String caseTitle, String madeAt, Capturer capturer, Counts counts) {}

    /// Who captured the evidence, on what device, and the fingerprint of the signing key: what is signed by
    /// hand.
    public record Capturer(String name, String role, String device, String keyFingerprint) {}

    /// How much is shown and how much is withheld. `messages` counts those among the exhibits.
    public record Counts(int messages, int sendersWithheld, int passagesWithheld, int pictureAreasWithheld) {
        public Counts {
            if (messages < 0 || sendersWithheld < 0 || passagesWithheld < 0 || pictureAreasWithheld < 0) {
                throw new IllegalArgumentException("a count below zero");
            }
        }
    }

    /// A text in which parts may be withheld.
    public record Passage(List<Run> runs) {
        public static final Passage NONE = new Passage(List.of());

        public Passage {
            runs = List.copyOf(runs);
        }

        public static Passage of(String text) {
            return new Passage(List.of(new Run.Shown(text)));
        }

        boolean isEmpty() {
            return runs.stream().allMatch(run -> run instanceof Run.Shown(var text) && text.isEmpty());
        }
    }

    /// A part of a passage. A withheld one holds nothing, so that nothing of it can be drawn: every one is
    /// the same box.
    public sealed interface Run {
        record Shown(String text) implements Run {}

        record Withheld() implements Run {}
    }

    /// What kind of thing an exhibit is.
    public enum Kind {
        MESSAGE,
        NOTICE,
        PICTURE,
        SCREENSHOT,
        VIDEO,
        SOUND,
        LETTER,
        PAGE,
        TEXT,
        DOCUMENT,
        ARCHIVE,
        FILE
    }

    /// One numbered exhibit, printed as `E12`. `context` is a note for the reader and may be
    /// [Passage#NONE].
    public record Exhibit(
            int number,
            Kind kind,
            Place place,
            Moment moment,
            Sender sender,
            Passage text,
            Passage context,
            List<Mark> marks,
            List<Picture> pictures,
            Proof proof) {
        public Exhibit {
            if (number < 1) {
                throw new IllegalArgumentException("an exhibit number below 1");
            }
            marks = List.copyOf(marks);
            pictures = List.copyOf(pictures);
        }
    }

    /// Where in the evidence an exhibit stands: the file, and where in it in words, empty where that is withheld.
    public record Place(Passage file, String where) {}

    /// A time as printed, how sure it is, and what the certainty rests on: the zone for
    /// [Certainty#ZONE_STATED], the reason for [Certainty#UNKNOWN], the date that the file itself carries
    /// for [Certainty#TAKEN_OVER]; otherwise unused. `rule` says how day, month and year were told apart,
    /// and is empty where nobody had to.
    public record Moment(String text, Certainty certainty, String detail, String rule) {
        static Moment of(String text, Certainty certainty, String detail) {
            return new Moment(text, certainty, detail, "");
        }
    }

    /// How well a time is known.
    public enum Certainty {
        EXACT,
        ZONE_STATED,
        ZONE_MISSING,
        DAY_ONLY,
        TAKEN_OVER,
        UNKNOWN,
        NONE,
        WITHHELD
    }

    /// Whom the source names as the sender.
    public sealed interface Sender {
        /// @param account the source's id of the account; empty where there is none, or no other than the name
        record Named(String name, String account) implements Sender {}

        /// A name that was withheld; the pseudonym is the same throughout one dossier.
        record Pseudonym(String name) implements Sender {}

        /// Nobody: a notice of the platform, a file.
        record Nobody() implements Sender {}
    }

    /// What a reader has to know about an exhibit; each has its sentence.
    public enum Mark {
        DELETED,
        EDITED,
        FORWARDED,
        VIEW_ONCE,
        SYSTEM,
        LOCATION,
        POLL,
        CALL,
        CONTACT,
        LOOKALIKE,
        AMBIGUOUS_DATE,
        TIME_BACKWARDS,
        OTHER_SHAPE,
        NOT_TEXT,
        CUT,
        MACHINE_READ,
        ATTACHMENT_OMITTED,
        ATTACHMENT_MISSING,
        PICTURE_AREA_WITHHELD
    }

    /// A PNG or JPEG that belongs to an exhibit; anything else is named as not drawn. It is turned as its
    /// Exif says.
    public record Picture(Passage caption, PictureBytes bytes) {}

    /// Opens a picture when its page is drawn, so that not all of them are in memory at once.
    @FunctionalInterface
    public interface PictureBytes {
        InputStream open() throws IOException;
    }

    /// Where the proof of an exhibit stands: its file in the container, its index in the log, its leaf hash
    /// (64 hex).
    public record Proof(String file, long leafIndex, String leafHash) {}

    /// A complaint or another step, and what is known of its way.
    ///
    /// @param others that another statement on it stands beside this one; empty where none does
    public record Step(
            String what,
            String toWhom,
            String basis,
            State state,
            List<Event> events,
            List<StepProof> proofs,
            String others) {
        public Step {
            events = List.copyOf(events);
            proofs = List.copyOf(proofs);
        }
    }

    /// How far a step has come.
    public enum State {
        PLANNED,
        SENT,
        DELIVERED,
        ANSWERED,
        REFUSED,
        SILENT
    }

    /// One dated event of a step; `rule` says how the day is known. The days between events are counted
    /// when drawn.
    public record Event(State state, LocalDate day, String rule) {}

    /// A proof of a step: its rank, what it is, and where it stands in the container.
    public record StepProof(String rank, String what, String where) {}

    /// One row of the chain of custody.
    public record Custody(String when, String what, String who, String device, long logIndex, String leafHash) {}

    /// What a check answers beyond intact bytes.
    public record Answers(TimeAnswer time, List<Completeness> completeness, List<Command> commands) {
        public Answers {
            completeness = List.copyOf(completeness);
            commands = List.copyOf(commands);
        }
    }

    /// What proves the time of sealing.
    public sealed interface TimeAnswer {
        /// Nothing but the computer's own clock.
        record Unproven(String ownClock) implements TimeAnswer {}

        /// An authority's stamp: sealed between two instants. `notBefore` is empty if nothing bounds it
        /// from below.
        record Stamped(String authority, String notBefore, String notAfter, String ownClock) implements TimeAnswer {}
    }

    /// How many of the records read from one file are shown.
    public record Completeness(Passage file, long shown, long all) {
        public Completeness {
            if (shown < 0 || shown > all) {
                throw new IllegalArgumentException("more shown than there is");
            }
        }
    }

    /// A shell command for an expert, and the tool that it needs.
    public record Command(String tool, String line) {}

    /// The log behind the dossier, printed on every page.
    public record LogIdentity(String origin, long size, String root, String keyFingerprint) {}
}

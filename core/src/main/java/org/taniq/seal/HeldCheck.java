package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Compares what was checked with a checkpoint that somebody else holds: the only way to see that the end
/// of a log was cut, or that two people were shown two logs.
public final class HeldCheck {
    private static final Pattern ORIGIN = Pattern.compile("taniq/([0-9a-f]{32})\n");

    /// As the note states it, whoever signed it.
    private static final Pattern STATEMENTS = Pattern.compile("taniq/[0-9a-f]{32}\n[1-9][0-9]{0,14}\n");

    /// A checkpoint among other lines, with as many signatures as a note may have.
    private static final Pattern CHECKPOINT = Pattern.compile("(?m)^taniq/[0-9a-f]{32}\n[0-9]{1,15}\n[A-Za-z0-9+/=]{44}"
            + "\n\n(?:\u2014 [!-~]{1,128} [A-Za-z0-9+/=]+\n){1,64}+(?!\u2014)");

    private static final Pattern BEGINNING = Pattern.compile("(?m)^taniq/[0-9a-f]{32}$");

    private static final int LARGEST = 1 << 20;

    private final byte[] note;
    private final String log;

    private HeldCheck(byte[] note, String log) {
        this.note = note;
        this.log = log;
    }

    /// Takes the checkpoint from a file.
    ///
    /// @throws IOException also if the file is no checkpoint of a vault
    public static HeldCheck of(Path file) throws IOException {
        byte[] note;
        try (var in = Files.newInputStream(file)) {
            note = in.readNBytes(Note.LARGEST + 1);
        }
        var origin = ORIGIN.matcher(new String(note, StandardCharsets.ISO_8859_1));
        if (!origin.lookingAt()) {
            throw new Trouble(Said.of(
                    "{file} is no checkpoint: its first line must be taniq/ and 32 digits",
                    "file",
                    String.valueOf(file.getFileName())));
        }
        return new HeldCheck(note, origin.group(1));
    }

    /// Takes every checkpoint from a file: one, or a receipt as it was printed, among whose lines they stand.
    ///
    /// @throws IOException also if there is none in it
    public static List<HeldCheck> in(Path file) throws IOException {
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
        var all = CHECKPOINT
                .matcher(text)
                .results()
                .map(found -> found.group().getBytes(StandardCharsets.UTF_8))
                .map(note -> new HeldCheck(note, new String(note, 6, 32, StandardCharsets.US_ASCII)))
                .toList();
        long begun = BEGINNING.matcher(text).results().count();
        if (all.isEmpty() || begun == 1 && ORIGIN.matcher(text).lookingAt()) {
            return List.of(of(file));
        }
        if (begun != all.size()) {
            throw new Trouble(Said.of(
                    "{file} holds a checkpoint that is not whole: take the receipt as it was printed",
                    "file",
                    String.valueOf(file.getFileName())));
        }
        return all;
    }

    /// As [#ofDossier(Verdict, Path)], for each log of which the dossier shows something.
    ///
    /// @throws IOException also if there is none
    public static Verdict ofDossier(List<HeldCheck> held, Verdict verdict, Path file) throws IOException {
        var found = verdict;
        Optional<Trouble> another = Optional.empty();
        for (var one : held) {
            try {
                found = one.ofDossier(found, file);
            } catch (AnotherLog notShown) {
                another = Optional.of(notShown);
            }
        }
        if (another.isPresent() && found.equals(verdict)) {
            throw another.get();
        }
        return found;
    }

    /// As [#ofVault(Verdict, Vault, Map)], for all that somebody holds: a log that is gone was lost, if another
    /// one is here.
    ///
    /// @throws IOException also if none of the logs is here
    public static Verdict ofVault(
            List<HeldCheck> held, Verdict verdict, Vault vault, Map<String, Checkpoint> remembered) throws IOException {
        var here = vault.logNames();
        boolean isOfThisCase = held.stream().anyMatch(one -> here.contains(one.log));
        var found = verdict;
        for (var one : held) {
            found = isOfThisCase && !here.contains(one.log)
                    ? refused(found, Said.of("{log}: you hold a checkpoint of it, and it is not here", "log", one.log))
                    : one.ofVault(found, vault, remembered);
        }
        return found;
    }

    /// What is held says nothing of what is here.
    private static final class AnotherLog extends Trouble {
        private static final long serialVersionUID = 1;

        AnotherLog(String sentence) {
            super(sentence);
        }
    }

    /// The verdict on a dossier, with this comparison among its checks. A dossier shows one state of a log
    /// and no way from an older one to it, so a held checkpoint that is older proves nothing here.
    ///
    /// @throws IOException also if the two are not of the same log, so that nothing can be said
    public Verdict ofDossier(Verdict verdict, Path file) throws IOException {
        if (verdict.completeness() instanceof Verdict.Unchecked) {
            return notCompared(verdict, Said.of("nothing in it could be looked at"));
        }
        VerifierKey key;
        Checkpoint shown;
        try (var container = ContainerFile.openDossier(file)) {
            String folder = "proof/log/" + log + "/";
            if (!container.entries().containsKey(folder + "vkey")) {
                throw new AnotherLog("the checkpoint that you hold is of another log than this dossier");
            }
            key = VerifierKey.parse(
                    RawText.utf8(container.bytes(folder + "vkey", Note.LARGEST)).strip());
            shown = Checkpoint.verify(container.bytes(folder + "checkpoint", Note.LARGEST), key);
        } catch (Altered broken) {
            return notCompared(verdict, broken.said());
        }
        return compared(verdict, held(key), shown, Optional.empty());
    }

    /// The verdict on a vault, with this comparison among its checks. A log of our own of which statements are
    /// held, and that has none here, has lost them.
    ///
    /// @param remembered as for [VaultCheck]
    /// @throws IOException also if the two are not of the same log, so that nothing can be said
    public Verdict ofVault(Verdict verdict, Vault vault, Map<String, Checkpoint> remembered) throws IOException {
        boolean own = remembered.containsKey(log);
        var place = vault.logFolder(log);
        if (!vault.logNames().contains(log)) {
            if (!own) {
                throw new Trouble("the checkpoint that you hold is of another log than this vault");
            }
            return lost(verdict, Said.of("{log} is remembered and is not here", "log", log));
        }
        LogFolder folder;
        try {
            folder = LogFolder.read(place);
        } catch (Trouble broken) {
            return own && !PlainFile.isHere(place.resolve("checkpoint"))
                    ? notBegun(verdict, place, broken)
                    : notCompared(verdict, broken.said());
        } catch (IOException unreadable) {
            return notCompared(verdict, unreadable(unreadable));
        }
        return compared(verdict, held(folder.key()), folder.checkpoint(), Optional.of(folder.tree()));
    }

    private Verdict notBegun(Verdict verdict, Path place, Trouble why) throws IOException {
        VerifierKey key;
        try {
            key = LogFolder.vkey(place);
        } catch (Trouble none) {
            return lost(verdict, none.said());
        } catch (IOException unreadable) {
            return lost(verdict, unreadable(unreadable));
        }
        held(key);
        return lost(verdict, why.said());
    }

    /// Of a log of our own nothing is on its way.
    private Verdict lost(Verdict verdict, Said why) {
        return STATEMENTS.matcher(text()).lookingAt() ? refused(verdict, notCompared(why)) : notCompared(verdict, why);
    }

    private String text() {
        return new String(note, StandardCharsets.ISO_8859_1);
    }

    private Said unreadable(IOException why) {
        return Said.of("{of}: it cannot be read ({why})", Map.of("of", log, "why", String.valueOf(why.getMessage())));
    }

    private Checkpoint held(VerifierKey key) throws IOException {
        try {
            return Checkpoint.verify(note, key);
        } catch (Altered notItsOwn) {
            throw new Trouble(Said.of("the checkpoint that you hold was not signed by the key of this log"), notItsOwn);
        }
    }

    /// Whoever asked for a comparison is not told that all is well without one.
    private static Verdict notCompared(Verdict verdict, Said why) {
        var bytes = verdict.bytes() == Verdict.Bytes.INTACT ? Verdict.Bytes.UNCHECKED : verdict.bytes();
        return with(verdict, bytes, new Verdict.Check("held", false, notCompared(why)));
    }

    private static Said notCompared(Said why) {
        return Said.of("there is no log here that could be compared: {why}", "why", why);
    }

    private static Verdict compared(Verdict verdict, Checkpoint held, Checkpoint shown, Optional<Tree> all) {
        if (held.size() > shown.size()) {
            return refused(
                    verdict,
                    Said.of(
                            "older than the one you hold ({now} entries, and you hold {held}): something may have been cut",
                            Map.of("now", shown.size(), "held", held.size())));
        }
        if (held.size() < shown.size() && all.isEmpty()) {
            return fits(
                    verdict,
                    Said.of("newer than the one you hold; whether nothing before was changed shows only in the"
                            + " vault, or in a dossier made at the size that you hold"));
        }
        var root = all.map(tree -> tree.root(held.size())).orElse(shown.root());
        if (!root.equals(held.root())) {
            return refused(verdict, Said.of("another past than the one you hold"));
        }
        return fits(
                verdict,
                held.size() == shown.size()
                        ? Said.of("the same as the one you hold")
                        : Said.of("the one you hold, grown"));
    }

    private static Verdict fits(Verdict verdict, Said detail) {
        return with(verdict, verdict.bytes(), new Verdict.Check("held", true, detail));
    }

    private static Verdict refused(Verdict verdict, Said detail) {
        return with(verdict, Verdict.Bytes.ALTERED, new Verdict.Check("held", false, detail));
    }

    private static Verdict with(Verdict verdict, Verdict.Bytes bytes, Verdict.Check held) {
        var checks = new ArrayList<>(verdict.checks());
        checks.add(held);
        return new Verdict(bytes, verdict.time(), verdict.completeness(), verdict.origin(), checks);
    }
}

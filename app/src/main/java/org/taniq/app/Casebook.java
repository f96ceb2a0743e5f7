package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.taniq.acquire.Custody;
import org.taniq.acquire.FileAcquirer;
import org.taniq.acquire.Item;
import org.taniq.act.Consent;
import org.taniq.act.Consents;
import org.taniq.act.Step;
import org.taniq.act.Steps;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.read.Given;
import org.taniq.read.ItemBytes;
import org.taniq.read.record.Parser;
import org.taniq.seal.Gap;
import org.taniq.seal.Keyring;
import org.taniq.seal.Known;
import org.taniq.seal.LogKind;
import org.taniq.seal.OwnLogs;
import org.taniq.seal.Pointer;
import org.taniq.seal.Receipt;
import org.taniq.seal.Stamping;
import org.taniq.seal.Statement;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;
import org.taniq.tell.Dossier;

/// One case. Its methods are the flow, in order: [#acquire], [#seal], [#read], [#assess], [#act], [#tell].
/// Sealing takes the turn to write and needs no key to the vault; whatever looks at what is sealed needs
/// it.
public final class Casebook implements Closeable {
    private final Desk desk;
    private final Vault vault;
    private final Known known;
    private final Index index;
    private final View view;
    private final Exports exports;
    private final CaseErasing erasing;
    private final MarkRaising mark;
    private final CaseSearch search;
    private final CaseCustody custody;
    private final CaseReading reading;
    private Optional<Writing> writing = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Watch watch = Watch.NOBODY;

    private Casebook(Desk desk, Vault vault, Keyring keyring) throws IOException {
        this.desk = desk;
        this.vault = vault;
        this.known = Writing.known(keyring, vault);
        this.view = new View(vault, known);
        this.index = new Index(vault, known, view);
        this.exports = new Exports(log(), view);
        this.erasing =
                new CaseErasing(desk, vault, this, OwnLogs.of(known.keys().recipient(), keyring.vaults()), index);
        this.mark = new MarkRaising(vault, this, desk.durable());
        this.search = new CaseSearch(desk, vault, this, index, view);
        this.custody = new CaseCustody(desk, this, view);
        this.reading = new CaseReading(desk, this, custody, index);
    }

    /// Makes a new case in a folder that is empty or not there.
    public static Casebook begin(Desk desk, Path folder, Begun begun) throws IOException {
        var identity = Identity.generate(desk.random());
        var passphrase = desk.provenPassphrase();
        var known = Known.generate(folder, identity.recipient(), desk.random());
        known.takeOnly(begun.takes());
        try (var turn = desk.turn()) {
            var keyring = desk.keyring();
            Vault.create(folder, desk.durable(), unfinished -> {
                desk.ways(unfinished).add(identity, passphrase, desk.random());
                keyring.add(known);
                keyring.use(folder);
                keyring.save(turn);
            });
        }
        var casebook = open(desk, folder);
        casebook.custody.begun(begun);
        return casebook;
    }

    /// Where the case goes on under another key that it was given since; nothing where it goes on here.
    public Optional<Path> newFolder() throws IOException {
        return desk.keyring().after(known()).map(Known::path);
    }

    /// @throws Trouble where the case goes on under another key
    void refuseReplaced() throws IOException {
        var now = newFolder();
        if (now.isPresent()) {
            throw new Trouble(Said.of(
                    "this case was given a new key and goes on in {folder}: seal there, with --vault {folder};"
                            + " nothing was sealed here",
                    "folder",
                    now.get()));
        }
    }

    /// Seals what was done with the case.
    void seal(Statement custody) throws IOException {
        var group = writing().group(LogKind.EVIDENCE);
        group.add(custody);
        writing().commit(group);
    }

    /// Opens a case that was made on this computer.
    public static Casebook open(Desk desk, Path folder) throws IOException {
        var vault = Vault.at(folder);
        return new Casebook(desk, vault, desk.keyring());
    }

    /// Opens one only to check it, which also works for one that [#open] refuses.
    static Casebook toCheck(Desk desk, Path folder) throws IOException {
        var vault = Vault.toCheck(folder);
        return new Casebook(desk, vault, desk.keyring());
    }

    public Path folder() {
        return vault.folder();
    }

    /// The id of the log into which this person seals evidence: what a [Reference] without a log means.
    public String log() {
        return known.keys().evidence().verifier().id();
    }

    /// What may be taken into this case.
    public Known.Takes takes() {
        return known().takes();
    }

    /// Lets somebody see how far sealing, reading and indexing have come.
    public void watchedBy(Watch watching) {
        watch = watching;
        reading.watchedBy(watching);
    }

    /// What is read from now on is read with this: keys by which signatures of mail are checked, mappings of tables.
    public void given(Given given) {
        reading.given(given);
    }

    /// Lets somebody hear, once each, what of the case cannot be read.
    public void tellGapsTo(Consumer<Gap> person) {
        view.tellGapsTo(person);
    }

    // --- acquire

    /// The files at and below a path, as items; other things, folders of cases and that of the keys are
    /// named and not taken.
    public FileAcquirer.Acquired acquire(Path path, Custody custody) throws IOException {
        var acquirer = new FileAcquirer(custody, folder -> Keyring.isIn(folder) || Vault.isOfAnyVersion(folder));
        return acquirer.acquire(acquirer.find(path));
    }

    // --- seal

    /// Seals an item as it is; when this returns it survives a power cut. One that was sealed before is not
    /// sealed again, one that the case does not take is refused.
    public SealedItem seal(Item item) throws IOException {
        var sealed = new ArrayList<SealedItem>();
        seal(List.of(item), sealed::add);
        if (sealed.getFirst() instanceof SealedItem.NotSealed failed) {
            throw failed.why();
        }
        return sealed.getFirst();
    }

    /// As [#seal(Item)], for many: they become durable in groups, and each is told once it survives a power
    /// cut, in their order. One that fails does not stop the others, as long as the vault takes anything.
    public void seal(List<Item> items, Consumer<SealedItem> told) throws IOException {
        refuseReplaced();
        new Sealing(writing(), desk.clock(), watch, told).seal(items);
    }

    // --- read

    /// Reads a sealed item, seals its records and makes them findable.
    public ReadItem read(SealedItem.New sealed) throws IOException {
        var added = new ArrayList<Added>();
        read(List.of(sealed), added::add);
        return ReadingRun.orThrow(added.getFirst().read());
    }

    /// As [#read(SealedItem.New)], for many, also those that were sealed before and never read: each is
    /// told once its records survive a power cut, in their order. One that fails does not stop the others.
    /// In a locked case nothing is read now.
    public void read(List<? extends SealedItem> sealed, Consumer<Added> told) throws IOException {
        reading.read(sealed, told);
    }

    /// Reads everything that was sealed and not read, for example because the program was stopped in
    /// between.
    ///
    /// @return how many items that were
    public int readLeft(Consumer<AfterReading> told) throws IOException {
        return reading.readLeft(told);
    }

    /// Reads by a parser that a person asks for, such as one for the words that pictures show, what was sealed and not
    /// read so before.
    ///
    /// @return how many items that were
    public int readBy(Parser parser, Consumer<AfterReading> told) throws IOException {
        return reading.readBy(parser, told);
    }

    /// How what was read now overlaps what was read before: people export again each evening.
    public List<Overlapping> overlaps(ReadItem read) throws IOException {
        return exports.of(read, this::unlocked);
    }

    // --- assess

    /// Every record in which a rule sees something dangerous, the most dangerous first. Suggestions:
    /// nothing is sealed.
    public List<Assessed> assess() throws IOException {
        return Assessed.of(unlocked(), view::tell);
    }

    // --- act

    /// Seals a step of which nothing was said yet.
    public Receipt act(Step step, String saidBy) throws IOException {
        return act(step.statement(saidBy));
    }

    /// Seals how far a step has come. What the person saw is replaced, and nothing that has come since.
    public Receipt act(Steps.Last before, Step next, String saidBy) throws IOException {
        var seen = before.standing().stream().map(Pointer::json).toList();
        return act(next.statement(saidBy).with("replaces", Json.of(seen)));
    }

    private Receipt act(Statement statement) throws IOException {
        refuseReplaced();
        var group = writing().group(LogKind.CASE);
        group.add(statement);
        return writing().commit(group).getFirst();
    }

    // --- tell

    /// Writes a dossier to a file and seals that it left: what fails leaves no file.
    public Dossier.Told tell(Dossier dossier, Path file) throws IOException {
        refuseReplaced();
        var sealed = unlocked();
        return dossier.write(sealed, known.keys(), file, told -> {
            var group = writing().group(LogKind.CASE);
            group.add(told.statement());
            writing().commit(group);
        });
    }

    // --- what people allow

    /// Seals what somebody allowed, refused or took back, in the place of what the same person said of the same.
    public Receipt consent(Consent consent, String saidBy) throws IOException {
        refuseReplaced();
        var writing = writing();
        var consents = Consents.of(unlocked());
        var group = writing.group(LogKind.EVIDENCE);
        var replaces = consents.replacedBy(consent);
        group.add(consents.takingOver(consent).statement(desk.clock().instant(), saidBy, replaces));
        return writing.commit(group).getFirst();
    }

    // --- taking back

    /// Erasing what was sealed.
    public CaseErasing erasing() {
        return erasing;
    }

    /// Lets somebody hear what became of erased things that were in the folder again.
    public void tellErasedAgainTo(Consumer<CaseErasing.Again> person) {
        erasing.tellTo(person);
    }

    // --- time

    /// The turn to have the case time-stamped.
    public Stamps stamps() throws IOException {
        return new Stamps(vault, writing(), desk, this::unlocked);
    }

    /// How it stands with time-stamps; nothing where the person wants none.
    public Optional<Stamping.Standing> stampStanding() throws IOException {
        var choice = known.stamps();
        return choice.isNever() ? Optional.empty() : Optional.of(Stamping.standing(vault, log(), choice.authorities()));
    }

    // --- and looking at it

    /// What is sealed, opened with the key. Where something is in the folder that was erased from here, it is erased
    /// again first.
    public Unlocked unlocked() throws IOException {
        var sealed = opened();
        mark.raise(sealed);
        return erasing.again(sealed) ? opened() : sealed;
    }

    /// What is sealed, as it is.
    private Unlocked opened() throws IOException {
        return writing.isPresent() ? openedNow() : view.kept(identity());
    }

    /// What is sealed, as it is now and from now on.
    Unlocked openedNow() throws IOException {
        return view.now(identity());
    }

    /// Something that is done in the turn to write, where it is free.
    interface InTurn {
        void with(Writing writing) throws IOException;
    }

    /// @throws IOException also if another program has the turn
    void inTurnNow(InTurn what) throws IOException {
        if (writing.isPresent()) {
            what.with(writing.get());
            return;
        }
        try (var once = Writing.beginNow(desk, vault)) {
            what.with(once);
        }
    }

    /// Who captures, and how.
    public CaseCustody custody() {
        return custody;
    }

    /// Searching it.
    public CaseSearch search() {
        return search;
    }

    /// Checking it.
    public CaseCheck check() {
        return new CaseCheck(vault, known, this);
    }

    /// Copies of it elsewhere.
    public CaseCopies copies() {
        return new CaseCopies(desk, vault, known, this);
    }

    /// Writes the bytes of an item to a stream, also of one that lies in a sealed archive.
    public void get(Unlocked.Sealed item, OutputStream out) throws IOException {
        new ItemBytes(unlocked()).write(item, out);
    }

    /// The key that opens this case: for an open session, and for nobody else.
    public Identity identity() throws IOException {
        if (identity.isEmpty()) {
            identity = Optional.of(desk.unlock(vault, known));
        }
        return identity.get();
    }

    /// The ways into this case, and locking it.
    public CaseKeys keys() {
        return new CaseKeys(desk, vault, this);
    }

    /// Whether it is locked on this computer: sealing goes on, and nothing can be opened.
    public boolean isLocked() {
        return known.isLocked();
    }

    void refuseLocked() throws Desk.Locked {
        if (isLocked()) {
            throw new Desk.Locked();
        }
    }

    Known known() {
        return writing.map(Writing::known).orElse(known);
    }

    /// Whether this has the turn to write.
    boolean isWriting() {
        return writing.isPresent();
    }

    Writing writing() throws IOException {
        if (writing.isEmpty()) {
            writing = Optional.of(Writing.begin(desk, vault));
            writing.get().learnOpened(custody.opened());
        }
        return writing.get();
    }

    @Override
    public void close() throws IOException {
        if (writing.isPresent()) {
            writing.get().close();
        }
    }
}

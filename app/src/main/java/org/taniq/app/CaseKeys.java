package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.PaperKey;
import org.taniq.base.age.Passphrase;
import org.taniq.base.age.Recipient;
import org.taniq.read.Records;
import org.taniq.seal.LogKind;
import org.taniq.seal.NewRecipient;
import org.taniq.seal.Statement;
import org.taniq.seal.Vault;
import org.taniq.seal.Way;
import org.taniq.seal.WaysIn;

/// The ways into one case. Adding one needs the case open, and is sealed before its file is there: a file
/// that no statement knows was put there by somebody else.
public final class CaseKeys {
    private static final String ADDED = "key-added";

    private final Desk desk;
    private final Vault vault;
    private final Casebook casebook;

    CaseKeys(Desk desk, Vault vault, Casebook casebook) {
        this.desk = desk;
        this.vault = vault;
        this.casebook = casebook;
    }

    /// Opens the case, so that nothing is shown or asked where that is not possible.
    public void open() throws IOException {
        casebook.identity();
    }

    /// Lets the holder of an age key in.
    ///
    /// @param whose as the person states it, or empty
    /// @return the name of its file in `keys/`
    public String add(Recipient recipient, String whose) throws IOException {
        var identity = casebook.identity();
        if (recipient.equals(identity.recipient())) {
            throw new Trouble("this is the key of the case itself, and no person's");
        }
        String name = sealed(Way.Kind.AGE_KEY.word(), whose);
        ways().add(name, identity, recipient);
        return name;
    }

    /// Lets whoever knows another passphrase in.
    public String add(Passphrase passphrase, String whose) throws IOException {
        var identity = casebook.identity();
        String name = sealed(Way.Kind.PASSPHRASE.word(), whose);
        ways().add(name, identity, passphrase);
        return name;
    }

    /// The lines of the paper key. It is the key of the case itself, and nothing of it is written to a file.
    public List<String> paper() throws IOException {
        return PaperKey.lines(casebook.identity());
    }

    /// Seals that the paper key was written down.
    public void paperMade(String whose) throws IOException {
        seal(WayIn.PAPER, Json.NULL, whose);
    }

    private String sealed(String kind, String whose) throws IOException {
        String name = WaysIn.newName(desk.random());
        seal(kind, Json.of(name), whose);
        return name;
    }

    private void seal(String kind, Json file, String whose) throws IOException {
        seal(
                casebook,
                statement(kind, file, whose, desk)
                        .with("byWhom", Json.orNull(casebook.custody().begunBy())));
    }

    static void seal(Casebook casebook, Statement statement) throws IOException {
        var writing = casebook.writing();
        var group = writing.group(LogKind.EVIDENCE);
        group.add(statement);
        writing.commit(group);
    }

    static Statement statement(String kind, Json file, String whose, Desk desk) {
        return Statement.of("custody/1")
                .with("what", ADDED)
                .with("when", desk.clock().instant().toString())
                .with(
                        "detail",
                        Json.object()
                                .put("file", file)
                                .put("kind", kind)
                                .put("whose", Json.orNull(whose))
                                .build());
    }

    /// Every way in that is here or was added, those that nobody may have put there last.
    public List<WayIn> list() throws IOException {
        var added = added();
        var here = ways().list();
        var own = names(ways().openedBy(desk.provenPassphrase()));
        var all = new ArrayList<WayIn>();
        for (var way : added) {
            all.add(way.name().isEmpty() || names(here).contains(way.name()) ? stand(way, own) : gone(way));
        }
        var known = added.stream().map(WayIn::name).collect(Collectors.toSet());
        all.addAll(unsealed(here, own, known));
        return all;
    }

    /// The ways into this copy and the paper keys, without trying any passphrase.
    List<WayIn> here() throws IOException {
        var here = ways().list();
        if (casebook.isLocked()) {
            return here.stream()
                    .map(way -> WayIn.of(way, WayIn.Standing.UNTRIED))
                    .toList();
        }
        var all = new ArrayList<WayIn>();
        for (var way : added()) {
            if (way.name().isEmpty() || names(here).contains(way.name())) {
                all.add(way);
            }
        }
        var known = all.stream().map(WayIn::name).collect(Collectors.toSet());
        for (var way : here) {
            if (!known.contains(way.name())) {
                all.add(WayIn.of(way, untold(way)));
            }
        }
        return all;
    }

    /// The passphrase with which a case is made has no statement.
    private static WayIn.Standing untold(Way way) {
        return way.kind() == Way.Kind.PASSPHRASE ? WayIn.Standing.UNTRIED : WayIn.Standing.STRANGE;
    }

    /// The files that no statement knows and that are not a passphrase, which may be the one from the
    /// beginning: somebody put them there. Asks for nothing but the open case.
    List<Way> strange() throws IOException {
        var others = ways().list().stream()
                .filter(way -> way.kind() != Way.Kind.PASSPHRASE)
                .toList();
        if (others.isEmpty()) {
            return others;
        }
        var known = added().stream().map(WayIn::name).collect(Collectors.toSet());
        return others.stream().filter(way -> !known.contains(way.name())).toList();
    }

    private static HashSet<String> names(List<Way> ways) {
        return ways.stream().map(Way::name).collect(Collectors.toCollection(HashSet::new));
    }

    private static WayIn stand(WayIn way, HashSet<String> own) {
        var standing = own.contains(way.name()) ? WayIn.Standing.OWN : WayIn.Standing.ADDED;
        return new WayIn(way.name(), way.kind(), way.whose(), standing);
    }

    private static WayIn gone(WayIn way) {
        return new WayIn(way.name(), way.kind(), way.whose(), WayIn.Standing.GONE);
    }

    /// The first passphrase of a case is not sealed; so one file may be it, where the person's own is
    /// another.
    private static List<WayIn> unsealed(List<Way> here, HashSet<String> own, java.util.Set<String> known) {
        var all = new ArrayList<WayIn>();
        boolean first = here.stream().noneMatch(way -> own.contains(way.name()) && !known.contains(way.name()));
        for (var way : here) {
            if (known.contains(way.name())) {
                continue;
            }
            if (own.contains(way.name())) {
                all.add(WayIn.of(way, WayIn.Standing.OWN));
            } else if (first && way.kind() == Way.Kind.PASSPHRASE) {
                first = false;
                all.add(WayIn.of(way, WayIn.Standing.FIRST));
            } else {
                all.add(WayIn.of(way, WayIn.Standing.STRANGE));
            }
        }
        return all;
    }

    /// What is sealed of ways in, whether their files are here or not; not those to a key that the case had before.
    List<WayIn> added() throws IOException {
        var unlocked = casebook.unlocked();
        var logs = NewRecipient.logsFor(unlocked, casebook.known().keys().recipient());
        return unlocked.statements("custody/1").stream()
                .filter(statement -> statement.value("what").equals(Json.of(ADDED)))
                .filter(statement -> logs.contains(statement.pointer().log()))
                .flatMap(statement -> statement.value("detail") instanceof Json.Obj detail
                        ? java.util.stream.Stream.of(way(detail))
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private static WayIn way(Json.Obj detail) {
        return new WayIn(text(detail, "file"), text(detail, "kind"), text(detail, "whose"), WayIn.Standing.ADDED);
    }

    private static String text(Json.Obj detail, String name) {
        return Records.text(detail.members().getOrDefault(name, Json.NULL));
    }

    /// Takes one way in out of this copy.
    ///
    /// @param file as `taniq key list` names it, with or without `.age` and folder
    public String remove(Path file) throws IOException {
        String name = ("" + file.getFileName()).replaceFirst("\\.age$", "");
        var here = names(ways().list());
        if (!here.contains(name)) {
            throw new Trouble(
                    Said.of("there is no way in {file} in this copy: `taniq key list` shows them", "file", name));
        }
        if (casebook.isLocked() && !isPassphrase(name)) {
            throw new Trouble("this case is locked here, and this may be the way back: `taniq unlock` first");
        }
        if (names(ways().openedBy(desk.provenPassphrase())).contains(name)) {
            throw new Trouble(
                    "this is your own way in: `taniq lock` takes it out, after looking whether you can come back");
        }
        ways().remove(name);
        return name;
    }

    private boolean isPassphrase(String name) throws IOException {
        return ways().list().contains(new Way(name, Way.Kind.PASSPHRASE));
    }

    /// Deletes again what a lock deleted and a synchronisation brought back.
    ///
    /// @return whether there was something
    public boolean lockAgain() throws IOException {
        return locking().again(casebook.known());
    }

    /// Ends a change of the person's words that was stopped, or undoes what brought its old files back.
    ///
    /// @return whether there was something
    public boolean endChange() throws IOException {
        return locking().endChange(casebook.known());
    }

    /// Locking and coming back.
    public Locking locking() {
        return new Locking(desk, vault, casebook);
    }

    private WaysIn ways() {
        return desk.ways(vault);
    }
}

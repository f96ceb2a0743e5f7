package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taniq.act.Steps;
import org.taniq.base.Trouble;
import org.taniq.seal.Assembly;
import org.taniq.seal.Container;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.WriterKeys;

/// Fills a dossier: decides what each exhibit shows, has it proven, and has the pages drawn. Nothing that
/// is withheld reaches the pages or the container; if a withheld name is found in them nonetheless, nothing
/// is written.
final class DossierWriter {
    private static final Set<String> OF_ITEM =
            Set.of("mediaType", "derivedFrom", "method", "capturer", "saidBy", "device", "claimed", "missing");
    private static final Set<String> OF_STEP =
            Set.of("step", "what", "toWhom", "basis", "state", "reference", "proofs", "dates", "saidBy");

    private final Dossier dossier;
    private final Withholding withholding;
    private final Unlocked vault;
    private final WriterKeys keys;
    private final Assembly assembly;
    private final Pages pages;
    private final Origins origins;
    private final MessageExhibits messages;
    private final FileExhibits files;
    private List<Pointer> unread = List.of();
    private Set<String> also = Set.of();

    DossierWriter(Dossier dossier, Unlocked vault, WriterKeys keys) {
        this.dossier = dossier;
        this.withholding = dossier.withholding();
        this.vault = vault;
        this.keys = keys;
        var filling = Filling.of(dossier, vault);
        this.assembly = filling.assembly();
        this.pages = filling.pages();
        this.origins = filling.origins();
        this.messages = new MessageExhibits(filling);
        this.files = new FileExhibits(filling);
    }

    DossierPages.Counts counts() {
        return pages.counts();
    }

    /// What was withheld besides what the person named.
    Set<String> also() {
        return also;
    }

    /// Readings in which nobody could look for the accounts of those whose names are withheld.
    List<Pointer> unread() {
        return unread;
    }

    Container container() throws IOException {
        withholdAccounts();
        refuseWithheldCover();
        messages.load(dossier.choices());
        for (var choice : dossier.choices()) {
            switch (choice) {
                case Dossier.Choice.Message(var reading, var record) -> messages.message(reading, record);
                case Dossier.Choice.File(var item) -> files.file(vault.statement(item));
            }
        }
        steps();
        for (var item : origins.all()) {
            custody(vault.statement(item));
        }
        var container = assembly.container(keys.evidence().verifier());
        refuseLeaks();
        addDocuments(container);
        container.sign(keys.evidence(), "court");
        return container;
    }

    private void withholdAccounts() throws IOException {
        if (withholding.withholdsNames()) {
            var named = NamedAccounts.in(vault);
            also = withholding.withhold(named);
            unread = List.copyOf(named.unread());
        }
    }

    private void refuseWithheldCover() throws IOException {
        var cover = dossier.cover();
        for (var word : List.of(cover.title(), cover.capturer(), cover.role(), cover.device())) {
            if (withholding.contains(word)) {
                throw new Trouble("the cover would show a withheld name: choose another title; the court edition names"
                        + " the person who captured, who cannot be withheld");
            }
        }
    }

    private void steps() throws IOException {
        for (var last : Steps.of(vault).all()) {
            if (!dossier.steps().contains(last.step().id())) {
                continue;
            }
            for (var statement : last.statements()) {
                assembly.show(statement, OF_STEP);
            }
            for (var stated : last.stated()) {
                for (var proof : stated.step().proofs()) {
                    if (vault.erased(proof.item()).isEmpty()) {
                        origins.add(vault.statement(proof.item()));
                    }
                }
                pages.step(stated, last.isContested());
            }
        }
    }

    private void custody(Unlocked.Sealed item) throws IOException {
        var fields = new HashSet<>(OF_ITEM);
        if (withholding.isFree(List.of(item.value("name")))) {
            fields.add("name");
        }
        assembly.show(item.pointer(), fields);
        pages.custody(item);
    }

    private void refuseLeaks() throws IOException {
        if (withholding.withholdsNames() && assembly.showsBytes()) {
            throw new Trouble("what is proven holds a text that is not Unicode, and nobody can say whether a withheld"
                    + " name is in it: leave that exhibit out");
        }
        var names = new NameSearch(withholding);
        for (var text : assembly.words()) {
            if (withholding.withholdsNames() && !isOurs(text) && names.inText(text)) {
                throw new Trouble("a withheld name would still stand in what is proven about the exhibits (a step, a"
                        + " file name or who captured): nothing was written");
            }
        }
    }

    /// Hashes and the program's own words cannot hold a name.
    private static boolean isOurs(String text) {
        return text.matches("[0-9a-f]{32}|[0-9a-f]{64}|taniq/[0-9a-f+A-Za-z0-9/=]*");
    }

    private void addDocuments(Container container) throws IOException {
        var pdf = new ByteArrayOutputStream();
        DossierPdf.write(pages.pages(keys.evidence().verifier()), pdf);
        byte[] drawn = pdf.toByteArray();
        container.add("dossier.pdf", drawn);
        container.addInstructions();
    }
}

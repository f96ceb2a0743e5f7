package org.taniq.app;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taniq.acquire.Custody;
import org.taniq.seal.Glance;
import org.taniq.seal.Known;
import org.taniq.seal.OpenedBefore;

/// Who captures a case on this computer, and how, as this person said it.
public final class CaseCustody {
    private final Desk desk;
    private final Casebook casebook;
    private final View view;
    /// Openings that were opened at a glance, by log.
    private final Map<String, OpenedBefore> opened = new TreeMap<>();

    CaseCustody(Desk desk, Casebook casebook, View view) {
        this.desk = desk;
        this.casebook = casebook;
        this.view = view;
    }

    /// As it was last said; unstated where the case is locked.
    public Custody latest() throws IOException {
        if (casebook.isLocked()) {
            return Custody.UNSTATED;
        }
        var glance = view.isKept() ? Optional.<Glance>empty() : glance();
        return glance.isPresent()
                ? OwnCustody.of(glance.get().statements(), casebook.known().begun())
                        .latest()
                : own().latest();
    }

    /// Who began the case on this computer; empty where nobody said.
    public String begunBy() throws IOException {
        return own().begunBy();
    }

    private OwnCustody own() throws IOException {
        return OwnCustody.of(
                casebook.unlocked().statements(OwnCustody.SCHEMA),
                casebook.known().begun());
    }

    /// What was said of who captures, where all is here and nothing was erased.
    Optional<Glance> glance() throws IOException {
        var glance = view.glance(casebook.identity(), casebook.known(), OwnCustody.SCHEMA);
        glance.ifPresent(now -> opened.putAll(now.opened()));
        return glance;
    }

    /// What glances opened, by log.
    Map<String, OpenedBefore> opened() {
        return Map.copyOf(opened);
    }

    /// Seals what a person answered when the case was begun.
    void begun(Begun answers) throws IOException {
        seal("case-begun", answers);
    }

    /// Seals what a person answered when she added something later. What the case takes can only become
    /// less.
    public void answered(Begun answers) throws IOException {
        if (answers.takes() == Known.Takes.TEXT_ONLY) {
            casebook.writing().known().takeOnly(Known.Takes.TEXT_ONLY);
        }
        seal("asked-again", answers);
    }

    private void seal(String what, Begun answers) throws IOException {
        casebook.refuseReplaced();
        casebook.seal(answers.statement(what, desk.clock().instant()));
    }
}

package org.taniq.read.msgstore;

import java.util.regex.Pattern;
import org.taniq.read.record.Actor;

/// An address of WhatsApp: a person, a group, a list.
///
/// @param raw as the database writes it, such as `11111@s.whatsapp.net`
/// @param number with a `+` before it; empty unless it is that of a telephone
record Jid(String raw, String number) {
    private static final Pattern PERSON = Pattern.compile("([0-9]{3,20})(?:[.:][0-9.:]+)?@s\\.whatsapp\\.net");

    private static final int LONGEST = 1_024;

    static Jid of(String written) {
        String raw = written.length() > LONGEST ? Fields.beginning(written, LONGEST) : written;
        var person = PERSON.matcher(raw);
        return new Jid(raw, person.matches() ? "+" + person.group(1) : "");
    }

    boolean isHidden() {
        return raw.endsWith("@lid");
    }

    boolean hasNumber() {
        return !number.isEmpty();
    }

    /// A hidden address (`@lid`) behind which the database knows that of a telephone.
    Jid behind(Jid known) {
        return new Jid(raw, known.number);
    }

    /// Not a group, a list, a channel or those who see a status.
    boolean isPerson() {
        return raw.endsWith("@s.whatsapp.net") || isHidden();
    }

    /// Where everybody's status stands, for a day.
    boolean isStatus() {
        return raw.equals("status@broadcast");
    }

    /// Who it is, whichever of a person's addresses it is.
    String who() {
        return number.isEmpty() ? raw : number;
    }

    Actor actor() {
        return new Actor.Named(number, raw);
    }

    /// Under whose name the application wrote.
    Actor.App notice() {
        return new Actor.App(number.isEmpty() ? raw : number);
    }
}

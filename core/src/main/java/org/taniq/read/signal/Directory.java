package org.taniq.read.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Twice;

/// Who is who in an export, wherever in it that stands. Where it says two things of one number, neither is believed.
final class Directory {
    private static final int MOST = 1 << 20;
    /// Of all names and ids.
    private static final long MOST_CHARACTERS = 16 << 20;
    /// What an entry takes besides its characters.
    private static final int EACH = 32;

    /// Stands for a number of which two things are said.
    private static final String TWO = "";

    private final Map<String, Recipient> recipients = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> chats = new HashMap<>();
    /// Names of the account, and numbers of those who are said to have it: of two, neither is believed.
    private final Set<String> owners = new HashSet<>();

    private final Set<String> selves = new HashSet<>();
    private long room = MOST_CHARACTERS;
    private boolean isOwnerTwice;
    private boolean isFull;

    /// What a line says of a recipient.
    void recipient(Json value) {
        String number = LocalId.of(Fields.of(value), "id");
        var recipient = Recipient.of(value, number);
        if (number.isEmpty() || !hasRoom(number, recipient.name() + recipient.id())) {
            return;
        }
        if (recipient.kind() == Recipient.Kind.OWNER && selves.size() < 2) {
            selves.add(number);
        }
        recipients.merge(number, recipient, (before, now) -> before.equals(now) ? before : Recipient.unknown(number));
        var contact = Fields.of(Fields.of(value).value("contact"));
        for (var id : new String[] {ServiceId.of(contact.value("aci")), ServiceId.ofNumber(contact.value("pni"))}) {
            if (!id.isEmpty()) {
                accounts.merge(id, number, Directory::one);
            }
        }
    }

    /// What a line says of a chat.
    void chat(Json value) {
        var fields = Fields.of(value);
        String number = LocalId.of(fields, "id");
        String recipient = LocalId.of(fields, "recipientId");
        if (!number.isEmpty() && !recipient.isEmpty() && hasRoom(number, recipient)) {
            chats.merge(number, Twice.says(value) ? TWO : recipient, Directory::one);
        }
    }

    /// What a line says of the account from which the export comes.
    void account(Json value) {
        var fields = Fields.of(value);
        String full = Recipient.full(fields, "givenName", "familyName");
        String name = full.isEmpty() ? Fields.text(fields.value("username")) : full;
        if (owners.size() < 2) {
            owners.add(name);
        }
        isOwnerTwice |= Twice.says(value);
    }

    private static String one(String before, String now) {
        return before.equals(now) ? before : TWO;
    }

    private boolean hasRoom(String number, String more) {
        room -= number.length() + more.length() + EACH;
        isFull |= room < 0 || recipients.size() + chats.size() >= MOST;
        return !isFull;
    }

    /// Whether there were more than are kept.
    boolean isFull() {
        return isFull;
    }

    /// Who has this number; nobody where it is empty, and no more than the number where that is not known.
    Actor actor(String number) {
        return named(known(number));
    }

    private Recipient known(String number) {
        var recipient = recipients.getOrDefault(number, Recipient.unknown(number));
        boolean isOneOfSeveral = recipient.kind() == Recipient.Kind.OWNER && selves.size() > 1;
        return isOneOfSeveral ? Recipient.unknown(number) : recipient;
    }

    private Actor named(Recipient recipient) {
        boolean isOwner = recipient.kind() == Recipient.Kind.OWNER && owners.size() == 1 && !isOwnerTwice;
        return Draft.named(isOwner ? owners.iterator().next() : recipient.name(), recipient.id());
    }

    /// Whose account this is, by its id in bytes; no more than the id where that is not known.
    Actor account(String serviceId) {
        String number = accounts.getOrDefault(serviceId, TWO);
        return number.isEmpty() ? Draft.named("", serviceId) : actor(number);
    }

    /// With whom a chat is; nobody where that is not known.
    Actor chat(String number) {
        return actor(recipient(number));
    }

    /// Whether what came in may be by this author: by a person, and in a chat with one person by that one.
    boolean mayWriteIn(String chat, String author) {
        String whom = recipient(chat);
        boolean isWithOne = Set.of(Recipient.Kind.CONTACT, Recipient.Kind.NEWS).contains(kind(whom));
        return switch (kind(author)) {
            case CONTACT, NEWS -> !isWithOne || whom.equals(author);
            case UNKNOWN -> true;
            case OWNER, GROUP, LIST, CALL_LINK -> false;
        };
    }

    /// The number of whom a chat is with; empty where that is not known.
    String recipient(String chat) {
        return chats.getOrDefault(chat, TWO);
    }

    /// What has this number.
    Recipient.Kind kind(String number) {
        return known(number).kind();
    }

    /// As it stands within a detail.
    static Json said(Actor actor) {
        var said = Json.object();
        if (!actor.name().isEmpty()) {
            said.put("name", actor.name());
        }
        if (!actor.id().isEmpty()) {
            said.put("id", actor.id());
        }
        return said.build();
    }
}

package org.taniq.read.signal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Twice;

/// Somebody or something that messages go to or come from, by a number that counts in one export only.
///
/// @param kind what it is
/// @param name by which the application shows it
/// @param id of an account its own, else its telephone number, else `export:` and the number in the export
record Recipient(Kind kind, String name, String id) {
    private static final int LONGEST = 1 << 10;
    private static final String HERE = "export:";
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{1,20}");

    /// What it is.
    enum Kind {
        CONTACT,
        GROUP,
        OWNER,
        LIST,
        NEWS,
        CALL_LINK,
        /// Of a kind that is not known, or said to be two things.
        UNKNOWN
    }

    /// One of which no more is known than its number.
    static Recipient unknown(String number) {
        return new Recipient(Kind.UNKNOWN, "", here(number));
    }

    /// An id that counts in this export only: in another one it is somebody else's.
    private static String here(String number) {
        return number.isEmpty() ? "" : HERE + number;
    }

    /// Who is described twice, or as two things, is not known.
    static Recipient of(Json value, String number) {
        var fields = Fields.of(value);
        var kinds =
                Known.MEMBERS.list("destinations").stream().filter(fields::has).toList();
        boolean isOne = kinds.size() == 1 && !Twice.says(value);
        return isOne ? of(kinds.getFirst(), fields.value(kinds.getFirst()), number) : unknown(number);
    }

    private static Recipient of(String kind, Json value, String number) {
        var fields = Fields.of(value);
        return switch (kind) {
            case "contact" -> contact(fields, number);
            case "group" -> new Recipient(Kind.GROUP, cut(title(fields)), here(number));
            case "self" -> new Recipient(Kind.OWNER, "", here("self"));
            case "distributionList" -> new Recipient(Kind.LIST, cut(listName(fields)), here(number));
            case "releaseNotes" -> new Recipient(Kind.NEWS, "", here(number));
            case "callLink" -> new Recipient(Kind.CALL_LINK, cut(fields.text("name")), here(number));
            default -> unknown(number);
        };
    }

    private static Recipient contact(Fields contact, String number) {
        String aci = ServiceId.of(contact.value("aci"));
        String phone = phone(contact.value("e164"));
        String pni = ServiceId.ofNumber(contact.value("pni"));
        String name = first(shown(contact));
        return new Recipient(
                Kind.CONTACT, cut(name.isEmpty() ? phone : name), first(List.of(aci, phone, pni, here(number))));
    }

    /// The names of a contact, that first by which Signal shows it.
    static List<String> shown(Fields contact) {
        var nickname = Fields.of(contact.value("nickname"));
        return List.of(
                full(nickname, "given", "family"),
                full(contact, "systemGivenName", "systemFamilyName"),
                Fields.text(contact.value("systemNickname")),
                full(contact, "profileGivenName", "profileFamilyName"),
                Fields.text(contact.value("username")));
    }

    /// A name of two parts.
    static String full(Fields fields, String given, String family) {
        return Stream.of(given, family)
                .map(name -> Fields.text(fields.value(name)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// A telephone number as people write it; empty where there is none.
    static String phone(Json e164) {
        String digits = Fields.text(e164);
        if (!PHONE.matcher(digits).matches() || digits.equals("0")) {
            return "";
        }
        return digits.startsWith("+") ? digits : "+" + digits;
    }

    private static String title(Fields group) {
        var snapshot = Fields.of(group.value("snapshot"));
        return Fields.text(Fields.of(snapshot.value("title")).value("title"));
    }

    private static String listName(Fields list) {
        return Fields.text(Fields.of(list.value("distributionList")).value("name"));
    }

    private static String first(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    private static String cut(String name) {
        return Detail.cut(name, LONGEST);
    }
}

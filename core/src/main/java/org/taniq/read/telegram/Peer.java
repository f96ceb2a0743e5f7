package org.taniq.read.telegram;

import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;

/// Who a message names, by the numbers of Telegram: `user5`, `chat5`, `channel5`. Until spring 2021 an export wrote
/// the number alone, for a time with the kind in the bits above the 32nd; the same number means the same account.
final class Peer {
    private static final int KIND = 32;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private Peer() {}

    /// The name and number in two members; the name is missing of who has none any more, and of a deleted account.
    static Actor of(Fields fields, String name, String id) {
        var value = fields.value(id);
        String called = fields.text(name);
        String number = fields.text(id);
        String known = isBare(value) ? account(number) : number;
        return called.isEmpty() && known.isEmpty() ? Actor.UNSTATED : new Actor.Named(called, known);
    }

    /// Whether a number stands there that does not say of what kind.
    static boolean isBare(Json value) {
        return value instanceof Json.Num
                || value instanceof Json.Str(var text) && DIGITS.matcher(text).matches();
    }

    private static String account(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return number.equals("0") ? "" : number;
        }
        long bare = Long.parseLong(number);
        long low = bare & (1L << KIND) - 1;
        return switch ((int) Math.min(bare >>> KIND, Integer.MAX_VALUE)) {
            case 0, 1 -> "user" + low;
            case 2 -> "chat" + low;
            case 3 -> "channel" + low;
            default -> number;
        };
    }

    /// The id of a chat, which has no kind in front, as messages name it.
    ///
    /// @param type the chat's type
    /// @param numbers how its messages name accounts
    static String chat(String type, String number, Numbers numbers) {
        String kind = kind(type);
        if (kind.isEmpty() || !NUMBER.matcher(number).matches()) {
            return number;
        }
        String old = numbers == Numbers.BARE ? account(number) : "";
        return old.startsWith(kind) ? old : kind + number;
    }

    /// How the accounts of an export are written.
    enum Numbers {
        BARE,
        WITH_KIND
    }

    private static String kind(String type) {
        return switch (type) {
            case "personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes" -> "user";
            case "private_group" -> "chat";
            case "private_supergroup", "public_supergroup", "private_channel", "public_channel" -> "channel";
            default -> "";
        };
    }
}

package org.taniq.read.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.read.record.Fields;

/// Tells an export of Telegram Desktop by its beginning: the first message has a number, a type and a time as Telegram
/// writes them, which no other export with a list `messages` has; or it begins as a chat or as an account does.
final class TelegramHead {
    private static final Set<String> MESSAGES = Set.of("message", "service");
    private static final Set<String> CHATS = Set.of(
            "saved_messages",
            "replies",
            "verification_codes",
            "personal_chat",
            "bot_chat",
            "private_group",
            "private_supergroup",
            "public_supergroup",
            "private_channel",
            "public_channel");

    /// What the root has, as far as it was seen.
    private final Set<String> seen = new HashSet<>();
    private String type = "";
    private boolean isMessage;

    private TelegramHead() {}

    private static boolean isPart(String name) {
        return Findings.SECTIONS.contains(name) || name.equals("chats") || name.equals("left_chats");
    }

    /// @param bytes the first of the file, which may end anywhere
    static boolean isTelegram(byte[] bytes) throws IOException {
        var head = new TelegramHead();
        var mended = new Mended(new ByteArrayInputStream(bytes), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            if (walk.isObject()) {
                head.root(walk);
            }
        } catch (BrokenJson end) {
            return head.isTelegram();
        }
        return head.isTelegram();
    }

    private boolean isTelegram() {
        boolean isChat = CHATS.contains(type) && seen.contains("id") && seen.contains("messages");
        boolean isAccount = seen.contains("about") && seen.stream().anyMatch(TelegramHead::isPart);
        return isMessage || isChat || isAccount;
    }

    private void root(JsonWalk walk) throws IOException {
        walk.enter();
        while (!isTelegram() && walk.hasNext()) {
            switch (walk.name()) {
                case "type" -> type = Fields.text(walk.value());
                case "id" ->
                    see("id", walk.value().filter(Json.Num.class::isInstance).isPresent());
                case "about" ->
                    see("about", walk.value().filter(Json.Str.class::isInstance).isPresent());
                case "messages" -> messages(walk);
                default -> part(walk);
            }
        }
    }

    private void see(String name, boolean isThere) {
        if (isThere) {
            seen.add(name);
        }
    }

    private void part(JsonWalk walk) throws IOException {
        boolean isList = walk.isObject() || walk.isArray();
        see(walk.name(), isList);
        boolean holdsChats = walk.name().equals("chats") || walk.name().equals("left_chats");
        if (holdsChats && walk.isObject() && !isTelegram()) {
            lists(walk);
        } else {
            walk.skip();
        }
    }

    private void lists(JsonWalk walk) throws IOException {
        walk.enter();
        while (!isMessage && walk.hasNext()) {
            if (walk.name().equals("list") && walk.isArray()) {
                chats(walk);
            } else {
                walk.skip();
            }
        }
    }

    private void chats(JsonWalk walk) throws IOException {
        walk.enter();
        while (!isMessage && walk.hasNext()) {
            if (walk.isObject()) {
                chat(walk);
            } else {
                walk.skip();
            }
        }
    }

    private void chat(JsonWalk walk) throws IOException {
        walk.enter();
        while (!isMessage && walk.hasNext()) {
            if (walk.name().equals("messages")) {
                messages(walk);
            } else {
                walk.skip();
            }
        }
    }

    private void messages(JsonWalk walk) throws IOException {
        if (!walk.isArray()) {
            walk.skip();
            return;
        }
        see("messages", walk.depth() == 1);
        if (isTelegram()) {
            return;
        }
        walk.enter();
        while (!isMessage && walk.hasNext()) {
            isMessage = walk.value().filter(TelegramHead::isMessage).isPresent();
        }
    }

    private static boolean isMessage(Json value) {
        var fields = Fields.of(value);
        return MESSAGES.contains(fields.text("type"))
                && fields.value("id") instanceof Json.Num
                && (Moment.isLocal(fields.text("date"))
                        || fields.number("date_unixtime").isPresent());
    }
}

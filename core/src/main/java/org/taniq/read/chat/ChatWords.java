package org.taniq.read.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.taniq.read.record.Utf8;

/// The words that WhatsApp itself writes, in the languages of `read/whatsapp/`. Words are one sign only:
/// iPhones also mark what the application wrote, in any language.
final class ChatWords {
    private static final int HEADS = 1 << 12;
    private static final int HEAD = 4;

    private final Map<Integer, List<Phrase>> byHead = new HashMap<>();
    private final boolean[] heads = new boolean[HEADS];
    private final List<Phrase> afterSender = new ArrayList<>();
    private final List<Phrase> attached = new ArrayList<>();
    private final List<String> edited = new ArrayList<>();
    private final Set<String> sentences = new HashSet<>();
    private final List<String> tails = new ArrayList<>();
    private final List<Phrase> noticeWithColon = new ArrayList<>();
    private final ClockWords clock;

    /// What the application says with a phrase.
    enum Kind {
        NONE,
        DELETED,
        OMITTED,
        CONTACT,
        VIEW_ONCE,
        POLL,
        CALL,
        NOTICE;

        /// Whether it is said with these words only if no others stand beside them.
        boolean isAlone() {
            return this == DELETED || this == NOTICE;
        }
    }

    private ChatWords() {
        clock = new ClockWords(lists("clock"));
        lists("languages").getOrDefault("languages", List.of()).forEach(this::learn);
    }

    private static final class Holder {
        static final ChatWords ALL = new ChatWords();
    }

    static ChatWords all() {
        return Holder.ALL;
    }

    ClockWords clock() {
        return clock;
    }

    /// What the application says with this text, if it wrote it. `sender` is the name before it.
    Kind kind(String text, String sender) {
        int from = Phrase.begin(text);
        if (text.length() - from < HEAD) {
            return Kind.NONE;
        }
        int head = head(text, from);
        if (heads[head & HEADS - 1]) {
            String plain = Phrase.plain(text);
            for (Phrase phrase : byHead.getOrDefault(head, List.of())) {
                if (phrase.matches(plain)) {
                    return phrase.kind();
                }
            }
        }
        return !sender.isEmpty() && text.startsWith(sender, from) ? afterSender(Phrase.plain(text)) : Kind.NONE;
    }

    /// Whether the text under this name is a sentence of the application from beginning to end, with nothing in
    /// it that varies but the name.
    boolean isSentence(String text, String name) {
        String plain = Phrase.plain(text);
        boolean named = !name.isEmpty() && plain.startsWith(name);
        return isSentence(plain) || named && isSentence("*" + plain.substring(name.length()));
    }

    private boolean isSentence(String plain) {
        return sentences.contains(plain)
                || tails.stream()
                        .filter(plain::endsWith)
                        .anyMatch(tail -> sentences.contains(plain.substring(0, plain.length() - tail.length())));
    }

    private Kind afterSender(String plain) {
        return afterSender.stream()
                .filter(phrase -> phrase.matches(plain))
                .map(Phrase::kind)
                .findFirst()
                .orElse(Kind.NONE);
    }

    /// The file name in a line that says that a file is attached; empty where it does not.
    String attachedName(String line) {
        if (line.isEmpty()) {
            return "";
        }
        char last = line.charAt(line.length() - 1);
        if (last != '>' && last != ')') {
            return "";
        }
        String part = last == '>' ? line.substring(Math.max(0, line.lastIndexOf('<'))) : line;
        for (Phrase phrase : attached) {
            String name = phrase.hole(part);
            if (name.indexOf('.') >= 0) {
                return Utf8.withoutMarks(name);
            }
        }
        return "";
    }

    /// Whether the text ends with the words that say that it was changed later.
    boolean saysEdited(String text) {
        return text.endsWith(">") && edited.stream().anyMatch(text::endsWith);
    }

    /// Whether what stands before a colon could be the beginning of a notice rather than a name.
    boolean mayBeginNotice(String name) {
        return noticeWithColon.stream().anyMatch(phrase -> name.contains(phrase.middle()));
    }

    /// Whether a line without its stamp is a notice that holds a colon in its middle, from beginning to end.
    boolean isNoticeWithColon(String name, String line) {
        String plain = Phrase.plain(line);
        return noticeWithColon.stream().anyMatch(phrase -> name.contains(phrase.middle()) && phrase.matches(plain));
    }

    private void learn(String language) {
        var words = lists(language);
        add(words, "deleted", Kind.DELETED);
        add(words, "omitted", Kind.OMITTED);
        add(words, "contact", Kind.CONTACT);
        add(words, "viewOnce", Kind.VIEW_ONCE);
        add(words, "poll", Kind.POLL);
        add(words, "calls", Kind.CALL);
        add(words, "notices", Kind.NOTICE);
        words.getOrDefault("attached", List.of()).forEach(pattern -> attached.add(Phrase.of(pattern, Kind.NONE)));
        edited.addAll(words.getOrDefault("edited", List.of()));
        words.getOrDefault("sentences", List.of()).forEach(sentence -> sentences.add(Phrase.plain(sentence)));
        tails.addAll(words.getOrDefault("tails", List.of()));
        words.getOrDefault("noticeWithColon", List.of())
                .forEach(pattern -> noticeWithColon.add(Phrase.of(pattern, Kind.NOTICE)));
    }

    private void add(Map<String, List<String>> words, String key, Kind kind) {
        for (String pattern : words.getOrDefault(key, List.of())) {
            Phrase phrase = Phrase.of(Phrase.plain(pattern), kind);
            if (pattern.startsWith("*")) {
                afterSender.add(phrase);
            } else {
                int head = head(phrase.first(), 0);
                heads[head & HEADS - 1] = true;
                byHead.computeIfAbsent(head, _ -> new ArrayList<>()).add(phrase);
            }
        }
    }

    private static int head(String text, int from) {
        int head = 0;
        for (int i = from; i < from + HEAD; i++) {
            char c = text.charAt(i);
            head = head * 31 + (c == '\u00A0' ? ' ' : c);
        }
        return head;
    }

    private static Map<String, List<String>> lists(String file) {
        String name = "/read/whatsapp/" + file + ".yaml";
        try (InputStream in = ChatWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the program: " + name);
            }
            return lists((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Map<String, List<String>> lists(Map<?, ?> yaml) {
        var lists = new HashMap<String, List<String>>();
        yaml.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                lists.put(key.toString(), list.stream().map(Object::toString).toList());
            }
        });
        return lists;
    }
}

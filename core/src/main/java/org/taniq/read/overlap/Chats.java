package org.taniq.read.overlap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;

/// The chats of one reading, each as it is compared with the same chat of another reading by the same parser. Only of
/// formats that hold all of a chat for the time they cover: what a page or a list of comments lacks was perhaps not
/// shown.
public final class Chats {
    /// Of one reading; further ones are not compared.
    private static final int MOST = 20_000;

    private static final Map<String, Kind> COMPARED = Map.of(
            "whatsapp-text", Kind.ONE,
            "telegram-json", Kind.BY_AUDIENCE,
            "telegram-html", Kind.BY_AUDIENCE,
            "meta-json", Kind.BY_AUDIENCE,
            "whatsapp-msgstore", Kind.BY_AUDIENCE,
            "signal-export", Kind.BY_AUDIENCE,
            "x-archive", Kind.BY_CONVERSATION);

    private final String family;
    private final Kind kind;
    private final SequencedMap<String, Export> chats = new LinkedHashMap<>();

    private Chats(String family, Kind kind) {
        this.family = family;
        this.kind = kind;
    }

    /// What one reading of a format holds.
    private enum Kind {
        /// One chat, whatever the export calls it; the name of the file can change.
        ONE,
        /// Several, told apart by whom they are with; what is to nobody, as posts and likes, is no chat.
        BY_AUDIENCE,
        /// Several, told apart by the number of the conversation, and what is in none.
        BY_CONVERSATION
    }

    /// None where readings of the parser are not compared.
    ///
    /// @param parser as it is sealed: `telegram-json/1`
    public static Optional<Chats> of(String parser) {
        String family = parser.replaceFirst("/.*", "");
        return Optional.ofNullable(COMPARED.get(family)).map(kind -> new Chats(family, kind));
    }

    /// The format, whatever the version of the parser: an export read by an earlier version is one of the same.
    public String family() {
        return family;
    }

    /// Adds a record.
    ///
    /// @param number of the record in its reading
    public void add(long number, Activity activity) {
        String chat = chat(activity);
        boolean isCompared = kind != Kind.BY_AUDIENCE || !chat.isEmpty();
        if (isCompared && (chats.size() < MOST || chats.containsKey(chat))) {
            chats.computeIfAbsent(chat, _ -> new Export(caption())).add(number, activity);
        }
    }

    private Export.Caption caption() {
        return kind == Kind.ONE ? Export.Caption.BELOW_NAME : Export.Caption.ALL;
    }

    private String chat(Activity activity) {
        return switch (kind) {
            case ONE -> "";
            case BY_AUDIENCE -> audience(activity.audience());
            case BY_CONVERSATION -> conversation(activity);
        };
    }

    private static String audience(Actor audience) {
        return audience.id().isEmpty() ? audience.name() : audience.id();
    }

    private static String conversation(Activity activity) {
        return activity.details().stream()
                .filter(detail -> detail.name().equals("conversation"))
                .map(Detail::value)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    /// Whether the export ends before the other one does: it was made earlier, or what stood at its end is gone.
    public boolean endsBefore(Chats other) {
        return last() < other.last();
    }

    /// Whether both end in the same minute or second, so that their ends do not tell which was made earlier.
    public boolean endsWith(Chats other) {
        return last() == other.last();
    }

    /// What became of the records of one chat of this export in a later one that holds it too.
    public Overlap.Comparison compare(String chat, Chats later) {
        return Overlap.compare(export(chat), later.export(chat), later.last());
    }

    private Export export(String chat) {
        return Objects.requireNonNull(chats.get(chat), "no such chat");
    }

    private long last() {
        return chats.values().stream().mapToLong(Export::last).max().orElse(Export.TIMELESS);
    }

    /// What is compared of each, by which chat it is.
    public SequencedMap<String, Export> all() {
        return Collections.unmodifiableSequencedMap(chats);
    }
}

package org.taniq.read.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Twice;
import org.taniq.read.web.Words.Hindrance;

/// One request with its answer, or one page, while it is read: its members under names such as `request.url`. A dot
/// that stands in a name itself has a backslash before it.
final class HarEntry {
    static final String ANSWER = "response.content.text";
    static final String SENT = "request.postData.text";

    /// Characters and values of one entry.
    private static final long MOST = 24 << 20;

    private static final int EACH = 64;

    /// So many zeros, or signs that stand for bytes that are no text, are a block that was lost.
    private static final int LOST = 16;

    private final SequencedMap<String, List<Json>> members = new LinkedHashMap<>();
    private final Map<String, Integer> entered = new HashMap<>();
    private final List<HarMessages.Frame> messages = new ArrayList<>();
    private final List<String> programs;
    private long room = MOST;
    private boolean isCut;
    private boolean isCutOff;
    private boolean hasHole;
    private boolean isTwice;
    private boolean isNoText;
    private Hindrance hindrance = Hindrance.NONE;
    private Hindrance ofSent = Hindrance.NONE;

    /// @param programs that made the file
    HarEntry(List<String> programs) {
        this.programs = List.copyOf(programs);
    }

    /// A member of the file, whose value comes.
    ///
    /// @param around the names around it, with a dot behind each
    /// @return how it is called here
    String named(String around, String name) {
        hasHole |= name.chars().filter(c -> c == 0 || c == '\uFFFD').count() >= LOST;
        return around + name.replace("\\", "\\\\").replace(".", "\\.");
    }

    /// An object begins whose members follow. Those of a second one are none of the first.
    ///
    /// @return how it is called here
    String entered(String name) {
        int times = entered.merge(name, 1, Integer::sum);
        isTwice |= times > 1 || !first(name).equals(Json.NULL);
        members.computeIfAbsent(name, _ -> new ArrayList<>()).add(Json.NULL);
        return times > 1 ? name + "#" + times : name;
    }

    void take(String name, JsonPass.Item item) {
        isNoText |= item.marks().contains(Mark.NOT_TEXT);
        if (item.value().isEmpty()) {
            hasHole |= item.marks().contains(Mark.NOT_TEXT);
            tooLong(name);
            return;
        }
        var value = item.value().get();
        room -= EACH + name.length() + Detail.size(value);
        if (room < 0) {
            tooLong(name);
            return;
        }
        isTwice |= Twice.says(value)
                || members.containsKey(name) && !value.equals(first(name))
                || entered.containsKey(name);
        members.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private void tooLong(String name) {
        switch (name) {
            case ANSWER -> hindrance = Hindrance.TOO_LONG;
            case SENT -> ofSent = Hindrance.TOO_LONG;
            default -> isCut = true;
        }
    }

    /// A list of messages begins.
    void listed(String name) {
        isTwice |= entered.merge(name, 1, Integer::sum) > 1;
    }

    /// What went to or fro over a connection that stayed open.
    void message(JsonPass.Item item, HarMessages.Kind kind) {
        isNoText |= item.marks().contains(Mark.NOT_TEXT);
        room -= EACH + item.value().map(Detail::size).orElse(0L);
        if (item.value().isEmpty() || room < 0) {
            hasHole |= item.value().isEmpty() && item.marks().contains(Mark.NOT_TEXT);
            isCut = true;
            return;
        }
        isTwice |= Twice.says(item.value().get());
        messages.add(new HarMessages.Frame(item.value().get(), kind));
    }

    List<HarMessages.Frame> messages() {
        return messages;
    }

    /// What stands behind was not read, and what was read last before damage may be a part of it.
    void cut(Hindrance why) {
        isCutOff = why == Hindrance.DAMAGED;
        isCut |= !isCutOff;
        if (isCutOff && !members.isEmpty()) {
            members.pollLastEntry();
        }
        hindrance = members.containsKey(ANSWER) ? hindrance : why;
    }

    /// Whether its end was not read, because of damage.
    boolean isCutOff() {
        return isCutOff;
    }

    boolean hasHole() {
        return hasHole;
    }

    /// Whether something in it was too much to be read.
    boolean isCut() {
        return isCut;
    }

    /// Whether it says something twice of which programs show the one or the other.
    boolean isTwice() {
        return isTwice;
    }

    boolean isNoText() {
        return isNoText;
    }

    /// Why the words of the answer, or what was sent, cannot be read.
    Hindrance hindrance(String which) {
        return which.equals(ANSWER) ? hindrance : ofSent;
    }

    /// Whether it is a request, as far as it must be known.
    boolean isKnown() {
        return !text("request.url").isEmpty();
    }

    boolean isPage() {
        boolean hasPart = members.containsKey("request") || members.containsKey("response");
        return !hasPart
                && (members.containsKey("pageTimings") || members.containsKey("id") && members.containsKey("title"));
    }

    List<String> programs() {
        return programs;
    }

    /// The first value of this name.
    private Json first(String name) {
        return members.getOrDefault(name, List.of(Json.NULL)).getFirst();
    }

    String text(String name) {
        return Fields.text(Optional.of(first(name)));
    }

    /// The whole texts of this name; [#text] has no more than a detail holds.
    List<String> texts(String name) {
        return members.getOrDefault(name, List.of()).stream()
                .filter(Json.Str.class::isInstance)
                .map(Json.Str.class::cast)
                .map(Json.Str::value)
                .distinct()
                .toList();
    }

    List<Json> list(String name) {
        return first(name) instanceof Json.Arr(var items) ? items : List.of();
    }

    /// As the answer names it, or else its head.
    String mimeType() {
        var stated = text("response.content.mimeType");
        return stated.isEmpty() ? HarRecord.header(list("response.headers"), "content-type") : stated;
    }

    /// Whether the answer holds something of another name or kind than its text.
    boolean isAnswerStrange(Set<String> told) {
        return members.entrySet().stream()
                .filter(member -> member.getKey().startsWith("response.content."))
                .anyMatch(member -> !told.contains(member.getKey())
                        || member.getKey().equals(ANSWER) && !(first(ANSWER) instanceof Json.Null));
    }

    SequencedMap<String, List<Json>> members() {
        return members;
    }
}

package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.mime.Leaf;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Twice;
import org.taniq.read.web.Words.Hindrance;

/// One request with its answer, or one page, while it is read: its members under names such as `request.url`.
final class HarEntry {
    static final String ANSWER = "response.content.text";
    private static final String SENT = "request.postData.text";

    /// Characters and values of one entry.
    private static final long MOST = 24 << 20;

    private static final int EACH = 64;

    private final SequencedMap<String, Json> members = new LinkedHashMap<>();
    private final List<Json> messages = new ArrayList<>();
    private final List<String> programs;
    private final Map<String, Integer> again = new HashMap<>();
    private long room = MOST;
    private boolean isCut;
    private boolean isCutOff;
    private boolean hasHole;
    private boolean isTwice;
    private boolean isNoText;
    private Hindrance hindrance = Hindrance.NONE;

    /// @param programs that made the file
    HarEntry(List<String> programs) {
        this.programs = List.copyOf(programs);
    }

    /// What was read of it.
    ///
    /// @param sent what the browser sent
    /// @param answer what it was answered
    /// @param messages what went to and fro over a connection that stayed open
    record Read(Words sent, Words answer, List<String> messages, boolean isCut) {}

    /// An object begins whose members follow.
    void entered(String name) {
        put(name, Json.NULL);
    }

    void take(String name, JsonPass.Item item) {
        isNoText |= item.marks().contains(Mark.NOT_TEXT);
        if (item.value().isEmpty()) {
            hasHole |= item.marks().contains(Mark.NOT_TEXT);
            tooLong(name);
            return;
        }
        var value = item.value().get();
        room -= EACH + name.length() + value.canonical().length();
        if (room < 0) {
            tooLong(name);
            return;
        }
        isTwice |= value instanceof Json.Obj object && Twice.says(object);
        put(name, value);
    }

    private void tooLong(String name) {
        hindrance = name.equals(ANSWER) ? Hindrance.TOO_LONG : hindrance;
        isCut |= !name.equals(ANSWER);
    }

    /// What went to or fro over a connection that stayed open.
    void message(JsonPass.Item item) {
        isNoText |= item.marks().contains(Mark.NOT_TEXT);
        room -= EACH + item.value().map(value -> value.canonical().length()).orElse(0);
        if (item.value().isEmpty() || room < 0) {
            hasHole |= item.value().isEmpty() && item.marks().contains(Mark.NOT_TEXT);
            isCut = true;
            return;
        }
        messages.add(item.value().get());
    }

    List<Json> messages() {
        return messages;
    }

    /// Of members of one name the first keeps it.
    private void put(String name, Json value) {
        int before = again.merge(name, 1, Integer::sum);
        if (before == 1) {
            members.put(name, value);
            return;
        }
        isTwice |= !value.equals(members.get(name));
        members.put(name + "#" + before, value);
    }

    /// What stands behind was not read, and what was read last may be a part of it.
    void cut(Hindrance why) {
        isCutOff = true;
        if (!members.isEmpty()) {
            members.pollLastEntry();
        }
        hindrance = members.containsKey(ANSWER) ? hindrance : why;
    }

    /// Whether its end was not read.
    boolean isCutOff() {
        return isCutOff;
    }

    boolean hasHole() {
        return hasHole;
    }

    /// Whether it says something twice of which programs show the one or the other.
    boolean isTwice() {
        return isTwice;
    }

    boolean isNoText() {
        return isNoText;
    }

    /// Whether it is a request, as far as it must be known.
    boolean isKnown() {
        return !text("request.url").isEmpty();
    }

    boolean isPage() {
        return members.containsKey("pageTimings") || members.containsKey("id") && members.containsKey("title");
    }

    List<String> programs() {
        return programs;
    }

    SequencedMap<String, Json> members() {
        return members;
    }

    String text(String name) {
        return Fields.text(Optional.ofNullable(members.get(name)));
    }

    /// The whole text; [#text] has no more than a detail holds.
    private Optional<String> all(String name) {
        return members.get(name) instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    List<Json> list(String name) {
        return members.get(name) instanceof Json.Arr(var items) ? items : List.of();
    }

    /// As the answer names it, or else its head.
    String mimeType() {
        var stated = text("response.content.mimeType");
        return stated.isEmpty() ? HarRecord.header(list("response.headers"), "content-type") : stated;
    }

    Read read(Allowance allowance) {
        var answer = isKnown() ? answer(allowance) : Words.NONE;
        var sent = sent(allowance);
        var messages = HarMessages.of(this.messages);
        return new Read(sent, answer, messages, isCut || isCut(answer) || isCut(sent));
    }

    private static boolean isCut(Words words) {
        return !words.extent().isWhole() && !words.isHindered();
    }

    private Words answer(Allowance allowance) {
        if (hindrance != Hindrance.NONE) {
            return Words.hindered(hindrance);
        }
        var text = all(ANSWER);
        if (text.isEmpty()) {
            return isAnswerLeftOut() ? Words.hindered(Hindrance.NOT_KEPT) : Words.NONE;
        }
        return text("response.content.encoding").equalsIgnoreCase("base64")
                ? BodyWords.of(Body.plain(unpacked(text.get()), mimeType()), allowance)
                : BodyWords.of(Body.plain(kept(text.get()), inUtf8(mimeType())), allowance);
    }

    /// Whether there was a body of which the file holds nothing.
    private boolean isAnswerLeftOut() {
        return Fields.asNumber(text("response.content.size")).orElse(0) > 0
                || Fields.asNumber(text("response.bodySize")).orElse(0) > 0;
    }

    private Words sent(Allowance allowance) {
        var text = all(SENT).filter(there -> !there.isEmpty());
        var type = text("request.postData.mimeType");
        return text.map(there -> BodyWords.of(Body.plain(kept(there), inUtf8(type)), allowance))
                .orElseGet(() -> fields(allowance));
    }

    /// Where what was sent stands there only as fields.
    private Words fields(Allowance allowance) {
        var lines = new ArrayList<String>();
        for (var each : list("request.postData.params")) {
            var field = Fields.of(each);
            var name = field.text("name");
            var value = field.text("value");
            lines.add(name + "=" + (Secrets.hides(name, value) ? Secrets.HIDDEN : value) + file(field));
        }
        var bytes = kept(String.join("\n", lines));
        return BodyWords.of(Body.plain(bytes, "text/plain; charset=utf-8"), allowance);
    }

    private static String file(Fields field) {
        var name = field.text("fileName");
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static String inUtf8(String type) {
        return type.split(";", 2)[0] + "; charset=utf-8";
    }

    static Kept kept(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Kept.of(bytes, bytes.length);
    }

    private static Kept unpacked(String base64) {
        byte[] letters = base64.getBytes(StandardCharsets.ISO_8859_1);
        var leaf = new Leaf("base64", Content.MOST);
        leaf.take(letters, letters.length);
        leaf.end();
        return Kept.of(leaf.kept(), leaf.size());
    }

    /// What nobody asked for by its name.
    Map<String, Json> others(Set<String> told) {
        var others = new LinkedHashMap<>(members);
        others.keySet().removeAll(told);
        return others;
    }
}

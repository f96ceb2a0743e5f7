package org.taniq.read.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.mime.Leaf;
import org.taniq.read.record.Fields;
import org.taniq.read.web.Words.Hindrance;

/// The words of one entry.
///
/// @param sent what the browser sent
/// @param answer what it was answered
/// @param messages what went to and fro over a connection that stayed open
/// @param more what the entry says a second time, or beside the text that was sent
/// @param isCut whether not all was read
/// @param isDamaged whether the answer stands there in a damaged encoding
record HarWords(
        Words sent,
        Words answer,
        List<HarMessages.Message> messages,
        List<String> more,
        boolean isCut,
        boolean isDamaged) {
    private static final String PLAIN = "text/plain; charset=utf-8";

    static HarWords of(HarEntry entry, Allowance allowance) throws IOException {
        return new Reader(entry, allowance).words();
    }

    private static final class Reader {
        private final HarEntry entry;
        private final Allowance allowance;
        private final List<String> more = new ArrayList<>();
        private boolean isCut;
        private boolean isDamaged;

        private Reader(HarEntry entry, Allowance allowance) {
            this.entry = entry;
            this.allowance = allowance;
            this.isCut = entry.isCut();
        }

        private HarWords words() throws IOException {
            var answer = entry.isKnown() ? answer() : Words.NONE;
            var sent = sent();
            var messages = HarMessages.of(entry.messages());
            isCut |= messages.stream().anyMatch(message -> !message.isWhole());
            return new HarWords(sent, answer, messages, List.copyOf(more), isCut, isDamaged);
        }

        private Words read(Kept bytes, String type) {
            var words = BodyWords.of(Body.plain(bytes, type), allowance);
            isCut |= !words.extent().isWhole() && !words.isHindered();
            return words;
        }

        private Words answer() {
            if (entry.hindrance(HarEntry.ANSWER) != Hindrance.NONE) {
                return Words.hindered(entry.hindrance(HarEntry.ANSWER));
            }
            var all = entry.texts(HarEntry.ANSWER).stream().map(this::answer).toList();
            again(all);
            return all.isEmpty() ? withoutText() : all.getFirst();
        }

        private Words answer(String text) {
            return entry.text("response.content.encoding").equalsIgnoreCase("base64")
                    ? read(unpacked(text), entry.mimeType())
                    : read(kept(text), inUtf8(entry.mimeType()));
        }

        private Kept unpacked(String base64) {
            byte[] letters = base64.getBytes(StandardCharsets.ISO_8859_1);
            var leaf = new Leaf("base64", Content.MOST);
            leaf.take(letters, letters.length);
            leaf.end();
            isDamaged |= leaf.isDamaged();
            return Kept.of(leaf.kept(), leaf.size());
        }

        /// Where there was a body of which the file holds nothing, that is said.
        private Words withoutText() {
            boolean isLeftOut = isMore("response.content.size") || isMore("response.bodySize");
            return isLeftOut && !entry.isAnswerStrange(HarRecord.TOLD)
                    ? Words.hindered(Hindrance.NOT_KEPT)
                    : Words.NONE;
        }

        private boolean isMore(String size) {
            return Fields.asNumber(entry.text(size)).orElse(0) > 0;
        }

        private void again(List<Words> all) {
            all.stream().skip(1).map(Words::shown).forEach(more::add);
        }

        private Words sent() {
            if (entry.hindrance(HarEntry.SENT) != Hindrance.NONE) {
                return Words.hindered(entry.hindrance(HarEntry.SENT));
            }
            var type = inUtf8(entry.text("request.postData.mimeType"));
            var all = entry.texts(HarEntry.SENT).stream()
                    .filter(text -> !text.isEmpty())
                    .map(text -> read(kept(text), type))
                    .toList();
            again(all);
            if (all.isEmpty()) {
                return read(kept(fields("")), PLAIN);
            }
            more.add(read(kept(fields(all.getFirst().shown())), PLAIN).shown());
            return all.getFirst();
        }

        /// What was sent as far as it stands there as fields, and not in this text.
        private String fields(String said) {
            var lines = said.lines().collect(Collectors.toSet());
            return entry.list("request.postData.params").stream()
                    .flatMap(field -> HarPair.of(field).stream())
                    .filter(field -> !field.isIn(lines))
                    .map(HarPair::line)
                    .collect(Collectors.joining("\n"));
        }

        private static String inUtf8(String type) {
            return type.split(";", 2)[0] + "; charset=utf-8";
        }

        private static Kept kept(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Kept.of(bytes, bytes.length);
        }
    }
}

package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.NotRun;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.index.Search;
import org.taniq.seal.DossierCheck;

/// Each of the Big List of Naughty Strings (Max Woolf and others, MIT) as a message of a chat: it is the same when it
/// was read, when it is found, and in the dossier.
@Tag("slow")
final class NaughtyStringsTest {
    @TempDir
    private Path temp = Path.of("");

    private List<String> strings = List.of();

    @BeforeEach
    void list() throws IOException {
        var list = (Json.Arr) Json.parse(Files.readString(NotRun.unlessShared("suites/blns/blns.json")));
        strings = list.items().stream()
                .map(Records::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private byte[] export() {
        var messages = new ArrayList<Json>();
        for (var text : strings) {
            messages.add(Json.object()
                    .put("id", messages.size() + 1L)
                    .put("type", "message")
                    .put("date", "2024-01-10T22:49:15")
                    .put("from", "Rauf")
                    .put("from_id", "user42")
                    .put("text", text)
                    .build());
        }
        var chat = Json.object()
                .put("name", "Rauf")
                .put("type", "personal_chat")
                .put("id", 42L)
                .put("messages", Json.of(messages))
                .build();
        return chat.canonical().getBytes(StandardCharsets.UTF_8);
    }

    private SmallCase begun() throws IOException {
        var small = SmallCase.in(temp);
        small.add("result.json", export());
        return small;
    }

    /// The text of each record of a case, in order.
    private static List<String> read(SmallCase small) throws IOException {
        var texts = new ArrayList<String>();
        var unlocked = small.casebook().unlocked();
        for (var reading : unlocked.readings()) {
            unlocked.trees().rows(reading, "records", (_, row) -> texts.add(String.join("", Records.pieces(row))));
        }
        return texts;
    }

    @Test
    void eachIsReadAsItStands() throws IOException {
        try (var small = begun()) {
            assertEquals(strings, read(small));
        }
    }

    /// Signs alone, and what is not seen, cannot be looked for; blanks find all there is.
    private static boolean isFound(String text) {
        return text.isBlank() || text.codePoints().anyMatch(NaughtyStringsTest::isOfAWord);
    }

    private static boolean isOfAWord(int letter) {
        return switch (Character.getType(letter)) {
            case Character.OTHER_SYMBOL, Character.OTHER_NUMBER, Character.PRIVATE_USE -> true;
            default -> Character.isLetterOrDigit(letter);
        };
    }

    @Test
    void eachIsFoundByItselfAndShownAsItStands() throws IOException {
        var wrong = new ArrayList<String>();
        try (var small = begun()) {
            for (int i = 0; i < strings.size(); i++) {
                var text = strings.get(i);
                var asked = new Search(text, Search.Filter.NONE, Search.Order.RELEVANCE, 10_000);
                long wanted = i;
                var found = small.casebook().search().find(asked).top().stream()
                        .filter(hit -> hit.record() == wanted)
                        .map(hit -> hit.text())
                        .toList();
                if (!found.equals(isFound(text) ? List.of(text) : List.of())) {
                    wrong.add(text);
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void eachStandsInTheDossierAsItStands() throws IOException {
        try (var small = begun()) {
            var out = temp.resolve("dossier.zip");
            var nothing = SmallCase.withholding(Set.of(), Set.of());
            small.casebook().tell(small.dossier(small.containing(""), nothing), out);
            assertEquals(List.of(), DossierCheck.check(out).failed());
            assertEquals(strings, shown(out));
        }
    }

    /// The text of each record that a dossier shows, in order, read as docs/format.md says (section 10.1).
    private static List<String> shown(Path dossier) throws IOException {
        var texts = new TreeMap<Long, String>();
        try (var zip = new ZipFile(dossier.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().startsWith("proof/statement/"))
                    .toList()) {
                var statement =
                        Json.parse(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                for (var record : items(member(member(statement, "trees"), "records"))) {
                    long index = ((Json.Num) member(record, "index")).value();
                    texts.put(index, text(items(member(member(record, "trees"), "text"))));
                }
            }
        }
        assertTrue(texts.size() > 1, "the dossier shows records");
        return List.copyOf(texts.values());
    }

    private static Json member(Json object, String name) {
        return ((Json.Obj) object).members().getOrDefault(name, Json.NULL);
    }

    private static List<Json> items(Json list) {
        return list instanceof Json.Arr(var items) ? items : List.of();
    }

    private static String text(List<Json> disclosures) {
        var text = new StringBuilder();
        for (var each : disclosures) {
            var opened = new String(Base64.getUrlDecoder().decode(Records.text(each)), StandardCharsets.UTF_8);
            text.append(Records.text(items(Json.parse(opened)).getLast()));
        }
        return text.toString();
    }
}

package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;

/// Texts larger than a reader takes.
final class PiecesTest {
    @TempDir
    Path folder;

    @Test
    void aTextOfTooManyWordsIsCutCoarser() {
        String text = "a ".repeat((1 << 21) + 1);
        var pieces = Pieces.cut(text);
        assertTrue(pieces.size() <= 1 << 20, "so many: " + pieces.size());
        assertEquals(text, String.join("", pieces));
        assertEquals(List.of("a ", "a "), Pieces.cut("a a "));
    }

    @Test
    @Tag("slow")
    void whatWasSealedCanBeReadAgain() throws IOException {
        var small = sealed("text", Json.of("a ".repeat((1 << 21) + 1)));
        assertEquals(
                List.of(),
                VaultCheck.check(small.vault, Map.of(), small.identity).failed());
    }

    @Test
    void whatNobodyWouldReadAgainIsRefusedWhenItIsSealed() {
        var deep = Json.parse("[".repeat(64) + "]".repeat(64));
        assertThrows(IOException.class, () -> sealed("counts", deep));
        var many = Json.of(java.util.Collections.nCopies(1 << 21, Json.NULL));
        assertThrows(IOException.class, () -> sealed("counts", many));
        var pieces = Json.of(java.util.Collections.nCopies((1 << 20) + 1, Json.of("a ")));
        assertThrows(IOException.class, () -> sealed("text", pieces));
    }

    private SmallVault sealed(String name, Json value) throws IOException {
        var small =
                SmallVault.in(folder.resolve("case" + name + value.canonical().length()));
        var row = new ArrayList<Json>();
        for (var field : Schema.named("record/1").fields()) {
            row.add(field.name().equals(name) ? value : Json.NULL);
        }
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(Statement.of("reading/1").with("records", (Rows) sink -> sink.row(row)));
        group.commit();
        return small;
    }
}

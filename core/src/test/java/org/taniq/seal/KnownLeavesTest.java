package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// A record of many is proven without the others.
@Tag("slow")
final class KnownLeavesTest {
    private static final int ROWS = KnownLeaves.FEWEST + 1000;
    private static final long LAST = ROWS - 1;
    private static final String LONG = "x".repeat(1000);

    @TempDir
    Path folder;

    private Vault vault;
    private SmallVault small;
    private Pointer large;

    @BeforeEach
    void sealManyRecords() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        vault = small.vault;
        sealMany();
    }

    private void sealMany() throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        large = group.add(Statement.of("reading/1")
                .with("items", Json.of(List.of(small.chat.json())))
                .with("parser", "test/1")
                .with("records", (Rows) sink -> {
                    for (int i = 0; i < ROWS; i++) {
                        sink.row(SmallVault.record(i + " " + LONG));
                    }
                })
                .with("skipped", Json.object().put("count", 0).build()));
        group.commit();
    }

    private Path kept() {
        return vault.folder().resolve("index/leaves").resolve(large.name());
    }

    private List<String> blobs() throws IOException {
        return small.unlocked().statement(large).line().trees().getOrDefault("records", List.of());
    }

    private Path blob(String name) {
        return vault.blobFolder().resolve(name.substring(0, 2)).resolve(name + ".age");
    }

    private String proof() throws IOException {
        var unlocked = small.unlocked();
        var shown = new TreeMap<Long, ShownRow>();
        shown.put(LAST, new ShownRow(Set.of("type", "text", "marks"), Set.of(0)));
        return new ProofMaker(unlocked).reading(unlocked.statement(large), Set.of("records"), shown);
    }

    @Test
    void theProofIsTheSameAndNeedsNoOtherBlob() throws IOException {
        assertTrue(Files.exists(kept()));
        assertTrue(blobs().size() > 1, "in one blob nothing is seen");
        String known = proof();
        var moved = Files.move(kept(), folder.resolve("kept"));
        assertEquals(known, proof());
        Files.move(moved, kept());
        Files.delete(blob(blobs().getFirst()));
        assertEquals(known, proof());
        Files.delete(kept());
        assertThrows(NotHereYet.class, this::proof);
    }

    @Test
    void aValueIsReadFromWhereItStands() throws IOException {
        assertEquals("{0=0 , 4000=4000 , " + LAST + "=" + LAST + " }", texts(0L, 4000L, LAST, LAST + 1));
    }

    private String texts(Long... numbers) throws IOException {
        var unlocked = small.unlocked();
        var texts = new TreeMap<Long, String>();
        unlocked.trees().rows(unlocked.statement(large), "records", new TreeSet<>(Set.of(numbers)), (n, row) -> {
            var pieces = ((Json.Arr) row.get(Schema.named("record/1").slot("text"))).items();
            texts.put(n, ((Json.Str) pieces.getFirst()).value());
        });
        return texts.toString();
    }

    @Test
    void whatIsSealedIsSealedAlsoWhereTheyCannotBeKept() throws IOException {
        vault.deleteDerived(new Durable());
        Files.writeString(vault.folder().resolve("index"), "no folder");
        sealMany();
        assertTrue(Files.isRegularFile(vault.folder().resolve("index")));
        assertEquals("{" + LAST + "=" + LAST + " }", texts(LAST));
    }

    @Test
    void whatIsDamagedIsNotBelieved() throws IOException {
        String known = proof();
        byte[] bytes = Files.readAllBytes(kept());
        for (int at : new int[] {0, 39, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(kept(), changed);
            assertEquals(known, proof(), "with another byte " + at);
        }
        for (int length : new int[] {0, 48, bytes.length - 32}) {
            Files.write(kept(), Arrays.copyOf(bytes, length));
            assertEquals(known, proof(), "cut to " + length);
        }
    }

    @Test
    void aRecordThatIsNotTheSealedOneIsAltered() throws IOException {
        String first = blobs().getFirst();
        String last = blobs().getLast();
        Files.copy(blob(first), folder.resolve("first"));
        Files.delete(blob(last));
        Files.copy(folder.resolve("first"), blob(last));
        assertThrows(Altered.class, this::proof);
    }

    /// What the file says of where a record stands is not sealed, and whoever can write can change it: else one
    /// record would be shown, and its names withheld, under the number of another.
    @Test
    void whereARecordStandsIsNotBelieved() throws IOException {
        String known = proof();
        byte[] bytes = Files.readAllBytes(kept());
        var first = ByteBuffer.wrap(bytes, Digest.LENGTH + (blobs().size() - 1) * Long.BYTES, Long.BYTES);
        first.mark();
        long moved = first.getLong() + 1;
        first.reset();
        first.putLong(moved);
        byte[] rest = Arrays.copyOfRange(bytes, Digest.LENGTH, bytes.length);
        System.arraycopy(Digest.of(rest).bytes(), 0, bytes, 0, Digest.LENGTH);
        Files.write(kept(), bytes);
        assertEquals("{4000=4000 , " + LAST + "=" + LAST + " }", texts(4000L, LAST));
        assertEquals(known, proof());
    }

    @Test
    void aSmallTreeIsNotKept() {
        assertFalse(Files.exists(kept().resolveSibling(small.reading.name())));
    }
}

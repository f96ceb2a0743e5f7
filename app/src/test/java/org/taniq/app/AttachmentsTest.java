package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Json;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// What a sealed message points at when it names a file.
final class AttachmentsTest {
    private static final String MESSAGE = "13/01/2024, 10:00 - Ann Example: IMG-1.jpg (file attached)\n";

    @TempDir
    Path folder;

    /// The new case, unlocked, after this archive was added to it.
    private Unlocked added(byte[] archive) throws IOException {
        try (var some = SmallCase.in(folder)) {
            some.add("chats.zip", archive);
            assertEquals(List.of(), some.casebook().check().verify().failed());
            return some.casebook().unlocked();
        }
    }

    /// Names and contents in turn.
    private static byte[] zip(String... members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry(members[i]));
                zip.write(members[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static List<Json> attachments(Unlocked vault) throws IOException {
        var all = new ArrayList<Json>();
        for (var reading : vault.readings()) {
            vault.trees()
                    .rows(
                            reading,
                            "records",
                            (_, row) -> all.addAll(((Json.Arr) Records.value(row, "attachments")).items()));
        }
        return all;
    }

    private static Json member(Json object, String name) {
        return ((Json.Obj) object).members().getOrDefault(name, Json.NULL);
    }

    @Test
    void eachMessagePointsAtTheFileBesideItsOwnChat() throws IOException {
        var vault =
                added(zip("A/chat.txt", MESSAGE, "A/IMG-1.jpg", "of A", "B/chat.txt", MESSAGE, "B/IMG-1.jpg", "of B"));
        var pictures = new ArrayList<String>();
        for (var attachment : attachments(vault)) {
            var picture = vault.statement(Pointer.of(member(attachment, "item")));
            try (var in = new ItemBytes(vault).whole(picture).open()) {
                pictures.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(List.of("of A", "of B"), pictures);
    }

    @Test
    void aDamagedFileIsMissingAndSaidToBeDamaged() throws IOException {
        byte[] archive =
                zip("chat.txt", MESSAGE, "IMG-1.jpg", "a picture ".repeat(1000), "other.jpg", "b ".repeat(1000));
        damage(archive, "IMG-1.jpg");
        damage(archive, "other.jpg");
        var vault = added(archive);
        var attachment = attachments(vault).getFirst();
        assertEquals(Json.of("missing"), member(attachment, "state"));
        assertEquals(Json.NULL, member(attachment, "item"));
        var skipped = vault.readings().getFirst().value("skipped");
        assertEquals(Json.of(2), member(member(skipped, "reasons"), "member-damaged"));
    }

    @Test
    void eachReadingIsSealedWithWhatIsTrueOfItsOwnChat() throws IOException {
        var vault = added(zip("a.txt", MESSAGE, "b.txt", "[1/13/24, 10:00:00] Bob Example: x\n"));
        var settings = vault.readings().stream()
                .map(reading -> reading.value("settings"))
                .toList();
        assertEquals(
                List.of(Json.NULL, Json.of("D/M/Y"), Json.of("M/D/Y")),
                settings.stream().map(each -> member(each, "dateOrder")).toList());
        assertEquals(
                List.of(Json.of("application/zip"), Json.of("whatsapp-android"), Json.of("whatsapp-ios")),
                settings.stream().map(each -> member(each, "format")).toList());
        assertEquals(
                Json.strings(List.of("more than one chat in the archive")), member(settings.getFirst(), "warnings"));
    }

    /// It is no item, and its lines are counted in what could be unpacked: so the reading says which it was.
    @Test
    void aReadingOfAMemberThatIsCutOffNamesTheMember() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append("13/01/2024, 10:00 - Ann Example: ")
                    .append(i * 7919L % 65_537)
                    .append('\n');
        }
        byte[] whole = zip("notes.bin", "of A", "chat.txt", lines.toString());
        var vault = added(Arrays.copyOf(whole, whole.length * 2 / 3));
        var readings = vault.readings().stream()
                .filter(reading -> reading.value("parser").equals(Json.of("whatsapp-text/1")))
                .toList();
        var item = ((Json.Arr) readings.getFirst().value("items")).items().getFirst();
        assertEquals(Json.of(1), member(item, "member"));
        assertEquals(Json.of("chats.zip"), vault.statement(Pointer.of(item)).value("name"));
        assertEquals(Json.of(Vault.PROGRAM), member(readings.getFirst().value("settings"), "program"));
    }

    /// Breaks the packed bytes behind the first place where the name stands.
    private static void damage(byte[] archive, String name) {
        int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        for (int i = at; i < at + 8; i++) {
            archive[i] ^= 0x55;
        }
    }
}

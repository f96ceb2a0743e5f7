package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.WrongKey;

/// A small vault out of which things are erased, in the order in which a command does it.
final class ErasedVault {
    static final Erasure.Stated STATED =
            new Erasure.Stated("added by mistake", "", "2026-11-22T10:00:00Z", "Aytac Nəbiyeva");

    final SmallVault small;
    final Known known;

    private ErasedVault(SmallVault small) {
        this.small = small;
        this.known = new Known(small.vault.folder(), small.keys, new byte[32], new byte[32]);
        remember();
    }

    static ErasedVault of(SmallVault small) {
        return new ErasedVault(small);
    }

    void remember() {
        SealRun.remember(small.sealer, known);
    }

    Unlocked unlocked() throws IOException {
        return small.vault.unlock(small.identity, known.remembered());
    }

    Verdict check() throws IOException {
        return VaultCheck.check(small.vault, known.remembered(), small.identity);
    }

    OwnLogs own() {
        return OwnLogs.of(small.identity.recipient(), List.of(known));
    }

    Erasing erasing() throws IOException {
        return Erasing.of(small.vault, unlocked(), known, own());
    }

    ToErase plan(Pointer... items) throws IOException {
        var unlocked = unlocked();
        var sealed = new ArrayList<Unlocked.Sealed>();
        for (var item : items) {
            sealed.add(unlocked.statement(item));
        }
        return ToErase.of(unlocked, sealed);
    }

    /// Seals that it was erased, and does nothing of it.
    Erasure say(Pointer... items) throws IOException {
        var erasure = plan(items).erasure(STATED, List.of());
        seal(small.sealer, erasure.statement());
        return erasure;
    }

    void seal(Sealer sealer, Statement statement) throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(statement);
        group.commit();
        remember();
    }

    void finish() throws IOException {
        finish(new Durable());
    }

    void finish(Durable durable) throws IOException {
        erasing().finish(Erasing.Index.GOES, small.identity, durable);
    }

    Erasure erase(Pointer... items) throws IOException {
        small.vault.sayErased(small.vault.folder(), new Durable());
        var erasure = say(items);
        finish();
        return erasure;
    }

    /// As a program does that does not ask whether it may be erased.
    static Statement saying(List<Pointer> pointers, List<String> blobs) {
        return Statement.of(Erasure.SCHEMA)
                .with("erased", Json.of(pointers.stream().map(Pointer::json).toList()))
                .with("blobs", Json.strings(blobs))
                .with("when", STATED.when())
                .with("left", Json.of(List.of()));
    }

    /// Everything in a folder that this key opens, as one text.
    String plain(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                text.append(new String(bytes, StandardCharsets.UTF_8)).append(opened(bytes));
            }
        }
        return text.toString();
    }

    private String opened(byte[] bytes) throws IOException {
        try {
            return new String(Blobs.unwrap(bytes, small.identity, 1 << 24), StandardCharsets.UTF_8);
        } catch (WrongKey | org.taniq.base.Altered notOurs) {
            return "";
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(file, there, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// What a synchronisation brings from an older state: files that are gone, and openings as they were.
    void bringBack(Path older) throws IOException {
        for (var part : List.of("blob", "log")) {
            try (var files = Files.walk(older.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Path there =
                            small.vault.folder().resolve(older.relativize(file).toString());
                    if (!Files.exists(there) || file.toString().contains("/opening/")) {
                        Files.copy(file, there, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    Map<String, Checkpoint> heads() {
        return known.remembered();
    }

    /// An item of somebody else's, whose line leads to a blob that she names.
    Pointer friendSays(String content, String blob) throws IOException {
        var friend = small.vault.sealer(
                Known.generate(small.vault.folder(), small.identity.recipient(), new SecureRandom())
                        .keys(),
                Map.of(),
                new Durable());
        var group = friend.group(LogKind.EVIDENCE);
        var note = group.add(SmallVault.item("note.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        group.commit();
        Path file = small.vault.logFolder(note.log()).resolve("opening/1-1.age");
        String own = unlocked().statement(note).line().blob();
        rewrite(file, "note.txt", unlocked().statement(note).line().text().replace(own, blob));
        return note;
    }

    void rewrite(Path opening, String line, String with) throws IOException {
        var text =
                new String(Blobs.unwrap(Files.readAllBytes(opening), small.identity, 1 << 20), StandardCharsets.UTF_8);
        var lines = new ArrayList<>(List.of(text.split("\n")));
        lines.replaceAll(each -> each.contains(line) ? with : each);
        Files.write(
                opening,
                Blobs.wrap(
                        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8),
                        small.identity.recipient()));
    }
}

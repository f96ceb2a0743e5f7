package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.age.Identity;
import org.taniq.base.png.Picture;
import org.taniq.base.png.Png;

/// A vault with a letter, a chat of three messages, a picture and a complaint, and a dossier of it:
/// invented people.
final class SmallVault {
    static final List<String> MESSAGES =
            List.of("Salam, hamıya", "Aysel'in ünvanı: Söyüd küçəsi 7", "seni oldurecem \uD83D\uDD2A");

    final Vault vault;
    final WriterKeys keys;
    final Identity identity;
    final Sealer sealer;
    Pointer letter;
    Pointer chat;
    Pointer reading;
    Pointer picture;
    Pointer complaint;

    @SuppressWarnings("NullAway.Init")
    private SmallVault(Path folder, Durable durable) throws IOException {
        var random = new SecureRandom();
        identity = Identity.generate(random);
        keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), identity.recipient());
        vault = Vault.create(folder, durable);
        sealer = vault.sealer(keys, Map.of(), durable);
    }

    static SmallVault in(Path folder) throws IOException {
        return in(folder, new Durable());
    }

    static SmallVault in(Path folder, Durable durable) throws IOException {
        var small = new SmallVault(folder, durable);
        small.fill();
        return small;
    }

    private void fill() throws IOException {
        var group = sealer.group(LogKind.EVIDENCE);
        letter = group.add(item("letter.txt", "text/plain", "To the police".getBytes(StandardCharsets.UTF_8)));
        chat = group.add(
                item("chat.txt", "text/plain", String.join("\n", MESSAGES).getBytes(StandardCharsets.UTF_8)));
        reading = group.add(Statement.of("reading/1")
                .with("items", Json.of(List.of(chat.json())))
                .with("parser", "test/1")
                .with("records", (Rows) sink -> {
                    for (var message : MESSAGES) {
                        sink.row(record(message));
                    }
                })
                .with("skipped", Json.object().put("count", 0).build()));
        var drawn = drawing();
        picture = group.add(Statement.of("item/1")
                .with("mediaType", "image/png")
                .with("name", "screenshot.png")
                .with("pixels", drawn)
                .content(out -> out.write(Png.write(drawn))));
        group.commit();
        var steps = sealer.group(LogKind.CASE);
        complaint = steps.add(sent(letter));
        steps.commit();
    }

    /// A complaint was sent, and this item shows it.
    static Statement sent(Pointer proof) {
        var proofs = Json.object().put("item", proof.json()).put("rank", "copy").build();
        return Statement.of("step/1")
                .with("step", "0123456789abcdef0123456789abcdef")
                .with("state", "sent")
                .with("proofs", Json.of(List.of(proofs)));
    }

    static Statement item(String name, String mediaType, byte[] bytes) {
        return Statement.of("item/1")
                .with("name", name)
                .with("mediaType", mediaType)
                .with(
                        "claimed",
                        Json.object()
                                .put("clock", "computer")
                                .put("time", "2026-11-20T12:00:00Z")
                                .build())
                .content(out -> out.write(bytes));
    }

    static List<Json> record(String text) {
        var values = new ArrayList<Json>();
        for (var field : Schema.named("record/1").fields()) {
            values.add(
                    switch (field.name()) {
                        case "type" -> Json.of("Create");
                        case "marks" -> Json.of(List.of());
                        case "actorName" -> Json.of("Kamran");
                        case "text" -> Json.of(text);
                        default -> Json.NULL;
                    });
        }
        return values;
    }

    static Picture drawing() {
        var rgb = new byte[3 * 100 * 70];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 + i / 300);
        }
        return Picture.of(100, 70, rgb, new byte[0]);
    }

    Unlocked unlocked() throws IOException {
        return vault.unlock(identity, java.util.Map.of());
    }

    /// A container with a record whose second piece is withheld, a file and a redacted picture.
    Container dossier() throws IOException {
        return new SmallDossier(this).container();
    }

    static SortedMap<Long, ShownRow> secondMessage() {
        var rows = new TreeMap<Long, ShownRow>();
        rows.put(1L, new ShownRow(Set.of("type", "actorName", "text", "published", "marks"), Set.of(0)));
        return rows;
    }
}

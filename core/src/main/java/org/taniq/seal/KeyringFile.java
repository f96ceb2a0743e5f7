package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.age.Recipient;
import org.taniq.seal.stamp.StampChoice;

/// What `vaults.age` holds, as canonical JSON (docs/format.md, section 8).
///
/// @param lastUsed path of the vault used last, empty where there is none
record KeyringFile(String lastUsed, List<Known> vaults) {
    private static final long VERSION = 1;

    KeyringFile {
        vaults = List.copyOf(vaults);
    }

    byte[] bytes() {
        return Json.object()
                .put("lastUsed", Json.orNull(lastUsed))
                .put("vaults", Json.of(vaults.stream().map(KeyringFile::json).toList()))
                .put("version", VERSION)
                .build()
                .canonical()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Json json(Known vault) {
        var json = Json.object()
                .put("case", json(vault.keys().caseLog()))
                .put("evidence", json(vault.keys().evidence()))
                .put("highest", object(vault.highest(), KeyringFile::json))
                .put("indexKey", base64(vault.indexKey()))
                .put("localKey", base64(vault.localKey()))
                .put("path", vault.path().toString())
                .put("recipient", vault.keys().recipient().text())
                .put("seen", object(vault.marks(), Json::of));
        if (vault.stamps().made()) {
            json = json.put("stamps", json(vault.stamps()));
        }
        if (vault.isLocked()) {
            json.put("locked", object(vault.takenAway(), digest -> Json.of(digest.hex())));
        }
        if (!vault.otherWords().equals(OtherWords.NONE)) {
            json.put("words", json(vault.otherWords()));
        }
        if (!vault.opened().isEmpty()) {
            json.put("opened", object(vault.opened(), KeyringFile::json));
        }
        if (!vault.read().ends().isEmpty()) {
            json.put("read", Json.of(vault.read().ends().stream().map(Json::of).toList()));
        }
        if (!vault.newKey().equals(NewKey.NONE)) {
            json.put("newKey", json(vault.newKey()));
        }
        return json.put("takes", vault.takes().name()).build();
    }

    private static Json json(OpenedBefore opened) {
        return Json.object()
                .put("files", opened.files().hex())
                .put("root", opened.root().hex())
                .put("size", opened.size())
                .build();
    }

    private static void restore(Known known, Members vault) {
        if (!(vault.get("opened") instanceof Json.Null)) {
            var logs = vault.object("opened");
            for (var log : logs.names()) {
                var opened = logs.object(log);
                var root = Digest.ofHex(opened.text("root"));
                known.note(log, new OpenedBefore(opened.number("size"), root, Digest.ofHex(opened.text("files"))));
            }
        }
        if (!(vault.get("read") instanceof Json.Null)) {
            known.read().restore(vault.numbers("read"));
        }
    }

    private static Json json(NewKey key) {
        return Json.object()
                .put("opening", Json.orNull(key.opening()))
                .put("recipient", Json.orNull(key.recipient()))
                .put("unfinished", Json.of(key.unfinished()))
                .build();
    }

    private static NewKey newKey(Members key) {
        return new NewKey(
                key.textOrNothing("recipient"),
                key.textOrNothing("opening"),
                key.get("unfinished").equals(Json.of(true)));
    }

    private static Json json(OtherWords words) {
        return Json.object()
                .put("after", object(new TreeMap<>(words.after()), digest -> Json.of(digest.hex())))
                .put("before", object(new TreeMap<>(words.before()), digest -> Json.of(digest.hex())))
                .put("keys", words.keys().hex())
                .build();
    }

    private static Json json(StampChoice choice) {
        var own = choice.own().stream()
                .map(each -> (Json) Json.object()
                        .put("address", each.address())
                        .put("roots", each.roots())
                        .build())
                .toList();
        return Json.object()
                .put("own", Json.of(own))
                .put("proxy", Json.orNull(choice.proxy()))
                .put("with", Json.strings(choice.with()))
                .build();
    }

    private static StampChoice choice(Members stamps) {
        var own = new ArrayList<StampChoice.Own>();
        for (var each : stamps.list("own")) {
            var members = new Members(each);
            own.add(new StampChoice.Own(members.text("address"), members.text("roots")));
        }
        var with = stamps.list("with").stream()
                .map(name -> name instanceof Json.Str(String text) ? text : "")
                .toList();
        return new StampChoice(true, with, own, stamps.get("proxy") instanceof Json.Str(String proxy) ? proxy : "");
    }

    private static Json json(SigningKey key) {
        return Json.object()
                .put("id", key.verifier().id())
                .put("secret", base64(key.seed()))
                .build();
    }

    private static Json json(Checkpoint head) {
        return Json.object()
                .put("root", head.root().hex())
                .put("size", head.size())
                .build();
    }

    private static <V> Json object(Map<String, V> map, Function<V, Json> value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        map.forEach((name, each) -> members.put(name, value.apply(each)));
        return new Json.Obj(members);
    }

    /// @throws NotThisFormat if a newer program wrote it
    /// @throws Altered if it is not what [#bytes] writes
    static KeyringFile parse(byte[] bytes) throws Altered, NotThisFormat {
        try {
            var all = new Members(Json.parse(RawText.utf8(bytes)));
            if (all.number("version") > VERSION) {
                throw new NotThisFormat("the keys on this computer were written by a newer Taniq: use that version");
            }
            var vaults = new ArrayList<Known>();
            for (var vault : all.list("vaults")) {
                vaults.add(known(new Members(vault)));
            }
            return new KeyringFile(all.get("lastUsed") instanceof Json.Null ? "" : all.text("lastUsed"), vaults);
        } catch (IllegalArgumentException otherwise) {
            throw new Altered("vaults.age does not hold what Taniq writes into it");
        }
    }

    private static Known known(Members vault) {
        var keys = new WriterKeys(key(vault.object("evidence")), key(vault.object("case")), recipient(vault));
        var known = new Known(Path.of(vault.text("path")), keys, vault.bytes("indexKey"), vault.bytes("localKey"));
        known.takeOnly(Known.Takes.valueOf(vault.text("takes")));
        if (vault.get("locked") instanceof Json.Obj) {
            known.restoreLock(vault.object("locked").digests());
        }
        if (!(vault.get("stamps") instanceof Json.Null)) {
            known.stampWith(choice(vault.object("stamps")));
        }
        if (!(vault.get("words") instanceof Json.Null)) {
            known.change(otherWords(vault.object("words")));
        }
        if (!(vault.get("newKey") instanceof Json.Null)) {
            known.note(newKey(vault.object("newKey")));
        }
        restore(known, vault);
        var heads = vault.object("highest");
        for (var log : heads.names()) {
            var head = heads.object(log);
            known.remember(
                    log, new Checkpoint(Checkpoint.origin(log), head.number("size"), Digest.ofHex(head.text("root"))));
        }
        var seen = vault.object("seen");
        seen.names().forEach(mark -> known.restoreMark(mark, seen.number(mark)));
        return known;
    }

    private static OtherWords otherWords(Members words) {
        var keys = Digest.ofHex(words.text("keys"));
        return new OtherWords(
                keys, words.object("before").digests(), words.object("after").digests());
    }

    private static SigningKey key(Members key) {
        return SigningKey.of(key.text("id"), key.bytes("secret"));
    }

    private static Recipient recipient(Members vault) {
        return new Recipient(vault.text("recipient"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Takes a JSON object apart.
    private record Members(Json json) {

        Json get(String name) {
            return all().getOrDefault(name, Json.NULL);
        }

        Iterable<String> names() {
            return all().keySet();
        }

        Members object(String name) {
            return new Members(get(name));
        }

        String text(String name) {
            if (get(name) instanceof Json.Str(String value)) {
                return value;
            }
            throw new IllegalArgumentException("no text " + name);
        }

        String textOrNothing(String name) {
            return get(name) instanceof Json.Null ? "" : text(name);
        }

        byte[] bytes(String name) {
            return Base64.getDecoder().decode(text(name));
        }

        long number(String name) {
            return number(get(name));
        }

        private static long number(Json json) {
            if (json instanceof Json.Num(long value) && value >= 0) {
                return value;
            }
            throw new IllegalArgumentException("no number");
        }

        List<Long> numbers(String name) {
            return list(name).stream().map(Members::number).toList();
        }

        Map<String, Digest> digests() {
            var digests = new LinkedHashMap<String, Digest>();
            names().forEach(name -> digests.put(name, Digest.ofHex(text(name))));
            return digests;
        }

        List<Json> list(String name) {
            if (get(name) instanceof Json.Arr(List<Json> items)) {
                return items;
            }
            throw new IllegalArgumentException("no list " + name);
        }

        private SequencedMap<String, Json> all() {
            if (json instanceof Json.Obj(SequencedMap<String, Json> members)) {
                return members;
            }
            throw new IllegalArgumentException("no object");
        }
    }
}

package org.taniq.read.signal;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;

/// The files that messages name. In an export each lies in `files/ab/abcdef….jpg`, beside the lines on Android, beside
/// their folder on a computer: what its name is made of stands in the message, the end behind the dot does not.
final class Files {
    private static final Pattern PATH = Pattern.compile("files/[0-9a-f]{2}/([0-9a-f]{64})(?:\\.[^/]*)?");
    private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9]{1,16}");

    /// Stands for a name that several files have.
    private static final String SEVERAL = "";

    private final Input.Beside beside;
    private final Map<String, String> paths = new HashMap<>();
    private boolean isListed;

    Files(Input.Beside beside) {
        this.beside = beside;
    }

    /// A file that was sent, with what is said of it.
    void sent(Fields attachment, Entry entry) {
        String flag = attachment.text("flag");
        var pointer = Entry.inside(attachment, "pointer");
        var said = Json.object();
        put(said, "mediaType", flag.toLowerCase(Locale.ROOT));
        entry.draft().words(pointer.whole("caption"));
        of(pointer, said, entry);
        entry.rest(attachment);
    }

    /// A file of which nothing else is said.
    void of(Fields pointer, Entry entry) {
        if (!pointer.left().isEmpty()) {
            of(pointer, Json.object(), entry);
        }
    }

    private void of(Fields pointer, Json.Builder said, Entry entry) {
        String name = pointer.text("fileName");
        put(said, "fileName", name);
        var found = find(pointer, name, entry);
        put(said, "mimeType", pointer.text("contentType"));
        put(said, "size", found.size());
        put(said, "fileHash", found.hash());
        entry.draft().file(found.path().isEmpty() ? name : found.path(), found.state());
        for (var side : List.of("width", "height")) {
            pointer.number(side).ifPresent(pixels -> said.put(side, pixels));
        }
        entry.draft().detail("file", said.build());
        entry.rest(pointer);
    }

    /// A small picture of a file: not the file, and not what was sent.
    void small(Fields pointer, Entry entry) {
        if (!pointer.left().isEmpty()) {
            var found = find(pointer, Fields.text(pointer.value("fileName")), entry);
            entry.draft().detail("thumbnail", found.path());
            entry.keep("plaintextHash", Json.orNull(found.hash()));
            entry.keep("size", Json.orNull(found.size()));
            pointer.left().forEach(entry::keep);
        }
    }

    /// @param path where it lies; empty where it does not
    private record Found(String path, Attachment.State state, String hash, String size) {}

    /// Without its key a file was not on the device when the export was made.
    private Found find(Fields pointer, String name, Entry entry) {
        var locator = Entry.inside(pointer, "locatorInfo");
        String hash = locator.text("plaintextHash");
        String size = locator.text("size");
        var file = fileName(hash, Fields.text(locator.value("localKey")));
        locator.left().forEach(entry::keep);
        if (file.isEmpty()) {
            return new Found("", Attachment.State.OMITTED, hash, size);
        }
        for (var path : paths(file.get(), name, Fields.text(pointer.value("contentType")))) {
            var state = beside.at(path);
            if (state instanceof Attachment.Present) {
                return new Found(path, state, hash, size);
            }
        }
        return new Found("", Attachment.State.MISSING, hash, size);
    }

    /// The SHA-256 of what was sent and of the key under which this device keeps it, one behind the other.
    private static Optional<String> fileName(String hash, String key) {
        var first = ServiceId.bytes(hash).filter(bytes -> bytes.length > 0);
        var second = ServiceId.bytes(key).filter(bytes -> bytes.length > 0);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        var sha = Digest.sha256();
        sha.update(first.get());
        return Optional.of(HexFormat.of().formatHex(sha.digest(second.get())));
    }

    private Set<String> paths(String file, String name, String type) {
        list();
        var all = new LinkedHashSet<String>();
        String listed = paths.getOrDefault(file, SEVERAL);
        if (!listed.isEmpty()) {
            all.add(listed);
        }
        for (var ending : endings(name, type)) {
            String path = "files/" + file.substring(0, 2) + "/" + file + ending;
            all.add(path);
            all.add("../" + path);
        }
        return all;
    }

    private void list() {
        if (isListed) {
            return;
        }
        isListed = true;
        for (var path : beside.files()) {
            var file = PATH.matcher(path);
            if (file.matches()) {
                paths.merge(file.group(1), path, (_, _) -> SEVERAL);
            }
        }
    }

    private static List<String> endings(String name, String type) {
        String own = name.substring(name.lastIndexOf('.') + 1);
        String ofType = type.substring(type.indexOf('/') + 1);
        String plain = ofType.startsWith("x-") ? ofType.substring(2) : ofType;
        return Stream.concat(
                        Stream.of(name.contains(".") ? own : "", Known.MEMBERS.word("extensions", type), plain)
                                .filter(ending -> ENDING.matcher(ending).matches())
                                .map(ending -> "." + ending),
                        Stream.of(""))
                .toList();
    }

    private static void put(Json.Builder said, String name, String text) {
        if (!text.isEmpty()) {
            said.put(name, text);
        }
    }
}

package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// One exhibit as `proof/exhibits.json` names it: which statement proves it (docs/format.md, section 10.2).
public sealed interface Exhibited {
    /// Suffixes by media type.
    Map<String, String> SUFFIXES = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/webp", "webp",
            "image/gif", "gif",
            "video/mp4", "mp4",
            "application/pdf", "pdf",
            "application/zip", "zip",
            "text/plain", "txt");

    /// `E001` and so on.
    String exhibit();

    String log();

    long index();

    /// A record, shown by the proof of its reading.
    record OfRecord(String exhibit, String log, long index, long record) implements Exhibited {}

    /// A file whose digest its item's statement shows.
    record OfFile(String exhibit, String log, long index, String file) implements Exhibited {}

    /// A picture of which a part is withheld; `proof` is the name of its proof file.
    record OfPicture(String exhibit, String log, long index, String file, String proof) implements Exhibited {}

    /// The name of the n-th exhibit, from 1.
    static String name(int n) {
        return String.format(Locale.ROOT, "E%03d", n);
    }

    /// The suffix that a whole file of this media type has; `bin` where the type is withheld or another.
    static String suffix(Optional<Json> mediaType) {
        return mediaType.orElse(Json.NULL) instanceof Json.Str(String type)
                ? SUFFIXES.getOrDefault(type, "bin")
                : "bin";
    }

    /// The canonical text of `proof/exhibits.json`.
    static String text(List<Exhibited> exhibits) {
        return Json.of(exhibits.stream().map(Exhibited::json).toList()).canonical();
    }

    private static Json json(Exhibited exhibited) {
        return switch (exhibited) {
            case OfRecord(var exhibit, var log, var index, var record) ->
                json(exhibit, log, index, List.of(Json.NULL, Json.NULL, Json.of(record)));
            case OfFile(var exhibit, var log, var index, var file) ->
                json(exhibit, log, index, List.of(Json.of(file), Json.NULL, Json.NULL));
            case OfPicture(var exhibit, var log, var index, var file, var proof) ->
                json(exhibit, log, index, List.of(Json.of(file), Json.of(proof), Json.NULL));
        };
    }

    private static Json json(String exhibit, String log, long index, List<Json> filePixelsRecord) {
        return Json.object()
                .put("exhibit", exhibit)
                .put("file", filePixelsRecord.get(0))
                .put("index", index)
                .put("log", log)
                .put("pixels", filePixelsRecord.get(1))
                .put("record", filePixelsRecord.get(2))
                .build();
    }

    /// Reads `proof/exhibits.json` and refuses every other way to write the same.
    static List<Exhibited> parse(String text) throws Altered {
        try {
            if (Json.parse(text) instanceof Json.Arr(List<Json> items)) {
                var exhibits = new ArrayList<Exhibited>();
                for (var item : items) {
                    exhibits.add(one(item, name(exhibits.size() + 1)));
                }
                if (text(exhibits).equals(text)) {
                    return exhibits;
                }
            }
        } catch (IllegalArgumentException notJson) {
            throw new Altered("the list of exhibits is not JSON");
        }
        throw new Altered("the list of exhibits is not canonical");
    }

    private static Exhibited one(Json json, String name) throws Altered {
        if (json instanceof Json.Obj object
                && Json.of(name).equals(object.members().get("exhibit"))
                && object.members().get("log") instanceof Json.Str(String log)
                && object.members().get("index") instanceof Json.Num(long index)) {
            if (object.members().get("record") instanceof Json.Num(long record)) {
                return new OfRecord(name, log, index, record);
            }
            if (object.members().get("file") instanceof Json.Str(String file)) {
                return object.members().get("pixels") instanceof Json.Str(String proof)
                        ? new OfPicture(name, log, index, file, proof)
                        : new OfFile(name, log, index, file);
            }
        }
        throw new Altered("the list of exhibits has an entry that is none, or is not numbered in order");
    }
}

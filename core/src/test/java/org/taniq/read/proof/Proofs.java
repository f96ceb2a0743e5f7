package org.taniq.read.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Spot;

/// Proofs by themselves and in archives, and what their records say.
final class Proofs {
    private Proofs() {}

    static byte[] shared(String path) throws IOException {
        return Files.readAllBytes(NotRun.unlessShared("formats").resolve(path));
    }

    static List<Path> sharedBelow(String folder) throws IOException {
        try (var files = Files.walk(NotRun.unlessShared("formats").resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static Kept alone(String name, byte[] bytes) throws IOException {
        var kept = new Kept();
        Reading.of(name, Bytes.of(bytes), _ -> kept);
        return kept;
    }

    static String warnings(String name, byte[] bytes) throws IOException {
        return Reading.of(name, Bytes.of(bytes), _ -> new Kept())
                .ledger()
                .warnings()
                .toString();
    }

    static Kept together(Map<String, byte[]> members) throws IOException {
        var kept = new Kept();
        Reading.of("x.zip", zip(members), _ -> kept);
        return kept;
    }

    static Bytes zip(Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return Bytes.of(out.toByteArray());
    }

    static String parser(byte[] bytes) throws IOException {
        return Reading.of("x", Bytes.of(bytes), _ -> new Kept())
                .parts()
                .getFirst()
                .part()
                .parser();
    }

    /// The values of all details of this name, in order.
    static List<Json> details(Activity record, String name) {
        return record.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(detail -> detail.value())
                .toList();
    }

    static String detail(Activity record, String name) {
        var all = details(record, name);
        return all.isEmpty() ? "" : text(all.getFirst());
    }

    static String member(Json json, String name) {
        return json instanceof Json.Obj object
                ? object.get(name).map(Proofs::text).orElse("")
                : "";
    }

    static String member(Activity record, String detail, String name) {
        var all = details(record, detail);
        return all.isEmpty() ? "" : member(all.getFirst(), name);
    }

    private static String text(Json json) {
        return json instanceof Json.Str(String text) ? text : json.canonical();
    }

    /// All bytes of records and of what was not read, which must be those of the file.
    static long accounted(Kept kept) {
        long records = kept.records.stream()
                .mapToLong(record -> record.spot().to() - record.spot().from())
                .sum();
        return records
                + kept.unread.stream()
                        .filter(place -> place.spot() instanceof Spot.Range)
                        .mapToLong(place -> place.spot().to() - place.spot().from())
                        .sum();
    }
}

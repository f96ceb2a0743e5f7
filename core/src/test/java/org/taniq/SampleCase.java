package org.taniq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import org.taniq.base.Json;

/// The sample case and what its maker says is in it, `samples/EXPECTED.json`; samples/README.md tells what
/// each member means.
///
/// @param json a part of what is expected
public record SampleCase(Json json) {

    public static SampleCase expected() throws IOException {
        return new SampleCase(Json.parse(Files.readString(NotRun.root().resolve("samples/EXPECTED.json"))));
    }

    public static Path file(String name) {
        return NotRun.root().resolve("samples/case").resolve(name);
    }

    public SequencedMap<String, Json> members() {
        if (json instanceof Json.Obj object) {
            return object.members();
        }
        throw new AssertionError("no object: " + json.canonical());
    }

    public SampleCase at(String member) {
        return new SampleCase(members().getOrDefault(member, Json.NULL));
    }

    public long number() {
        if (json instanceof Json.Num(long number)) {
            return number;
        }
        throw new AssertionError("no number: " + json.canonical());
    }

    public String text() {
        if (json instanceof Json.Str(String text)) {
            return text;
        }
        throw new AssertionError("no text: " + json.canonical());
    }

    public List<SampleCase> items() {
        if (json instanceof Json.Arr(List<Json> items)) {
            return items.stream().map(SampleCase::new).toList();
        }
        throw new AssertionError("no list: " + json.canonical());
    }

    @Override
    public String toString() {
        return json.canonical();
    }
}

package org.taniq.read.mapped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.taniq.base.Bytes;
import org.taniq.base.Trouble;
import org.taniq.read.Kept;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;

/// Reads by mappings for tests. Everybody in what they read is invented.
final class Mapped {
    final Kept kept = new Kept();
    private final MappedFile file;
    private final String name;

    Mapped(String mapping, String name) throws Trouble {
        this(new MappedFile(MappingFile.of("x.yaml", mapping.getBytes(StandardCharsets.UTF_8))), name);
    }

    private Mapped(MappedFile file, String name) {
        this.file = file;
        this.name = name;
    }

    /// One that the program brings along.
    static Mapped ours(String mapping, String name) {
        return new Mapped(
                MappedFile.OURS.stream()
                        .filter(each -> each.mapping().name().equals(mapping))
                        .findFirst()
                        .orElseThrow(),
                name);
    }

    private Input input(String text) {
        return Input.alone(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8))::open);
    }

    boolean knows(String text) throws IOException {
        return file.knows(input(text));
    }

    Ledger read(String text) throws IOException {
        return file.read(input(text), kept);
    }

    List<String> texts() {
        return kept.records.stream().map(record -> record.object().text()).toList();
    }

    Activity record(int number) {
        return kept.records.get(number);
    }

    /// What is kept beside, as `name: value` of the source.
    List<String> members(int number) {
        return record(number).details().stream()
                .map(detail -> detail.value().canonical())
                .toList();
    }
}

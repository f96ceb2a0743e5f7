package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq get`: writes the bytes of an item to a file that the person names, as they were sealed.
@Command(name = "get")
final class GetCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "${bundle:taniq.arg-reference}", descriptionKey = "taniq.get.ref")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.get.file")
    private Path file = Path.of("");

    @Mixin
    private CaseOptions options = new CaseOptions();

    GetCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var wanted = Reference.of(reference)
                .orElseThrow(() -> new IOException(around.say("show.no-reference", "typed", reference)));
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            var item = wanted.in(casebook.unlocked(), casebook.log());
            if (!item.opened().schema().name().equals("item/1") || wanted instanceof Reference.Row) {
                throw new IOException(around.say("get.no-item", "reference", wanted.text()));
            }
            var durable = new Durable();
            try (var pending = durable.begin(folder(file));
                    var _ = WhenStopped.discarding(around, pending)) {
                casebook.get(item, pending.out());
                pending.publish(file);
            }
            durable.settle();
        }
        done(wanted);
        return Exit.DONE;
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    private void done(Reference wanted) {
        if (options.json()) {
            around.out()
                    .println(JsonLines.visible(Json.object()
                            .put("reference", wanted.text())
                            .put("file", file.toString())
                            .build()));
            return;
        }
        around.tell(around.say("get.done", Map.of("reference", wanted.text(), "file", file)));
        around.tell(around.say("get.careful"));
    }
}

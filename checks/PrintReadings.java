import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// Prints for each file a line: `{"file":…,"format":…,"records":[…]}`, records as `taniq read --records` prints them.
final class PrintReadings {
    private PrintReadings() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (var file : args) {
            out.println(read(Path.of(file)).inOrder());
        }
        out.flush();
    }

    private static Json.Obj read(Path file) throws IOException {
        var records = new ArrayList<Json>();
        var reading = Reading.of(file.getFileName().toString(), Bytes.of(file), _ -> new Sink() {
            @Override
            public void read(Activity activity) {
                records.add(activity.toJson());
            }

            @Override
            public void unread(Unread unread) {}
        });
        return Json.object()
                .put("file", file.toString())
                .put("format", reading.ledger().format())
                .put("records", Json.of(records))
                .build();
    }
}

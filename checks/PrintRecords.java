import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.io.PrintStream;
import org.taniq.base.Bytes;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// Prints the records of a file as `taniq read --records` does.
final class PrintRecords {
    private PrintRecords() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Reading.of("chat", Bytes.of(Path.of(args[0])), _ -> new Sink() {
            @Override
            public void read(Activity activity) {
                out.println(activity.toJson().inOrder());
            }

            @Override
            public void unread(Unread unread) {}
        });
        out.flush();
    }
}

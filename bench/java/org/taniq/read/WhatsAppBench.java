package org.taniq.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.taniq.base.Bytes;

/// Reads a file RUNS times in one process and prints records and the median time.
public final class WhatsAppBench {
    private WhatsAppBench() {}

    private static final class Count implements Sink {
        private long records;
        private long characters;

        @Override
        public void read(Activity activity) {
            records++;
            characters += activity.object().text().length();
        }

        @Override
        public void unread(Unread unread) {}
    }

    public static void main(String[] args) throws IOException {
        int runs = Integer.parseInt(args[1]);
        var times = new long[runs];
        var count = new Count();
        for (int i = 0; i < runs; i++) {
            count = new Count();
            long start = System.nanoTime();
            Sink sink = count;
            Reading.of("chat.txt", Bytes.of(Path.of(args[0])), _ -> sink);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.println(count.records + " " + times[runs / 2] / 1_000_000 + " " + count.characters);
    }
}

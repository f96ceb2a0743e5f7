package org.taniq.read;

import org.taniq.read.record.Activity;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.taniq.base.Bytes;

/// Reads a file RUNS times in one process and prints records, the median CPU time and the median time in
/// milliseconds.
public final class ReadingBench {
    private ReadingBench() {}

    private static final class Count implements Sink {
        private long records;

        @Override
        public void read(Activity activity) {
            records++;
        }

        @Override
        public void unread(Unread unread) {}
    }

    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]);
        int runs = Integer.parseInt(args[1]);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = new long[runs];
        var times = new long[runs];
        var count = new Count();
        for (int i = 0; i < runs; i++) {
            count = new Count();
            long start = System.nanoTime();
            long cpuStart = system.getProcessCpuTime();
            Sink sink = count;
            Reading.of(file.getFileName().toString(), Bytes.of(file), _ -> sink);
            times[i] = System.nanoTime() - start;
            cpu[i] = system.getProcessCpuTime() - cpuStart;
        }
        Arrays.sort(times);
        Arrays.sort(cpu);
        System.out.println(count.records + " " + cpu[runs / 2] / 1_000_000 + " " + times[runs / 2] / 1_000_000);
    }
}

package org.taniq.read;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.netpreserve.jwarc.WarcReader;

/// Reads a WARC RUNS times by jwarc, with the SHA-1 of each block, and prints records and the median CPU time in milliseconds.
public final class JwarcBench {
    private JwarcBench() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        int runs = Integer.parseInt(args[1]);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = new long[runs];
        long records = 0;
        for (int i = 0; i < runs; i++) {
            long start = system.getProcessCpuTime();
            records = read(Path.of(args[0]));
            cpu[i] = system.getProcessCpuTime() - start;
        }
        Arrays.sort(cpu);
        System.out.println(records + " " + cpu[runs / 2] / 1_000_000);
    }

    private static long read(Path file) throws IOException, NoSuchAlgorithmException {
        long records = 0;
        var sha = MessageDigest.getInstance("SHA-1");
        var buffer = ByteBuffer.allocate(1 << 16);
        try (var reader = new WarcReader(file)) {
            for (var record : reader) {
                var body = record.body();
                buffer.clear();
                while (body.read(buffer) >= 0) {
                    sha.update(buffer.flip());
                    buffer.clear();
                }
                sha.digest();
                records++;
            }
        }
        return records;
    }
}

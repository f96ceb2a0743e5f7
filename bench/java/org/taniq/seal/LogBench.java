package org.taniq.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// Ours in `bench/run log`: `tree N` in memory, `durable N GROUP FOLDER` on the disk.
public final class LogBench {
    private static final int LENGTH = 256;
    private static final int ROUNDS = 5;
    private static final int SINGLES = 200;

    private LogBench() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "tree" -> tree(count);
            case "durable" -> new LogBench.OnDisk(Path.of(arguments[3])).measure(count, Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException("tree or durable");
        }
    }

    /// The root of N leaves of 256 bytes, each its number 32 times; prints the root and the median of the rounds in ms.
    private static void tree(int count) {
        var times = new long[ROUNDS];
        var root = new Tree().root();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var tree = new Tree();
            var bytes = new byte[LENGTH];
            for (long i = 0; i < count; i++) {
                var numbers = ByteBuffer.wrap(bytes).asLongBuffer();
                for (int k = 0; k < LENGTH / Long.BYTES; k++) {
                    numbers.put(i);
                }
                tree.add(Tree.leaf(bytes));
            }
            root = tree.root();
            times[round] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(times);
        System.out.println(root.hex() + " " + times[ROUNDS / 2]);
    }

    private static final class OnDisk {
        private final Path folder;
        private final Durable durable = new Durable();
        private final WriterKeys keys;
        private final SecureRandom random = new SecureRandom();

        OnDisk(Path folder) {
            this.folder = folder;
            var identity = Identity.generate(random);
            keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), identity.recipient());
        }

        void measure(int count, int group) throws IOException {
            System.out.printf("a write of 300 bytes with fsync: %s%n", quarters(syncs()));
            grow(count, group);
            read(count);
            System.out.printf("one item of 2 kB in a log of few: %s%n", quarters(singles(folder.resolve("few"))));
        }

        private static String quarters(double[] ms) {
            Arrays.sort(ms);
            return "p50 %.1f ms, p95 %.1f ms".formatted(ms[ms.length / 2], ms[ms.length * 95 / 100]);
        }

        private double[] syncs() throws IOException {
            var took = new double[SINGLES];
            for (int i = 0; i < SINGLES; i++) {
                long start = System.nanoTime();
                try (var file = FileChannel.open(
                        folder.resolve("sync" + i), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    file.write(ByteBuffer.wrap(new byte[300]));
                    file.force(true);
                }
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            return took;
        }

        /// Leaves of one field, in groups; what is behind them is as long as their openings would be.
        private void grow(int count, int group) throws IOException {
            var key = keys.key(LogKind.EVIDENCE);
            var log = LogWriter.read(logFolder(), key, new Checkpoint(key.verifier().origin(), 0, new Tree().root()), durable);
            Files.createDirectories(logFolder().getParent());
            log.prepare();
            var opening = new byte[group * LENGTH];
            long took = 0;
            for (int at = 0; at < count; at += group) {
                var leaves = leaves(Math.min(group, count - at));
                long start = System.nanoTime();
                log.commit(leaves, opening);
                took += System.nanoTime() - start;
            }
            double seconds = took / 1e9;
            System.out.printf("durable, %d leaves in groups of %d: %.1f s, %.0f leaves/s%n", count, group, seconds, count / seconds);
        }

        private Path logFolder() {
            return folder.resolve("log").resolve(keys.key(LogKind.EVIDENCE).verifier().id());
        }

        private List<Leaf> leaves(int count) {
            var leaves = new ArrayList<Leaf>();
            var bytes = new byte[32];
            for (int i = 0; i < count; i++) {
                random.nextBytes(bytes);
                leaves.add(new Leaf("custody/1", List.of(Base64Url.encode(bytes), Base64Url.encode(bytes), Base64Url.encode(bytes), Base64Url.encode(bytes))));
            }
            return leaves;
        }

        private void read(int count) throws IOException {
            var seconds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                LogFolder.read(logFolder());
                seconds[round] = (System.nanoTime() - start) / 1e9;
            }
            Arrays.sort(seconds);
            System.out.printf("read and checked from the disk: %.2f s, %.0f leaves/s%n", seconds[ROUNDS / 2], count / seconds[ROUNDS / 2]);
        }

        private double[] singles(Path of) throws IOException {
            var sealer = Vault.create(of, durable).sealer(keys, Map.of(), durable);
            var took = new double[SINGLES];
            for (int i = 0; i < SINGLES; i++) {
                var bytes = new byte[2_000];
                random.nextBytes(bytes);
                Blobs.Writer content = out -> out.write(bytes);
                long start = System.nanoTime();
                var group = sealer.group(LogKind.EVIDENCE);
                group.add(Statement.of("item/1").with("mediaType", "text/plain").content(content));
                group.commit();
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            return took;
        }
    }
}

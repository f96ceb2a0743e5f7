package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Trouble;

/// A vault as it stands at one moment, also while somebody seals into it. Logs are read before files are listed:
/// what a checkpoint speaks of is on the disk before it.
///
/// @param whole the logs that lead to their checkpoint
/// @param partly those that do not, and why
record VaultMoment(List<LogFolder> whole, List<Gap> partly, VaultFiles files) {
    private static final int TRIALS = 5;

    VaultMoment {
        whole = List.copyOf(whole);
        partly = List.copyOf(partly);
    }

    static VaultMoment of(Vault vault) throws IOException {
        var whole = new ArrayList<LogFolder>();
        var partly = new ArrayList<Gap>();
        for (var log : vault.logFolders()) {
            if (!Files.isDirectory(log, LinkOption.NOFOLLOW_LINKS)) {
                continue; // named as what is no part of a vault
            }
            String id = log.getFileName().toString();
            try {
                whole.add(read(log));
            } catch (NotHereYet missing) {
                partly.add(new Gap.NotHere(id, missing.said()));
            } catch (Altered altered) {
                partly.add(new Gap.Damaged(id, altered.said()));
            } catch (IOException unreadable) {
                partly.add(Gap.unreadable(id, unreadable));
            }
        }
        return new VaultMoment(whole, partly, VaultFiles.in(vault.folder()));
    }

    /// A tile that a longer one replaced may go away between the checkpoint and it: then there is a later
    /// checkpoint.
    private static LogFolder read(Path log) throws IOException {
        for (int n = 1; ; n++) {
            byte[] before = checkpoint(log);
            try {
                return LogFolder.read(log);
            } catch (Trouble broken) {
                if (n == TRIALS || Arrays.equals(before, checkpoint(log))) {
                    throw broken;
                }
            }
        }
    }

    private static byte[] checkpoint(Path log) throws IOException {
        Path file = log.resolve("checkpoint");
        return PlainFile.isHere(file) ? PlainFile.upTo(Note.LARGEST, file) : new byte[0];
    }
}

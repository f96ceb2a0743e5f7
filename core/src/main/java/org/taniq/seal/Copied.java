package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// What became of a copy.
///
/// @param contents what the copy holds now, as it was read back
/// @param bytes intact where everything that is here lies there whole, as far as can be told without a key;
///     altered where something here or there is not as it was sealed; else something could not be looked at
/// @param checks what was found here and, where it failed, there
public record Copied(Contents contents, Changes changes, Verdict.Bytes bytes, List<Verdict.Check> checks) {
    public Copied {
        checks = List.copyOf(checks);
    }

    /// The head of a log that the copy holds: who keeps it notices later whether the log was cut or set back.
    ///
    /// @param fingerprint of the log's key
    /// @param note the checkpoint as it was signed
    public record Head(Checkpoint checkpoint, String fingerprint, String note) {}

    /// @param bytes of all blobs
    /// @param keys the files in `keys/`, which open the copy for whoever knows the words
    public record Contents(List<Head> heads, long blobs, long bytes, List<String> keys) {
        public Contents {
            heads = List.copyOf(heads);
            keys = List.copyOf(keys);
        }

        static Contents of(Vault vault) throws IOException {
            var heads = vault.logs().whole().stream()
                    .map(log -> new Head(
                            log.checkpoint(), log.key().fingerprint(), new String(log.note(), StandardCharsets.UTF_8)))
                    .toList();
            var files = VaultFiles.in(vault.folder());
            long bytes = 0;
            for (var blob : files.blobs()) {
                bytes += Files.size(vault.folder().resolve(VaultFiles.blob(blob)));
            }
            return new Contents(heads, files.blobs().size(), bytes, files.keys());
        }
    }

    /// @param written how many files were written now
    /// @param mended what had other bytes at the destination and was set aside there, in `orphan/`
    /// @param leftOut what lies in the folder of the vault and is no part of one
    /// @param olderKeys files in `keys/` that came to the destination earlier and are not in the vault now
    /// @param unread how many files were there and were not read back: their keeper vouches for them
    public record Changes(
            long written, List<String> mended, List<String> leftOut, List<String> olderKeys, long unread) {
        public Changes {
            mended = List.copyOf(mended);
            leftOut = List.copyOf(leftOut);
            olderKeys = List.copyOf(olderKeys);
        }
    }

    /// @param here what was found while it was made
    static Verdict.Bytes worst(Checked here, Verdict there) {
        var bytes = here.bytes(Verdict.Bytes.INTACT);
        if (bytes == Verdict.Bytes.ALTERED || there.bytes() == Verdict.Bytes.ALTERED) {
            return Verdict.Bytes.ALTERED;
        }
        return there.failed().isEmpty() ? bytes : Verdict.Bytes.UNCHECKED;
    }

    /// Whether it may still hold something that was erased from the vault before.
    public boolean mayHoldErased() {
        return checks.stream().anyMatch(check -> check.name().equals(Verdict.HOLDS_ERASED));
    }

    /// What was found wrong or could not be looked at, here and at the destination.
    public List<Verdict.Check> failed() {
        return checks.stream().filter(check -> !check.ok()).toList();
    }

    /// What is worth knowing and not wrong.
    public List<Verdict.Check> notes() {
        return checks.stream().filter(Verdict.Check::ok).toList();
    }
}

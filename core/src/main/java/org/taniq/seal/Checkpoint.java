package org.taniq.seal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// The head of a log: how many leaves it has and the root over them (C2SP tlog-checkpoint, without
/// extension lines).
public record Checkpoint(String origin, long size, Digest root) {
    private static final String ORIGIN = "taniq/";
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,14}");

    /// The origin of the log with this id.
    public static String origin(String log) {
        return ORIGIN + log;
    }

    /// The id of the log.
    public String log() {
        return origin.substring(ORIGIN.length());
    }

    /// The head that this key signed.
    static Checkpoint verify(byte[] note, VerifierKey key) throws Altered {
        var lines = Note.verify(note, key).split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new Altered("a checkpoint has other lines than origin, size and root");
        }
        if (!lines[0].equals(key.origin())) {
            throw new Altered("a checkpoint speaks for another log");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new Altered("the size of a checkpoint is not a number");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root(lines[2]));
    }

    private static Digest root(String base64) throws Altered {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == Digest.LENGTH
                    && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return Digest.ofBytes(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Altered("the root of a checkpoint is not base64");
        }
        throw new Altered("the root of a checkpoint is not a digest");
    }

    byte[] sign(SigningKey key) {
        String base64 = Base64.getEncoder().encodeToString(root.bytes());
        return Note.sign(origin + "\n" + size + "\n" + base64 + "\n", key);
    }

    /// As sealed values write it.
    public Json json() {
        return Json.object()
                .put("origin", origin)
                .put("root", root.hex())
                .put("size", size)
                .build();
    }

    /// What [#json] wrote; nothing where it is something else.
    static Optional<Checkpoint> of(Json json) {
        return json instanceof Json.Obj object
                        && object.members().size() == 3
                        && object.members().get("origin") instanceof Json.Str(String origin)
                        && object.members().get("size") instanceof Json.Num(long size)
                        && size >= 0
                        && object.members().get("root") instanceof Json.Str(String root)
                        && Digest.isHex(root)
                ? Optional.of(new Checkpoint(origin, size, Digest.ofHex(root)))
                : Optional.empty();
    }
}

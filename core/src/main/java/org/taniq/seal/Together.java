package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.taniq.base.age.Identity;

/// What several files of one group's opening hold together: of each statement the values, where one of them has
/// them. Who blanks a line in one place takes it from no other.
final class Together {
    private final GroupFile group;
    private final List<String> texts;

    private Together(GroupFile group, List<String> texts) {
        this.group = group;
        this.texts = texts;
    }

    /// @param files of the same group, at least one; each fits the leaves
    static Together of(GroupFile group, List<GroupFile.Lines> files) {
        var texts = new ArrayList<>(files.getFirst().texts());
        for (var file : files) {
            for (int at = 0; at < texts.size(); at++) {
                if (texts.get(at).equals(blank(group, at))) {
                    texts.set(at, file.texts().get(at));
                }
            }
        }
        return new Together(group, texts);
    }

    private static String blank(GroupFile group, int at) {
        return OpeningLine.erased(group.first() + at);
    }

    /// Without these statements.
    Together without(Set<Pointer> erased) {
        var fewer = new ArrayList<>(texts);
        for (int at = 0; at < fewer.size(); at++) {
            long index = group.first() + at;
            var pointer = new Pointer(
                    group.log().key().id(), index, group.log().tree().leafHash(index));
            if (erased.contains(pointer)) {
                fewer.set(at, blank(group, at));
            }
        }
        return new Together(group, fewer);
    }

    /// Whether it has the values of every statement.
    boolean isWhole() {
        for (int at = 0; at < texts.size(); at++) {
            if (texts.get(at).equals(blank(group, at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether this file says the same.
    boolean is(GroupFile.Lines file) {
        return texts.equals(file.texts());
    }

    /// As a file of the vault.
    byte[] wrapped(Identity identity) throws IOException {
        byte[] plain = (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            return Blobs.wrap(plain, identity.recipient());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}

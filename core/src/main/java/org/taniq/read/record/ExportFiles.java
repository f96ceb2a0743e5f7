package org.taniq.read.record;

import java.util.Arrays;
import java.util.List;

/// The files that an export names, found beside the one that is read. Their paths are counted from the top of the
/// export, which may lie in a folder of the archive, and of which a person may have packed a part alone.
public final class ExportFiles {
    /// Folders above one another that are looked into.
    private static final int MOST = 16;

    private final Input.Beside beside;
    private final List<String> folders;

    public ExportFiles(Input input) {
        this.beside = input.beside();
        var path = Arrays.asList(input.path().split("/", -1));
        this.folders = path.subList(0, path.size() - 1);
    }

    /// Whether it is there: at all of its path from this folder or one above it, the nearest first; or at the rest of
    /// its path behind this folder. A name alone, and a path that says so by `./`, is one of this folder: other
    /// conversations have files of the same name.
    public Attachment.State state(String uri) {
        boolean isHere = uri.startsWith("./") || !uri.contains("/");
        String path = uri.startsWith("./") ? uri.substring(2) : uri;
        if (path.isEmpty() || path.endsWith("/")) {
            return Attachment.State.MISSING;
        }
        int above = isHere ? 0 : Math.min(MOST, folders.size());
        for (int up = 0; up <= above; up++) {
            var found = beside.at("../".repeat(up) + path);
            if (found != Attachment.State.MISSING) {
                return found;
            }
        }
        return isHere ? Attachment.State.MISSING : behind(Arrays.asList(path.split("/", MOST)));
    }

    /// Names of folders of conversations are of one conversation each.
    private Attachment.State behind(List<String> path) {
        int here = folders.isEmpty() ? -1 : path.lastIndexOf(folders.getLast());
        return here < 0 || here == path.size() - 1
                ? Attachment.State.MISSING
                : beside.at(String.join("/", path.subList(here + 1, path.size())));
    }
}

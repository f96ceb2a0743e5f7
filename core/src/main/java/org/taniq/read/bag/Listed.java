package org.taniq.read.bag;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A line of a list of files with their digests.
///
/// @param hex in lower case
/// @param path as it stands there, without what programs put before it
/// @param hasStar whether `*` stands before it, as `md5sum` writes
/// @param hasDot whether `./` stands before it
record Listed(String hex, String path, boolean hasStar, boolean hasDot) {
    static final String PAYLOAD = "data/";

    private static final Pattern FORM =
            Pattern.compile("([0-9A-Fa-f]{1,256})[ \\t]+(\\*?)((?:\\./)?)(.+)", Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("(?:[A-Za-z]:|%\\w+%[/\\\\]).*", Pattern.DOTALL);
    private static final int STAR = 2;
    private static final int DOT = 3;
    private static final int PATH = 4;

    static Optional<Listed> of(String line) {
        var form = FORM.matcher(line);
        return form.matches()
                ? Optional.of(new Listed(
                        form.group(1).toLowerCase(Locale.ROOT),
                        form.group(PATH),
                        !form.group(STAR).isEmpty(),
                        !form.group(DOT).isEmpty()))
                : Optional.empty();
    }

    /// Whether a path leads out of the bag, on any computer: it is looked for nowhere.
    static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.startsWith("~")
                || DRIVE.matcher(path).matches()
                || ("/" + path.replace('\\', '/') + "/").contains("/../");
    }

    /// Ends of lines are written so in names, and from 1.0 on the sign itself.
    static String unescaped(String path) {
        return path.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
    }
}

package org.taniq.read.metahtml;

import java.util.regex.Pattern;

/// Addresses in pages: of files of the export, and of what is elsewhere.
final class Links {
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\s*(?:[A-Za-z][A-Za-z0-9+.-]{0,40}:|//|www\\.|#).*", Pattern.DOTALL);

    /// It leads through the download, and names it.
    private static final Pattern OF_DOWNLOAD =
            Pattern.compile("(?i)\\s*(?:https?:)?//[a-z.]*(?:facebook|instagram)\\.com/dyi/.*", Pattern.DOTALL);

    private Links() {}

    /// Whether it is no address where something stands, but one that names the download.
    static boolean isOfDownload(String address) {
        return OF_DOWNLOAD.matcher(address).matches();
    }

    /// Whether it leads to what is no file of the export.
    static boolean isElsewhere(String address) {
        return ELSEWHERE.matcher(address).matches();
    }
}

package org.taniq.base.bucket;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/// The files of a bucket's folder as they were listed, with what was written since. A folder is there where a file
/// is below it. For several threads.
final class Listing {
    private static final Pattern NO_NAME = Pattern.compile("(?s)|\\.|\\.\\.|.*[\\p{Cntrl}\\\\].*");

    private final NavigableMap<String, There> files = new ConcurrentSkipListMap<>();

    /// @param size in bytes
    /// @param tag a checksum as the provider states it, without quotes; empty where it states none
    record There(long size, String tag) {}

    /// @param name of a file; what no folder could hold, such as `a//b`, is not taken
    void add(String name, There there) {
        for (var part : name.split("/", -1)) {
            if (NO_NAME.matcher(part).matches()) {
                return;
            }
        }
        files.put(name, there);
    }

    void remove(String name) {
        files.remove(name);
    }

    Optional<There> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    int size() {
        return files.size();
    }

    boolean isFolder(String name) {
        if (name.isEmpty()) {
            return true;
        }
        String start = name + "/";
        String next = files.ceilingKey(start);
        return next != null && next.startsWith(start);
    }

    /// The names of files and folders in a folder, each once and in order.
    List<String> in(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        var names = new TreeSet<String>();
        for (String next = files.ceilingKey(start); next != null && next.startsWith(start); ) {
            String below = next.substring(start.length());
            int slash = below.indexOf('/');
            String name = slash < 0 ? below : below.substring(0, slash);
            names.add(name);
            // '0' comes behind '/': past all that is below this folder
            next = slash < 0 ? files.higherKey(next) : files.ceilingKey(start + name + '0');
        }
        return List.copyOf(names);
    }
}

package org.taniq.seal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.taniq.base.Said;

/// The logs of a vault, as far as they are whole.
///
/// @param whole those that lead to their checkpoint, in order of their ids
/// @param notHere why others cannot be read, by id: their files may still be on the way, or they are not of
///     this case
record LogsHere(List<LogFolder> whole, Map<String, Said> notHere) {
    LogsHere {
        whole = List.copyOf(whole);
        notHere = new TreeMap<>(notHere);
    }
}

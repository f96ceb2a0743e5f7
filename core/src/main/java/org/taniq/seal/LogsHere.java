package org.taniq.seal;

import java.util.List;

/// The logs of a vault, as far as they are whole.
///
/// @param whole those that lead to their checkpoint, in order of their ids
/// @param gaps why others cannot be read
record LogsHere(List<LogFolder> whole, List<Gap> gaps) {
    LogsHere {
        whole = List.copyOf(whole);
        gaps = List.copyOf(gaps);
    }
}

package org.taniq.app.cli;

import java.util.List;
import org.taniq.app.AfterReading;
import org.taniq.app.SealedItem;
import org.taniq.seal.Known;

/// Says what became of each file that was to be added, as soon as it is known.
interface AddReport {

    /// @param read what was read of it, nothing where nothing was sealed
    /// @param unread what is sealed and could not be read
    void added(SealedItem sealed, List<AddCommand.ReadNow> read, List<AfterReading.NotRead> unread);

    /// @param name the file, as the person or her folder names it
    void failed(String name, String why);

    /// After the last file.
    void end(Known.Takes takes);
}

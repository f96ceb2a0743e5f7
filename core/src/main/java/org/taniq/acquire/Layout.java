package org.taniq.acquire;

import java.io.IOException;
import java.io.InputStream;

/// One kind of archive, as it lies in its bytes. On hostile bytes it lists what there is and says where that ends; it
/// throws for nothing but the bytes themselves, which cannot be read.
sealed interface Layout permits Zip, Tar, Wrapped, SevenZip {

    /// The members, judged. Asked for once.
    Archive.Listing list() throws IOException;

    /// The bytes of a member; ends with [Archive.Damaged] where they are not what the archive says.
    InputStream open(Archive.Readable member) throws IOException;
}

package org.taniq.base.picture;

/// A field of a table of TIFF or Exif.
///
/// @param table in which it stands: [TiffTables#MAIN], or the number of the field that leads to it
/// @param tag its number
/// @param type of its values
/// @param count of its values
/// @param from where its bytes begin in the block
/// @param length how many bytes it says that it has
public record TiffField(int table, int tag, int type, long count, long from, long length) {
    public static final int ASCII = 2;
    public static final int UTF_8 = 129;

    /// Whether its values are bytes or letters.
    public boolean isBytes() {
        return TiffTables.size(type) == 1;
    }

    /// Its bytes, as far as the block has them.
    public byte[] in(Octets block) {
        return block.part(from, from + length);
    }
}

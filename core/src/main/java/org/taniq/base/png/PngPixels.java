package org.taniq.base.png;

/// Turns unpacked rows into pixels, pass by pass, two rows in memory beside the picture.
final class PngPixels implements AutoCloseable {
    private static final PngFilter[] FILTERS = PngFilter.values();

    private final PngHeader header;
    private final PngColours colours;
    private final PngData data;

    PngPixels(PngHeader header, PngColours colours, PngData data) {
        this.header = header;
        this.colours = colours;
        this.data = data;
    }

    /// All pixels; the data end with the last of them.
    byte[] rgb() throws PngException {
        var rgb = new byte[3 * header.width() * header.height()];
        for (var pass : header.layout().passes) {
            if (pass.width(header.width()) > 0) {
                read(pass, rgb);
            }
        }
        data.end();
        return rgb;
    }

    private void read(PngHeader.Pass pass, byte[] rgb) throws PngException {
        var row = new byte[header.rowBytes(pass.width(header.width()))];
        var above = new byte[row.length];
        for (int y = pass.y(); y < header.height(); y += pass.dy()) {
            filter().undo(data(row), above, header.filterReach());
            place(row, pass, y, rgb);
            byte[] spent = above;
            above = row;
            row = spent;
        }
    }

    private PngFilter filter() throws PngException {
        var code = new byte[1];
        data.read(code, 1);
        if (code[0] < 0 || code[0] >= FILTERS.length) {
            throw new PngException("unknown filter");
        }
        return FILTERS[code[0]];
    }

    private byte[] data(byte[] row) throws PngException {
        data.read(row, row.length);
        return row;
    }

    private void place(byte[] row, PngHeader.Pass pass, int y, byte[] rgb) throws PngException {
        int to = 3 * (y * header.width() + pass.x());
        int columns = pass.width(header.width());
        for (int i = 0; i < columns; i++) {
            int colour = colours.at(row, i);
            rgb[to] = (byte) (colour >> 16);
            rgb[to + 1] = (byte) (colour >> 8);
            rgb[to + 2] = (byte) colour;
            to += 3 * pass.dx();
        }
    }

    @Override
    public void close() {
        data.close();
    }
}

package org.taniq.base.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which bytes of a sound database each row needs, found in another way than the reader does: by taking
/// the trees apart from their roots. For databases of small pages whose rows all fit the heads of their
/// cells.
final class Bytewise {
    private final byte[] file;
    private final int size;

    /// By the place of the row's cell in the file.
    private final Map<Long, List<Span>> needed = new HashMap<>();

    /// @param from the first byte
    /// @param to the byte after the last one
    record Span(long from, long to) {}

    private Bytewise(byte[] file) {
        this.file = file;
        this.size = u16(16);
    }

    /// What each row of a tree needs beside the bytes of its cell, by where that begins.
    static Map<Long, List<Span>> of(byte[] file, long root) {
        var bytewise = new Bytewise(file);
        bytewise.page(root, List.of());
        return bytewise.needed;
    }

    private void page(long number, List<Span> above) {
        int page = (int) (number - 1) * size;
        int head = page + (number == 1 ? 100 : 0);
        int type = file[head];
        int count = u16(head + 3);
        boolean isLeaf = type == 10 || type == 13;
        for (int i = 0; i < count; i++) {
            int slot = head + (isLeaf ? 8 : 12) + 2 * i;
            int cell = page + u16(slot);
            var spans = new ArrayList<>(above);
            spans.add(new Span(head, head + 1));
            spans.add(new Span(head + 3, head + 5));
            spans.add(new Span(slot, slot + 2));
            if (type != 5) {
                row(cell, type, spans);
            }
            if (!isLeaf) {
                var child = new ArrayList<>(spans);
                child.add(new Span(cell, cell + 4));
                page(u32(cell), child);
            }
        }
        if (!isLeaf) {
            var right = new ArrayList<>(above);
            right.add(new Span(head, head + 1));
            right.add(new Span(head + 3, head + 5));
            right.add(new Span(head + 8, head + 12));
            page(u32(head + 8), right);
        }
    }

    private void row(int cell, int type, List<Span> spans) {
        int at = cell + (type == 2 ? 4 : 0);
        long payload = 0;
        do {
            payload = payload << 7 | file[at] & 0x7F;
        } while (file[at++] < 0);
        if (type == 13) {
            while (file[at++] < 0) {}
        }
        int most = type == 13 ? size - 35 : (size - 12) * 64 / 255 - 23;
        int least = (size - 12) * 32 / 255 - 23;
        long fitting = least + (payload - least) % (size - 4);
        long local = payload <= most ? payload : fitting <= most ? fitting : least;
        long next = payload > local ? u32((int) (at + local)) : 0;
        while (next != 0) {
            spans.add(new Span((next - 1) * size, next * size));
            next = u32((int) (next - 1) * size);
        }
        needed.put((long) cell, List.copyOf(spans));
    }

    private int u16(int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }

    private long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }
}

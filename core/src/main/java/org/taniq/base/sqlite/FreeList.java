package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.BitSet;

/// The pages that no table has any more: trunks, each with the number of the next one, how many pages it
/// names, and these (file format, 1.5). They are counted, and what they hold is not read.
final class FreeList {
    private final Pages pages;
    private final BitSet free = new BitSet();
    private boolean isAstray;

    private FreeList(Pages pages) {
        this.pages = pages;
    }

    static FreeList read(Pages pages) throws IOException {
        var list = new FreeList(pages);
        var buffer = pages.buffer();
        long next = pages.header().freeTrunk();
        while (next != 0 && list.add(next)) {
            var page = pages.page(next, buffer);
            if (page.there() < 8) {
                list.isAstray = true;
                break;
            }
            list.leaves(page);
            next = page.u32(0);
        }
        return list;
    }

    private void leaves(Page trunk) {
        long stated = trunk.u32(4);
        long count = Math.min(stated, (trunk.there() - 8) / 4);
        isAstray |= count < stated;
        for (int i = 0; i < count; i++) {
            add(trunk.u32(8 + 4 * i));
        }
    }

    private boolean add(long number) {
        if (!pages.has(number) || free.get((int) number)) {
            isAstray = true;
            return false;
        }
        free.set((int) number);
        return true;
    }

    BitSet pages() {
        return free;
    }

    /// Whether the list is not as the head of the file says, or leads astray.
    boolean isDamaged() {
        return isAstray || free.cardinality() != pages.header().statedFree();
    }
}

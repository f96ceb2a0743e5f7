package org.taniq.read.meta;

import org.taniq.read.record.NameList;

/// Names that stand for many: what Meta writes instead of the name of whoever has no account any more.
final class Nobody {
    private static final String FILE = "/read/meta/nobody.txt";

    private Nobody() {}

    private static final class Holder {
        static final NameList NAMES = NameList.of(FILE);
    }

    static boolean isName(String name) {
        return Holder.NAMES.has(name);
    }
}

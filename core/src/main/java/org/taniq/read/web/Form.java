package org.taniq.read.web;

import java.util.Optional;

/// In which form the records of an archive are written.
enum Form {
    /// Not known yet.
    UNKNOWN,
    WARC,
    /// ARC with four words behind the address.
    ARC_1,
    /// ARC with nine words behind the address.
    ARC_2;

    /// The head of a record of this form that stands here.
    Optional<RecordHead> head(byte[] bytes, int from, int to) {
        return switch (this) {
            case UNKNOWN ->
                WARC.head(bytes, from, to).or(() -> ARC_2.head(bytes, from, to)).or(() -> ARC_1.head(bytes, from, to));
            case WARC -> WarcHead.begins(bytes, from, to) ? WarcHead.of(bytes, from, to) : Optional.empty();
            case ARC_1, ARC_2 -> ArcHead.of(bytes, from, to, this);
        };
    }
}

package org.taniq.read.record;

/// Something that is in the source and was not read, with the reason: a result, not a log line.
public record Unread(Spot spot, Reason why) {

    /// Why something was not read.
    public enum Reason {
        /// An empty line outside every record.
        BLANK("blank-line"),
        /// Text before the first header.
        NO_HEADER("before-first-header"),
        /// A member whose name climbs out, is absolute, or holds control or bidi characters.
        HOSTILE_NAME("member-hostile-name"),
        /// A member that is a symbolic link.
        LINK("member-link"),
        /// A second member of the same name.
        DUPLICATE("member-duplicate-name"),
        /// A member whose bytes are shared with another one.
        OVERLAP("member-overlaps"),
        /// A member beyond the limits on size, ratio, count or time.
        TOO_BIG("member-beyond-limits"),
        /// A member that is encrypted.
        ENCRYPTED("member-encrypted"),
        /// A member packed in a way that is not understood.
        METHOD("member-method-unknown"),
        /// A member whose bytes are damaged or cut off.
        DAMAGED("member-damaged"),
        /// A member that no record names.
        UNNAMED("member-not-named-by-the-chat"),
        /// A member whose name others have too, and that a record names: it could mean either.
        NOT_UNIQUE("member-name-not-unique"),
        /// An archive inside so many others that it is not opened.
        NESTED("member-is-archive"),
        /// A document or a program that is packed as an archive, and that is not looked into.
        DOCUMENT("member-is-document"),
        /// Entries beyond the limit on their number.
        UNLISTED("member-beyond-count"),
        /// A part of an export that holds no messages: a profile, contacts, settings.
        SECTION("section-not-read"),
        /// Stands among messages and is none.
        NO_MESSAGE("not-a-message"),
        /// A message larger or deeper than one can be.
        TOO_LARGE("record-beyond-limits"),
        /// A place that is damaged; what follows it was read.
        HOLE("damaged"),
        /// Where a file is damaged or cut off: all that follows.
        BROKEN("broken-from-here"),
        /// Bytes behind the end of an archive.
        BEHIND_END("behind-end"),
        /// A place in a database where a row is damaged, or may be missing because of damage.
        ROW_DAMAGED("row-damaged"),
        /// A row of an old table that the new one has as well.
        ROW_IN_BOTH_TABLES("row-in-both-tables"),
        /// A row that the application put there itself, and that stands for nothing.
        ROW_PLACEHOLDER("row-placeholder"),
        /// A file that is encrypted as a whole.
        FILE_ENCRYPTED("file-encrypted"),
        /// A file that would have to be unpacked into memory and is too large for that.
        TOO_LARGE_TO_UNPACK("file-too-large-to-unpack"),
        /// A file of a known kind without the part that holds messages.
        NO_MESSAGES("file-without-messages"),
        /// The reader broke down: a fault of the program over bytes that it did not expect.
        READER_FAULT("reader-fault");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /// The word in ledgers.
        public String word() {
            return word;
        }
    }
}

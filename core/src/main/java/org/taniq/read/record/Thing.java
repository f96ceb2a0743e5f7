package org.taniq.read.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What an activity is about.
public sealed interface Thing {

    /// The words in it, exactly as the source has them; empty where there are none.
    String text();

    /// The files that the source names as belonging to it.
    default List<Attachment> attachments() {
        return List.of();
    }

    /// A message, comment or notice.
    record Note(String text, List<Attachment> attachments) implements Thing {
        public Note {
            attachments = List.copyOf(attachments);
        }
    }

    /// A whole file: media type by content, SHA-256 in hex, and what its head says about itself.
    ///
    /// @param text what somebody wrote beside what it shows: titles, comments
    record Media(
            String name, String mediaType, long size, String sha256, SequencedMap<String, String> metadata, String text)
            implements Thing {
        public Media {
            metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
        }

        /// One in which nobody wrote anything, as far as it was read.
        public Media(String name, String mediaType, long size, String sha256, SequencedMap<String, String> metadata) {
            this(name, mediaType, size, sha256, metadata, "");
        }

        /// The same, with what somebody wrote, and what else it says of itself.
        public Media with(SequencedMap<String, String> more, String words) {
            var all = new LinkedHashMap<>(metadata);
            all.putAll(more);
            return new Media(name, mediaType, size, sha256, all, words);
        }
    }

    /// A person's or page's description of itself.
    record Profile(String name, String text) implements Thing {}

    /// A group and its description.
    record Group(String name, String text) implements Thing {}

    /// What is left of something deleted: the words that the application put in its place.
    record Tombstone(String text) implements Thing {}
}

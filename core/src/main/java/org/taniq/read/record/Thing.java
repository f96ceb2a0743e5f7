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
    record Media(String name, String mediaType, long size, String sha256, SequencedMap<String, String> metadata)
            implements Thing {
        public Media {
            metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
        }

        @Override
        public String text() {
            return "";
        }
    }

    /// A person's or page's description of itself.
    record Profile(String name, String text) implements Thing {}

    /// A group and its description.
    record Group(String name, String text) implements Thing {}

    /// What is left of something deleted: the words that the application put in its place.
    record Tombstone(String text) implements Thing {}
}

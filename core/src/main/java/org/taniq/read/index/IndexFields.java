package org.taniq.read.index;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Thing;

/// What an activity becomes in the index: the fields that are searched, and those that a hit shows.
final class IndexFields {
    static final String KEY = "key";
    static final String ITEM = "item";
    static final String RECORD = "record";
    /// Folded words of the text, then of the names in it.
    static final String WORDS = "words";
    /// The same as they were typed: only whether a word is there.
    static final String EXACT = "exact";
    static final String TEXT = "text";
    static final String ACTOR = "actor";
    static final String ACTOR_SHOWN = "actorShown";
    static final String LABEL = "label";
    static final String KIND = "kind";
    static final String FIRST = "first";
    /// Of a day only: any other time ends where it begins.
    static final String LAST = "last";
    static final String PUBLISHED = "published";

    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, Norms.KEPT);
    private static final FieldType FILTERED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, Norms.OMITTED);
    private static final FieldType PRESENT = type(IndexOptions.DOCS, Norms.OMITTED);

    private final Document document = new Document();

    private IndexFields() {}

    private enum Norms {
        KEPT,
        OMITTED
    }

    private static FieldType type(IndexOptions options, Norms norms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(norms == Norms.OMITTED);
        type.freeze();
        return type;
    }

    /// Which record it is.
    record Key(String item, long record) {
        /// The number comes first, so that no item makes the key of another.
        Term term() {
            return new Term(KEY, record + " " + item);
        }
    }

    static Document of(Key key, Activity activity, Set<String> labels, ZoneId zone) {
        var fields = new IndexFields();
        fields.key(key);
        fields.words(activity.object());
        fields.actor(activity.actor());
        fields.time(activity, zone);
        for (String label : new TreeSet<>(labels)) {
            fields.document.add(new StringField(LABEL, label, Field.Store.YES));
        }
        return fields.document;
    }

    /// The item is searched too, so that all that was read from it can be taken out.
    private void key(Key key) {
        document.add(new StringField(KEY, key.term().bytes(), Field.Store.NO));
        document.add(new StringField(ITEM, key.item(), Field.Store.YES));
        document.add(new StoredField(RECORD, key.record()));
    }

    private void words(Thing thing) {
        document.add(new StoredField(TEXT, thing.text().isEmpty() ? String.join(", ", names(thing)) : thing.text()));
        searched(thing.text());
        names(thing).forEach(this::searched);
    }

    private void searched(String text) {
        if (!text.isEmpty()) {
            document.add(new Field(WORDS, text, SCORED));
            document.add(new Field(EXACT, text, PRESENT));
        }
    }

    private static List<String> names(Thing thing) {
        return switch (thing) {
            case Thing.Note note ->
                note.attachments().stream().map(Attachment::name).toList();
            case Thing.Media media -> List.of(media.name());
            case Thing.Profile profile -> List.of(profile.name());
            case Thing.Group group -> List.of(group.name());
            case Thing.Tombstone _ -> List.of();
        };
    }

    private void actor(Actor actor) {
        document.add(new StoredField(ACTOR_SHOWN, actor.name().isEmpty() ? actor.id() : actor.name()));
        filtered(actor.name());
        filtered(actor.id());
    }

    private void filtered(String actor) {
        if (!actor.isEmpty()) {
            document.add(new Field(ACTOR, actor, FILTERED));
        }
    }

    private void time(Activity activity, ZoneId zone) {
        var time = IndexedTime.of(activity.published(), zone);
        document.add(new StringField(KIND, time.kind().name(), Field.Store.YES));
        document.add(new StoredField(PUBLISHED, activity.published().source()));
        if (time.kind() != IndexedTime.Kind.UNKNOWN) {
            document.add(new LongField(FIRST, time.first(), Field.Store.YES));
        }
        if (time.kind() == IndexedTime.Kind.DAY) {
            document.add(new LongField(LAST, time.last(), Field.Store.YES));
        }
    }
}

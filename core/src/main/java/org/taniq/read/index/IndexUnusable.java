package org.taniq.read.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;

/// The index cannot be used as it is. What it held stands in the logs, so for every reason but one building
/// it anew helps.
public final class IndexUnusable extends IOException {
    private static final long serialVersionUID = 1;

    /// What is wrong with it.
    public enum Why {
        /// There is none, or its list of files was taken away.
        ABSENT("there is no search index here"),
        /// The key is not this index's, or nothing of it can be read.
        WRONG_KEY("the key is not that of this search index"),
        /// Bytes are not those that were written, or a file is missing.
        ALTERED("the search index was altered or is damaged"),
        /// It holds less than it is known to have held: somebody put an older one back.
        OLDER("the search index is older than it was: an older copy was put back"),
        /// Written by a program that makes other words of a text, or other files.
        OTHER_VERSION("the search index was made by another version of this program"),
        /// Another process writes to it. Waiting is the answer.
        IN_USE("another program is writing to the search index");

        private final String said;

        Why(String said) {
            this.said = said;
        }
    }

    private final Why why;

    IndexUnusable(Why why) {
        super(why.said);
        this.why = why;
    }

    private IndexUnusable(Why why, Throwable cause) {
        super(why.said, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// Something that is done to the index.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /// Does it, and says in our words what Lucene says in many.
    static <T> T sayingWhy(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (IOException e) {
            throw of(e);
        } catch (AlreadyClosedException e) {
            if (e.getCause() instanceof IOException cause) {
                throw of(cause);
            }
            throw e;
        }
    }

    private static IOException of(IOException e) {
        return switch (e) {
            case IndexUnusable said -> said;
            case IndexNotFoundException _ -> new IndexUnusable(Why.ABSENT, e);
            case LockObtainFailedException _ -> new IndexUnusable(Why.IN_USE, e);
            case IndexFormatTooOldException _ -> new IndexUnusable(Why.OTHER_VERSION, e);
            case IndexFormatTooNewException _ -> new IndexUnusable(Why.OTHER_VERSION, e);
            case CorruptIndexException _ -> new IndexUnusable(Why.ALTERED, e);
            case NoSuchFileException _ -> new IndexUnusable(Why.ALTERED, e);
            case FileNotFoundException _ -> new IndexUnusable(Why.ALTERED, e);
            case EOFException _ -> new IndexUnusable(Why.ALTERED, e);
            default -> e;
        };
    }
}

package org.taniq.read.meta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;

/// Tells an export of Meta by its beginning: by one message, post, comment or picture of the shape that none but Meta
/// writes.
final class Telling {
    /// What lists of comments are called; what the person likes of other people's has other names.
    private static final Pattern COMMENTS = Pattern.compile("comments(_.*)?|.*_comments(_.*)?", Pattern.DOTALL);
    /// Where files of comments lie whose list has no name.
    private static final Pattern AMONG_COMMENTS =
            Pattern.compile("(.*/)?(comments/[^/]*|(post_|reels_)?comments(_\\d+)?\\.json)", Pattern.DOTALL);

    /// The beginning of a message, each member of it on a line of its own.
    private static final Pattern MESSAGE =
            Pattern.compile("\\n[ \\t]{2,16}\"(?:sender_name|senderName)\": \"[^\\n]{1,2000}\\n(?:[^\\n]{1,2000}\\n)?"
                    + "[ \\t]{2,16}\"timestamp(?:_ms)?\": \\d{10,16}[,\\r\\n]");

    /// No list that Meta writes has a longer name.
    private static final int LONGEST_NAME = 256;

    private final JsonWalk walk;
    private final boolean isAmongComments;
    private final Set<String> names = new HashSet<>();
    private Optional<Shape> shape = Optional.empty();

    private Telling(JsonWalk walk, String path) {
        this.walk = walk;
        this.isAmongComments = AMONG_COMMENTS.matcher(path).matches();
    }

    /// @param bytes the first of the file, which may end anywhere
    /// @param path where it lies in the archive
    static Optional<Shape> of(byte[] bytes, String path) throws IOException {
        boolean isOne = one(bytes, path);
        return isOne ? Optional.of(Shape.ONE) : lists(bytes, path);
    }

    /// Whether the file is one post: what Meta writes where it would be a list of one.
    private static boolean one(byte[] bytes, String path) throws IOException {
        try (var walk = walk(bytes)) {
            boolean isComments = AMONG_COMMENTS.matcher(path).matches();
            return walk.isObject()
                    && walk.value().filter(new Kinds("", isComments)::is).isPresent();
        } catch (BrokenJson end) {
            return false;
        }
    }

    private static JsonWalk walk(byte[] bytes) throws IOException {
        var mended = new Mended(new ByteArrayInputStream(bytes), 0);
        return JsonWalk.of(mended, mended);
    }

    private static Optional<Shape> lists(byte[] bytes, String path) throws IOException {
        try (var walk = walk(bytes)) {
            var telling = new Telling(walk, path);
            try {
                telling.root();
                return telling.shape.or(telling::empty);
            } catch (BrokenJson end) {
                return telling.shape.or(() -> damaged(bytes));
            }
        } catch (BrokenJson none) {
            return damaged(bytes);
        }
    }

    /// Where the beginning is damaged a conversation is told by the first message behind.
    private static Optional<Shape> damaged(byte[] bytes) {
        var message = MESSAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!message.find()) {
            return Optional.empty();
        }
        return Optional.of(message.group().contains("senderName") ? Shape.ENCRYPTED_THREAD : Shape.THREAD);
    }

    private void root() throws IOException {
        if (!walk.isObject()) {
            values(kinds(""));
            return;
        }
        walk.enter();
        while (shape.isEmpty() && walk.hasNext()) {
            names.add(walk.name());
            values(kinds(walk.name()));
        }
    }

    private Kinds kinds(String list) {
        String name = list.length() > LONGEST_NAME ? "" : list;
        return new Kinds(name, isAmongComments || COMMENTS.matcher(name).matches());
    }

    private void values(Kinds kinds) throws IOException {
        if (!walk.isArray()) {
            value(kinds);
            return;
        }
        walk.enter();
        while (shape.isEmpty() && walk.hasNext()) {
            value(kinds);
        }
    }

    private void value(Kinds kinds) throws IOException {
        if (!walk.isObject()) {
            walk.value().ifPresent(value -> tell(kinds, value));
            return;
        }
        boolean isInRoot = walk.depth() == 2 && !names.isEmpty();
        walk.enter();
        if (!walk.hasNext()) {
            return;
        }
        if (MetaWalk.isHolder(walk) && !MetaWalk.isOfMessages(kinds.list())) {
            holder();
        } else {
            item(kinds, isInRoot ? Shape.THREAD : Shape.LISTS);
        }
    }

    private void holder() throws IOException {
        do {
            values(kinds(walk.name()));
        } while (shape.isEmpty() && walk.hasNext());
    }

    /// A message is told by names of its members that come first, so that it may be longer than what is looked at.
    private void item(Kinds kinds, Shape ofMessages) throws IOException {
        var seen = new HashSet<String>();
        var members = new AllMembers();
        do {
            String name = walk.name();
            seen.add(name);
            if (Kinds.isMessage(seen, names)) {
                boolean isEncrypted = ofMessages == Shape.THREAD && Kinds.isEncrypted(seen, names);
                shape = Optional.of(isEncrypted ? Shape.ENCRYPTED_THREAD : ofMessages);
                return;
            }
            walk.value().ifPresent(value -> members.put(name, value));
        } while (walk.hasNext());
        tell(kinds, members.value());
    }

    private void tell(Kinds kinds, Json value) {
        if (kinds.is(value)) {
            shape = Optional.of(Shape.LISTS);
        }
    }

    /// A conversation in which nothing was written.
    private Optional<Shape> empty() {
        if (!names.containsAll(Set.of("participants", "messages"))) {
            return Optional.empty();
        }
        return names.contains("thread_path")
                ? Optional.of(Shape.THREAD)
                : names.contains("threadName") ? Optional.of(Shape.ENCRYPTED_THREAD) : Optional.empty();
    }
}

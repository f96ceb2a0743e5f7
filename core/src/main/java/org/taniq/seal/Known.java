package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.taniq.base.Digest;
import org.taniq.base.age.Recipient;
import org.taniq.seal.stamp.StampChoice;

/// What this machine knows of a vault and keeps outside it: how to seal into it, how far it had come when
/// last seen, and what was sealed from here. Changes stay in memory until [Keyring#save]. For one thread.
public final class Known {
    private static final int KEY = 32;
    private static final String HMAC = "HmacSHA256";

    private final WriterKeys keys;
    private final SecretKey localKey;
    private final SortedMap<String, Checkpoint> highest = new TreeMap<>();
    private final SortedMap<String, Long> seen = new TreeMap<>();
    private final SortedMap<String, OpenedBefore> opened = new TreeMap<>();
    private final Indexes read = new Indexes();
    private Path path;
    private Takes takes = Takes.EVERYTHING;
    private SecretKey indexKey;
    private boolean locked;
    private final SortedMap<String, Digest> takenAway = new TreeMap<>();
    private StampChoice stamps = StampChoice.OPEN;
    private OtherWords otherWords = OtherWords.NONE;
    private NewKey newKey = NewKey.NONE;

    Known(Path path, WriterKeys keys, byte[] indexKey, byte[] localKey) {
        if (indexKey.length != KEY || localKey.length != KEY) {
            throw new IllegalArgumentException("the index key and the local key have " + KEY + " bytes");
        }
        this.path = path.toAbsolutePath().normalize();
        this.keys = keys;
        this.indexKey = new SecretKeySpec(indexKey, "AES");
        this.localKey = new SecretKeySpec(localKey, HMAC);
    }

    /// What may be taken into a case.
    public enum Takes {
        EVERYTHING,
        /// Somebody in a picture could be under 18: no media is taken in.
        TEXT_ONLY
    }

    /// New keys for a vault into which this machine has not sealed yet.
    public static Known generate(Path path, Recipient recipient, SecureRandom random) {
        var keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), recipient);
        return new Known(path, keys, key(random), key(random));
    }

    private static byte[] key(SecureRandom random) {
        var key = new byte[KEY];
        random.nextBytes(key);
        return key;
    }

    /// Where the vault was last seen, absolute.
    public Path path() {
        return path;
    }

    /// The vault was found somewhere else.
    public void movedTo(Path place) {
        path = place.toAbsolutePath().normalize();
    }

    public Takes takes() {
        return takes;
    }

    public void takeOnly(Takes what) {
        takes = what;
    }

    /// Whether the person took her way in out of this copy: sealing goes on, and nothing can be opened.
    public boolean isLocked() {
        return locked;
    }

    /// The person's own files of keys, by name, that are not to be in this copy while it is locked.
    public Map<String, Digest> takenAway() {
        return Collections.unmodifiableMap(takenAway);
    }

    /// Locks: what the search index was encrypted with is forgotten.
    public void lock(Map<String, Digest> files, SecureRandom random) {
        indexKey = new SecretKeySpec(key(random), "AES");
        restoreLock(files);
    }

    void restoreLock(Map<String, Digest> files) {
        locked = true;
        takenAway.putAll(files);
    }

    public void unlock() {
        locked = false;
        takenAway.clear();
    }

    /// What the last change of the person's words does to her files in `keys/`.
    public OtherWords otherWords() {
        return otherWords;
    }

    public void change(OtherWords words) {
        otherWords = words;
    }

    /// What this person knows of another key of the case.
    public NewKey newKey() {
        return newKey;
    }

    public void note(NewKey key) {
        newKey = key;
    }

    /// Whom the person chose to ask for time-stamps.
    public StampChoice stamps() {
        return stamps;
    }

    public void stampWith(StampChoice choice) {
        stamps = choice;
    }

    public WriterKeys keys() {
        return keys;
    }

    /// The highest checkpoint seen of each log, by log id; of size 0 for our own that have not begun.
    public Map<String, Checkpoint> remembered() {
        var all = new TreeMap<>(highest);
        for (var kind : LogKind.values()) {
            var key = keys.key(kind).verifier();
            all.putIfAbsent(key.id(), new Checkpoint(key.origin(), 0, new Tree().root()));
        }
        return Collections.unmodifiableMap(all);
    }

    /// The ids of the logs that have begun, of which nothing can be on its way.
    public Set<String> begun() {
        return Collections.unmodifiableSet(highest.keySet());
    }

    /// Whether this machine writes this log.
    public boolean isOwn(String log) {
        return remembered().containsKey(log);
    }

    Map<String, Checkpoint> highest() {
        return Collections.unmodifiableMap(highest);
    }

    /// Remembers a checkpoint that was checked. A smaller one than is remembered changes nothing.
    public void remember(String log, Checkpoint head) {
        highest.merge(log, head, (old, now) -> now.size() > old.size() ? now : old);
    }

    /// The key of this writer's search index, 32 bytes.
    public byte[] indexKey() {
        return indexKey.getEncoded();
    }

    byte[] localKey() {
        return localKey.getEncoded();
    }

    /// The index in this machine's evidence log of the item with these bytes, if they were sealed from
    /// here. Also while the vault cannot be opened; and who reads this file without the evidence learns no
    /// digest.
    public OptionalLong seen(Digest sha256, long size) {
        Long index = seen.get(mark(sha256, size));
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /// Notes that these bytes were sealed as the item with this index. The first place stays.
    public void saw(Digest sha256, long size, long index) {
        seen.putIfAbsent(mark(sha256, size), index);
    }

    /// The bytes of these items may be sealed again: they were erased.
    void forget(Set<Long> indexes) {
        seen.values().removeAll(indexes);
    }

    /// Whether something was read of this item in this machine's evidence log, and is sealed there.
    public boolean wasRead(long index) {
        return read.holds(index);
    }

    /// @return false if that was known
    public boolean read(long index) {
        return read.add(index);
    }

    Indexes read() {
        return read;
    }

    /// Which openings of a log were opened here before.
    OpenedBefore openedBefore(String log) {
        return opened.getOrDefault(log, OpenedBefore.NOTHING);
    }

    Map<String, OpenedBefore> opened() {
        return Collections.unmodifiableMap(opened);
    }

    /// Notes which openings of a log were opened.
    ///
    /// @return false if that, or more, was known
    public boolean note(String log, OpenedBefore now) {
        var before = openedBefore(log);
        if (now.equals(before) || now.size() < before.size()) {
            return false;
        }
        opened.put(log, now);
        return true;
    }

    /// A group that was sealed here just now needs no opening: what is behind its leaves was known before it was
    /// encrypted.
    ///
    /// @param opening the SHA-256 of its opening
    public void sealed(List<Receipt> group, Digest opening) {
        var first = group.getFirst();
        var before = openedBefore(first.pointer().log());
        if (before.size() == first.pointer().index()) {
            var files = OpenedBefore.with(before.files(), group.size(), opening);
            var head = first.checkpoint();
            opened.put(first.pointer().log(), new OpenedBefore(head.size(), head.root(), files));
        }
    }

    Map<String, Long> marks() {
        return Collections.unmodifiableMap(seen);
    }

    void restoreMark(String mark, long index) {
        seen.put(Digest.ofHex(mark).hex(), index);
    }

    private String mark(Digest sha256, long size) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(localKey);
            mac.update(sha256.bytes());
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "keys for " + path;
    }
}

package org.taniq.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Hash;
import org.taniq.base.Said;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Spot;

/// What members of an archive look into from one another. All that is unpacked for it together is bounded: an archive
/// whose every member looks into every other would else be unpacked as often as it has members.
final class ArchiveLooks {
    /// Enough that each page of a long export can look into the one before it.
    static final long MOST = 1L << 30;
    /// Kinds of digests that an archive usually has files of.
    private static final int KINDS_BY_THEMSELVES = 2;

    private final Archive archive;
    private final Spot.Member place;
    private final Map<Integer, Archive.Readable> members = new HashMap<>();
    private final Map<Integer, Optional<Digest>> digests = new HashMap<>();
    private final Map<Hash, Map<Integer, Optional<String>>> others = new EnumMap<>(Hash.class);
    private final Map<Hash, Map<String, List<Archive.Readable>>> alike = new EnumMap<>(Hash.class);
    private final AtomicLong left;
    private boolean refused;

    /// @param most bytes unpacked for all of them together
    ArchiveLooks(Archive archive, long most) {
        this(archive, Spot.Member.UNKNOWN, new AtomicLong(most));
    }

    /// @param place of the archive in another one; none where it lies in no other
    /// @param left how many bytes may still be unpacked for all archives of one file together
    ArchiveLooks(Archive archive, Spot.Member place, AtomicLong left) {
        this.archive = archive;
        this.place = place;
        this.left = left;
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable file) {
                members.put(file.number(), file);
            }
        }
    }

    /// The member of this number, up to where it is damaged: that is said where it is read itself. Nothing where too
    /// much was looked at before.
    Optional<Input.Content> into(int number) {
        var member = Objects.requireNonNull(members.get(number), "a member that can be read");
        if (left.get() <= 0) {
            refused = true;
            return Optional.empty();
        }
        return Optional.of(new Look(member));
    }

    private final class Look implements Input.Content {
        private final Archive.Readable member;
        private boolean isWhole = true;

        private Look(Archive.Readable member) {
            this.member = member;
        }

        @Override
        public InputStream open() throws IOException {
            var damaged = new HashSet<Integer>();
            try (var in = new UpToDamage(archive.open(member), member.number(), damaged)) {
                var bytes = upToLimit(in);
                isWhole &= damaged.isEmpty();
                return new ByteArrayInputStream(bytes);
            }
        }

        /// Unpacked once, however much it is.
        @Override
        public Optional<Bytes> anywhere(long most) throws IOException {
            var damaged = new HashSet<Integer>();
            long room = Math.min(most, Math.clamp(left.get(), 0, Input.Beside.LARGEST));
            try (var in = new UpToDamage(archive.open(member), member.number(), damaged)) {
                var held = Bytes.held(in, room);
                left.addAndGet(-(held.isPresent() ? held.get().size() : room));
                isWhole = held.isPresent() && damaged.isEmpty();
                refused |= held.isEmpty() && room < Math.min(most, Input.Beside.LARGEST);
                return held;
            }
        }

        private byte[] upToLimit(InputStream in) throws IOException {
            int most = Math.clamp(left.get(), 0, Input.Beside.LARGEST);
            byte[] bytes = in.readNBytes(most);
            left.addAndGet(-bytes.length);
            isWhole = Bytes.one(in) < 0;
            refused |= most < Input.Beside.LARGEST && !isWhole;
            return bytes;
        }

        @Override
        public Optional<Spot.Member> member() {
            return Optional.of(place.member(member.number()));
        }

        @Override
        public boolean isWhole() {
            return isWhole;
        }
    }

    /// The SHA-256 of the member of this number, which is unpacked for it once; nothing where it is damaged.
    Optional<Digest> digest(int number) throws IOException {
        if (!digests.containsKey(number)) {
            digests.put(number, computed(Objects.requireNonNull(members.get(number), "a member that can be read")));
        }
        return Objects.requireNonNull(digests.get(number));
    }

    private Optional<Digest> computed(Archive.Readable member) throws IOException {
        var sha = Digest.sha256();
        var piece = new byte[1 << 16];
        try (var in = archive.open(member)) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                sha.update(piece, 0, got);
            }
            return Optional.of(Digest.ofBytes(sha.digest()));
        } catch (Archive.Damaged damaged) {
            return Optional.empty();
        }
    }

    /// Another digest of the member of this number, for which it is unpacked once; nothing where it is damaged.
    Optional<String> digest(int number, Hash kind) throws IOException {
        compute(Objects.requireNonNull(members.get(number), "a member that can be read"), EnumSet.of(kind));
        return Objects.requireNonNull(known(kind).get(number));
    }

    private Map<Integer, Optional<String>> known(Hash kind) {
        return others.computeIfAbsent(kind, _ -> new HashMap<>());
    }

    /// Digests of these kinds that are not known yet, for which it is unpacked once.
    private void compute(Archive.Readable member, Set<Hash> kinds) throws IOException {
        var missing = kinds.stream()
                .filter(kind -> !known(kind).containsKey(member.number()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var digests = missing.stream().map(Hash::fresh).toList();
        boolean isWhole = updateAll(digests, member);
        for (int i = 0; i < missing.size(); i++) {
            var hex = HexFormat.of().formatHex(digests.get(i).digest());
            known(missing.get(i)).put(member.number(), isWhole ? Optional.of(hex) : Optional.empty());
        }
    }

    private boolean updateAll(List<MessageDigest> digests, Archive.Readable member) throws IOException {
        var piece = new byte[1 << 16];
        try (var in = archive.open(member)) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                for (var digest : digests) {
                    digest.update(piece, 0, got);
                }
            }
            return true;
        } catch (Archive.Damaged damaged) {
            return false;
        }
    }

    /// The first members with this digest, in the order of the archive. Each member is unpacked once for each of the
    /// first kinds, and once for all others together, however many files ask.
    List<Archive.Readable> having(Hash kind, String hex) throws IOException {
        if (!alike.containsKey(kind)) {
            var kinds = alike.size() < KINDS_BY_THEMSELVES ? EnumSet.of(kind) : EnumSet.allOf(Hash.class);
            kinds.removeAll(alike.keySet());
            for (var each : archive.members()) {
                if (each instanceof Archive.Readable file && !file.isFolder()) {
                    compute(file, kinds);
                }
            }
            for (var each : kinds) {
                alike.put(each, byDigest(each));
            }
        }
        return Objects.requireNonNull(alike.get(kind)).getOrDefault(hex, List.of());
    }

    private Map<String, List<Archive.Readable>> byDigest(Hash kind) throws IOException {
        var found = new HashMap<String, List<Archive.Readable>>();
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable file && !file.isFolder()) {
                digest(file.number(), kind).ifPresent(hex -> {
                    var same = found.computeIfAbsent(hex, _ -> new ArrayList<>(1));
                    if (same.size() < Input.Beside.MOST_ALIKE) {
                        same.add(file);
                    }
                });
            }
        }
        return found;
    }

    Ledger named(Ledger ledger) {
        return refused
                ? ledger.warned(Said.of(
                        "the files of the archive lead to one another more often than is followed: some of them may"
                                + " lack what other files say of them"))
                : ledger;
    }
}

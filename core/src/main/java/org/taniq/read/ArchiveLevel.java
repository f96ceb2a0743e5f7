package org.taniq.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.acquire.Archive;
import org.taniq.read.file.MediaType;
import org.taniq.read.record.Input;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Spot;

/// One of the archives that lie in one another, and what its members may know of each other.
final class ArchiveLevel {
    private final Opened opened;
    private final How how;
    private final Optional<Around> around;
    private final ArchiveNames names;
    private final ArchiveLooks looks;
    private final Met met;

    /// How archives are read.
    ///
    /// @param parsers are asked in this order about each member; none of them takes anything
    /// @param readable knows which members can be read to their end
    record How(List<Parser> parsers, Reading.CanBeRead readable) {}

    /// What lies around a packed file that is unpacked: the file in it stands in its place.
    ///
    /// @param folder in which it lies, with its `/`
    private record Around(String folder, Input.Beside beside) {}

    /// What was met in an archive, also while it was planned what is read of it: an archive in another one is opened
    /// for that, and again when it is read.
    ///
    /// @param damaged the numbers of members that cannot be read to their end
    /// @param faulty those of members over which a parser broke down when it was asked about them
    record Met(Set<Integer> damaged, Set<Integer> faulty) {
        private static Met nothing() {
            return new Met(new HashSet<>(), new HashSet<>());
        }
    }

    private ArchiveLevel(Opened opened, How how, Optional<Around> around, Met met) {
        this.opened = opened;
        this.how = how;
        this.around = around;
        this.met = met;
        for (var member : archive().members()) {
            boolean isCut = member instanceof Archive.Readable file
                    && !file.isFolder()
                    && !how.readable().toItsEnd(place(file), file);
            if (isCut) {
                met.damaged().add(member.number());
            }
        }
        this.names = new ArchiveNames(archive(), opened.place(), met.damaged());
        this.looks = new ArchiveLooks(archive(), opened.place(), opened.looks());
    }

    /// The archive that is the file itself.
    static ArchiveLevel top(Opened opened, How how) {
        return new ArchiveLevel(opened, how, Optional.empty(), Met.nothing());
    }

    Opened opened() {
        return opened;
    }

    Archive archive() {
        return opened.archive();
    }

    ArchiveNames names() {
        return names;
    }

    ArchiveLooks looks() {
        return looks;
    }

    Spot.Member place(Archive.Member member) {
        return opened.place().member(member.number());
    }

    boolean isDamaged(Archive.Readable member) {
        return met.damaged().contains(member.number());
    }

    /// Whether a parser broke down when it was asked about this member.
    boolean isFaulty(Archive.Readable member) {
        return met.faulty().contains(member.number());
    }

    /// The archive that this member is. What is in a packed file finds around it what that finds.
    ArchiveLevel within(Archive.Readable member, Opened inner) {
        return within(member, inner, Met.nothing());
    }

    /// The same, when it is opened again.
    ArchiveLevel within(Archive.Readable member, Opened inner, Met before) {
        if (!inner.archive().kind().isWrapping()) {
            return new ArchiveLevel(inner, how, Optional.empty(), before);
        }
        String path = member.name();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return new ArchiveLevel(inner, how, Optional.of(new Around(folder, names.beside(member, looks))), before);
    }

    Met met() {
        return met;
    }

    /// A member as it is handed to a parser.
    Input input(Archive.Readable member) {
        return input(member, content(member));
    }

    private Input input(Archive.Readable member, Input.Content content) {
        return around.isPresent()
                ? new Input(
                        around.get().folder() + member.name(),
                        content,
                        around.get().beside())
                : new Input(member.name(), content, names.beside(member, looks));
    }

    private Input.Content content(Archive.Readable member) {
        return new Input.Content() {
            @Override
            public InputStream open() throws IOException {
                return new UpToDamage(archive().open(member), member.number(), met.damaged());
            }

            @Override
            public boolean isWhole() {
                return !met.damaged().contains(member.number());
            }
        };
    }

    /// The first parser that knows the member. Its first bytes are unpacked once, whatever the number of parsers, and
    /// no more than the media type needs where none of them asks for that type.
    Optional<Parser> parser(Archive.Readable member) throws IOException {
        var asked = new ArrayList<Parser>();
        byte[] head;
        try (var in = content(member).open()) {
            head = in.readNBytes(MediaType.HEAD);
            String type = MediaType.of(new ByteArrayInputStream(head));
            how.parsers().stream().filter(parser -> parser.mayKnow(type)).forEach(asked::add);
            if (!asked.isEmpty() && head.length == MediaType.HEAD) {
                head = Arrays.copyOf(head, Parser.PROBED);
                int more = in.readNBytes(head, MediaType.HEAD, Parser.PROBED - MediaType.HEAD);
                head = Arrays.copyOf(head, MediaType.HEAD + more);
            }
        }
        byte[] probed = head;
        var input = input(member, () -> new ByteArrayInputStream(probed));
        for (var parser : asked) {
            if (knows(parser, input, member.number())) {
                return Optional.of(parser);
            }
        }
        return Optional.empty();
    }

    private boolean knows(Parser parser, Input input, int member) throws IOException {
        try {
            return parser.knows(input);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            met.faulty().add(member);
            return false;
        }
    }
}

package org.taniq.read;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.taniq.acquire.Archive;
import org.taniq.base.Digest;
import org.taniq.base.Hash;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Utf8;

/// The members of an archive by the names that chats give them. A name means the file in the chat's own
/// folder, or else the only one of that name in the archive; where it could mean two, it means none. Names
/// are compared without marks of direction and with letters put together, as Macs take them apart.
final class ArchiveNames {
    private static final int REFUSED = -1;
    private static final int SEVERAL = -2;
    private static final int NOWHERE = -3;
    private static final int MOST_ENDING = 1000;

    private final Map<String, Integer> inFolders = new HashMap<>();
    private final Map<String, Integer> inArchive = new HashMap<>();
    /// Whole paths as they are written, with their order in the archive.
    private final NavigableMap<String, Integer> paths = new TreeMap<>();
    /// Whole paths, each written backwards: those that end alike lie together.
    private final NavigableMap<String, Integer> fromTheirEnd = new TreeMap<>();

    private final Map<String, List<String>> directly = new HashMap<>();
    private final Map<Ending, List<String>> ending = new HashMap<>();

    private final Spot.Member place;
    private final Set<Integer> damaged;
    private final Set<Integer> named = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();
    private String lastFolder = "/";
    private List<String> lastFiles = List.of();

    private record Ending(String folder, List<String> endings) {
        private Ending {
            endings = List.copyOf(endings);
        }
    }

    /// `place` is that of the archive in another one, none where it lies in no other; `damaged` are the numbers of
    /// members that cannot be read to their end.
    ArchiveNames(Archive archive, Spot.Member place, Set<Integer> damaged) {
        this.place = place;
        this.damaged = damaged;
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable file && file.isFolder()) {
                continue;
            }
            int number = member instanceof Archive.Readable file ? file.number() : REFUSED;
            String name = compared(last(member.name()));
            inFolders.merge(folder(member.name()) + name, number, (_, _) -> SEVERAL);
            inArchive.merge(name, number, (_, _) -> SEVERAL);
            if (member instanceof Archive.Readable file && !file.isFolder()) {
                paths.put(file.name(), paths.size());
            }
            fromTheirEnd.merge(backwards(compared(member.name())), number, (_, _) -> SEVERAL);
        }
    }

    /// The files beside this member.
    Input.Beside beside(Archive.Readable chat, ArchiveLooks looks) {
        String folder = folder(chat.name());
        return new Input.Beside() {
            @Override
            public Attachment.State of(String name) {
                return state(folder, compared(name));
            }

            @Override
            public Attachment.State at(String path) {
                return found(number(folder + path), compared(last(path)));
            }

            @Override
            public Attachment.State below(String path) {
                return endingIn(compared(path));
            }

            @Override
            public Optional<Input.Content> open(String path) {
                int number = number(folder + path);
                return number < 0 ? Optional.empty() : looks.into(number);
            }

            @Override
            public Optional<Digest> digest(String path) throws IOException {
                int number = number(folder + path);
                return number < 0 ? Optional.empty() : looks.digest(number);
            }

            @Override
            public Optional<String> digest(String path, Hash kind) throws IOException {
                int number = number(folder + path);
                return number < 0 ? Optional.empty() : looks.digest(number, kind);
            }

            @Override
            public List<Attachment> having(Hash kind, String hex) throws IOException {
                return looks.having(kind, hex).stream()
                        .map(file -> new Attachment(file.name(), present(file.number())))
                        .toList();
            }

            @Override
            public List<String> files() {
                return filesIn(folder);
            }

            @Override
            public List<String> files(int most) {
                return filesIn(folder, most);
            }

            @Override
            public List<String> inFolder(List<String> endings, int most) {
                return endingSo(folder, endings).stream().limit(most).toList();
            }

            @Override
            public boolean isNamed(String path) {
                return number(folder + path) != NOWHERE;
            }

            @Override
            public boolean isAlone() {
                return false;
            }
        };
    }

    /// In the order of the archive. The last answer is kept: many files of one folder may ask.
    private List<String> filesIn(String folder) {
        if (!folder.equals(lastFolder)) {
            lastFiles = below(folder).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(path -> path.getKey().substring(folder.length()))
                    .toList();
            lastFolder = folder;
        }
        return lastFiles;
    }

    /// In alphabetical order; none where there are more.
    private List<String> filesIn(String folder, int most) {
        var first = below(folder).keySet().stream().limit(most + 1L).toList();
        return first.size() > most
                ? List.of()
                : first.stream().map(path -> path.substring(folder.length())).toList();
    }

    /// Looked for once for each folder and kind of name: many files of one folder may ask.
    private List<String> endingSo(String folder, List<String> endings) {
        return ending.computeIfAbsent(
                new Ending(folder, endings),
                _ -> directlyIn(folder).stream()
                        .filter(name -> Input.Beside.endsIn(name, endings))
                        .limit(MOST_ENDING)
                        .toList());
    }

    private List<String> directlyIn(String folder) {
        if (directly.isEmpty()) {
            paths.keySet()
                    .forEach(path -> directly.computeIfAbsent(folder(path), _ -> new ArrayList<>(1))
                            .add(last(path)));
        }
        return directly.getOrDefault(folder, List.of());
    }

    private NavigableMap<String, Integer> below(String folder) {
        return folder.isEmpty()
                ? paths
                : paths.subMap(folder, true, folder.substring(0, folder.length() - 1) + (char) ('/' + 1), false);
    }

    private int number(String path) {
        return within(path).map(name -> inFolders.getOrDefault(name, NOWHERE)).orElse(NOWHERE);
    }

    /// The path without `.` and `..`; nothing where it leads out of the archive.
    private static Optional<String> within(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        String name = parts.isEmpty() ? "" : compared(parts.removeLast());
        var folder = new StringBuilder();
        parts.forEach(part -> folder.append(part).append('/'));
        return Optional.of(folder + name);
    }

    private Attachment.State state(String folder, String name) {
        int own = inFolders.getOrDefault(folder + name, NOWHERE);
        return found(own == NOWHERE ? inArchive.getOrDefault(name, NOWHERE) : own, name);
    }

    private Attachment.State found(int number, String name) {
        if (number == SEVERAL) {
            ambiguous.add(name);
        }
        if (number < 0) {
            return Attachment.State.MISSING;
        }
        return present(number);
    }

    private Attachment.State present(int number) {
        named.add(number);
        return damaged.contains(number) ? Attachment.State.MISSING : new Attachment.Present(place.member(number));
    }

    private Attachment.State endingIn(String path) {
        String end = backwards(path);
        var below = fromTheirEnd.subMap(end + "/", end + (char) ('/' + 1)).values();
        var found = Stream.concat(Optional.ofNullable(fromTheirEnd.get(end)).stream(), below.stream())
                .limit(2)
                .toList();
        return found.isEmpty()
                ? Attachment.State.MISSING
                : found(found.size() > 1 ? SEVERAL : found.getFirst(), last(path));
    }

    private static String backwards(String path) {
        return new StringBuilder(path).reverse().toString();
    }

    /// Whether a record named this member.
    boolean isNamed(Archive.Readable file) {
        return named.contains(file.number());
    }

    /// Whether a record named several members so.
    boolean isAmbiguous(Archive.Readable file) {
        return !ambiguous.isEmpty() && ambiguous.contains(compared(file.fileName()));
    }

    /// How many names that records gave could mean several members.
    int ambiguous() {
        return ambiguous.size();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String compared(String name) {
        return Normalizer.normalize(Utf8.withoutMarks(name), Normalizer.Form.NFC);
    }
}

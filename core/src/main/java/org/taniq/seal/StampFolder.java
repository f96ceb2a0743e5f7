package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Revocation;
import org.taniq.seal.stamp.RevocationAnswer;
import org.taniq.seal.stamp.RevocationList;
import org.taniq.seal.stamp.Stamp;
import org.taniq.seal.stamp.StampAnswer;
import org.taniq.seal.stamp.StampCheck;
import org.taniq.seal.stamp.StampRefused;
import org.taniq.seal.stamp.StampRequest;

/// A time-stamp as it is kept, in `log/<id>/time/<size>/<n>/`: the checkpoint that was stamped, what was
/// asked, the whole answer, and the certificates that it was judged by.
///
/// @param log the folder of the log
/// @param size how many statements were stamped
/// @param n a number from 1, one for each answer
record StampFolder(Path log, long size, long n) {
    static final String CHECKPOINT = "checkpoint";
    static final String REQUEST = "request.tsq";
    static final String RESPONSE = "response.tsr";
    static final String ROOTS = "roots.pem";

    private static final List<String> FILES = List.of(CHECKPOINT, REQUEST, RESPONSE, ROOTS);
    private static final int MOST_REVOCATIONS = 99;
    private static final Pattern REVOCATION = Pattern.compile("revocation-[1-9][0-9]?\\.(crl|ocsp)");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");

    /// What is kept, judged.
    ///
    /// @param response the digest of the answer
    record Judged(StampFolder folder, Checkpoint checkpoint, StampCheck.Proven proven, Digest response) {
        Stamp stamp() {
            return proven.stamp();
        }

        /// The first certificate on the way to the root that it is of.
        Optional<X509Certificate> of(Revocation revocation) {
            var way = proven.way();
            for (int at = 0; at + 1 < way.size(); at++) {
                if (revocation.isOf(way.get(at), way.get(at + 1))) {
                    return Optional.of(way.get(at));
                }
            }
            return Optional.empty();
        }
    }

    /// All of a log, the smallest first.
    static List<StampFolder> of(Path log) throws IOException {
        var all = new ArrayList<StampFolder>();
        Path time = log.resolve("time");
        for (long size : numbers(time)) {
            for (long n : numbers(time.resolve(String.valueOf(size)))) {
                all.add(new StampFolder(log, size, n));
            }
        }
        return all;
    }

    /// @param place `time/<size>/<n>/`
    static StampFolder at(Path log, String place) {
        var parts = place.split("/", -1);
        return new StampFolder(log, Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private static List<Long> numbers(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(StampFolder::isFolder)
                    .map(name -> name.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .map(Long::valueOf)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether the log's own key signed the checkpoint in it, for more statements than that.
    boolean isOfMoreThan(long statements) throws IOException {
        try {
            var checkpoint = Checkpoint.verify(bytes(CHECKPOINT, Note.LARGEST), LogFolder.vkey(log));
            return checkpoint.size() > statements;
        } catch (Altered | NotHereYet | NoSuchFileException notSigned) {
            return false;
        }
    }

    /// As it is named below the folder of the vault.
    String name() {
        return "log/" + id() + "/time/" + size + "/" + n;
    }

    /// Of the log.
    String id() {
        return String.valueOf(log.getFileName());
    }

    private Path folder() {
        return log.resolve("time/" + size + "/" + n);
    }

    /// The files that are not there.
    List<String> missing() {
        return FILES.stream()
                .filter(name -> !PlainFile.isHere(folder().resolve(name)))
                .toList();
    }

    /// Whether a stamp by somebody else is here in part only, or before the checkpoint that it is for.
    boolean isOnItsWay(LogFolder whole) throws IOException {
        return size > whole.checkpoint().size()
                || CutFile.isCutNote(bytes(CHECKPOINT, Note.LARGEST))
                || CutFile.isCutDer(bytes(REQUEST, StampRequest.LARGEST))
                || CutFile.isCutDer(bytes(RESPONSE, StampAnswer.LARGEST))
                || !new String(bytes(ROOTS, Anchor.LARGEST), StandardCharsets.US_ASCII).endsWith("-----\n");
    }

    private byte[] bytes(String name, int most) throws IOException {
        byte[] bytes = PlainFile.upTo(most, folder().resolve(name));
        if (bytes.length > most) {
            throw new Altered(Said.of("{file} is larger than it can be", "file", name));
        }
        return bytes;
    }

    /// The certificates that the answer was judged by, written as [#keep] writes them.
    private Anchor anchor() throws IOException {
        byte[] bytes = bytes(ROOTS, Anchor.LARGEST);
        try {
            var anchor = Anchor.read(bytes);
            if (Arrays.equals(anchor.pem(), bytes)) {
                return anchor;
            }
        } catch (Trouble noRoot) {
            throw new Altered(noRoot.said(), noRoot);
        }
        throw new Altered(Said.of("{file} is not as it was written", "file", ROOTS));
    }

    /// Judges it against the log as it is now.
    ///
    /// @throws Altered if it is a stamp of something else than this log once was, or the answer proves nothing
    Judged judge(LogFolder whole) throws IOException {
        byte[] note = bytes(CHECKPOINT, Note.LARGEST);
        var checkpoint = Checkpoint.verify(note, whole.key());
        if (checkpoint.size() != size) {
            throw new Altered(Said.of("{file} is of another size than its folder says", "file", CHECKPOINT));
        }
        if (size > whole.checkpoint().size()) {
            throw new Altered("it is for more statements than the log has");
        }
        if (!whole.tree().root(size).equals(checkpoint.root())) {
            throw new Altered("it is of another past of the log");
        }
        byte[] answer = bytes(RESPONSE, StampAnswer.LARGEST);
        return new Judged(this, checkpoint, proven(note, answer, anchor()), Digest.of(answer));
    }

    private StampCheck.Proven proven(byte[] note, byte[] answer, Anchor anchor) throws IOException {
        try {
            var request = StampRequest.read(bytes(REQUEST, StampRequest.LARGEST));
            if (!request.asksFor(Digest.of(note))) {
                throw new Altered(Said.of("{file} is about something else than the checkpoint", "file", REQUEST));
            }
            return StampCheck.prove(answer, request, anchor);
        } catch (StampRefused refused) {
            throw new Altered(refused.said(), refused);
        }
    }

    /// The first number that nothing has, whatever it is.
    private static long free(Path sizes) {
        long n = 1;
        while (Files.exists(sizes.resolve(String.valueOf(n)), LinkOption.NOFOLLOW_LINKS)) {
            n++;
        }
        return n;
    }

    /// What is kept through a link would count as not there, and perhaps lie in no copy.
    ///
    /// @throws Trouble if a link, or a file, is where the stamps of the log as it is now are kept
    static void refuseUnlessFolders(LogFolder log) throws Trouble {
        Path time = log.folder().resolve("time");
        for (var place :
                List.of(time, time.resolve(String.valueOf(log.checkpoint().size())))) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isFolder(place)) {
                throw new Trouble(Said.of(
                        "time-stamps are kept in {folder}, which is no folder: move away what is there, and try again",
                        "folder",
                        place));
            }
        }
    }

    /// The names of the revocation lists and answers that were kept with it.
    List<String> revocations() throws IOException {
        if (!isFolder(folder())) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder())) {
            return names.filter(PlainFile::isHere)
                    .map(name -> name.getFileName().toString())
                    .filter(StampFolder::isOfRevocation)
                    .sorted()
                    .toList();
        }
    }

    static boolean isOfRevocation(String name) {
        return REVOCATION.matcher(name).matches();
    }

    /// The names that it may have, in order.
    static List<String> namesFor(Revocation revocation) {
        return IntStream.rangeClosed(1, MOST_REVOCATIONS)
                .mapToObj(n -> "revocation-" + n + revocation.ending())
                .toList();
    }

    /// Whether a list or an answer of somebody else is here in part only.
    boolean isCut(String name) throws IOException {
        return CutFile.isCutDer(bytes(name, RevocationList.LARGEST));
    }

    /// @throws Altered if it is none
    Revocation revocation(String name) throws IOException {
        return name.endsWith(RevocationAnswer.ENDING)
                ? RevocationAnswer.read(bytes(name, RevocationAnswer.LARGEST))
                : RevocationList.read(bytes(name, RevocationList.LARGEST));
    }

    /// Keeps it beside those that are there, once.
    void keep(Revocation revocation, Durable durable) throws IOException {
        byte[] bytes = revocation.bytes();
        for (var name : namesFor(revocation)) {
            Path file = folder().resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                durable.create(file, bytes);
                durable.settle();
                return;
            }
            if (PlainFile.isHere(file) && Arrays.equals(PlainFile.upTo(bytes.length, file), bytes)) {
                return;
            }
        }
        throw new Trouble(Said.of("there are too many revocation lists in {folder}", "folder", name()));
    }

    /// Keeps an answer beside those that are there: the folder gets its name once it is whole and on the disk.
    static StampFolder keep(LogFolder log, StampRequest request, byte[] answer, Anchor anchor, Durable durable)
            throws IOException {
        long size = log.checkpoint().size();
        Path sizes = log.folder().resolve("time/" + size);
        long n = free(sizes);
        Path unfinished = sizes.resolve(".tmp-" + Digest.of(answer).hex());
        durable.createFolder(unfinished);
        durable.create(unfinished.resolve(CHECKPOINT), log.note());
        durable.create(unfinished.resolve(REQUEST), request.bytes());
        durable.create(unfinished.resolve(RESPONSE), answer);
        durable.create(unfinished.resolve(ROOTS), anchor.pem());
        durable.settle();
        durable.move(unfinished, sizes.resolve(String.valueOf(n)));
        durable.settle();
        return new StampFolder(log.folder(), size, n);
    }
}

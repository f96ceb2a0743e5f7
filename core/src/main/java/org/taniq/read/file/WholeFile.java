package org.taniq.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// Any file as one record: its media type by content, its size and SHA-256, and what its head says about
/// itself.
public final class WholeFile implements Parser {
    private static final int CHUNK = 1 << 16;

    @Override
    public String name() {
        return "whole-file/1";
    }

    @Override
    public boolean knows(Input input) {
        return true;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var media = media(input);
        var nothing = new When.Unknown("", "the file itself states no time that is read");
        var spot = new Spot.Whole(media.size());
        var activity = Activity.of(Verb.CREATE, Actor.UNSTATED, nothing, media, Set.of(), spot);
        var tally = new Tally(input.name());
        tally.count(activity);
        sink.read(activity);
        return tally.ledger(media.mediaType(), "", List.of());
    }

    /// What the record of a file as a whole is about. All of it is read.
    public static Thing.Media media(Input input) throws IOException {
        try (InputStream in = input.bytes().open()) {
            return media(input.name(), in);
        }
    }

    private static Thing.Media media(String name, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] head = in.readNBytes(MediaTypes.HEAD);
        digest.update(head);
        long size = head.length;
        var chunk = new byte[CHUNK];
        for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
            digest.update(chunk, 0, got);
            size += got;
        }
        String type = head.length == 0 ? "application/x-empty" : MediaTypes.of(head);
        String hex = HexFormat.of().formatHex(digest.digest());
        return new Thing.Media(name, type, size, hex, Metadata.of(type, Arrays.copyOf(head, head.length)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

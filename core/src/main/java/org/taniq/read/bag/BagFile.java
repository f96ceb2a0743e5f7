package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Hash;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// A bag as one record, read where its `bagit.txt` lies: whether each of its files is what its lists say. The files
/// are members of the same archive, which are read by themselves. A bag that lacks its `bagit.txt` is read where its
/// first list lies.
public final class BagFile implements Parser {
    private static final int LARGEST = 64 << 10;
    private static final String PAYLOAD = "data";
    private static final int DEEPEST = 20;
    private static final String BEGINNING = "BagIt-Version";
    private static final Pattern LIST_LINE =
            Pattern.compile("[0-9A-Fa-f]{32,128}[ \\t]+\\*?(?:\\./)?data/[^\r\n]+", Pattern.DOTALL);

    @Override
    public String name() {
        return "bagit/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        if (input.name().equals(Bag.DECLARATION)) {
            return lists(input).findAny().isPresent()
                    || begin(input, 1 << 6).replace("\uFEFF", "").startsWith(BEGINNING);
        }
        return isFirstList(input)
                && LIST_LINE
                        .matcher(begin(input, LARGEST)
                                .replace("\uFEFF", "")
                                .stripLeading()
                                .split("[\r\n]", 2)[0])
                        .matches();
    }

    private static String begin(Input input, int most) throws IOException {
        try (var in = input.bytes().open()) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        }
    }

    /// Of a bag without a declaration, so that there is one record of it.
    private static boolean isFirstList(Input input) {
        return Bag.isList(input.name())
                && !isThere(input, Bag.DECLARATION)
                && lists(input).limit(1).anyMatch(input.name()::equals);
    }

    /// Though it is damaged, or too much was looked at before: it is read by itself then.
    private static boolean isThere(Input input, String name) {
        return input.beside().at(name) instanceof Attachment.Present
                || input.beside().open(name).isPresent();
    }

    /// Lists of known kinds that lie beside it: with one a declaration is one, whatever was made of its words.
    private static Stream<String> lists(Input input) {
        return Stream.of(Hash.values()).map(BagFile::list).filter(input.beside()::isNamed);
    }

    private static String list(Hash kind) {
        return "manifest-" + kind.word().replace("-", "").toLowerCase(java.util.Locale.ROOT) + ".txt";
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        byte[] bytes;
        try (var in = input.bytes().open()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        boolean isDeclared = input.name().equals(Bag.DECLARATION);
        var text = new String(Arrays.copyOf(bytes, Math.min(bytes.length, LARGEST)), StandardCharsets.UTF_8);
        var declaration = isDeclared ? Declaration.of(text) : Declaration.NONE;
        var bag = isTooDeep(input) ? Bag.tooDeep(declaration) : Bag.of(declaration, input.beside());
        var record = new BagRecord(bag, input.beside(), isDeclared ? text : "");
        var tally = new Tally(input.name());
        var activity = record.activity(size(input, bytes));
        tally.count(activity);
        sink.read(activity);
        if (isDeclared && bytes.length > LARGEST) {
            var rest = new Unread(new Spot.Range(LARGEST, sizeOf(input)), Unread.Reason.TOO_LARGE);
            tally.skip(rest.why());
            sink.unread(rest);
        }
        return tally.ledger("bagit", "", record.warnings());
    }

    /// Whether it lies in the files of so many others.
    private static boolean isTooDeep(Input input) {
        return Stream.of(input.path().split("/")).filter(PAYLOAD::equals).count() >= DEEPEST;
    }

    private static long size(Input input, byte[] bytes) throws IOException {
        boolean isDeclared = input.name().equals(Bag.DECLARATION);
        return isDeclared ? Math.min(bytes.length, LARGEST) : sizeOf(input);
    }

    private static long sizeOf(Input input) throws IOException {
        try (var in = input.bytes().open()) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}

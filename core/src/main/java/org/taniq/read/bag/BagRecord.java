package org.taniq.read.bag;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.bag.Finding.Kind;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Input;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;

/// A bag as one record: what whoever made it says of it, and what came of comparing its files with its lists.
final class BagRecord {
    private static final int LONGEST_INFO = 4 << 20;
    private static final String NOT_CHECKED = "not-checked";

    private final Bag bag;
    private final Input.Beside beside;
    private final String declared;

    /// @param declared the words of `bagit.txt`
    BagRecord(Bag bag, Input.Beside beside, String declared) {
        this.bag = bag;
        this.beside = beside;
        this.declared = declared;
    }

    Activity activity(long size) throws IOException {
        var draft = new Draft();
        var info = bag.info();
        var details = new ArrayList<Detail>();
        if (info.isPresent()) {
            var said = BagInfo.of(info(info.get()));
            draft.words(said.words());
            draft.file(info.get(), beside.at(info.get()));
            put("bagContact", Detail.cut(said.contact()), details);
        }
        bag.tagFiles().forEach(file -> draft.file(file, beside.at(file)));
        details.addAll(0, details());
        return draft.record(new Spot.Range(0, size), Place.UNSTATED).with(details);
    }

    /// Words as they stand there: whoever made the bag wrote them.
    private String info(String name) throws IOException {
        var content = beside.open(name);
        if (content.isEmpty()) {
            return "";
        }
        Charset charset = bag.declaration().charset().orElse(StandardCharsets.UTF_8);
        try (var in = content.get().open()) {
            return new String(in.readNBytes(LONGEST_INFO), charset);
        }
    }

    private List<Detail> details() {
        var details = new ArrayList<Detail>();
        put("bagVersion", bag.declaration().version(), details);
        put("charset", bag.declaration().encoding(), details);
        if (!bag.declaration().isAsItMust()) {
            put("asWritten", Detail.cut(declared), details);
        }
        details.add(Detail.of("verdict", verdict()));
        put("why", verdict().equals(NOT_CHECKED) ? why() : "", details);
        if (bag.isCompared() && !bag.isStrong()) {
            details.add(new Detail("weaknesses", Json.strings(List.of("onlyForgeable"))));
        }
        details.add(Detail.of("filesMatch", bag.matching()));
        bag.findings().all().forEach(finding -> details.add(finding.detail()));
        if (bag.findings().leftOut() > 0) {
            details.add(Detail.of("filesLeftOut", bag.findings().leftOut()));
        }
        bag.toFetch().forEach(file -> details.add(toFetch(file)));
        return details;
    }

    private static void put(String name, String text, List<Detail> details) {
        if (!text.isEmpty()) {
            details.add(Detail.of(name, text));
        }
    }

    private Detail toFetch(FetchList.Fetched file) {
        boolean isHere = beside.at(file.path()) instanceof Attachment.Present;
        return new Detail(
                "fileToFetch",
                Json.object()
                        .put("address", Detail.cut(withoutKeys(file.address())))
                        .put("file", Detail.cut(file.path()))
                        .put("isThere", Json.of(isHere))
                        .build());
    }

    /// Who has such an address whole may be let in by it.
    private static String withoutKeys(String address) {
        var asked = address.replaceFirst("[?#].*", "?…");
        return asked.replaceFirst("^((?:[A-Za-z][A-Za-z0-9+.-]{0,20}:)?//|)[^/]*@", "$1…@");
    }

    /// Whether anything lies beside it: a declaration by itself is no bag.
    private boolean isSeen() {
        return !beside.isAlone();
    }

    /// Nothing that is wrong is taken back by what was not looked at; nothing is right where something was not.
    private String verdict() {
        if (!isSeen()) {
            return NOT_CHECKED;
        }
        if (bag.findings().faults() > 0) {
            return "not-valid";
        }
        return why().isEmpty() ? "valid" : NOT_CHECKED;
    }

    private String why() {
        return isSeen() ? bag.whyNotChecked() : "filesNotSeen";
    }

    List<Said> warnings() {
        if (!isSeen()) {
            return List.of(
                    Said.of("of the bag its declaration alone was seen, so that nothing of it was compared: add it"
                            + " as one ZIP archive"));
        }
        var warnings = new ArrayList<Said>();
        counted(warnings, Kind.DIFFERS);
        counted(warnings, Kind.MISSING, Kind.SYSTEM_FILE);
        counted(warnings, Kind.NOT_LISTED);
        if (bag.findings().count(Kind.LEADS_OUT) > 0) {
            warnings.add(Said.of("the lists of the bag name files outside of it: none of them was looked at"));
        }
        warnings.add(
                switch (verdict()) {
                    case "valid" ->
                        Said.of("the files of the bag are what its lists say, and nobody signed the lists: whoever had"
                                + " the bag can have changed both");
                    case "not-valid" -> Said.of("the bag is not valid: its record says what is not as it must be");
                    default ->
                        Said.of("not all lists of the bag could be compared with its files: its record says why, and"
                                + " nothing is wrong with it for that");
                });
        return warnings;
    }

    private void counted(List<Said> warnings, Kind kind, Kind... also) {
        long n = bag.findings().count(kind)
                + Stream.of(also).mapToLong(bag.findings()::count).sum();
        if (n == 0) {
            return;
        }
        warnings.add(
                switch (kind) {
                    case DIFFERS ->
                        Said.of(
                                "{n} files of the bag are not what its lists say: they were changed or damaged",
                                "n",
                                n);
                    case MISSING ->
                        Said.of("{n} files that the lists of the bag name are not in it, or cannot be read", "n", n);
                    default -> Said.of("{n} files are in the bag and in none of its lists", "n", n);
                });
    }
}

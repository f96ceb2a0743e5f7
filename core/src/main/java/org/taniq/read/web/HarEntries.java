package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Handing;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// The pages and entries of a HAR file, one after the other.
final class HarEntries implements JsonReading.Format {
    /// What stands first in an entry or a page, and in nothing else.
    private static final Set<String> OPENERS = Set.of(
            "startedDateTime",
            "pageref",
            "request",
            "cache",
            "connection",
            "_connectionId",
            "_initiator",
            "_priority",
            "_resourceType",
            "_fromCache",
            "_fromDiskCache",
            "_fromServiceWorker",
            "_webSocketMessages",
            "_eventSourceMessages",
            "_securityState");

    /// Objects whose members are read one by one, because a body can be large.
    private static final Set<String> ENTERED = Set.of("request", "response", "request.postData", "response.content");

    private final Handing handing;
    private final WordFindings words = new WordFindings();
    private final Allowance allowance = new Allowance(256L << 20, 16);
    private final List<String> programs = new ArrayList<>();
    private long withoutBody;

    HarEntries(Handing handing) {
        this.handing = handing;
    }

    @Override
    public Set<String> openers() {
        return OPENERS;
    }

    @Override
    public String around(String opener) {
        return "{\"log\":{\"entries\":[";
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        if (!pass.walk().isObject()) {
            pass.section();
            return;
        }
        pass.enter();
        while (pass.walk().hasNext()) {
            if (pass.walk().isObject()) {
                log(pass); // a wrong letter in its name must not take all of it along
            } else {
                pass.section();
            }
        }
    }

    private void log(JsonPass pass) throws IOException {
        pass.enter();
        while (pass.walk().hasNext()) {
            var name = pass.walk().name();
            if (pass.walk().isArray()) {
                pass.elements(this::one);
            } else if (Set.of("creator", "browser").contains(name)) {
                program(pass);
            } else if (name.equals("version")) {
                pass.frame();
            } else {
                pass.section();
            }
        }
    }

    /// The program that made the file, and the browser in which it ran.
    private void program(JsonPass pass) throws IOException {
        var fields = Fields.of(pass.item().value().orElse(Json.NULL));
        var program = (fields.text("name") + " " + fields.text("version")).strip();
        if (!program.isEmpty() && programs.size() < 2) {
            programs.add(program);
        }
    }

    private void one(JsonPass pass) throws IOException {
        if (pass.walk().isObject()) {
            entry(pass);
        } else {
            pass.none(pass.item());
        }
    }

    private void entry(JsonPass pass) throws IOException {
        var entry = new HarEntry(programs);
        var place = pass.isWhole() ? Place.path(pass.walk().pointer()) : Place.UNSTATED;
        var start = pass.hold();
        try {
            members(pass, "", entry);
        } catch (BrokenJson broken) {
            entry.cut(broken.isTooLarge() ? Words.Hindrance.TOO_LONG : Words.Hindrance.DAMAGED);
            if (entry.isKnown() && !entry.hasHole()) {
                hand(pass, entry, pass.releaseAtDamage(start), place);
            }
            throw broken;
        }
        end(pass, entry, start, place);
    }

    private void end(JsonPass pass, HarEntry entry, JsonWalk.Start start, Place place) throws IOException {
        var span = pass.release(start);
        if (entry.hasHole()) {
            handing.hole(span, span.last());
        } else if (entry.isKnown() || entry.isPage()) {
            hand(pass, entry, span, place);
        } else {
            handing.unread(span, Unread.Reason.NO_MESSAGE);
        }
    }

    /// The members of the object that was entered.
    private static void members(JsonPass pass, String around, HarEntry entry) throws IOException {
        while (pass.walk().hasNext()) {
            var name = entry.named(around, pass.walk().name());
            if (ENTERED.contains(name) && pass.walk().isObject()) {
                pass.enter();
                members(pass, entry.entered(name) + ".", entry);
            } else if (HarMessages.Kind.of(name).isPresent() && pass.walk().isArray()) {
                entry.listed(name);
                messages(pass, HarMessages.Kind.of(name).get(), entry);
            } else {
                entry.take(name, pass.item());
            }
        }
    }

    private static void messages(JsonPass pass, HarMessages.Kind kind, HarEntry entry) throws IOException {
        pass.enter();
        while (pass.walk().hasNext()) {
            entry.message(pass.item(), kind);
        }
    }

    /// An entry as it was read.
    private record One(HarWords words, Activity record) {}

    private void hand(JsonPass pass, HarEntry entry, Span span, Place place) throws IOException {
        var some = allowance.upTo(span.to());
        var one = OneOfMany.read(() -> {
            var words = HarWords.of(entry, some);
            var record = new HarRecord(words, entry).activity(Spot.Lines.of(span), place);
            record.toJson();
            return new One(words, record);
        });
        if (one.isEmpty()) {
            handing.unread(span, Unread.Reason.READER_FAULT);
            return;
        }
        count(one.get().words());
        if (entry.isTwice()) {
            pass.twice();
        }
        pass.read(one.get().record());
    }

    private void count(HarWords read) {
        var counted =
                read.answer().isHindered() ? read.answer() : read.sent().isHindered() ? read.sent() : read.answer();
        words.read(counted);
        withoutBody += read.answer().extent().hindrance() == Words.Hindrance.NOT_KEPT ? 1 : 0;
    }

    List<Said> warnings() {
        var warnings = new ArrayList<Said>();
        Findings.warn(
                Said.of(
                        "of {n} answers the file does not hold the body: what stood in them cannot be read",
                        "n",
                        withoutBody),
                warnings);
        words.warn(warnings);
        return warnings;
    }
}

package org.taniq.read.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;
import org.taniq.read.web.PackageFiles.Found;
import org.taniq.read.web.SignedPackage.Verdict;

/// A WACZ as one record: what whoever made it called it, its files, and its signature.
final class PackageRecord {
    private static final Set<String> TOLD = Set.of("title", "description", "created");
    private static final int MOST_UNLISTED = 1000;

    private PackageRecord() {}

    static Activity of(Json.Obj list, PackageFiles files, Verdict verdict, long size) {
        var words = Stream.of(SignedPackage.text(list, "title"), SignedPackage.text(list, "description"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Activity(
                        Verb.CREATE,
                        Actor.UNSTATED,
                        Actor.UNSTATED,
                        CaptureTime.of(SignedPackage.text(list, "created")),
                        new Thing.Note(words, List.of()),
                        Set.of(),
                        new Spot.Range(0, size),
                        "",
                        "",
                        Map.of(),
                        "",
                        Place.path(""),
                        List.of())
                .with(details(list, files, verdict));
    }

    private static List<Detail> details(Json.Obj list, PackageFiles files, Verdict verdict) {
        var details = new ArrayList<Detail>();
        details.add(new Detail("packageSignature", signature(verdict)));
        for (var file : files.listed()) {
            details.add(new Detail(
                    "listedFile",
                    Json.object()
                            .put("file", file.path())
                            .put("result", file.found().word())
                            .build()));
        }
        files.unlisted().stream().limit(MOST_UNLISTED).forEach(path -> details.add(Detail.of("unlistedFile", path)));
        long more = files.leftOut() + Math.max(0L, files.unlisted().size() - MOST_UNLISTED);
        if (more > 0) {
            details.add(Detail.of("filesLeftOut", more));
        }
        list.members().forEach((name, value) -> {
            if (!name.equals("resources") && !(TOLD.contains(name) && value instanceof Json.Str)) {
                details.add(member(name, value));
            }
        });
        return details;
    }

    /// What the source says besides, under its own name for it.
    static Detail member(String name, Json value) {
        return new Detail(
                "member",
                Json.object().put("name", name).put("value", value.inOrder()).build());
    }

    private static Json signature(Verdict verdict) {
        var json = Json.object().put("strength", verdict.strength().word());
        put(json, "why", verdict.why());
        put(json, "domain", verdict.domain());
        put(json, "key", verdict.key());
        verdict.time().forEach(time -> json.put("vouchedTime", time.toString()));
        put(json, "folder", verdict.folder());
        return json.build();
    }

    private static void put(Json.Builder json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    /// What a person should know before she relies on it.
    static List<Said> warnings(PackageFiles files, Verdict verdict) {
        var warnings = new ArrayList<Said>();
        long differing = files.count(Found.DIFFERS);
        if (differing > 0) {
            warnings.add(Said.of(
                    "{n} files of the WACZ are not what its list says: they were changed, or the list is wrong",
                    "n",
                    differing));
        }
        long missing = files.count(Found.MISSING);
        if (missing > 0) {
            warnings.add(Said.of("{n} files that the WACZ lists are not in it, damaged, or there twice", "n", missing));
        }
        long unchecked = files.count(Found.NOT_CHECKED) + files.leftOut();
        if (unchecked > 0) {
            warnings.add(Said.of("{n} files of the WACZ were not compared with its list", "n", unchecked));
        }
        if (!files.unlisted().isEmpty()) {
            warnings.add(Said.of(
                    "{n} files are in the WACZ and not in its list: no signature covers them",
                    "n",
                    files.unlisted().size()));
        }
        warnings.add(signed(verdict));
        return warnings;
    }

    private static Said signed(Verdict verdict) {
        if (!verdict.folder().isEmpty()) {
            return Said.of(
                    "a list of files as in a WACZ lies in the folder {folder}: a signature of it covers files there alone,"
                            + " and no other file of the archive",
                    "folder",
                    verdict.folder());
        }
        if (verdict.isBroken()) {
            return Said.of("the WACZ has a signature that does not hold: take it as not signed");
        }
        return switch (verdict.strength()) {
            case NONE -> Said.of("the WACZ is not signed: whoever had it can have changed it");
            case ANONYMOUS_KEY ->
                Said.of("the WACZ is signed by a key of which nobody vouches whose it is: anybody can make one");
            case DOMAIN_KEY ->
                Said.of(
                        "the WACZ is signed with the key of {domain}, at {time} as an authority vouches: anybody can have a"
                                + " domain, so look at whose it is; whether its certificate was revoked was not looked at",
                        Map.of(
                                "domain",
                                verdict.domain(),
                                "time",
                                verdict.time().getFirst().toString()));
        };
    }
}

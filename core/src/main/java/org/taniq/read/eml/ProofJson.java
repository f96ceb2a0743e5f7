package org.taniq.read.eml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.mail.ArcChain;
import org.taniq.read.mail.ArcSet;
import org.taniq.read.mail.CheckedSignature;
import org.taniq.read.mail.HeaderField;
import org.taniq.read.mail.Hindrance;
import org.taniq.read.mail.KeyText;
import org.taniq.read.mail.RawMail;
import org.taniq.read.mail.SaidByServer;
import org.taniq.read.mail.SignatureField;
import org.taniq.read.mail.Verdict;
import org.taniq.read.mail.Weakness;
import org.taniq.read.record.Detail;

/// What was found of signatures, as it stands in details.
final class ProofJson {
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_NAME = 255;

    private ProofJson() {}

    /// What a signature proves of a mail.
    ///
    /// @param sender its domain
    /// @param againstWords why the words that are read need not be those that were signed
    record Proven(boolean sender, Optional<String> againstWords) {
        static final Proven NOTHING = new Proven(false, Optional.empty());

        boolean words() {
            return sender && againstWords.isEmpty();
        }
    }

    static Json signature(CheckedSignature one, RawMail mail, Proven proven) {
        var json = signature(one, mail)
                .put("provesSender", Json.of(proven.sender()))
                .put("provesWords", Json.of(proven.words()));
        proven.againstWords().ifPresent(why -> json.put("why", why));
        if (one.verdict() instanceof Verdict.Passed) {
            json.put("notSigned", Json.strings(SenderProof.notSigned(one, mail)));
        }
        return json.build();
    }

    private static Json.Builder signature(CheckedSignature one, RawMail mail) {
        var field = one.field();
        var json = Json.object()
                .put("domain", named(field.domain()))
                .put("selector", named(field.selector()))
                .put("body", one.body().agreement().word())
                .put("bodyBytesNotSigned", one.body().unsigned());
        fields(one.coverage().signed(), mail, json);
        verdict(one.verdict(), field, json);
        return json;
    }

    /// Each name once; where not all fields of a name are signed, with how many of how many: `From 1/2`.
    private static void fields(List<HeaderField> signed, RawMail mail, Json.Builder json) {
        var counts = new LinkedHashMap<String, Integer>();
        var names = new LinkedHashMap<String, String>();
        for (var field : signed) {
            var name = field.name().toLowerCase(Locale.ROOT);
            names.putIfAbsent(name, field.name());
            counts.merge(name, 1, Integer::sum);
        }
        json.put(
                "fieldsSigned",
                Json.strings(counts.entrySet().stream()
                        .limit(MOST_FIELDS)
                        .map(each -> {
                            int there = mail.named(each.getKey()).size();
                            var name = named(names.getOrDefault(each.getKey(), ""));
                            return each.getValue() == there ? name : name + " " + each.getValue() + "/" + there;
                        })
                        .toList()));
        if (counts.size() > MOST_FIELDS) {
            json.put("fieldsLeftOut", counts.size() - MOST_FIELDS);
        }
    }

    private static void verdict(Verdict verdict, SignatureField field, Json.Builder json) {
        switch (verdict) {
            case Verdict.Passed(var key, var weak) -> {
                json.put("verdict", "passed");
                passed(key, json, weak);
            }
            case Verdict.Expired(var end, var arrival, var key, var weak) -> {
                json.put("verdict", "expired").put("end", end.toString()).put("arrived", arrival.toString());
                passed(key, json, weak);
            }
            case Verdict.Failed(var fault) -> json.put("verdict", "failed").put("why", fault.word());
            case Verdict.NotChecked(var why) ->
                json.put("verdict", "not-checked").put("why", why.word()).put("says", notChecked(why, field));
        }
    }

    private static String notChecked(Hindrance why, SignatureField field) {
        return why == Hindrance.NO_KEY
                ? "not checked: the key of selector " + named(field.selector()) + " at domain " + named(field.domain())
                        + " is needed"
                : "not checked: " + why.word();
    }

    private static void passed(Verdict.UsedKey key, Json.Builder json, Set<Weakness> weak) {
        KeyText record = key.record();
        json.put("weaknesses", weaknesses(weak))
                .put(
                        "key",
                        Json.object()
                                .put("text", record.text())
                                .put("keyFrom", record.origin())
                                .put("had", record.had().toString())
                                .put("bits", key.bits())
                                .build());
    }

    private static Json weaknesses(Set<Weakness> weak) {
        return Json.strings(weak.stream().map(Weakness::word).toList());
    }

    static Json arc(ArcChain chain, RawMail mail) {
        return switch (chain) {
            case ArcChain.None _ -> Json.NULL;
            case ArcChain.Passed passed ->
                Json.object()
                        .put("verdict", "passed")
                        .put("unchangedSince", passed.unchangedSince())
                        .put("weaknesses", weaknesses(passed.weaknesses()))
                        .put("sets", sets(passed.sets(), mail))
                        .build();
            case ArcChain.Failed(var fault, int instance, var sets) ->
                stopped("failed", fault.word(), instance)
                        .put("sets", sets(sets, mail))
                        .build();
            case ArcChain.NotChecked(var why, int instance, var sets) ->
                stopped("not-checked", why.word(), instance)
                        .put("sets", sets(sets, mail))
                        .build();
        };
    }

    private static Json.Builder stopped(String result, String why, int instance) {
        return Json.object().put("verdict", result).put("why", why).put("instance", instance);
    }

    private static Json sets(List<ArcSet> sets, RawMail mail) {
        return Json.of(sets.stream().<Json>map(set -> set(set, mail)).toList());
    }

    private static Json set(ArcSet set, RawMail mail) {
        var seal = Json.object()
                .put("domain", named(set.seal().domain()))
                .put("selector", named(set.seal().selector()));
        verdict(set.sealed(), set.seal(), seal);
        return Json.object()
                .put("instance", set.instance())
                .put(
                        isSealedByItsServer(set) ? "server" : "saysItIs",
                        Json.orNull(set.said().server()))
                .put("seal", seal.build())
                .put("messageSignature", signature(set.message(), mail).build())
                .build();
    }

    /// Anybody with a domain can seal what he says that a server of others found.
    private static boolean isSealedByItsServer(ArcSet set) {
        return set.sealed() instanceof Verdict.Passed
                && SenderProof.isAbove(
                        set.seal().domain().toLowerCase(Locale.ROOT),
                        set.said().server().toLowerCase(Locale.ROOT));
    }

    /// Names of the name service are not longer.
    private static String named(String name) {
        return Detail.cut(name, LONGEST_NAME);
    }

    static Json said(SaidByServer said) {
        return Json.object()
                .put("server", Json.orNull(said.server()))
                .put(
                        "results",
                        Json.strings(
                                said.results().stream().map(ProofJson::result).toList()))
                .build();
    }

    private static String result(SaidByServer.Result result) {
        var line = new StringBuilder(result.method() + "=" + result.result());
        result.properties().forEach(each -> line.append(' ' + each.name() + "=" + each.value()));
        return line.toString();
    }
}

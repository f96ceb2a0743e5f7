package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.taniq.base.Json;

/// Forgeries of what `record/2` has more than `record/1`: id, place and details, in a dossier of the second version.
final class PlacedForgeries {
    private PlacedForgeries() {}

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        values(all);
        forms(all);
        trees(all);
        versions(all);
        return all.stream().map(Forgery::placed).toList();
    }

    /// After the leaves were hashed, so that they commit to something else.
    private static void shown(List<Forgery> all, String name, Consumer<Forged> change) {
        all.add(Forgery.ofEntries("placed: " + name, "statement", forged -> {
            String before = forged.text(Forged.statement(Forged.EVIDENCE, 3));
            change.accept(forged);
            if (before.equals(forged.text(Forged.statement(Forged.EVIDENCE, 3)))) {
                throw new IllegalStateException("nothing forged: " + name);
            }
        }));
    }

    private static void other(List<Forgery> all, String name, String field, Json value) {
        shown(all, name, forged -> {
            var draft = forged.records.get(1);
            String honest = draft.disclosed(field);
            draft.forge(field, value);
            forged.editStatement(3, honest, draft.disclosed(field));
        });
    }

    private static void values(List<Forgery> all) {
        other(all, "another id", "id", Json.of("m-8"));
        other(all, "no id", "id", Json.NULL);
        other(all, "another place", "place", Json.parse("{\"path\":\"/messages/8\"}"));
        other(all, "no details", "details", Json.NULL);
        for (var field : List.of("name", "value")) {
            shown(all, "another " + field + " of a detail", forged -> {
                var detail = forged.details.getFirst();
                String honest = detail.disclosed(field);
                detail.forge(field, Json.of("forwardedFrom"));
                forged.editStatement(3, honest, detail.disclosed(field));
            });
        }
    }

    private static void form(List<Forgery> all, String name, String place) {
        all.add(Forgery.ofLeaves(
                "form of a place: " + name,
                "exhibit",
                forged -> forged.records.get(1).forge("place", Json.parse(place))));
    }

    private static void forms(List<Forgery> all) {
        form(all, "a text", "\"page 3\"");
        form(all, "nothing in it", "{}");
        form(all, "page 0", "{\"page\":0}");
        form(all, "a page that is a text", "{\"page\":\"3\"}");
        form(all, "another member", "{\"page\":3,\"paragraph\":1}");
        form(all, "a path without a slash", "{\"path\":\"messages\"}");
        form(all, "a path with another escape", "{\"path\":\"/a~2\"}");
        form(all, "three sides", "{\"box\":[1,2,3]}");
        form(all, "a side below nothing", "{\"box\":[1,2,3,-4]}");
        form(all, "a small number as text", "{\"row\":\"5\",\"table\":\"t\"}");
        form(all, "a number of sixteen digits as text", "{\"row\":\"1000000000000000\",\"table\":\"t\"}");
        form(all, "the largest number, as text", "{\"row\":\"-9007199254740991\",\"table\":\"t\"}");
        form(all, "a row that no database has", "{\"row\":\"9223372036854775808\",\"table\":\"t\"}");
        form(all, "row 0 of no table", "{\"row\":0}");
        form(all, "a row below nothing, of no table", "{\"row\":-3}");
        form(all, "a row that only a database has, of no table", "{\"row\":\"9007199254740992\"}");
        form(all, "the end of a stretch alone", "{\"to\":5}");
        form(all, "the beginning of a stretch alone", "{\"from\":5}");
        form(all, "a stretch that ends before it begins", "{\"from\":7,\"to\":5}");
        form(all, "a table that is a number", "{\"row\":5,\"table\":1}");
        for (var name : List.of("Edited", "edited at", "", "\u0430", "a".repeat(33))) {
            all.add(Forgery.ofLeaves(
                    "name of a detail: " + name,
                    "exhibit",
                    forged -> forged.details.getFirst().forge("name", Json.of(name))));
        }
        all.add(Forgery.ofLeaves(
                "name of a detail withheld",
                "exhibit",
                forged -> forged.details.getFirst().shown.remove("name")));
        all.add(Forgery.ofLeaves(
                "pointer in a detail: of another form",
                "pointers",
                forged -> forged.details.getFirst().forge("value", Json.parse("{\"index\":1,\"log\":\"x\"}"))));
    }

    private static void trees(List<Forgery> all) {
        all.add(Forgery.ofLeaves(
                "details: twice",
                "statement",
                forged -> forged.records.get(1).trees.put("details", first(forged) + "," + first(forged))));
        all.add(Forgery.ofLeaves(
                "details: of another tree",
                "statement",
                forged -> forged.records
                        .get(1)
                        .trees
                        .put("details", stranger().proof(0, Draft.tree(List.of(stranger())), ""))));
        all.add(Forgery.ofLeaves(
                "details: of another kind",
                "statement",
                forged -> forged.records.get(1).forge("details", Forged.tree("piece/1", Draft.tree(forged.details)))));
        all.add(Forgery.ofLeaves(
                "details: without their tree",
                "statement",
                forged -> forged.records.get(1).shown.remove("details")));
    }

    private static String first(Forged forged) {
        return forged.details.getFirst().proof(0, Draft.tree(forged.details), "");
    }

    private static Draft stranger() {
        return new Draft("stranger", "detail/1", Set.of("name", "value"))
                .put("name", Json.of("edited"))
                .put("value", Json.of("never"));
    }

    private static void versions(List<Forgery> all) {
        all.add(Forgery.ofSigned(
                "version: the first, which knows no such reading",
                "note",
                forged -> forged.version("1", "court", forged.evidenceKey)));
    }
}

package org.taniq.read.web;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Input;

/// The files that a WACZ lists, compared with those that are there.
///
/// @param listed in the order of the list
/// @param unlisted paths of files that are there and that no list names
/// @param leftOut how many of the list were not looked at, because it is too long
record PackageFiles(List<Listed> listed, List<String> unlisted, int leftOut) {
    private static final int MOST = 10_000;

    /// The list itself, and the file that its signature is in.
    private static final Set<String> OWN = Set.of("datapackage.json", "datapackage-digest.json");

    private static final Pattern DIGEST = Pattern.compile("(?i)sha256:[0-9a-f]{64}");

    PackageFiles {
        listed = List.copyOf(listed);
        unlisted = List.copyOf(unlisted);
    }

    /// What came of looking for a file.
    enum Found {
        MATCHES("matches"),
        DIFFERS("differs"),
        /// Not there, not readable to its end, or there twice.
        MISSING("missing"),
        /// No digest of a kind that is known here is stated.
        NOT_CHECKED("notChecked");

        private final String word;

        Found(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    record Listed(String path, Found found) {}

    static PackageFiles of(Json.Obj list, Input.Beside beside) throws IOException {
        var resources =
                list.get("resources").orElse(Json.NULL) instanceof Json.Arr(List<Json> items) ? items : List.<Json>of();
        var listed = new ArrayList<Listed>();
        var named = new HashSet<>(OWN);
        for (var resource : resources) {
            named.add(composed(path(resource)));
            if (listed.size() < MOST) {
                listed.add(listed(resource, beside));
            }
        }
        var unlisted = beside.files().stream()
                .filter(path -> !named.contains(composed(path)))
                .toList();
        return new PackageFiles(listed, unlisted, resources.size() - listed.size());
    }

    /// Macs take letters apart in names of files.
    private static String composed(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static String path(Json resource) {
        return SignedPackage.text(resource, "path");
    }

    /// It is compared and not named: what no parser reads stays what nobody read.
    private static Listed listed(Json resource, Input.Beside beside) throws IOException {
        var path = path(resource);
        var stated = stated(resource);
        var computed = beside.digest(path);
        if (computed.isEmpty()) {
            return new Listed(path, Found.MISSING);
        }
        return new Listed(path, compared(stated, "sha256:" + computed.get().hex()));
    }

    private static Found compared(Optional<String> stated, String computed) {
        if (stated.isEmpty()) {
            return Found.NOT_CHECKED;
        }
        return stated.get().equalsIgnoreCase(computed) ? Found.MATCHES : Found.DIFFERS;
    }

    /// As `sha256:…`; of WACZ 1.0 it stands in `stats`. Nothing where it is no such digest.
    private static Optional<String> stated(Json resource) {
        var direct = SignedPackage.text(resource, "hash");
        var stats = SignedPackage.member(resource, "stats").orElse(Json.NULL);
        boolean isOld = direct.isEmpty()
                && SignedPackage.text(resource, "hashing")
                        .toLowerCase(Locale.ROOT)
                        .equals("sha256");
        var stated = isOld ? "sha256:" + SignedPackage.text(stats, "hash") : direct;
        return Optional.of(stated).filter(each -> DIGEST.matcher(each).matches());
    }

    long count(Found found) {
        return listed.stream().filter(file -> file.found() == found).count();
    }
}

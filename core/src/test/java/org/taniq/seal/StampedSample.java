package org.taniq.seal;

import static org.taniq.seal.stamp.TestAuthority.THEN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.taniq.base.Digest;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.StampAnswer;
import org.taniq.seal.stamp.StampRequest;
import org.taniq.seal.stamp.TestAuthority;

/// Dossiers with time-stamps around them by authorities of tests, and what a forger makes of one: she has no
/// authority at her hand, or one of her own.
final class StampedSample {
    final List<TestAuthority> authorities;
    final Path dossier;
    final byte[] bytes;

    private StampedSample(List<TestAuthority> authorities, Path dossier, byte[] bytes) {
        this.authorities = authorities;
        this.dossier = dossier;
        this.bytes = bytes;
    }

    static StampedSample in(Path folder, TestAuthority... authorities) throws IOException {
        return of(Files.write(folder.resolve("dossier.zip"), Forged.honest()), THEN, authorities);
    }

    /// @param at what the authorities say of the time
    static StampedSample of(Path dossier, Instant at, TestAuthority... authorities) throws IOException {
        var asked = new ArrayList<Authority>();
        for (var authority : authorities) {
            asked.add(authority.authority());
        }
        var stamping = DossierStamping.of(dossier, asked);
        for (int n = 0; n < authorities.length; n++) {
            var authority = authorities[n];
            stamping.stamp(asked.get(n), (_, request) -> authority.answer(request, at), new SecureRandom());
        }
        var out = new ByteArrayOutputStream();
        stamping.container().write(out);
        return new StampedSample(List.of(authorities), dossier, out.toByteArray());
    }

    /// The entries in their order.
    LinkedHashMap<String, byte[]> entries() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                entries.put(next.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /// The n-th time-stamp.
    byte[] token(int n) throws IOException {
        return Objects.requireNonNull(entries().get(StampedDossier.tokenName(n)));
    }

    /// Changes the entries.
    @FunctionalInterface
    interface Change {
        void to(LinkedHashMap<String, byte[]> entries) throws IOException;
    }

    byte[] with(Change change) throws IOException {
        var entries = entries();
        change.to(entries);
        return zip(entries);
    }

    /// A canonical container of these entries, whatever they are.
    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(Map.Entry.comparingByKey(Container.ORDER));
        return Forged.zip(sorted);
    }

    private static byte[] at(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    /// What must be refused, each by what is wrong with it.
    Map<String, byte[]> forgeries() throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("an unlisted entry", with(entries -> entries.put("notes.txt", ascii("not listed"))));
        all.put("an unlisted entry in META-INF", with(entries -> entries.put("META-INF/notes.txt", ascii("x"))));
        all.put("a missing token", with(entries -> entries.remove("META-INF/timestamp001.tst")));
        all.put("another manifest", with(entries -> replace(entries, "mimetype", "mimetipe")));
        all.put("a manifest with an entry less", with(StampedSample::listLess));
        all.put("a manifest with a DOCTYPE", with(entries -> replace(entries, "?>\n", "?>\n<!DOCTYPE x>\n")));
        all.put("another dossier", with(entries -> entries.put("dossier.zip", changedDossier())));
        all.put("another dossier that the manifest lists", with(this::relist));
        all.put("other certificates", with(entries -> entries.put("certificates.pem", ascii(other().pem()))));
        all.put("no certificates", with(entries -> entries.remove("certificates.pem")));
        all.put("another kind of container", with(entries -> entries.put("mimetype", ascii("application/zip"))));
        all.put("a token of something else", with(StampedSample::strangeToken));
        all.put("no dossier", with(entries -> entries.remove("dossier.zip")));
        all.put("a manifest beyond a gap", with(StampedSample::beyondAGap));
        all.put("bytes behind it", Arrays.copyOf(bytes, bytes.length + 1));
        all.put("cut", Arrays.copyOf(bytes, bytes.length - 1));
        return all;
    }

    /// With another dossier, which the first authority stamped too.
    byte[] restamped(byte[] dossier) throws IOException {
        return with(entries -> {
            byte[] manifest =
                    StampedDossier.manifest(1, Digest.of(at(entries, "certificates.pem")), Digest.of(dossier));
            var request = StampRequest.of(Digest.of(manifest), new SecureRandom());
            byte[] answer = authorities.getFirst().answer(request.bytes(), THEN);
            entries.put("dossier.zip", dossier);
            entries.put("META-INF/ASiCManifest001.xml", manifest);
            entries.put("META-INF/timestamp001.tst", StampAnswer.read(answer).token());
        });
    }

    private static void replace(Map<String, byte[]> entries, String from, String to) {
        String name = "META-INF/ASiCManifest001.xml";
        entries.put(name, ascii(new String(at(entries, name), StandardCharsets.US_ASCII).replace(from, to)));
    }

    private static void listLess(Map<String, byte[]> entries) {
        String name = "META-INF/ASiCManifest001.xml";
        String xml = new String(at(entries, name), StandardCharsets.US_ASCII);
        int from = xml.indexOf("<asic:DataObjectReference URI=\"certificates.pem\"");
        int to = xml.indexOf("<asic:DataObjectReference URI=\"dossier.zip\"");
        entries.put(name, ascii(xml.substring(0, from) + xml.substring(to)));
    }

    /// Whole in itself, but another than the one that was stamped.
    private static byte[] changedDossier() throws IOException {
        var other = new Forged();
        other.letterBytes = ascii("To the polise");
        other.prove();
        other.sign();
        return other.zip();
    }

    private void relist(Map<String, byte[]> entries) throws IOException {
        entries.put("dossier.zip", changedDossier());
        var certificates = Digest.of(at(entries, "certificates.pem"));
        for (int n = 1; n <= authorities.size(); n++) {
            entries.put(
                    StampedDossier.manifestName(n),
                    StampedDossier.manifest(n, certificates, Digest.of(at(entries, "dossier.zip"))));
        }
    }

    private static TestAuthority other() throws IOException {
        return new TestAuthority("Root of others");
    }

    private static void strangeToken(Map<String, byte[]> entries) throws IOException {
        var request = StampRequest.of(Digest.of(ascii("something else")), new SecureRandom());
        entries.put(
                "META-INF/timestamp001.tst",
                StampAnswer.read(other().answer(request.bytes(), THEN)).token());
    }

    private static void beyondAGap(Map<String, byte[]> entries) {
        entries.put("META-INF/ASiCManifest005.xml", at(entries, "META-INF/ASiCManifest001.xml"));
        entries.put("META-INF/timestamp005.tst", at(entries, "META-INF/timestamp001.tst"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

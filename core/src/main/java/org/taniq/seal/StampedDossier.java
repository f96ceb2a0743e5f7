package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.taniq.base.Digest;

/// A dossier with time-stamps around it, an ASiC-E container with a time assertion (ETSI EN 319 162-1): the
/// names of its entries, and what stands in those that follow from the others (docs/format.md, section 11).
final class StampedDossier {
    static final String DOSSIER = "dossier.zip";

    /// The certificates by which the time-stamps are judged, as [Anchor#pem] writes them.
    static final String CERTIFICATES = "certificates.pem";

    /// More authorities nobody asks.
    static final int MOST = 20;

    private static final byte[] KIND = "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);

    /// Of the sum and both sizes in a local header.
    private static final int SUM = 14;

    private static final int NAME_LENGTH = 26;

    private StampedDossier() {}

    static byte[] kind() {
        return KIND.clone();
    }

    /// @param n from 1
    static String manifestName(int n) {
        return "META-INF/ASiCManifest" + digits(n) + ".xml";
    }

    /// @param n from 1
    static String tokenName(int n) {
        return "META-INF/timestamp" + digits(n) + ".tst";
    }

    private static String digits(int n) {
        return String.format(Locale.ROOT, "%03d", n);
    }

    /// What the n-th time-stamp is for: the digests of all that lies in the container and is no time-stamp.
    static byte[] manifest(int n, Digest certificates, Digest dossier) {
        var digests = new LinkedHashMap<String, Digest>();
        digests.put(Container.MIMETYPE, Digest.of(KIND));
        digests.put(CERTIFICATES, certificates);
        digests.put(DOSSIER, dossier);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">\n"
                + "<asic:SigReference URI=\"" + tokenName(n)
                + "\" MimeType=\"application/vnd.etsi.timestamp-token\"/>\n");
        digests.entrySet().forEach(entry -> xml.append(reference(entry)));
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String reference(Map.Entry<String, Digest> entry) {
        return "<asic:DataObjectReference URI=\"" + entry.getKey() + "\">\n"
                + "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>\n"
                + "<ds:DigestValue>"
                + Base64.getEncoder().encodeToString(entry.getValue().bytes()) + "</ds:DigestValue>\n"
                + "</asic:DataObjectReference>\n";
    }

    /// How many bytes [#isBeginning] looks at.
    static int lengthOfBeginning() {
        return beginning().length;
    }

    /// Whether a file that begins so is one of these. What lies behind does not make it something else.
    static boolean isBeginning(byte[] head) {
        byte[] beginning = beginning();
        byte[] fixed = Arrays.copyOf(head, beginning.length);
        int second = Zip.LOCAL + Container.MIMETYPE.length() + KIND.length;
        Arrays.fill(fixed, second + SUM, second + NAME_LENGTH, (byte) 0);
        return head.length >= beginning.length && Arrays.equals(fixed, beginning);
    }

    /// The first entry and the header of the second one, whose sum and sizes are zeros here.
    private static byte[] beginning() {
        var crc = new CRC32();
        crc.update(KIND);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Zip.local(new Zip.Entry(Container.MIMETYPE, crc.getValue(), KIND.length, 0)));
        bytes.writeBytes(KIND);
        bytes.writeBytes(Zip.local(new Zip.Entry(manifestName(1), 0, 0, 0)));
        return bytes.toByteArray();
    }
}

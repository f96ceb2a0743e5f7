package org.taniq.read.picture;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.picture.Octets;
import org.taniq.base.picture.Part;
import org.taniq.base.picture.Parts;
import org.taniq.read.record.Detail;

/// Whether a manifest of C2PA stands in a picture, which program says that it made it, and whose certificate lies
/// beside the signature (C2PA 2.1; ISO 19566-5). Nothing of it is checked: anybody can write one.
final class C2pa {
    private static final int DEEPEST = 12;
    private static final int MOST_BOXES = 20_000;
    private static final int LONGEST = 1 << 12;
    private static final int LARGEST_CERTIFICATE = 1 << 16;
    /// Where certificates stand in a signature (RFC 9360).
    private static final int CHAIN = 33;
    /// The identity of what a box is for, and a byte that says what follows.
    private static final int NAME = 17;

    private final Octets bytes;
    private byte[] claim = {};
    private byte[] signature = {};
    private int manifests;
    private int boxes;

    private C2pa(byte[] bytes) {
        this.bytes = Octets.big(bytes);
    }

    /// @param manifest the boxes; empty where there are none
    static List<Detail> of(byte[] manifest) {
        if (manifest.length == 0) {
            return List.of(Detail.of("manifest", "not-found"));
        }
        var c2pa = new C2pa(manifest);
        c2pa.boxes(0, manifest.length, DEEPEST, "");
        return c2pa.details();
    }

    private void boxes(long from, long to, int deep, String label) {
        if (deep > 0) {
            Parts.ofBoxes(bytes, from, to, box -> {
                if (++boxes <= MOST_BOXES) {
                    box(box, deep, label);
                }
            });
        }
    }

    private void box(Part box, int deep, String label) {
        if (box.name().equals("jumb")) {
            String own = label(box);
            if (label.equals("c2pa")) {
                manifest();
            }
            boxes(box.from(), box.to(), deep - 1, own);
        } else if (box.name().equals("cbor")) {
            cbor(label, box.in(bytes));
        }
    }

    /// What was found before is of another one, which this picture was made of.
    private void manifest() {
        manifests++;
        claim = new byte[0];
        signature = new byte[0];
    }

    private void cbor(String label, byte[] value) {
        if (label.equals("c2pa.claim") || label.equals("c2pa.claim.v2")) {
            claim = value;
        } else if (label.equals("c2pa.signature")) {
            signature = value;
        }
    }

    /// What the box that describes another calls it.
    private String label(Part box) {
        long from = box.from() + 8 + NAME;
        if (!bytes.stands("jumd", box.from() + 4)) {
            return "";
        }
        String name = new String(bytes.part(from, Math.min(box.to(), from + LONGEST)), StandardCharsets.UTF_8);
        int end = name.indexOf('\0');
        return end < 0 ? "" : name.substring(0, end);
    }

    /// The last manifest is that of the picture; those before it are of what it was made of.
    private List<Detail> details() {
        var details = new ArrayList<Detail>();
        details.add(Detail.of("manifest", "found-not-checked"));
        details.add(Detail.of("manifests", manifests));
        claim(Cbor.read(claim), details);
        signer(Cbor.read(signature)).ifPresent(details::add);
        return details;
    }

    private static void claim(Cbor claim, List<Detail> details) {
        Stream.concat(
                        claim.of("claim_generator").stream().map(Cbor::text),
                        claim.of("claim_generator_info").stream()
                                .flatMap(info -> info.items().stream())
                                .map(C2pa::program))
                .filter(text -> !text.isBlank())
                .limit(DEEPEST)
                .forEach(program -> details.add(Detail.of("manifestGenerator", Detail.cut(program, LONGEST))));
        claim.of("dc:title")
                .map(Cbor::text)
                .filter(text -> !text.isBlank())
                .ifPresent(title -> details.add(Detail.of("manifestTitle", Detail.cut(title, LONGEST))));
    }

    private static String program(Cbor info) {
        String name = info.of("name").map(Cbor::text).orElse("");
        String version = info.of("version").map(Cbor::text).orElse("");
        return (name + " " + version).strip();
    }

    /// A signature is a list: what is signed of its head, the rest of its head, nothing, the signature (RFC 9052).
    private static Optional<Detail> signer(Cbor signature) {
        return signature.items().stream()
                .limit(2)
                .map(head -> head instanceof Cbor.Octet(var packed) ? Cbor.read(packed.part(0, packed.length())) : head)
                .flatMap(head -> Stream.concat(head.of(CHAIN).stream(), head.of("x5chain").stream()))
                .flatMap(chain -> chain.items().stream().limit(1))
                .flatMap(first -> certificate(first).stream())
                .findFirst()
                .map(C2pa::signer);
    }

    private static Optional<X509Certificate> certificate(Cbor first) {
        if (!(first instanceof Cbor.Octet(var der)) || der.length() > LARGEST_CERTIFICATE) {
            return Optional.empty();
        }
        try {
            var in = new ByteArrayInputStream(der.part(0, der.length()));
            return CertificateFactory.getInstance("X.509").generateCertificate(in) instanceof X509Certificate found
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (CertificateException damaged) {
            return Optional.empty();
        }
    }

    private static Detail signer(X509Certificate certificate) {
        return new Detail(
                "manifestSigner",
                Json.object()
                        .put(
                                "issuer",
                                Detail.cut(certificate.getIssuerX500Principal().getName(), LONGEST))
                        .put(
                                "subject",
                                Detail.cut(certificate.getSubjectX500Principal().getName(), LONGEST))
                        .build());
    }
}

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What DSS says of containers: `Judge.java CERTIFICATE.pem,… LIST.crl,ANSWER.ocsp,…|none FILE…`, a line for each file.
final class Judge {
    private final List<String> certificates;
    private final List<String> revocation;

    private Judge(List<String> certificates, List<String> revocation) {
        this.certificates = certificates;
        this.revocation = revocation;
    }

    public static void main(String[] arguments) {
        var revocation = arguments[1].equals("none") ? List.<String>of() : List.of(arguments[1].split(","));
        var judge = new Judge(List.of(arguments[0].split(",")), revocation);
        for (var file : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            System.out.println(new File(file).getName() + " " + judge.said(new File(file)));
        }
    }

    /// One word for each time-stamp that it finds, or why it does not look.
    private String said(File file) {
        try {
            var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
            validator.setCertificateVerifier(verifier());
            var report = validator.validateDocument().getSimpleReport();
            var words = new ArrayList<String>();
            for (var id : report.getTimestampIdList()) {
                words.add(report.getIndication(id)
                        + (report.getSubIndication(id) == null ? "" : "/" + report.getSubIndication(id)));
            }
            return words.isEmpty() ? "nothing" : String.join(" ", words);
        } catch (RuntimeException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        certificates.forEach(file -> trusted.addCertificate(DSSUtils.loadCertificate(new File(file))));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        if (revocation(".crl").length > 0) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(revocation(".crl")));
        }
        if (revocation(".ocsp").length > 0) {
            verifier.setOcspSource(new ExternalResourcesOCSPSource(revocation(".ocsp")));
        }
        return verifier;
    }

    private DSSDocument[] revocation(String ending) {
        return revocation.stream()
                .filter(file -> file.endsWith(ending))
                .map(file -> new FileDocument(new File(file)))
                .toArray(DSSDocument[]::new);
    }
}

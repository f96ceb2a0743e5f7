import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What DSS says of containers: `Judge.java CERTIFICATE.pem,… CRL,…|none FILE…`, a line for each file.
final class Judge {
    private final List<String> certificates;
    private final List<String> lists;

    private Judge(List<String> certificates, List<String> lists) {
        this.certificates = certificates;
        this.lists = lists;
    }

    public static void main(String[] arguments) {
        var lists = arguments[1].equals("none") ? List.<String>of() : List.of(arguments[1].split(","));
        var judge = new Judge(List.of(arguments[0].split(",")), lists);
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
        if (!lists.isEmpty()) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(lists.stream()
                    .map(file -> new eu.europa.esig.dss.model.FileDocument(new File(file)))
                    .toArray(eu.europa.esig.dss.model.DSSDocument[]::new)));
        }
        return verifier;
    }
}

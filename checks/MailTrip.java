import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.taniq.base.Bytes;
import org.taniq.read.mail.ArcChain;
import org.taniq.read.mail.Arrival;
import org.taniq.read.mail.GivenKeys;
import org.taniq.read.mail.Keys;
import org.taniq.read.mail.MailProof;
import org.taniq.read.mail.MailSigner;
import org.taniq.read.mail.RawMail;
import org.taniq.read.mail.Verdict;

/// For `checks/dkimpy.sh`: `sign FOLDER` writes signed mails and `keys.txt`; `check FOLDER` reads each `.eml`
/// there with the keys of `keys.txt` and prints its name, what was found of DKIM and of ARC, and how many
/// lines of the header are no field.
final class MailTrip {
    private static final List<String> BODIES = List.of(
            "", "\r\n", "one", "one\r\n", " \t\r\n", "one \t two  \r\n\r\n\r\n", "\r\n\r\none\r\n \r\n", "Salam \u00c9\u0099!\r\n");
    private static final String HEADER = "Received: from a.example by b.example; Fri, 2 Jan 2026 03:00:00 +0000\r\n"
            + "From: Aynur <aynur@mail.example>\r\nTo: Leyla <leyla@b.example>\r\nSubject: a  folded\r\n\tsubject \r\n"
            + "Date: Fri, 2 Jan 2026 02:59:00 +0000\r\nMessage-ID: <1@mail.example>\r\nX-Other: not signed\r\n\r\n";

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[1]);
        if (args[0].equals("sign")) {
            sign(folder);
        } else {
            check(folder);
        }
    }

    private static void sign(Path folder) throws IOException {
        var keys = new StringBuilder();
        for (var algorithm : List.of("rsa-sha256", "ed25519-sha256")) {
            keys.append(algorithm).append(' ').append(MailSigner.record(algorithm)).append('\n');
            for (var header : List.of("simple", "relaxed")) {
                for (var body : List.of("simple", "relaxed")) {
                    for (int i = 0; i < BODIES.size(); i++) {
                        var how = new MailSigner.How(algorithm, header, body, "from:to:subject:date:from:x-none", i == 5 ? "l=2; " : "");
                        var name = algorithm + "-" + header + "-" + body + "-" + i;
                        write(folder.resolve(name + ".eml"), MailSigner.signed(HEADER + BODIES.get(i), how));
                        if (algorithm.startsWith("ed")) {
                            continue; // dkimpy knows ARC with RSA only
                        }
                        var once = MailSigner.arc(HEADER + BODIES.get(i), 1, "none", how);
                        write(folder.resolve(name + "-arc.eml"), MailSigner.arc(once, 2, "pass", how));
                    }
                }
            }
        }
        Files.writeString(folder.resolve("keys.txt"), keys);
    }

    private static void write(Path file, String mail) throws IOException {
        Files.write(file, mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void check(Path folder) throws IOException {
        var source = new GivenKeys.Source("keys.txt", Bytes.of(folder.resolve("keys.txt")), Instant.EPOCH);
        var keys = GivenKeys.of(List.of(source));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
                IO.println(file.getFileName() + "\t" + found(Files.readAllBytes(file), keys));
            }
        }
    }

    private static String found(byte[] bytes, Keys keys) throws IOException {
        var mail = RawMail.of(() -> new ByteArrayInputStream(bytes));
        var proof = MailProof.of(mail, keys, new Arrival.Unknown());
        var dkim = proof.signatures().stream().map(one -> word(one.verdict())).collect(Collectors.joining(" "));
        return dkim + "\t" + word(proof.arc()) + "\t" + mail.strays().size();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _, Verdict.Expired _ -> "pass";
            case Verdict.Failed(var fault) -> fault.word();
            case Verdict.NotChecked(var why) -> why.word();
        };
    }

    private static String word(ArcChain chain) {
        return switch (chain) {
            case ArcChain.None _ -> "none";
            case ArcChain.Passed _ -> "pass";
            case ArcChain.Failed(var fault, int _, var _) -> fault.word();
            case ArcChain.NotChecked(var why, int _, var _) -> why.word();
        };
    }
}

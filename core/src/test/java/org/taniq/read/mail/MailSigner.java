package org.taniq.read.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Signs mail as the RFCs say, on text and with regular expressions: it shares no line with what checks.
public final class MailSigner {
    public static final String DOMAIN = "mail.example";
    public static final String SELECTOR = "k1";

    private static final KeyPair RSA = pair("RSA", 1024);
    private static final KeyPair ED25519 = pair("Ed25519", 255);

    private MailSigner() {}

    /// How it is signed.
    ///
    /// @param header `simple` or `relaxed`
    /// @param body the same
    /// @param covers what stands in `h=`
    /// @param more tags that are put in, such as `l=5; `
    /// @param domain who signs
    public record How(String algorithm, String header, String body, String covers, String more, String domain) {
        public How(String algorithm, String header, String body, String covers, String more) {
            this(algorithm, header, body, covers, more, DOMAIN);
        }

        public static How usual() {
            return new How("rsa-sha256", "relaxed", "relaxed", "from:to:subject:date:message-id", "");
        }

        How covering(String names) {
            return new How(algorithm, header, body, names, more, domain);
        }

        How with(String tags) {
            return new How(algorithm, header, body, covers, tags, domain);
        }
    }

    /// The mail, whose lines end in CRLF, with a signature on top.
    public static String signed(String mail, How how) {
        return dkim(mail, how) + mail;
    }

    private static String dkim(String mail, How how) {
        return field("DKIM-Signature", "v=1; q=dns/txt; ", mail, how);
    }

    /// The mail with one more set of ARC on top.
    public static String arc(String mail, int instance, String cv, How how) {
        var said = "ARC-Authentication-Results: i=" + instance + "; relay" + instance
                + ".example; dkim=pass header.d=mail.example\r\n";
        var message = field("ARC-Message-Signature", "i=" + instance + "; ", mail, how);
        var seal = "ARC-Seal: i=" + instance + "; a=" + how.algorithm() + "; cv=" + cv + "; d=" + DOMAIN + "; s="
                + SELECTOR + ";\r\n b=";
        var covered = new StringBuilder(before(mail, instance));
        covered.append(field(said, "relaxed")).append(field(message, "relaxed"));
        var unsigned = field(seal, "relaxed").replaceFirst("\r\n$", "");
        return seal + sign(how.algorithm(), covered + unsigned) + "\r\n" + message + said + mail;
    }

    /// The sets of ARC that are there already, in their order.
    private static String before(String mail, int instance) {
        var all = new HashMap<String, String>();
        fields(mail).forEach(f -> all.put(f.substring(0, Math.max(0, f.indexOf(';'))), field(f, "relaxed")));
        return IntStream.range(1, instance)
                .mapToObj(i -> Stream.of("ARC-Authentication-Results", "ARC-Message-Signature", "ARC-Seal")
                        .map(name -> all.get(name + ": i=" + i))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String field(String name, String first, String mail, How how) {
        var hash = Base64.getEncoder().encodeToString(digest(how.algorithm(), hashed(mail, how)));
        var field = name + ": " + first + "a=" + how.algorithm() + "; c=" + how.header() + "/" + how.body()
                + ";\r\n\td=" + how.domain() + "; s=" + SELECTOR + "; " + how.more() + "h=" + how.covers() + ";\r\n bh="
                + hash + "; b=";
        var data = covered(mail, how) + field(field + "\r\n", how.header()).replaceFirst("\r\n$", "");
        return field + fold(sign(how.algorithm(), data)) + "\r\n";
    }

    private static String fold(String base64) {
        return String.join("\r\n  ", base64.split("(?<=\\G.{60})"));
    }

    private static String hashed(String mail, How how) {
        var body = body(mail, how.body());
        var length = Arrays.stream(how.more().split(";"))
                .map(String::strip)
                .filter(tag -> tag.startsWith("l="))
                .map(tag -> Integer.parseInt(tag.substring(2)))
                .findFirst();
        return length.map(most -> body.substring(0, Math.min(most, body.length())))
                .orElse(body);
    }

    /// The body of the mail as it is signed.
    static String body(String mail, String canon) {
        var body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        if (canon.equals("relaxed")) {
            body = body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n|$)", "");
        }
        body = body.replaceAll("(?:\r\n)+\\z", "");
        return body.isEmpty() && canon.equals("relaxed") ? "" : body + "\r\n";
    }

    private static String covered(String mail, How how) {
        var left = new ArrayList<>(fields(mail).reversed());
        var covered = new StringBuilder();
        for (var name : how.covers().split(":")) {
            var prefix = name.strip().toLowerCase(Locale.ROOT) + ":";
            left.stream()
                    .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .findFirst()
                    .ifPresent(field -> {
                        covered.append(field(field, how.header()));
                        left.remove(field);
                    });
        }
        return covered.toString();
    }

    private static List<String> fields(String mail) {
        return List.of(mail.substring(0, mail.indexOf("\r\n\r\n") + 2).split("(?<=\r\n)(?![ \t])"));
    }

    private static String field(String field, String canon) {
        if (canon.equals("simple")) {
            return field;
        }
        int colon = field.indexOf(':');
        var value = field.substring(colon + 1).replaceAll("\r\n", "").replaceAll("[ \t]+", " ");
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip() + "\r\n";
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            var name = algorithm.endsWith("sha1") ? "SHA-1" : "SHA-256";
            return MessageDigest.getInstance(name).digest(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sign(String algorithm, String text) {
        try {
            var names = Map.of("rsa-sha256", "SHA256withRSA", "rsa-sha1", "SHA1withRSA", "ed25519-sha256", "Ed25519");
            var signing = Signature.getInstance(names.get(algorithm));
            signing.initSign((algorithm.startsWith("rsa") ? RSA : ED25519).getPrivate());
            signing.update(algorithm.startsWith("rsa") ? bytes(text) : digest(algorithm, text));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The record of the key for an algorithm.
    public static String record(String algorithm) {
        return "v=DKIM1; k=" + (algorithm.startsWith("rsa") ? "rsa" : "ed25519") + "; p=" + key(algorithm);
    }

    static String key(String algorithm) {
        var info = (algorithm.startsWith("rsa") ? RSA : ED25519).getPublic().getEncoded();
        var key = algorithm.startsWith("rsa") ? info : Arrays.copyOfRange(info, info.length - 32, info.length);
        return Base64.getEncoder().encodeToString(key);
    }

    static String bareKey() {
        var info = RSA.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(info, 22, info.length));
    }

    private static KeyPair pair(String name, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(name);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.taniq.base.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A value with parameters, `text/plain; charset="koi8-r"; name*0*=utf-8''…` (RFC 2045, 5.1; RFC 2231).
public final class Parameters {
    private static final int MOST = 200;
    private static final int MOST_PIECES = 100;

    private final String text;
    private final String first;
    private final Map<String, String> all = new HashMap<>();
    private int at;

    private Parameters(String value) {
        text = value;
        first = token(";").strip().toLowerCase(Locale.ROOT);
        while (at < text.length() && all.size() < MOST) {
            at++;
            String name = token("=;").strip().toLowerCase(Locale.ROOT);
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                all.putIfAbsent(name, token(";").strip());
            }
        }
    }

    public static Parameters of(String value) {
        return new Parameters(value);
    }

    /// What stands before the parameters, in small letters.
    public String first() {
        return first;
    }

    /// The parameter, whatever way it is written in.
    public Optional<String> value(String name) {
        var plain = raw(name).map(value -> EncodedWords.decode(value).text());
        var coded = raw(name + "*").map(Parameters::extended);
        if (plain.isPresent() || coded.isPresent()) {
            return plain.or(() -> coded);
        }
        return all.containsKey(name + "*0") || all.containsKey(name + "*0*")
                ? Optional.of(continued(name))
                : Optional.empty();
    }

    private Optional<String> raw(String name) {
        return Optional.ofNullable(all.get(name));
    }

    private String continued(String name) {
        var bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean goesOn = true;
        for (int i = 0; i < MOST_PIECES && goesOn; i++) {
            var plain = raw(name + "*" + i);
            var coded = raw(name + "*" + i + "*");
            goesOn = plain.isPresent() || coded.isPresent();
            charset = i == 0 ? coded.map(Parameters::charset).orElse("") : charset;
            if (coded.isPresent()) {
                percent(i == 0 ? behindQuotes(coded.get()) : coded.get(), bytes);
            } else {
                bytes.writeBytes(plain.orElse("").getBytes(StandardCharsets.UTF_8));
            }
        }
        return MailCharset.decode(bytes.toByteArray(), charset).text();
    }

    private static String extended(String coded) {
        var bytes = new ByteArrayOutputStream();
        percent(behindQuotes(coded), bytes);
        return MailCharset.decode(bytes.toByteArray(), charset(coded)).text();
    }

    /// Before the first `'`; where there are no two of them, none is named.
    private static String charset(String coded) {
        int first = coded.indexOf('\'');
        return first >= 0 && coded.indexOf('\'', first + 1) >= 0 ? coded.substring(0, first) : "";
    }

    private static String behindQuotes(String coded) {
        int first = coded.indexOf('\'');
        int second = first < 0 ? -1 : coded.indexOf('\'', first + 1);
        return second < 0 ? coded : coded.substring(second + 1);
    }

    private static void percent(String coded, ByteArrayOutputStream into) {
        byte[] raw = coded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int byHex = raw[i] == '%' && i + 2 < raw.length ? EncodedWords.hex(raw[i + 1], raw[i + 2]) : -1;
            into.write(byHex >= 0 ? byHex : raw[i]);
            i += byHex >= 0 ? 2 : 0;
        }
    }

    /// Up to one of `ends`, without comments and quotation marks.
    private String token(String ends) {
        var token = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean escapes = c == '\\' && (quoted || depth > 0) && at + 1 < text.length();
            if (escapes) {
                at++;
            }
            if (!escapes && depth == 0 && c == '"') {
                quoted = !quoted;
            } else if (!escapes && !quoted && (c == '(' || c == ')' && depth > 0)) {
                depth += c == '(' ? 1 : -1;
            } else if (depth == 0 && !quoted && ends.indexOf(c) >= 0) {
                break;
            } else if (depth == 0) {
                token.append(text.charAt(at));
            }
        }
        return token.toString();
    }
}

package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.proof.ProofModeClaims.Claim;

/// Reads the two forms in which ProofMode writes what it noted, up to where they are damaged.
final class ProofModeReading {
    /// Claims that are read of one file: the program makes some thirty each time.
    static final int MOST = 1000;

    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, String> first = new HashMap<>();
    private boolean isTwice;
    private long end;

    private ProofModeReading() {}

    private ProofModeClaims done() {
        return new ProofModeClaims(claims, end, isTwice);
    }

    /// One object; what stands behind it is none of it.
    static ProofModeClaims json(byte[] bytes) throws IOException {
        var reading = new ProofModeReading();
        try (var walk = JsonWalk.of(new ByteArrayInputStream(bytes))) {
            if (walk.isObject() && reading.members(walk)) {
                reading.end = behindBlanks(bytes, reading.end);
            }
        } catch (BrokenJson broken) {
            return reading.done();
        }
        return reading.done();
    }

    /// Whether all were read; not where one is larger than what is read.
    private boolean members(JsonWalk walk) throws IOException {
        var start = walk.start();
        walk.enter();
        while (walk.hasNext()) {
            var name = walk.name();
            var value = walk.value();
            if (value.isEmpty() || claims.size() >= MOST) {
                return false;
            }
            take(
                    name,
                    value.get() instanceof Json.Str(String text)
                            ? text
                            : value.get().canonical());
            end = walk.since(start).to();
        }
        end = walk.since(start).to();
        return true;
    }

    private static long behindBlanks(byte[] bytes, long from) {
        int at = (int) from;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private void take(String name, String value) {
        var before = first.putIfAbsent(name, value);
        isTwice |= before != null && !before.equals(value);
        claims.add(new Claim(name, value));
    }

    /// A line of names, then the values. The program puts a comma behind each and none into any, so that as many
    /// values as there are names are what it noted at one time, whatever lines a person wrote.
    static ProofModeClaims table(byte[] bytes) {
        var reading = new ProofModeReading();
        var text = new String(bytes, StandardCharsets.ISO_8859_1); // each letter is a byte
        int line = endOfLine(text);
        var names = text.substring(0, line).split(",", MOST + 1);
        int count = names[names.length - 1].isBlank() ? names.length - 1 : names.length;
        int at = line;
        for (int i = 0; i < MOST && count > 0 && at <= bytes.length; i++) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? bytes.length : comma;
            var value = utf8(text.substring(at, end));
            if (comma >= 0 || !value.isBlank()) {
                var claimed = i % count == 0 ? withoutLines(value) : value;
                reading.claims.add(
                        new Claim(utf8(names[i % count]).replace("\uFEFF", "").strip(), claimed));
            }
            at = end + 1;
        }
        reading.end = count == 0 ? bytes.length : Math.min(at, bytes.length);
        return reading.done();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String withoutLines(String value) {
        return value.replaceFirst("^(?:\r\n|\r|\n)+", "");
    }

    private static int endOfLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }
}

package org.taniq.read.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The fields that a signature covers, in its order: of those with the same name the lowest first, as what
/// is added on the way stands above (RFC 6376, 5.4.2).
///
/// @param fields those that the mail has
record SignedFields(SignatureField signature, List<HeaderField> fields) {
    SignedFields {
        fields = List.copyOf(fields);
    }

    static SignedFields of(RawMail mail, SignatureField signature) {
        var left = lowestFirst(mail, signature.field());
        var fields = new ArrayList<HeaderField>();
        for (var name : signature.covers()) {
            var next = left.getOrDefault(name, new ArrayDeque<>()).poll();
            if (next != null) {
                fields.add(next);
            }
        }
        return new SignedFields(signature, fields);
    }

    private static Map<String, Deque<HeaderField>> lowestFirst(RawMail mail, HeaderField itself) {
        var all = new HashMap<String, Deque<HeaderField>>();
        for (var field : mail.fields().reversed()) {
            if (field != itself) {
                all.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>())
                        .add(field);
            }
        }
        return all;
    }

    /// What was signed.
    byte[] bytes() {
        var canon = signature.headerCanon().orElseThrow();
        var bytes = new ByteArrayOutputStream();
        fields.forEach(field -> bytes.writeBytes(CanonicalField.whole(field, canon)));
        bytes.writeBytes(CanonicalField.unsigned(signature.field(), canon));
        return bytes.toByteArray();
    }
}

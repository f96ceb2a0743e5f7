package org.taniq.seal;

import org.taniq.base.age.Recipient;
/// What one writer needs to seal: a signing key for each of its two logs, and the vault's recipient as this
/// machine pinned it. Never read from the vault's folder.

public record WriterKeys(SigningKey evidence, SigningKey caseLog, Recipient recipient) {
    SigningKey key(LogKind kind) {
        return switch (kind) {
            case EVIDENCE -> evidence;
            case CASE -> caseLog;
        };
    }
}

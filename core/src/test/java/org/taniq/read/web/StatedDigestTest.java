package org.taniq.read.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taniq.read.web.StatedDigest.Result;

final class StatedDigestTest {
    /// Of no bytes.
    @ParameterizedTest
    @CsvSource({
        "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, MATCHES",
        "sha1:3i42h3s6nnfq2msvx7xzkyayscx5qbyj, MATCHES",
        "SHA-1:da39a3ee5e6b4b0d3255bfef95601890afd80709, MATCHES",
        "sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=, MATCHES",
        "sha1:2jmj7l5rSw0yVb_vlWAYkK_YBwk, MATCHES",
        "sha1:4I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, DIFFERS",
        "sha1:1234, NOT_UNDERSTOOD",
        "sha1:da39a3ee5e6b4b0d3255bfef95601890afd807, NOT_UNDERSTOOD",
        "sha256:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, NOT_UNDERSTOOD",
        "md5:d41d8cd98f00b204e9800998ecf8427e, MATCHES",
        "crc32:00000000, NOT_UNDERSTOOD",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709, NOT_UNDERSTOOD",
        "'', NOT_STATED"
    })
    void aDigestIsComparedInTheFormInWhichItIsWritten(String stated, Result expected) {
        assertEquals(expected, new Running(stated).result());
    }
}

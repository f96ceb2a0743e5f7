package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Said;

final class JdkTest {

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15+6", "24.0.2", "25+36", "25-ea", "25.0.1", "25.0.2+10-LTS"})
    void aJavaThatCouldDamageEvidenceIsRefusedAndTheRightOneNamed(String version) {
        var refusal = new Jdk(Runtime.Version.parse(version))
                .refusal()
                .map(Said::toString)
                .orElse("");
        assertTrue(refusal.contains("install JDK 25.0.3 or newer"), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.3+9-LTS", "25.0.4", "25.1", "26", "27-ea+3"})
    void aJavaFromTheFixOnWillDo(String version) {
        assertEquals(
                "",
                new Jdk(Runtime.Version.parse(version))
                        .refusal()
                        .map(Said::toString)
                        .orElse(""));
    }
}

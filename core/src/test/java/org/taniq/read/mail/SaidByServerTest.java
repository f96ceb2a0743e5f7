package org.taniq.read.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What servers say that they found, in the forms in which they say it.
final class SaidByServerTest {
    private static SaidByServer.Property property(String name, String value) {
        return new SaidByServer.Property(name, value);
    }

    @Test
    void whatGmailWritesIsRead() {
        var said = SaidByServer.of("mx.home.example; dkim=pass header.i=@mail.example header.s=k1 header.b=jqk+/zno;"
                + " dkim=neutral (body hash (did) not verify) header.i=@b.example;"
                + " spf=pass (home.example: domain of a@b.example designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@b.example;"
                + " dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=b.example");
        assertEquals("mx.home.example", said.server());
        assertEquals(
                List.of(
                        new SaidByServer.Result(
                                "dkim",
                                "pass",
                                "",
                                List.of(
                                        property("header.i", "@mail.example"),
                                        property("header.s", "k1"),
                                        property("header.b", "jqk+/zno"))),
                        new SaidByServer.Result("dkim", "neutral", "", List.of(property("header.i", "@b.example"))),
                        new SaidByServer.Result("spf", "pass", "", List.of(property("smtp.mailfrom", "a@b.example"))),
                        new SaidByServer.Result("dmarc", "fail", "", List.of(property("header.from", "b.example")))),
                said.results());
        assertEquals(true, said.isWhole());
    }

    @Test
    void whatOutlookWritesHasNoServer() {
        var said = SaidByServer.of(
                "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=b.example; dkim=pass (signature was verified)"
                        + " header.d=b.example;dmarc=pass action=none header.from=b.example;compauth=pass reason=100");
        assertEquals("", said.server());
        assertEquals(
                List.of("spf", "dkim", "dmarc", "compauth"),
                said.results().stream().map(SaidByServer.Result::method).toList());
        assertEquals("100", said.results().getLast().reason());
        assertEquals(true, said.isWhole());
    }

    @Test
    void reasonsInQuotesVersionsAndNothingFoundAreRead() {
        assertEquals(new SaidByServer("home.example", List.of(), true), SaidByServer.of("home.example 1; none"));
        var said = SaidByServer.of("home.example; dkim/1 = fail reason=\"bad \\\"key\\\"; old\" header.d = b.example");
        assertEquals(
                List.of(new SaidByServer.Result(
                        "dkim", "fail", "bad \"key\"; old", List.of(property("header.d", "b.example")))),
                said.results());
        assertEquals(
                "home.example",
                SaidByServer.ofArc(" i=1; home.example; spf=pass").server());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        for (var value :
                List.of("home.example; dkim pass", "home.example; dkim=pass whatever", "home.example what; spf=pass")) {
            assertEquals(false, SaidByServer.of(value).isWhole(), value);
        }
    }
}

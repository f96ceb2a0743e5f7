package org.taniq.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.read.Kept;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;

class WholeFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FFD8FFE0|image/jpeg",
                "89504E470D0A1A0A|image/png",
                "47494638396101000100800000|image/gif",
                "524946460000000057454250|image/webp",
                "00000018667479706865696300|image/heic",
                "0000001866747970617669660000|image/avif",
                "000000186674797069736F6D|video/mp4",
                "0000001466747970717420200000|video/quicktime",
                "1A45DFA3|video/webm",
                "4F676753000200000000000000000000000000000000000000000000000000000000|audio/ogg",
                "255044462D312E37|application/pdf",
                "504B0506|application/zip",
                "504B030414|application/zip",
                "1F8B08|application/gzip",
                "3C21444F43545950452068746D6C3E|text/html",
                "7B2261223A317D|application/json",
                "68656C6C6F|text/plain",
                "0001020304|application/octet-stream"
            })
    void aFileIsKnownByItsFirstBytes(String hex, String type) {
        assertEquals(type, MediaTypes.of(java.util.HexFormat.of().parseHex(hex)));
    }

    /// Letters with which a picture or a sound begins are letters: a note is no picture, and its words are searched.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BMW 10-AA-123\nAysel\nis coming\n",
                "BM\n05.11.2026, 20:41 - Ann: hello\n",
                "GIF89a did not open\nAysel\n",
                "Note:   WEBP file\nAysel\n",
                "RIFF 12 WEBP file\nAysel\n",
                "Note:   WAVE file\nAysel\n",
                "ID3\nAysel\n",
                "OggS\nAysel\n",
                "fLaC\nAysel\n",
                "#!AMR\nAysel\n",
                "The ftypes\nAysel\n",
                "BM\u0259k\u0259\nAysel\n",
            })
    void aNoteThatBeginsLikeAPictureIsANote(String note) {
        assertEquals("text/plain", MediaTypes.of(note.getBytes(StandardCharsets.UTF_8)));
        assertEquals("text/plain", MediaTypes.of(note.getBytes(Charset.forName("windows-1254"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BMW 10-AA-123\nAysel\n", "GIF89a did not open\n", "Note:   WEBP file\n"})
    void aNoteThatAPowerCutSpoiltIsNoPicture(String note) {
        assertEquals(
                "application/octet-stream", MediaTypes.of((note + "\0".repeat(64)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aVoiceMessageIsOpus() {
        var page = new byte[64];
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, page, 0, 4);
        System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, page, 28, 8);
        assertEquals("audio/ogg; codecs=opus", MediaTypes.of(page));
    }

    /// A page that a browser saved has the form of a letter.
    @Test
    void aSavedPageHasItsSubject() throws IOException {
        String page = """
                From: <Saved by Blink>
                Snapshot-Content-Location: https://example.org/
                Date: Sat, 13 Jan 2024 10:00:00 +0400
                Subject: Complaint

                Text: 1
                """;
        var media = (Thing.Media) Kept.of(page.getBytes(StandardCharsets.US_ASCII))
                .records
                .getFirst()
                .object();
        assertEquals("message/rfc822", media.mediaType());
        assertEquals(Map.of("date", "Sat, 13 Jan 2024 10:00:00 +0400", "subject", "Complaint"), media.metadata());
    }

    @Test
    void anEmptyFileIsOneRecordWithItsDigest() throws IOException {
        var record = Kept.of(new byte[0]).records.getFirst();
        var media = (Thing.Media) record.object();
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", media.sha256());
        assertEquals(new Spot.Whole(0), record.spot());
    }

    @Test
    void aNoteThatIsNoChatIsNotTakenForOne() throws IOException {
        String note =
                "Call on 12/05/2024, 10:30 the lawyer\n- buy paper\n2024-01-13 10:00:05,120 - app - ERROR - x: y\n";
        assertEquals(
                new Spot.Whole(note.length()),
                Kept.of(note.getBytes(StandardCharsets.US_ASCII))
                        .records
                        .getFirst()
                        .spot());
    }
}

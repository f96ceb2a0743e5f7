package org.taniq.read.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.child.Child;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Input;

/// The program `ffprobe` (https://ffmpeg.org/ffprobe.html) as a child process. It is handed the bytes on standard
/// input,
/// may open nothing else, and decodes neither sound nor pixels: it tells what stands before and behind them.
public final class Ffprobe {
    private static final String PROGRAM = "ffprobe";
    private static final Child.Limits LOOKING = new Child.Limits(Duration.ofSeconds(10), 2L << 30, 1 << 16);
    private static final Child.Limits READING = new Child.Limits(Duration.ofMinutes(3), 2L << 30, 4 << 20);

    private static final List<String> COMMAND = List.of(
            PROGRAM,
            "-v",
            "error",
            "-protocol_whitelist",
            "pipe",
            "-format_whitelist",
            "mov,matroska,ogg,mp3,wav,flac,avi,amr,aac",
            "-nofind_stream_info",
            "-print_format",
            "json",
            "-show_entries",
            "format=format_name,duration:format_tags"
                    + ":stream=codec_type,codec_name,codec_tag_string,width,height,sample_rate,channels,duration,"
                    + "avg_frame_rate:stream_tags:stream_side_data=rotation"
                    + ":chapter=start_time:chapter_tags",
            "-i",
            "pipe:0");

    private final String version;

    private Ffprobe(String version) {
        this.version = version;
    }

    /// What it told of a file.
    sealed interface Outcome {}

    /// @param json as `-print_format json` has it
    record Told(Json json) implements Outcome {}

    /// It could make nothing of the file.
    record Nothing() implements Outcome {}

    /// It was stopped, or could not be run: of the file nothing is known.
    record Failed(Said why) implements Outcome {}

    /// The program, where it is installed.
    ///
    /// @throws Trouble if it is not
    public static Ffprobe installed() throws Trouble {
        return switch (Child.run(List.of(PROGRAM, "-version"), _ -> {}, LOOKING)) {
            case Child.Done(String output, String _) ->
                new Ffprobe(output.lines().findFirst().orElse(PROGRAM).replaceFirst(" Copyright.*", ""));
            case Child.Failed _, Child.Refused _ ->
                throw new Trouble(Said.of(
                        "ffprobe, which tells what sound and film say of themselves, is not installed: install {packages}",
                        "packages",
                        "ffmpeg"));
        };
    }

    /// Name and version.
    String name() {
        return version;
    }

    Outcome told(Input.Content bytes) throws IOException {
        try (var in = bytes.open()) {
            return switch (Child.run(COMMAND, in::transferTo, READING)) {
                case Child.Done(String output, String _) -> outcome(output);
                case Child.Refused _ -> new Nothing();
                case Child.Failed(Said why) -> new Failed(why);
            };
        }
    }

    private static Outcome outcome(String output) throws IOException {
        var text = new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8));
        try (var walk = JsonWalk.of(text)) {
            return walk.value().<Outcome>map(Told::new).orElseGet(() -> new Failed(NOT_UNDERSTOOD));
        } catch (BrokenJson none) {
            return new Failed(NOT_UNDERSTOOD);
        }
    }

    private static final Said NOT_UNDERSTOOD = Said.of("what it printed is not understood");
}

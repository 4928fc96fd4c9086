package media.usenet.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Media made by real encoders, and what ffprobe says of media.
final class Clips {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Clips() {}

    /// A moving picture and a tone.
    static Path film(Path file, int seconds, String size, int fps) {
        return made(
                file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=%s:rate=%d:duration=%d".formatted(size, fps, seconds)),
                List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=16000:duration=" + seconds),
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
                List.of("-c:a", "aac", "-b:a", "24k"));
    }

    static Path silentFilm(Path file, int seconds, String size, int fps) {
        return made(
                file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=%s:rate=%d:duration=%d".formatted(size, fps, seconds)),
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
    }

    /// Ten bits of BT.2020 and PQ, with mastering data.
    static Path hdr10(Path file) {
        return made(
                file,
                List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=24:duration=2,format=yuv420p10le"),
                List.of("-c:v", "libx265", "-preset", "ultrafast"),
                List.of(
                        "-x265-params",
                        "log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:hdr10=1:"
                                + "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1)"
                                + ":max-cll=1000,400"),
                List.of("-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"));
    }

    static Path picture(Path file, String size) {
        return made(file, List.of("-f", "lavfi", "-i", "testsrc2=size=%s".formatted(size)), List.of("-frames:v", "1"));
    }

    static Path sound(Path file, int seconds) {
        return made(file, List.of("-f", "lavfi", "-i", "sine=frequency=880:duration=" + seconds));
    }

    @SafeVarargs
    private static Path made(Path file, List<String>... arguments) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        for (var some : arguments) {
            argv.addAll(some);
        }
        argv.add(file.toString());
        run(argv);
        return file;
    }

    static JsonNode probe(Path file) {
        return JSON.readTree(run(
                List.of("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", file.toString())));
    }

    static JsonNode stream(JsonNode probed, String type) {
        return probed.get("streams")
                .valueStream()
                .filter(stream -> stream.get("codec_type").asString().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + probed));
    }

    static double seconds(JsonNode probed) {
        return Double.parseDouble(probed.get("format").get("duration").asString());
    }

    private static String run(List<String> argv) {
        return switch (new HostProcessRunner().run(Command.of(PATIENCE, argv))) {
            case Outcome.Exited(int code, String stdout, String _) when code == 0 -> stdout;
            case Outcome other -> throw new AssertionError(argv + ": " + other);
        };
    }
}

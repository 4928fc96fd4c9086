package media.usenet.making;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Climb;
import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.climb.Pass;
import media.usenet.climb.Wanted;
import media.usenet.encoders.Rung;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.task.Format;
import media.usenet.task.Task;
import media.usenet.video.Chain;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;

/// Makes one film of another: its picture encoded or copied, its sound and subtitles kept as far as the format holds
/// them.
final class FilmMaker {

    private static final double HALF = 0.5;

    private final Bench bench;
    private final Climb climb;

    FilmMaker(Bench bench, Climb climb) {
        this.bench = bench;
        this.climb = climb;
    }

    Product make(Task.Transcode task) throws NotMade, InterruptedException {
        var input = bench.inputs().getFirst();
        var file = bench.folder().resolve("output." + task.format().extension());
        var streams = Streams.of(0, input.facts(), task.format(), task.sound(), task.subtitles());
        streams.lost().forEach(bench.attempt()::warn);
        var video = Films.require(input);
        if (task.video().isEmpty()) {
            return copied(task, input, streams, file, video);
        }
        var whole = whole(streams, task, file);
        var measured = measured(task.format());
        var facts = new LinkedHashMap<String, Object>();
        var rung = climb.run(new Wanted(task.video().get(), task.others(), task.hardware()), video, chain -> {
            tell(chain, facts);
            return passes(chain, input, video, measured, whole);
        });
        facts.put("videoCodec", rung.spec().codec().ffmpegName());
        facts.put("encoder", rung.name());
        return Product.of(file, expected(rung, input, streams), facts);
    }

    /// Whether frames ever left the device, and what was chosen for whoever asked.
    private void tell(Chain chain, Map<String, Object> facts) {
        chain.because().forEach(because -> bench.attempt().log("chosen: " + because));
        facts.put("decode", chain.stages().decode());
        facts.put("filter", chain.stages().filter());
        facts.put("encode", chain.stages().encode());
        facts.put("because", chain.because());
    }

    private static Expected expected(Rung rung, Input input, Streams streams) {
        return new Expected(Optional.of(rung.spec().codec().ffmpegName()), streams.soundTracks(), length(input));
    }

    private Product copied(Task.Transcode task, Input input, Streams streams, Path file, MediaFacts.Video video)
            throws NotMade, InterruptedException {
        var arguments = new ArrayList<>(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + video.index(), "-c:v", "copy"));
        arguments.addAll(streams.arguments());
        arguments.addAll(Muxing.of(task.format(), video.codec().equals(Codec.HEVC.ffmpegName())));
        arguments.add(MediaInput.name(file));
        bench.must(new Pass(arguments, length(input), 1));
        return Product.of(
                file,
                new Expected(Optional.of(video.codec()), streams.soundTracks(), length(input)),
                Map.of("videoCodec", video.codec()));
    }

    /// The first pass goes nowhere. Through the same muxer as the second, since each has its own idea of which
    /// frames to drop or double, and libx264 refuses a second pass whose frames are not those of the first.
    private static List<String> measured(Format format) {
        return List.of("-an", "-sn", "-f", format.muxer(), "/dev/null");
    }

    private List<Pass> passes(
            Chain chain, Input input, MediaFacts.Video video, List<String> measured, List<String> output) {
        if (chain.passes() == 1) {
            return List.of(pass(chain, input, video, output, 1));
        }
        var log = bench.folder().resolve("two-pass");
        return List.of(
                pass(chain.pass(1, log), input, video, measured, HALF),
                pass(chain.pass(2, log), input, video, output, HALF));
    }

    private static Pass pass(Chain chain, Input input, MediaFacts.Video video, List<String> output, double share) {
        var arguments = new ArrayList<>(chain.devices());
        arguments.addAll(chain.decoding());
        arguments.addAll(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + video.index()));
        arguments.addAll(chain.output("v:0"));
        arguments.addAll(output);
        return new Pass(arguments, length(input), share);
    }

    private static List<String> whole(Streams streams, Task.Transcode task, Path file) {
        var hevc = task.video().map(VideoSpec::codec).filter(Codec.HEVC::equals).isPresent();
        var arguments = new ArrayList<>(streams.arguments());
        arguments.addAll(Muxing.of(task.format(), hevc));
        arguments.add(MediaInput.name(file));
        return arguments;
    }

    private static Duration length(Input input) {
        return Objects.requireNonNullElse(input.facts().duration(), Duration.ZERO);
    }
}

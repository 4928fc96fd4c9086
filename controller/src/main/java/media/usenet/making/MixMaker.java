package media.usenet.making;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Climb;
import media.usenet.climb.NotMade;
import media.usenet.climb.Pass;
import media.usenet.climb.Wanted;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.graph.Filter;
import media.usenet.graph.Mix;
import media.usenet.graph.PictureSize;
import media.usenet.graph.Sounds;
import media.usenet.task.Format;
import media.usenet.task.Quality;
import media.usenet.video.Chain;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;

/// Makes one film of several inputs, by a graph that joins them.
public final class MixMaker {

    public static final VideoSpec SPEC = VideoSpec.of(Codec.H264, Quality.usual(Codec.H264));
    private static final List<String> SOUND = List.of("-c:a", "aac", "-b:a", "192k");
    private static final String OUT = "out";

    private final Bench bench;
    private final Climb climb;

    MixMaker(Bench bench, Climb climb) {
        this.bench = bench;
        this.climb = climb;
    }

    /// @param frame of the picture
    /// @param before options of each input, none for those that are not named
    Product make(Mix mix, PictureSize frame, Map<Integer, List<String>> before) throws NotMade, InterruptedException {
        var file = bench.folder().resolve("output." + Format.MP4.extension());
        var video = Films.ofGraph(frame, mix.fps());
        var rung = climb.run(
                Wanted.of(SPEC),
                video,
                chain -> List.of(new Pass(arguments(mix, chain, before, file), mix.length(), 1)));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("videoCodec", Codec.H264.ffmpegName());
        facts.put("encoder", rung.name());
        var expected =
                new Expected(Optional.of(Codec.H264.ffmpegName()), mix.sound().isPresent() ? 1 : 0, mix.length());
        return Product.of(file, expected, facts);
    }

    private List<String> arguments(Mix mix, Chain chain, Map<Integer, List<String>> before, Path file) {
        var arguments = new ArrayList<>(chain.devices());
        for (int number = 0; number < bench.inputs().size(); number++) {
            arguments.addAll(before.getOrDefault(number, List.of()));
            arguments.addAll(MediaInput.of(bench.inputs().get(number).file()).arguments());
        }
        var last = chain.filters().isEmpty() ? "null" : String.join(",", chain.filters());
        arguments.addAll(
                List.of("-filter_complex", "%s;[%s]%s[%s]".formatted(mix.graph().text(), mix.picture(), last, OUT)));
        arguments.addAll(List.of("-map", "[" + OUT + "]"));
        arguments.addAll(chain.encoder("v:0"));
        mix.sound().ifPresent(sound -> {
            arguments.addAll(List.of("-map", "[" + sound + "]"));
            arguments.addAll(SOUND);
        });
        arguments.addAll(List.of("-t", Filter.number(Sounds.seconds(mix.length()))));
        arguments.addAll(Muxing.of(Format.MP4, false));
        arguments.add(MediaInput.name(file));
        return arguments;
    }
}

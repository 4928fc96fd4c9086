package media.usenet.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import media.usenet.climb.Bench;
import media.usenet.climb.Climb;
import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.climb.Pass;
import media.usenet.climb.Wanted;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.task.AudioWish;
import media.usenet.task.Format;
import media.usenet.task.Task;
import media.usenet.video.Chain;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;

/// Makes a folder that players stream from: each rendition is encoded by itself, so that every one may have another
/// encoder, and then all are cut into segments without touching a picture.
final class AdaptiveMaker {

    private static final double CUTTING = 0.02;

    /// What is cut comes as MP4: it tells bit rates, without which the HLS muxer leaves a rendition out of the
    /// playlist.
    private static final String WHOLE = "mp4";

    private final Bench bench;
    private final Climb climb;

    AdaptiveMaker(Bench bench, Climb climb) {
        this.bench = bench;
        this.climb = climb;
    }

    Product make(Task.Transcode task) throws NotMade, InterruptedException {
        var input = bench.inputs().getFirst();
        var video = Films.require(input);
        var films = new ArrayList<Path>();
        var codecs = new ArrayList<String>();
        for (var spec : specs(task, video)) {
            codecs.add(encode(task, input, video, spec, films));
        }
        if (films.isEmpty()) {
            films.add(copy(input, video));
            codecs.add(video.codec());
        }
        var sound = sound(task, input);
        var folder = makeFolder();
        cut(task, films, sound, codecs.contains(Codec.HEVC.ffmpegName()), folder, length(input));
        Playlists.check(folder, task.format(), films.size(), length(input));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("renditions", films.size());
        facts.put("videoCodec", codecs.getFirst());
        facts.put("entry", entry(task.format()));
        // What was cut cannot be probed: playlists name other files, which nothing here may follow.
        var expected = new Expected(Optional.of(codecs.getFirst()), 0, length(input));
        return Product.cut(folder, films.getFirst(), expected, facts);
    }

    /// One for each rendition that is not larger than the source, the source's own size at least; none for a picture
    /// that is copied.
    private static List<VideoSpec> specs(Task.Transcode task, MediaFacts.Video video) {
        if (task.video().isEmpty()) {
            return List.of();
        }
        var wanted = task.video().get();
        var fitting = task.renditions().stream()
                .filter(rendition -> rendition.size().height() <= video.height())
                .map(rendition -> wanted.sized(
                        rendition.size().width(),
                        rendition.size().height(),
                        rendition.ceiling().bitsPerSecond()))
                .toList();
        return fitting.isEmpty() ? List.of(wanted) : fitting;
    }

    /// @param films what was made so far; gets one more
    /// @return the codec that it came to be
    private String encode(Task.Transcode task, Input input, MediaFacts.Video video, VideoSpec spec, List<Path> films)
            throws NotMade, InterruptedException {
        var file = bench.folder().resolve("rendition-%d.mp4".formatted(films.size()));
        double share = (1 - CUTTING) / Math.max(1, task.renditions().size());
        var rung = climb.run(
                new Wanted(spec, task.others(), task.hardware()),
                video,
                chain -> List.of(new Pass(arguments(input, video, chain, file), length(input), share)));
        films.add(file);
        return rung.spec().codec().ffmpegName();
    }

    private Path copy(Input input, MediaFacts.Video video) throws NotMade, InterruptedException {
        var file = bench.folder().resolve("rendition-0.mp4");
        var arguments = new ArrayList<>(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + video.index(), "-c:v", "copy"));
        arguments.addAll(List.of("-an", "-sn", "-f", WHOLE, MediaInput.name(file)));
        bench.must(new Pass(arguments, length(input), 1 - CUTTING));
        return file;
    }

    private static List<String> arguments(Input input, MediaFacts.Video video, Chain chain, Path file) {
        var arguments = new ArrayList<>(chain.devices());
        arguments.addAll(chain.decoding());
        arguments.addAll(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + video.index()));
        arguments.addAll(chain.output("v:0"));
        arguments.addAll(List.of("-an", "-sn", "-f", WHOLE, MediaInput.name(file)));
        return arguments;
    }

    /// The first sound track, once for all renditions.
    private Optional<Path> sound(Task.Transcode task, Input input) throws NotMade, InterruptedException {
        if (input.facts().audio().isEmpty()) {
            return Optional.empty();
        }
        var file = bench.folder().resolve("sound.mp4");
        var wish = new AudioWish(Format.AAC, task.sound().bitRate(), 0);
        var arguments = new ArrayList<>(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + input.facts().audio().getFirst().index(), "-vn"));
        arguments.addAll(wish.encoding());
        arguments.addAll(List.of("-f", WHOLE, MediaInput.name(file)));
        bench.must(new Pass(arguments, length(input), CUTTING / 2));
        return Optional.of(file);
    }

    private void cut(
            Task.Transcode task, List<Path> films, Optional<Path> sound, boolean hevc, Path folder, Duration length)
            throws NotMade, InterruptedException {
        var arguments = new ArrayList<String>();
        films.forEach(film -> arguments.addAll(MediaInput.of(film).arguments()));
        sound.ifPresent(track -> arguments.addAll(MediaInput.of(track).arguments()));
        int inputs = films.size() + (sound.isPresent() ? 1 : 0);
        IntStream.range(0, inputs).forEach(input -> arguments.addAll(List.of("-map", String.valueOf(input))));
        arguments.addAll(List.of("-c", "copy"));
        if (hevc) {
            arguments.addAll(List.of("-tag:v", "hvc1"));
        }
        arguments.addAll(
                task.format() == Format.HLS
                        ? Segments.hls(films.size(), sound.isPresent(), task.segmentSeconds(), folder)
                        : Segments.dash(sound.isPresent(), task.segmentSeconds(), folder));
        bench.must(new Pass(arguments, length, CUTTING / 2));
    }

    private static String entry(Format format) {
        return format == Format.HLS ? Segments.HLS_ENTRY : Segments.DASH_ENTRY;
    }

    private Path makeFolder() {
        try {
            return Files.createDirectory(bench.folder().resolve("output"));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private ProblemException notWritten(IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_WRITTEN,
                "%s cannot be written: %s".formatted(bench.folder(), e.getMessage()),
                "check the drive it is on",
                e);
    }

    private static Duration length(Input input) {
        return Objects.requireNonNullElse(input.facts().duration(), Duration.ZERO);
    }
}

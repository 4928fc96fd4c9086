package media.usenet.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.container.ContainerIndex;
import media.usenet.container.KeyFrame;
import media.usenet.container.KeyFrameFilm;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.ffmpeg.Scratch;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import org.springframework.util.unit.DataSize;

/// Makes small gray pictures of a film, in one run of FFmpeg however many they are.
final class Decoder {

    private static final Duration STALL = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Limits LIMITS =
            Limits.USUAL.withCpu(LIMIT).withMemory(DataSize.ofGigabytes(3)).withFileSize(DataSize.ofMegabytes(512));
    private static final long DISK_FLOOR = 64 << 20;
    private static final String GRAY = "scale=%d:%d:flags=area,format=gray,".formatted(Picture.WIDTH, Picture.HEIGHT);
    private static final String FRAMES = "frames.gray";

    private final FFmpeg ffmpeg;
    private final Path folder;

    /// @param folder in which each run gets a work folder
    Decoder(FFmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    /// Key frames of a file with an index: nothing but their packets is read of it. Those that do not decode
    /// are left out.
    List<Picture> keyFrames(Path file, ContainerIndex index, List<KeyFrame> keys) throws InterruptedException {
        try (var scratch = Scratch.below(folder)) {
            var film = scratch.folder().resolve("keys.mkv");
            write(file, index, keys, film);
            var arguments = new ArrayList<>(List.of("-copyts", "-threads", "1"));
            arguments.addAll(new MediaInput(film, "matroska").arguments());
            arguments.addAll(List.of("-map", "0:v:0", "-filter_threads", "1", "-vf", gray(0)));
            arguments.addAll(rawVideo(scratch.folder().resolve(FRAMES)));
            var shown = run(file, arguments, new Cell(scratch.folder(), List.of(), List.of(), LIMITS));
            return keyed(pictures(scratch.folder().resolve(FRAMES), shown.of(0)), keys);
        }
    }

    /// Frames of a file without an index, near these times.
    ///
    /// @param exact whether it is to be the very frame at that time, which costs decoding up to it, or the key
    ///     frame before it
    List<Picture> at(Path file, List<Double> seconds, boolean exact) throws InterruptedException {
        try (var scratch = Scratch.below(folder)) {
            var arguments = new ArrayList<String>();
            for (var time : seconds) {
                arguments.addAll(List.of("-threads", "1", "-ss", "%.3f".formatted(time)));
                if (!exact) {
                    arguments.addAll(List.of("-noaccurate_seek", "-skip_frame", "nokey"));
                }
                arguments.addAll(MediaInput.of(file).arguments());
            }
            for (var i = 0; i < seconds.size(); i++) {
                arguments.addAll(List.of("-map", i + ":v:0", "-frames:v", "1", "-filter_threads", "1", "-vf", gray(i)));
                arguments.addAll(rawVideo(scratch.folder().resolve(i + ".gray")));
            }
            var shown = run(file, arguments, new Cell(scratch.folder(), List.of(file), List.of(), LIMITS));
            return sought(scratch.folder(), seconds, shown);
        }
    }

    private static String gray(int output) {
        return GRAY + ShownFrames.filter(output);
    }

    private static List<String> rawVideo(Path out) {
        return List.of("-fps_mode", "passthrough", "-f", "rawvideo", MediaInput.name(out));
    }

    private static void write(Path file, ContainerIndex index, List<KeyFrame> keys, Path film) {
        try (var in = FileChannel.open(file);
                var out = new BufferedOutputStream(Files.newOutputStream(film))) {
            KeyFrameFilm.write(in, index.track(), keys, out);
        } catch (IOException e) {
            throw unreadable(file, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /// A run that fails after some frames has made those.
    private ShownFrames run(Path file, List<String> arguments, Cell cell) throws InterruptedException {
        var shown = new ShownFrames();
        var run = new FFmpegRun(arguments, cell, Map.of(), STALL, LIMIT, DISK_FLOOR);
        var outcome = ffmpeg.run(run, _ -> {}, shown::read);
        if (outcome instanceof FFmpegOutcome.Ended(var _, String reason, var _, var _)) {
            throw unreadable(file, reason);
        }
        if (outcome instanceof FFmpegOutcome.Failed failed && shown.none()) {
            throw unreadable(file, failed.reason());
        }
        return shown;
    }

    private static List<Picture> pictures(Path frames, List<Double> seconds) {
        var all = bytes(frames);
        var pictures = new ArrayList<Picture>();
        for (var i = 0; i < seconds.size() && (i + 1) * Picture.BYTES <= all.length; i++) {
            var luma = new byte[Picture.BYTES];
            System.arraycopy(all, i * Picture.BYTES, luma, 0, luma.length);
            pictures.add(new Picture(seconds.get(i), luma));
        }
        return pictures;
    }

    /// The film of key frames has frame `n` at second `n`. A decoder that misses references shows some
    /// twice, and those of open groups not in their order.
    private static List<Picture> keyed(List<Picture> pictures, List<KeyFrame> keys) {
        var found = new TreeMap<Double, Picture>();
        for (var picture : pictures) {
            var number = (int) Math.round(picture.seconds());
            if (number >= 0 && number < keys.size()) {
                var seconds = keys.get(number).seconds();
                found.putIfAbsent(seconds, picture.at(seconds));
            }
        }
        return List.copyOf(found.values());
    }

    /// A frame's time counts from where its input was sought; the key frame before that has a negative one.
    private static List<Picture> sought(Path folder, List<Double> seconds, ShownFrames shown) {
        var found = new TreeMap<Double, Picture>();
        for (var i = 0; i < seconds.size(); i++) {
            var sought = seconds.get(i);
            var times = shown.of(i).stream()
                    .limit(1)
                    .map(time -> Math.max(0, sought + time))
                    .toList();
            pictures(folder.resolve(i + ".gray"), times).forEach(picture -> found.put(picture.seconds(), picture));
        }
        return List.copyOf(found.values());
    }

    private static byte[] bytes(Path made) {
        try {
            return Files.exists(made) ? Files.readAllBytes(made) : new byte[0];
        } catch (IOException e) {
            throw unreadable(made, e.toString());
        }
    }

    private static ProblemException unreadable(Path file, String because) {
        return new ProblemException(
                Problem.MEDIA_UNREADABLE,
                "cannot see the picture of %s: %s".formatted(file, because),
                "play the file: it may be damaged");
    }
}

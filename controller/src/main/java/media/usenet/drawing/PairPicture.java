package media.usenet.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.ffmpeg.Scratch;
import media.usenet.picture.Similarity;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import media.usenet.sandbox.Sandbox;
import org.springframework.util.unit.DataSize;

/// Two films side by side in one picture. One is drawn at a time.
public final class PairPicture {

    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Limits LIMITS =
            Limits.USUAL.withCpu(LIMIT).withMemory(DataSize.ofGigabytes(4)).withFileSize(DataSize.ofMegabytes(8));
    private static final long DISK_FLOOR = 64 << 20;
    private static final String MADE = "pair.jpg";
    private static final String PAPER = "paper.rgb";

    private final FFmpeg ffmpeg;
    private final Path folder;

    /// @param folder in which each run of FFmpeg gets a work folder
    public PairPicture(FFmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    /// A JPEG of 960 points width, 200 to 1,400 high.
    ///
    /// @param similarity what comparing these two found
    /// @throws ProblemException `MEDIA_UNREADABLE` where one of them cannot be decoded there, or nothing is known
    ///     of them, `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public synchronized byte[] jpeg(Shown first, Shown second, Similarity similarity) throws InterruptedException {
        if (similarity instanceof Similarity.Unknown(var because)) {
            throw unseen(first, second, because);
        }
        var rows = Row.of(similarity);
        var paper = PairSheet.draw(first, second, similarity, rows);
        try (var scratch = Scratch.below(folder)) {
            Files.write(scratch.folder().resolve(PAPER), paper.rgb24());
            var films = new Collage(first.file(), second.file(), rows);
            var cell = new Cell(scratch.folder(), List.of(first.file(), second.file()), List.of(), LIMITS);
            var arguments = arguments(paper, films, scratch.folder());
            var run = new FFmpegRun(arguments, cell, Map.of(), STALL, LIMIT, DISK_FLOOR);
            return switch (ffmpeg.run(run, _ -> {}, _ -> {})) {
                case FFmpegOutcome.Succeeded _ -> Files.readAllBytes(Sandbox.made(cell.work(), Path.of(MADE)));
                case FFmpegOutcome.Failed failed -> throw unseen(first, second, failed.reason());
                case FFmpegOutcome.Ended ended -> throw unseen(first, second, ended.reason());
            };
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot draw in %s: %s".formatted(folder, e.getMessage()),
                    "check the drive of the controller's state",
                    e);
        }
    }

    private static List<String> arguments(Canvas paper, Collage films, Path work) {
        var arguments = new ArrayList<>(List.of("-f", "rawvideo", "-pixel_format", "rgb24", "-video_size"));
        arguments.add("%dx%d".formatted(paper.width(), paper.height()));
        arguments.addAll(List.of("-framerate", "1", "-i", MediaInput.name(work.resolve(PAPER))));
        arguments.addAll(films.inputs());
        arguments.addAll(List.of("-filter_complex", films.graph(), "-map", "[all]", "-frames:v", "1"));
        arguments.addAll(List.of("-q:v", "5", "-f", "mjpeg", MediaInput.name(work.resolve(MADE))));
        return arguments;
    }

    private static ProblemException unseen(Shown first, Shown second, String because) {
        return new ProblemException(
                Problem.MEDIA_UNREADABLE,
                "cannot draw %s beside %s: %s".formatted(first.file(), second.file(), because),
                "play both files: one may be damaged");
    }
}

package media.usenet.picture;

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
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import media.usenet.sandbox.Sandbox;
import org.springframework.util.unit.DataSize;

/// Draws the frames that a comparison rests on: a row for each pair, the first film on the left.
public final class SideBySide {

    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Limits LIMITS =
            Limits.USUAL.withCpu(LIMIT).withMemory(DataSize.ofGigabytes(4)).withFileSize(DataSize.ofMegabytes(64));
    private static final long DISK_FLOOR = 64 << 20;
    private static final int MOST_ROWS = 8;
    private static final String FRAME = "scale=320:180:force_original_aspect_ratio=decrease,"
            + "pad=320:180:(ow-iw)/2:(oh-ih)/2:gray,setsar=1,format=yuvj420p";
    private static final String MADE = "pairs.jpg";

    private final FFmpeg ffmpeg;
    private final Path folder;

    /// @param folder in which each run of FFmpeg gets a work folder
    public SideBySide(FFmpeg ffmpeg, Path folder) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
    }

    /// A JPEG of 640 points width and 180 for each row.
    ///
    /// @param evidence at least one; of more than there are rows for, some that are spread over all
    /// @param rows 1 to 8
    /// @throws ProblemException `MEDIA_UNREADABLE` when one of the files cannot be decoded there,
    ///     `FFMPEG_MISSING`,
    ///     `SANDBOX_MISSING`
    public byte[] jpeg(Path first, Path second, List<Match> evidence, int rows) throws InterruptedException {
        if (evidence.isEmpty() || rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("%d frames for %d rows".formatted(evidence.size(), rows));
        }
        var shown = spread(evidence, rows);
        try (var scratch = Scratch.below(folder)) {
            var arguments = new ArrayList<String>();
            for (var match : shown) {
                arguments.addAll(input(first, match.inFirst()));
                arguments.addAll(input(second, match.inSecond()));
            }
            arguments.addAll(List.of("-filter_complex", graph(shown.size()), "-map", "[all]", "-frames:v", "1"));
            arguments.addAll(List.of(
                    "-q:v", "3", "-f", "mjpeg", MediaInput.name(scratch.folder().resolve(MADE))));
            var cell = new Cell(scratch.folder(), List.of(first, second), List.of(), LIMITS);
            var outcome =
                    ffmpeg.run(new FFmpegRun(arguments, cell, Map.of(), STALL, LIMIT, DISK_FLOOR), _ -> {}, _ -> {});
            return read(first, second, cell, outcome);
        }
    }

    static List<Match> spread(List<Match> evidence, int rows) {
        var count = Math.min(rows, evidence.size());
        var chosen = new ArrayList<Match>();
        for (var i = 0; i < count; i++) {
            chosen.add(evidence.get((2 * i + 1) * evidence.size() / (2 * count)));
        }
        return chosen;
    }

    private static List<String> input(Path file, Duration at) {
        var arguments = new ArrayList<>(List.of("-threads", "1", "-ss", "%.3f".formatted(Span.seconds(at))));
        arguments.addAll(MediaInput.of(file).arguments());
        return arguments;
    }

    private static String graph(int rows) {
        var graph = new StringBuilder();
        for (var row = 0; row < rows; row++) {
            graph.append("[%d:v:0]%s[l%d];[%d:v:0]%s[r%d];[l%d][r%d]hstack[p%d];"
                    .formatted(2 * row, FRAME, row, 2 * row + 1, FRAME, row, row, row, row));
        }
        for (var row = 0; row < rows; row++) {
            graph.append("[p%d]".formatted(row));
        }
        return graph + (rows == 1 ? "null[all]" : "vstack=inputs=%d[all]".formatted(rows));
    }

    private static byte[] read(Path first, Path second, Cell cell, FFmpegOutcome outcome) {
        return switch (outcome) {
            case FFmpegOutcome.Succeeded _ -> bytes(Sandbox.made(cell.work(), Path.of(MADE)));
            case FFmpegOutcome.Failed failed -> throw unseen(first, second, failed.reason());
            case FFmpegOutcome.Ended ended -> throw unseen(first, second, ended.reason());
        };
    }

    private static byte[] bytes(Path made) {
        try {
            return Files.readAllBytes(made);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, "cannot read " + made, "check the drive of the controller's state", e);
        }
    }

    private static ProblemException unseen(Path first, Path second, String because) {
        return new ProblemException(
                Problem.MEDIA_UNREADABLE,
                "cannot draw %s beside %s: %s".formatted(first, second, because),
                "play both files: one may be damaged");
    }
}

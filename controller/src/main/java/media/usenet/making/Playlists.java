package media.usenet.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import media.usenet.climb.NotMade;
import media.usenet.job.FailureClass;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.task.Format;
import media.usenet.worker.Ending;

/// Whether what players will read leads to all of the film.
final class Playlists {

    private static final Pattern SEGMENT = Pattern.compile("#EXTINF:([0-9.]+),[^\\n]*\\n([^#\\n]+)");
    private static final Pattern WHOLE = Pattern.compile("mediaPresentationDuration=\"(PT[^\"]+)\"");
    private static final Pattern OFFERED = Pattern.compile("#EXT-X-STREAM-INF:[^\\n]*RESOLUTION=");
    private static final double MILLIS = 1000;
    private static final Duration FORGIVEN = Duration.ofSeconds(2);

    private Playlists() {}

    /// @throws NotMade where a segment is missing, or the film ends early
    static void check(Path folder, Format format, int renditions, Duration length) throws NotMade {
        try {
            if (format == Format.HLS) {
                requireOffered(folder.resolve(Segments.HLS_ENTRY), renditions);
                for (var playlist : playlists(folder)) {
                    require(playlist, segments(folder, playlist), length);
                }
            } else {
                var manifest = folder.resolve(Segments.DASH_ENTRY);
                require(manifest, whole(manifest), length);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, folder + " cannot be read: " + e.getMessage(), "check its drive", e);
        }
    }

    private static void requireOffered(Path master, int renditions) throws IOException, NotMade {
        long offered = OFFERED.matcher(Files.readString(master)).results().count();
        if (offered != renditions) {
            throw notMade("%s offers %d of %d renditions".formatted(master.getFileName(), offered, renditions));
        }
    }

    private static List<Path> playlists(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".m3u8"))
                    .filter(file -> !file.endsWith(Segments.HLS_ENTRY))
                    .toList();
        }
    }

    /// How long all segments are that are there.
    private static Duration segments(Path folder, Path playlist) throws IOException {
        double seconds = 0;
        var segment = SEGMENT.matcher(Files.readString(playlist));
        while (segment.find()) {
            var file = folder.resolve(segment.group(2).strip());
            if (Files.exists(file) && Files.size(file) > 0) {
                seconds += Double.parseDouble(segment.group(1));
            }
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private static Duration whole(Path manifest) throws IOException {
        var whole = WHOLE.matcher(Files.readString(manifest));
        return whole.find() ? Duration.parse(whole.group(1)) : Duration.ZERO;
    }

    private static void require(Path playlist, Duration found, Duration length) throws NotMade {
        if (found.plus(FORGIVEN).compareTo(length) < 0) {
            throw notMade("%s leads to %s of %s".formatted(playlist.getFileName(), found, length));
        }
    }

    private static NotMade notMade(String detail) {
        return new NotMade(new Ending.Failed(
                FailureClass.ENCODER,
                detail,
                "play the source to its end: it may be damaged; the job's log has what FFmpeg said"));
    }
}

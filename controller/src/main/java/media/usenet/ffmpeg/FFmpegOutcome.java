package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.List;

/// How a run of FFmpeg ended.
public sealed interface FFmpegOutcome {

    Duration took();

    /// The last lines of standard error, oldest first.
    List<String> lastLines();

    /// @param cpu used by the whole process tree
    /// @param progress the last that was told
    record Succeeded(Duration took, Duration cpu, Progress progress, List<String> lastLines) implements FFmpegOutcome {

        public Succeeded {
            lastLines = List.copyOf(lastLines);
        }
    }

    /// FFmpeg ended by itself, without having done it.
    ///
    /// @param reason the line of standard error that decides
    record Failed(FailureKind kind, int exitCode, String reason, Duration took, List<String> lastLines)
            implements FFmpegOutcome {

        public Failed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /// We ended it.
    record Ended(Why why, String reason, Duration took, List<String> lastLines) implements FFmpegOutcome {

        public Ended {
            lastLines = List.copyOf(lastLines);
        }
    }

    enum Why {
        /// No progress for longer than was allowed.
        STALLED,
        TIME_LIMIT,
        /// Free space fell below the floor.
        DISK_FLOOR
    }
}

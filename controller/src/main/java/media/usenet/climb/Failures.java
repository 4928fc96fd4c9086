package media.usenet.climb;

import media.usenet.fetch.FetchException;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.job.FailureClass;
import media.usenet.problem.ProblemException;
import media.usenet.worker.Ending;

/// Says of each way in which work fails what kind of failure it is, and so whether it is worth another try.
public final class Failures {

    private Failures() {}

    public static Ending.Failed of(FetchException e) {
        var failure = switch (e.kind()) {
            case REFUSED -> FailureClass.VALIDATION;
            case ANSWER, TOO_LARGE, CONTENT -> FailureClass.SOURCE;
            case NETWORK -> FailureClass.NETWORK;
            case TIMEOUT -> FailureClass.TIMEOUT;
            case DISK -> FailureClass.RESOURCE;
        };
        return new Ending.Failed(failure, message(e), e.remedy());
    }

    static Ending.Failed of(FFmpegOutcome.Failed failed) {
        var detail = "%s: %s".formatted(failed.kind().meaning(), failed.reason());
        return new Ending.Failed(classOf(failed.kind()), detail, failed.kind().remedy());
    }

    static Ending.Failed of(FFmpegOutcome.Ended ended) {
        return switch (ended.why()) {
            case STALLED ->
                new Ending.Failed(
                        FailureClass.TIMEOUT,
                        ended.reason(),
                        "look at the job's log; a damaged source may hang FFmpeg");
            case TIME_LIMIT ->
                new Ending.Failed(
                        FailureClass.TIMEOUT, ended.reason(), "raise transcode.time-limit, or choose a faster preset");
            case DISK_FLOOR ->
                new Ending.Failed(
                        FailureClass.RESOURCE, ended.reason(), "free some space on the drive that the output goes to");
        };
    }

    /// What the problem's status says of it: the caller's own faults are not tried again.
    public static Ending.Failed of(ProblemException e) {
        var failure = switch (e.problem().status()) {
            case 400, 404, 409, 422 -> FailureClass.VALIDATION;
            case 403 -> FailureClass.PERMISSION;
            case 507 -> FailureClass.RESOURCE;
            default -> FailureClass.CONFIGURATION;
        };
        return new Ending.Failed(failure, e.detail(), e.remedy());
    }

    private static FailureClass classOf(FailureKind kind) {
        return switch (kind) {
            case NO_INPUT, BAD_INPUT -> FailureClass.SOURCE;
            case NO_SPACE, NO_MEMORY, SESSION_LIMIT -> FailureClass.RESOURCE;
            case BAD_COMMAND -> FailureClass.CONFIGURATION;
            case NO_PERMISSION -> FailureClass.PERMISSION;
            case KILLED -> FailureClass.WORKER;
            case NO_ENCODER,
                    NO_DRIVER,
                    NO_DEVICE,
                    DRIVER_CAP_MISSING,
                    DRIVER_TOO_OLD,
                    DRIVER_ERROR,
                    CODEC_UNSUPPORTED,
                    RC_UNSUPPORTED,
                    UNKNOWN -> FailureClass.ENCODER;
        };
    }

    private static String message(FetchException e) {
        return e.getMessage() == null ? "the source could not be fetched" : e.getMessage();
    }
}

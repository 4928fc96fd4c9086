package media.usenet.worker;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import media.usenet.job.FailureClass;
import media.usenet.job.JobError;
import media.usenet.problem.ProblemException;
import media.usenet.publish.Intent;

/// How an attempt ended, as the queue sees it: after publishing, and with what came from outside.
sealed interface AttemptEnd {

    /// For the job's log.
    String told();

    record Published(List<Intent> intents, Map<String, Object> result) implements AttemptEnd {

        @Override
        public String told() {
            return "published "
                    + intents.stream().map(intent -> intent.target().toString()).toList();
        }
    }

    record Failure(JobError error) implements AttemptEnd {

        @Override
        public String told() {
            return "failed, %s: %s Remedy: %s".formatted(error.failure().word(), error.detail(), error.remedy());
        }
    }

    record Moved(String lane, String because) implements AttemptEnd {

        @Override
        public String told() {
            return "goes to lane %s: %s".formatted(lane, because);
        }
    }

    record Suspended(String slot, String because) implements AttemptEnd {

        @Override
        public String told() {
            return "waits for the drive %s: %s".formatted(slot, because);
        }
    }

    record Stopped(LiveAttempt.Stop why, String because) implements AttemptEnd {

        @Override
        public String told() {
            return "%s: %s".formatted(why.name().toLowerCase(Locale.ROOT), because);
        }
    }

    /// A failure of the file system that the work or the publishing met.
    static AttemptEnd failed(IOException e) {
        var detail = e instanceof FileSystemException f && f.getReason() != null
                ? "%s: %s".formatted(f.getFile(), f.getReason())
                : String.valueOf(e.getMessage());
        var failure = e instanceof AccessDeniedException ? FailureClass.PERMISSION : FailureClass.RESOURCE;
        return new Failure(new JobError(
                failure, detail, "check the free space and the permissions of the folder that the output goes to"));
    }

    static AttemptEnd failed(ProblemException e) {
        var failure = switch (e.problem()) {
            case FILE_NOT_WRITTEN, DATABASE_FULL, DATABASE_BUSY, DATABASE_UNREACHABLE -> FailureClass.RESOURCE;
            case SETTINGS_INVALID, JOB_TYPE_UNKNOWN, PROGRAM_MISSING -> FailureClass.CONFIGURATION;
            case INVALID_REQUEST, NOT_FOUND -> FailureClass.VALIDATION;
            default -> FailureClass.WORKER;
        };
        return new Failure(new JobError(failure, e.detail(), e.remedy()));
    }
}

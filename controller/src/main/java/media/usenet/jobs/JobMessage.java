package media.usenet.jobs;

import java.time.Instant;
import media.usenet.job.Job;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import media.usenet.queue.JobEvent;
import org.jspecify.annotations.Nullable;

/// What followers of a job are told: what happened, how far it is, and in the end the job.
sealed interface JobMessage {

    record Happened(JobEvent event) implements JobMessage {}

    record Progressed(@Nullable Phase phase, @Nullable Progress progress) implements JobMessage {}

    record Ended(Job job) implements JobMessage {}

    /// As an event is sent: its number and kind are the stream's own.
    record Told(String job, Instant at, String text) {}
}

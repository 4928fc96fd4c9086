package media.usenet.queue;

import java.time.Instant;

/// Something that happened to a job.
///
/// @param number counts from 1 within the job
/// @param kind `queued`, `started`, `phase`, ...
public record JobEvent(String job, int number, Instant at, String kind, String text) {}

package media.usenet.jobs;

import java.time.Instant;

/// Something that happened to a job.
///
/// @param number counts from 1 within the job
/// @param kind `queued`, `started`, `phase`, ...
record JobEvent(String job, int number, Instant at, String kind, String text) {}

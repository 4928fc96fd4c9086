package media.usenet.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why the last attempt at a job failed.
public record JobError(@JsonProperty("class") FailureClass failure, String detail, String remedy) {}

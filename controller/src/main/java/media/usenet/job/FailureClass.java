package media.usenet.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Why a job failed, as far as it decides whether to try again.
public enum FailureClass {
    /// A host did not answer, or broke off.
    NETWORK,
    TIMEOUT,
    /// Space, memory, sessions of an encoder: there was not enough of something.
    RESOURCE,
    /// Something may not be read or written.
    PERMISSION,
    /// The program is set up wrongly. Never retried.
    CONFIGURATION,
    /// What was asked for cannot be. Never retried.
    VALIDATION,
    /// The source file is damaged, or not what it says it is.
    SOURCE,
    ENCODER,
    /// The worker itself failed: a fault of this program, or its death.
    WORKER;

    @JsonValue
    public String word() {
        return Words.of(this);
    }

    @JsonCreator
    public static FailureClass of(String word) {
        return Words.parse("class of failure", word, values());
    }
}

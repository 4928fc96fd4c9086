package media.usenet.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a running job is busy with.
public enum Phase {
    PREPARING,
    DOWNLOADING,
    PROBING,
    ENCODING,
    /// What was made is looked at before anybody may see it.
    VERIFYING,
    /// The outputs are synced, hashed, and then renamed to their places; only for that last moment a cancel comes
    /// too late.
    PUBLISHING,
    UPLOADING;

    @JsonValue
    public String word() {
        return Words.of(this);
    }

    @JsonCreator
    public static Phase of(String word) {
        return Words.parse("phase", word, values());
    }
}

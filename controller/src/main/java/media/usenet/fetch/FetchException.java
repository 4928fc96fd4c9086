package media.usenet.fetch;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A download that could not be made: what kind of failure, what happened, and what to do about it.
public final class FetchException extends Exception {

    /// What failed, as far as it decides whether to try again.
    public enum Kind {
        /// The address is not one that may be asked. Never again.
        REFUSED,
        /// The server's answer is no: it is not there, or not for us. Never again.
        ANSWER,
        /// No connection, a cut one that could not be resumed, a failing server. Again.
        NETWORK,
        /// Too slow. Again.
        TIMEOUT,
        /// Larger than allowed. Never again.
        TOO_LARGE,
        /// What came is no media: a web page, a program, a playlist that would lead elsewhere. Never again.
        CONTENT,
        /// The disk is full, or cannot be written. Again, later.
        DISK
    }

    private final Kind kind;
    private final String remedy;
    private final @Nullable Duration retryAfter;

    public FetchException(Kind kind, String detail, String remedy) {
        this(kind, detail, remedy, null, null);
    }

    FetchException(Kind kind, String detail, String remedy, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public String remedy() {
        return remedy;
    }

    /// How long the server asked to be left alone.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}

package media.usenet.job;

import org.jspecify.annotations.Nullable;

/// How far a job is. What is not known is null.
///
/// @param fraction of the whole job, from 0 to 1
/// @param fps frames encoded in a second
/// @param speed 1 is as fast as the film plays
/// @param outTimeMillis how much of the film is encoded
/// @param bytes written or fetched so far
public record Progress(
        @Nullable Double fraction,
        @Nullable Double fps,
        @Nullable Double speed,
        @Nullable Long outTimeMillis,
        @Nullable Long etaSeconds,
        @Nullable Long bytes) {

    public static final Progress UNKNOWN = new Progress(null, null, null, null, null, null);

    public Progress {
        if (fraction != null && !(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction lies between 0 and 1, not " + fraction);
        }
    }

    public static Progress of(double fraction) {
        return new Progress(fraction, null, null, null, null, null);
    }
}

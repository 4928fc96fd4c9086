package media.usenet.event;

import org.jspecify.annotations.Nullable;

/// One thing that happened within an operation.
///
/// @param subject whom it happened to: a service, a drive
/// @param done how much is done of `total`; null when it is no matter of amounts
/// @param unit `bytes`, or what is counted
public record Step(
        String subject,
        String text,
        @Nullable Long done,
        @Nullable Long total,
        @Nullable String unit) {

    public static Step of(String subject, String text) {
        return new Step(subject, text, null, null, null);
    }
}

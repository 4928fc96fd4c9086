package media.usenet.composer;

import org.jspecify.annotations.Nullable;

/// A step of a long command.
///
/// @param subject the Compose service, `network NAME`, or `images` for all that is downloaded together
/// @param text what happens to it: `creating`, `started`, `downloading`
/// @param doneBytes how much is done; none where it is not known
/// @param totalBytes how much there is to do, as far as is known yet
public record Progress(
        String subject,
        String text,
        @Nullable Long doneBytes,
        @Nullable Long totalBytes) {

    static Progress of(String subject, String text) {
        return new Progress(subject, text, null, null);
    }
}

package media.usenet.formats;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What conditions ask about, in the numbers of the application. Empty is what is not known.
///
/// @param title the release's name
/// @param complete whether the title is a release's and says what there is to say, rather than a name that a person
///     or an application gave to the file
/// @param fileName as it lies on the drive
/// @param original the language that the work was made in
/// @param settled whether what is not known is taken for what the applications take it for: none
public record ReleaseFacts(
        String title,
        boolean complete,
        Optional<String> fileName,
        Optional<String> group,
        Optional<String> edition,
        OptionalInt source,
        OptionalInt resolution,
        OptionalInt modifier,
        Optional<Set<Integer>> languages,
        OptionalInt original,
        OptionalLong bytes,
        OptionalInt flags,
        OptionalInt year,
        OptionalInt releaseType,
        boolean settled) {

    public ReleaseFacts {
        languages = languages.map(Set::copyOf);
    }

    /// As the applications see it.
    public ReleaseFacts asApplicationsDo() {
        return new ReleaseFacts(
                title,
                true,
                fileName,
                group,
                edition,
                source,
                resolution,
                modifier,
                languages,
                original,
                bytes,
                flags,
                year,
                releaseType,
                true);
    }

    /// Of something that is not known.
    Answer unknown() {
        return settled ? Answer.NO : Answer.UNKNOWN;
    }

    /// Whether a number is this one; the applications have 0 for what they do not know.
    Answer same(OptionalInt number, int wanted) {
        return number.isPresent() || settled ? Answer.of(number.orElse(0) == wanted) : Answer.UNKNOWN;
    }
}

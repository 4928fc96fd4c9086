package media.usenet.formats;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What is known of a release beside its name, because somebody looked into the file or knows the work.
///
/// @param resolution in lines of the class it is of: 2160, 1080, 720, 576, 480
/// @param languages of its sound, as BCP 47 codes
/// @param original the language that the work was made in, likewise
/// @param fileName when the name is another than the file's
public record Seen(
        OptionalInt resolution,
        Optional<Set<String>> languages,
        Optional<String> original,
        OptionalLong bytes,
        Optional<String> fileName) {

    public static final Seen NOTHING =
            new Seen(OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    public Seen {
        languages = languages.map(Set::copyOf);
    }
}

package media.usenet.formats;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import media.usenet.naming.Release;
import media.usenet.naming.Trait;

/// From a release's name and what was seen of it to what conditions ask about.
public final class ReleaseFactsReader {

    /// Radarr takes these out before it looks.
    private static final Pattern LEFT_OUT = Pattern.compile("\\s{0,20}[<>?*|]");

    private static final int SINGLE = 1;
    private static final int MULTIPLE = 2;
    private static final int SEASON = 3;

    private ReleaseFactsReader() {}

    /// @param name of the release or the file, without folders
    public static ReleaseFacts read(Application application, String name, Release release, Seen seen) {
        var quality = Quality.of(application, release, seen.resolution());
        int lines = seen.resolution().orElse(Quality.lines(release));
        return new ReleaseFacts(
                application == Application.RADARR ? LEFT_OUT.matcher(name).replaceAll("") : name,
                release.says(Trait.SOURCE) || release.says(Trait.VIDEO_CODEC),
                seen.fileName(),
                release.first(Trait.RELEASE_GROUP),
                Optional.of(String.join(" ", release.all(Trait.EDITION))).filter(text -> !text.isEmpty()),
                of(quality.map(Quality::source)),
                quality.isPresent() || lines == 0 ? of(quality.map(Quality::resolution)) : OptionalInt.of(lines),
                of(quality.map(Quality::modifier)),
                languages(application, release, seen),
                of(seen.original()
                        .map(code -> Languages.number(application, code).orElse(0))),
                seen.bytes(),
                OptionalInt.empty(),
                release.year(),
                releaseType(release),
                false);
    }

    private static OptionalInt of(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<Set<Integer>> languages(Application application, Release release, Seen seen) {
        var said = release.says(Trait.LANGUAGE)
                ? Optional.of(Set.copyOf(release.all(Trait.LANGUAGE)))
                : Optional.<Set<String>>empty();
        return seen.languages()
                .or(() -> said)
                .map(codes -> codes.stream()
                        .flatMapToInt(code -> Languages.number(application, code).stream())
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private static OptionalInt releaseType(Release release) {
        if (!release.series()) {
            return OptionalInt.empty();
        }
        if (release.seasonPack()) {
            return OptionalInt.of(SEASON);
        }
        return OptionalInt.of(release.numbering().episodes().size() > 1 ? MULTIPLE : SINGLE);
    }
}

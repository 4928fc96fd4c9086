package media.usenet.quality;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.formats.Guide;
import media.usenet.formats.GuideProfile;

/// What this user holds to be good.
///
/// @param ladder one of the guide's profiles
/// @param players empty when it is not known what the user plays with
/// @param audio languages that are listened to; empty for all
/// @param subtitles languages that are read; empty for all
/// @param editionsApart whether cuts of a work stay beside each other
/// @param resolutionsApart whether a copy is kept for each resolution
/// @param sizeKind which of the guide's sizes count: `movie`, `series`, `anime`
public record QualityProfile(
        Guide guide,
        GuideProfile ladder,
        Optional<Players> players,
        Set<String> audio,
        Set<String> subtitles,
        boolean editionsApart,
        boolean resolutionsApart,
        String sizeKind) {

    public QualityProfile {
        audio = codes(audio);
        subtitles = codes(subtitles);
    }

    /// A profile of the guide, with everything else as it is for whoever has said nothing.
    public static QualityProfile of(Guide guide, GuideProfile ladder) {
        return new QualityProfile(guide, ladder, Optional.empty(), Set.of(), Set.of(), true, false, "movie");
    }

    private static Set<String> codes(Set<String> languages) {
        return languages.stream().map(LanguageCode::of).collect(Collectors.toUnmodifiableSet());
    }

    boolean listensTo(String language) {
        return audio.isEmpty() || audio.contains(language);
    }

    boolean reads(String language) {
        return subtitles.isEmpty() || subtitles.contains(language);
    }
}

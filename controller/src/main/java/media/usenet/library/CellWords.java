package media.usenet.library;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.Video;
import org.jspecify.annotations.Nullable;

/// The words that a file is counted by, as far as they follow from what is in it. Pure.
///
/// @param kind `video`, `audio` or `none`
/// @param audio the codec of the first sound
/// @param languages of the sound, in the alphabet's order
record CellWords(
        String kind,
        String resolution,
        String codec,
        String hdr,
        String audio,
        List<String> languages,
        int lengthClass,
        int rateClass) {

    private static final String NONE = "-";
    private static final int LONGEST_LANGUAGES = 400;

    CellWords {
        languages = List.copyOf(languages);
    }

    static CellWords of(@Nullable MediaFacts facts) {
        var film = facts == null ? null : facts.film().orElse(null);
        var sounds = facts == null ? List.<Audio>of() : facts.audio();
        return new CellWords(
                kind(facts),
                film == null ? NONE : Resolution.of(film.width(), film.height()),
                film == null ? NONE : film.codec(),
                film == null ? NONE : hdr(film),
                sounds.isEmpty() ? NONE : sounds.getFirst().codec(),
                sounds.stream()
                        .map(Audio::language)
                        .flatMap(CellWords::word)
                        .distinct()
                        .sorted()
                        .toList(),
                Classes.LENGTHS.of(FactColumns.durationMillis(facts)),
                Classes.RATES.of(FactColumns.bitrate(facts)));
    }

    private static String kind(@Nullable MediaFacts facts) {
        return facts == null || (facts.video().isEmpty() && facts.audio().isEmpty())
                ? "none"
                : facts.audioOnly() ? "audio" : "video";
    }

    private static String hdr(Video film) {
        return film.hdr().kind().name().toLowerCase(Locale.ROOT);
    }

    /// Files may say anything where a language belongs.
    private static Stream<String> word(String language) {
        var word = language.replace(' ', '_');
        return word.isEmpty() ? Stream.empty() : Stream.of(word);
    }

    /// With a space on both sides of each, so that one can be looked for.
    String languageText() {
        var text = new StringBuilder(" ");
        for (var language : languages) {
            if (text.length() + language.length() < LONGEST_LANGUAGES) {
                text.append(language).append(' ');
            }
        }
        return text.toString();
    }
}

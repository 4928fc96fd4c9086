package media.usenet.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Subtitle;
import media.usenet.quality.Track.Kind;

/// What would be lost if one file went and another stayed.
///
/// @param tracks those that the other lacks and the user wants
/// @param unwanted those that it lacks and the user does not want
/// @param picture what its picture has and the other's has not
/// @param unknown what cannot be told
record Losses(List<Track> tracks, List<Track> unwanted, List<String> picture, List<String> unknown) {

    static Losses of(MediaFacts going, MediaFacts staying, QualityProfile profile) {
        var losses = new Losses(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        going.audio().forEach(track -> losses.audio(track, staying.audio(), profile));
        going.subtitles().forEach(track -> losses.subtitle(track, staying.subtitles(), profile));
        losses.compare(going, staying);
        return losses;
    }

    boolean nothing() {
        return tracks.isEmpty() && picture.isEmpty() && unknown.isEmpty();
    }

    private void audio(Audio track, List<Audio> others, QualityProfile profile) {
        var language = LanguageCode.of(track.language());
        boolean commentary = Sound.commentary(track);
        var same = others.stream()
                .filter(other -> Sound.commentary(other) == commentary)
                .filter(other -> LanguageCode.of(other.language()).equals(language))
                .toList();
        boolean replaced = same.stream().anyMatch(other -> Sound.worth(other) >= Sound.worth(track));
        if (language.equals(LanguageCode.UNKNOWN) && !replaced) {
            unknown.add("a track of sound that does not say its language");
        } else if (same.isEmpty() && others.stream().anyMatch(other -> silent(other.language()))) {
            unknown.add("whether the other speaks " + language + ": a track of it does not say its language");
        } else if (!replaced) {
            var what = "%s%s%s, %s, %d channels"
                    .formatted(
                            same.isEmpty() ? "" : "better ",
                            language,
                            commentary ? " commentary" : "",
                            track.codec(),
                            track.channels());
            add(new Track(Kind.AUDIO, track.index(), language, track.codec(), what), profile::listensTo);
        }
    }

    private void subtitle(Subtitle track, List<Subtitle> others, QualityProfile profile) {
        var language = LanguageCode.of(track.language());
        boolean there = others.stream()
                .anyMatch(other ->
                        LanguageCode.of(other.language()).equals(language) && other.forced() == track.forced());
        if (language.equals(LanguageCode.UNKNOWN) && !there) {
            unknown.add("subtitles that do not say their language");
        } else if (!there && others.stream().anyMatch(other -> silent(other.language()))) {
            unknown.add("whether the other has subtitles in " + language);
        } else if (!there) {
            var what = "subtitles %s%s, %s".formatted(language, track.forced() ? " forced" : "", track.codec());
            add(new Track(Kind.SUBTITLE, track.index(), language, track.codec(), what), profile::reads);
        }
    }

    private void add(Track track, Predicate<String> wanted) {
        (wanted.test(track.language()) ? tracks : unwanted).add(track);
    }

    private static boolean silent(String language) {
        return LanguageCode.of(language).equals(LanguageCode.UNKNOWN);
    }

    private void compare(MediaFacts going, MediaFacts staying) {
        var here = going.film();
        var there = staying.film();
        if (here.isEmpty() || there.isEmpty()) {
            unknown.add("the picture of a file that has none");
            return;
        }
        var kind = here.get().hdr().kind();
        if (kind != HdrKind.SDR && there.get().hdr().kind() != kind) {
            picture.add(Picture.name(kind));
        }
        if (Picture.lines(here.get()).orElse(0) > Picture.lines(there.get()).orElse(0)) {
            picture.add("%dx%d".formatted(here.get().width(), here.get().height()));
        }
        if (going.chapters() > 0 && staying.chapters() == 0) {
            picture.add("%d chapters".formatted(going.chapters()));
        }
        if (going.video().size() > staying.video().size()) {
            picture.add("a second picture");
        }
    }
}

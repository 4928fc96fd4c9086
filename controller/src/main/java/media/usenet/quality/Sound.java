package media.usenet.quality;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;

/// What sound is worth to those who listen.
final class Sound {

    private static final Set<String> LOSSLESS = Set.of("truehd", "mlp", "flac", "alac");
    private static final int WANTED = 150;
    private static final int SURROUND = 40;
    private static final int WHOLE = 60;
    private static final int SURROUND_CHANNELS = 6;

    private Sound() {}

    static void judge(MediaFacts facts, QualityProfile profile, Tally tally) {
        for (var language : profile.audio().stream().sorted().toList()) {
            wanted(facts, language, tally);
        }
        var best = facts.audio().stream()
                .filter(track -> !commentary(track))
                .mapToInt(Sound::worth)
                .max();
        if (best.isEmpty()) {
            tally.tell("no sound");
            return;
        }
        boolean surround = best.getAsInt() % WHOLE >= SURROUND;
        boolean whole = best.getAsInt() >= WHOLE;
        give(surround, SURROUND, "surround sound", profile.players().map(players -> players.channels() > 2), tally);
        give(whole, WHOLE, "lossless sound", profile.players().map(Players::lossless), tally);
    }

    private static void wanted(MediaFacts facts, String language, Tally tally) {
        if (facts.audio().stream()
                .anyMatch(track -> LanguageCode.of(track.language()).equals(language))) {
            tally.give(WANTED, "speaks " + language);
        } else if (facts.audio().stream()
                .anyMatch(track -> LanguageCode.of(track.language()).equals(LanguageCode.UNKNOWN))) {
            tally.doubt(0, WANTED, "a track does not say its language, which may be " + language);
        } else {
            tally.tell("does not speak " + language);
        }
    }

    private static void give(boolean has, int points, String what, Optional<Boolean> plays, Tally tally) {
        if (!has) {
            return;
        }
        if (plays.isEmpty()) {
            tally.doubt(0, points, what + ": it is not known whether the players play it");
        } else if (plays.get()) {
            tally.give(points, what);
        }
    }

    /// Lossless before any number of channels, then channels.
    static int worth(Audio track) {
        return (lossless(track) ? WHOLE : 0) + (track.channels() >= SURROUND_CHANNELS ? SURROUND : track.channels());
    }

    /// DTS-HD MA is told by its rate only: ffprobe's codec is `dts`; no core has more than 1,536 kbit/s.
    private static boolean lossless(Audio track) {
        return LOSSLESS.contains(track.codec())
                || track.codec().startsWith("pcm_")
                || (track.codec().equals("dts") && track.bitrate() > 1_600_000);
    }

    static boolean commentary(Audio track) {
        return track.title() != null && track.title().toLowerCase(Locale.ROOT).contains("comment");
    }
}

package media.usenet.duplicates;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.library.LibraryFile;
import media.usenet.library.ProbeStatus;
import media.usenet.naming.Release;
import media.usenet.naming.ReleaseParser;
import media.usenet.naming.Trait;
import media.usenet.works.WorkFile;
import media.usenet.works.Worth;
import org.jspecify.annotations.Nullable;

/// From what the library knows of a file to what it tells of a work.
final class WorkFiles {

    private static final double WIDE = 16.0 / 9;
    private static final String UNSAID = "und";

    /// From the best to the least; what is in none of these is not known.
    private static final List<List<String>> SOURCES = List.of(
            List.of("dvd", "dvdrip", "sdtv", "hdtv", "tv"),
            List.of("webrip", "web"),
            List.of("web-dl", "webdl"),
            List.of("bluray", "blu-ray", "uhd bluray", "ultra hd blu-ray", "bdrip", "brrip", "hd-dvd"));

    private WorkFiles() {}

    static WorkFile of(LibraryFile file) {
        var release = ReleaseParser.parse(file.path().toString());
        var facts = file.facts();
        return new WorkFile(
                file.id(),
                file.slot(),
                file.path().toString(),
                file.bytes(),
                release,
                facts == null ? null : facts.duration(),
                worth(file, release));
    }

    private static @Nullable Worth worth(LibraryFile file, Release release) {
        var facts = file.facts();
        return facts == null || file.status() != ProbeStatus.PROBED
                ? null
                : facts.film().map(video -> worth(video, facts, release)).orElse(null);
    }

    private static Worth worth(MediaFacts.Video video, MediaFacts facts, Release release) {
        int lines = Math.max(video.height(), (int) Math.round(video.width() / WIDE));
        int channels = facts.audio().stream()
                .mapToInt(MediaFacts.Audio::channels)
                .max()
                .orElse(0);
        return new Worth(
                lines,
                source(release),
                range(video),
                channels,
                languages(facts.audio().stream().map(MediaFacts.Audio::language)),
                languages(facts.subtitles().stream().map(MediaFacts.Subtitle::language)),
                0);
    }

    private static int source(Release release) {
        if (release.says(Trait.REMUX)) {
            return SOURCES.size() + 1;
        }
        var said = release.first(Trait.SOURCE).orElse("").toLowerCase(Locale.ROOT);
        for (int rank = SOURCES.size(); rank > 0; rank--) {
            if (SOURCES.get(rank - 1).contains(said)) {
                return rank;
            }
        }
        return 0;
    }

    private static Set<String> range(MediaFacts.Video video) {
        var range = new HashSet<String>();
        if (video.hdr().kind() != HdrKind.SDR) {
            range.add(video.hdr().kind().name());
        }
        if (video.hdr().dolbyVisionProfile() != null) {
            range.add(HdrKind.DOLBY_VISION.name());
        }
        return range;
    }

    private static Set<String> languages(Stream<String> languages) {
        return languages.filter(language -> !language.equals(UNSAID)).collect(Collectors.toSet());
    }
}

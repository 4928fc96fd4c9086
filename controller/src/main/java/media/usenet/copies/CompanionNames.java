package media.usenet.copies;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import media.usenet.copies.Companions.Extra;
import media.usenet.copies.Companions.Sidecar;

/// By what names Jellyfin, Plex, Kodi and release groups tell films from what lies beside them.
final class CompanionNames {

    private static final Set<String> VIDEOS = Set.of(
            "mkv", "mp4", "m4v", "avi", "ts", "m2ts", "mts", "wmv", "mov", "mpg", "mpeg", "vob", "webm", "flv", "ogm",
            "ogv", "divx", "3gp", "asf", "rm", "rmvb", "iso", "img", "strm");

    private static final Map<String, Sidecar.Kind> SIDECARS = Map.ofEntries(
            Map.entry("srt", Sidecar.Kind.SUBTITLE),
            Map.entry("ass", Sidecar.Kind.SUBTITLE),
            Map.entry("ssa", Sidecar.Kind.SUBTITLE),
            Map.entry("sub", Sidecar.Kind.SUBTITLE),
            Map.entry("idx", Sidecar.Kind.SUBTITLE),
            Map.entry("vtt", Sidecar.Kind.SUBTITLE),
            Map.entry("sup", Sidecar.Kind.SUBTITLE),
            Map.entry("smi", Sidecar.Kind.SUBTITLE),
            Map.entry("nfo", Sidecar.Kind.INFORMATION),
            Map.entry("xml", Sidecar.Kind.INFORMATION),
            Map.entry("txt", Sidecar.Kind.INFORMATION),
            Map.entry("jpg", Sidecar.Kind.IMAGE),
            Map.entry("jpeg", Sidecar.Kind.IMAGE),
            Map.entry("png", Sidecar.Kind.IMAGE),
            Map.entry("webp", Sidecar.Kind.IMAGE),
            Map.entry("tbn", Sidecar.Kind.IMAGE),
            Map.entry("mka", Sidecar.Kind.SOUND),
            Map.entry("ac3", Sidecar.Kind.SOUND),
            Map.entry("dts", Sidecar.Kind.SOUND));

    private static final Map<String, Extra.Kind> FOLDERS = Map.ofEntries(
            Map.entry("sample", Extra.Kind.SAMPLE),
            Map.entry("samples", Extra.Kind.SAMPLE),
            Map.entry("trailer", Extra.Kind.TRAILER),
            Map.entry("trailers", Extra.Kind.TRAILER),
            Map.entry("behind the scenes", Extra.Kind.BEHIND_THE_SCENES),
            Map.entry("deleted scenes", Extra.Kind.DELETED_SCENE),
            Map.entry("featurettes", Extra.Kind.FEATURETTE),
            Map.entry("interviews", Extra.Kind.INTERVIEW),
            Map.entry("scenes", Extra.Kind.SCENE),
            Map.entry("shorts", Extra.Kind.SHORT),
            Map.entry("clips", Extra.Kind.CLIP),
            Map.entry("extras", Extra.Kind.OTHER),
            Map.entry("bonus", Extra.Kind.OTHER),
            Map.entry("backdrops", Extra.Kind.OTHER),
            Map.entry("other", Extra.Kind.OTHER));

    private static final Map<String, Extra.Kind> SUFFIXES = Map.ofEntries(
            Map.entry("sample", Extra.Kind.SAMPLE),
            Map.entry("trailer", Extra.Kind.TRAILER),
            Map.entry("behindthescenes", Extra.Kind.BEHIND_THE_SCENES),
            Map.entry("deleted", Extra.Kind.DELETED_SCENE),
            Map.entry("deletedscene", Extra.Kind.DELETED_SCENE),
            Map.entry("featurette", Extra.Kind.FEATURETTE),
            Map.entry("interview", Extra.Kind.INTERVIEW),
            Map.entry("scene", Extra.Kind.SCENE),
            Map.entry("short", Extra.Kind.SHORT),
            Map.entry("clip", Extra.Kind.CLIP),
            Map.entry("extra", Extra.Kind.OTHER),
            Map.entry("other", Extra.Kind.OTHER));

    private static final Pattern SUFFIX = Pattern.compile("^(.+)-([a-z]+)\\d{0,2}$");
    /// Words that end titles too: they count only beside the film that they are of.
    private static final Pattern LOOSE_SUFFIX = Pattern.compile("^(.+)[ ._](sample|trailer)\\d{0,2}$");
    private static final Pattern SAMPLE_FIRST = Pattern.compile("^sample(?:[ ._-]+(.+))?$");
    private static final Pattern PART =
            Pattern.compile("^(.+?)[ ._-]+\\(?(cd|dvd|disc|disk|part|pt)[ ._-]?([1-9]|[a-d])\\)?$");

    private CompanionNames() {}

    static boolean isVideo(Path file) {
        return VIDEOS.contains(extension(file));
    }

    static Optional<Sidecar.Kind> sidecar(Path file) {
        return Optional.ofNullable(SIDECARS.get(extension(file)));
    }

    static Optional<Extra.Kind> extraFolder(String name) {
        return Optional.ofNullable(FOLDERS.get(name.toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /// An extra by its own name.
    ///
    /// @param stem of the film that it names; empty where it names none
    /// @param sure whether it is one whatever lies beside it
    record Named(Extra.Kind kind, String stem, boolean sure) {}

    static Optional<Named> extra(Path file) {
        var stem = stem(file);
        var suffix = SUFFIX.matcher(stem);
        if (suffix.matches()) {
            var kind = SUFFIXES.get(suffix.group(2));
            if (kind != null) {
                return Optional.of(new Named(kind, suffix.group(1), true));
            }
        }
        var loose = LOOSE_SUFFIX.matcher(stem);
        if (loose.matches()) {
            var kind = loose.group(2).equals("sample") ? Extra.Kind.SAMPLE : Extra.Kind.TRAILER;
            return Optional.of(new Named(kind, loose.group(1), false));
        }
        var first = SAMPLE_FIRST.matcher(stem);
        return first.matches()
                ? Optional.of(new Named(
                        Extra.Kind.SAMPLE, Optional.ofNullable(first.group(1)).orElse(""), false))
                : Optional.empty();
    }

    /// One of several files that are one film: `film-cd1`, `film part 2`.
    ///
    /// @param title what all parts are called
    /// @param disc whether it is numbered as discs are; `part 2` may be another film's name
    record Part(String title, boolean disc, int number) {}

    static Optional<Part> part(Path file) {
        var part = PART.matcher(stem(file));
        return part.matches() ? Optional.of(part(part)) : Optional.empty();
    }

    private static Part part(Matcher part) {
        char number = part.group(3).charAt(0);
        return new Part(
                part.group(1) + "\n" + part.group(2),
                !part.group(2).startsWith("p"),
                number <= '9' ? number - '0' : number - 'a' + 1);
    }

    /// The name without its extension, in small letters.
    static String stem(Path file) {
        var name = name(file);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String extension(Path file) {
        var name = name(file);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}

package media.usenet.duplicates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import media.usenet.works.ProviderId;

/// The numbers that databases know a file's work by: out of its path, and out of the NFO beside it, as Kodi,
/// Jellyfin and the Sonarr family write them. Applications give items new numbers of their own; these stay.
final class WorkIds {

    private static final int MOST_BYTES = 256 << 10;
    private static final Pattern UNIQUE =
            Pattern.compile("<uniqueid[^>]{0,80}type=\"(imdb|tmdb|tvdb)\"[^>]{0,80}>\\s*((?:tt)?\\d{1,12})\\s*<");
    private static final Pattern PLAIN = Pattern.compile("<(imdb|tmdb|tvdb)_?id>\\s*((?:tt)?\\d{1,12})\\s*<");

    private WorkIds() {}

    /// By provider: `imdb`, `tmdb`, `tvdb`; empty where nothing says them. A path counts more than a text beside it.
    static Map<String, String> of(Path file) {
        var ids = new TreeMap<String, String>();
        ProviderId.in(file.toString()).forEach(id -> ids.putIfAbsent(id.provider(), id.id()));
        for (var nfo : beside(file)) {
            in(text(nfo)).forEach(ids::putIfAbsent);
        }
        return Map.copyOf(ids);
    }

    private static List<Path> beside(Path file) {
        var name = file.getFileName().toString();
        int end = name.lastIndexOf('.');
        var own = file.resolveSibling((end < 0 ? name : name.substring(0, end)) + ".nfo");
        return List.of(own, file.resolveSibling("movie.nfo"));
    }

    static Map<String, String> in(String nfo) {
        var ids = new TreeMap<String, String>();
        for (var pattern : List.of(UNIQUE, PLAIN)) {
            var found = pattern.matcher(nfo);
            while (found.find()) {
                ids.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), found.group(2));
            }
        }
        return ids;
    }

    /// Nothing where there is none, or none that can be read: it is a hint, and the event is told without it.
    private static String text(Path nfo) {
        if (!Files.isRegularFile(nfo)) {
            return "";
        }
        try (var in = Files.newInputStream(nfo)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}

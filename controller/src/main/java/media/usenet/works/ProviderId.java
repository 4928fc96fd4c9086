package media.usenet.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The number that a database of films knows a work by, as Radarr, Sonarr, Jellyfin and Plex write it into
/// names: `{tmdb-603}`, `[imdbid-tt0133093]`.
///
/// @param provider `imdb`, `tmdb` or `tvdb`
public record ProviderId(String provider, String id) {

    private static final Pattern ID =
            Pattern.compile("[{\\[(](tmdb|tvdb|imdb)(?:id)?[-=_ ]((?:tt)?\\d{1,12})[}\\])]", Pattern.CASE_INSENSITIVE);

    /// In the order in which they stand there.
    public static List<ProviderId> in(String path) {
        var ids = new ArrayList<ProviderId>();
        var found = ID.matcher(path);
        while (found.find()) {
            ids.add(new ProviderId(
                    found.group(1).toLowerCase(Locale.ROOT), found.group(2).toLowerCase(Locale.ROOT)));
        }
        return ids;
    }
}

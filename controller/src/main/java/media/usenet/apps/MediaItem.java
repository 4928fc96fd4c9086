package media.usenet.apps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A film or an episode in an application.
///
/// @param id in the application; it changes with the file's path
/// @param kind `movie`, `episode` ...: the numbers of one kind mean nothing in another
/// @param ids by database (`imdb`, `tmdb`, `tvdb`): what stays
/// @param paths of its files, as the application sees them; several where it knows them as versions
public record MediaItem(String id, String kind, Map<String, String> ids, List<String> paths) {

    public MediaItem {
        kind = kind.toLowerCase(Locale.ROOT);
        var known = new TreeMap<String, String>();
        ids.forEach((database, number) -> {
            if (!number.isBlank()) {
                known.put(database.toLowerCase(Locale.ROOT), number);
            }
        });
        known.keySet().retainAll(List.of("imdb", "tmdb", "tvdb"));
        ids = Map.copyOf(known);
        paths = List.copyOf(paths);
    }

    /// Whether a database has both by the same number, and none by two.
    public boolean sameWorkAs(MediaItem other) {
        var common = new TreeMap<>(ids);
        common.keySet().retainAll(other.ids.keySet());
        return kind.equals(other.kind)
                && !common.isEmpty()
                && common.entrySet().stream()
                        .allMatch(number -> number.getValue().equals(other.ids.get(number.getKey())));
    }
}

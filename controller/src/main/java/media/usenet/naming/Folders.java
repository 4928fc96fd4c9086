package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads paths: the file says which episode, its folders what it is of.
final class Folders {

    /// Folders that say where a file is kept rather than what it is.
    private static final Set<String> PLACES = Set.of(
            "movies",
            "movie",
            "films",
            "film",
            "series",
            "tv",
            "tv shows",
            "tvshows",
            "tv series",
            "shows",
            "media",
            "videos",
            "video",
            "downloads",
            "downloads finished",
            "complete",
            "completed",
            "incomplete",
            "torrents",
            "usenet",
            "test",
            "tmp",
            "mnt",
            "home",
            "data",
            "pool",
            "srv",
            "share",
            "shares",
            "unsorted",
            "anime",
            "public",
            "storage",
            "volume1",
            "tv drop",
            "mkv",
            "library",
            "other",
            "extras",
            "subs",
            "sample",
            "specials");

    /// Folders farther above are places.
    private static final int DEEPEST = 3;

    private final String file;
    private Release release;
    private boolean hidden;

    private Folders(String file) {
        this.file = file;
        this.release = ReleaseParser.name(file);
        this.hidden = Hidden.hides(file) || Hidden.abbreviates(file, release);
    }

    static Release read(String path) {
        var names = names(path);
        var folders = new Folders(names.getLast());
        for (int at = names.size() - 2; at >= Math.max(0, names.size() - 1 - DEEPEST); at--) {
            folders.surround(names.get(at));
        }
        return folders.release();
    }

    private void surround(String folder) {
        boolean place = folder.length() < 2 || PLACES.contains(folder.toLowerCase(Locale.ROOT));
        if (place || Hidden.hides(folder)) {
            return;
        }
        var outer = ReleaseParser.name(folder);
        if (outer.title().isEmpty()) {
            release = release.inSeason(outer.numbering());
            return;
        }
        release = inside(outer);
        hidden = false;
    }

    private Release inside(Release outer) {
        var named = knowsBetter(outer) ? release.titled(outer.title()) : release;
        if (hidden && !outer.numbering().episodes().isEmpty()) {
            return outer.or(named);
        }
        return letters(named.title()).equals(letters(outer.title())) ? named.or(outer) : named;
    }

    /// Whether only the folder is a release, or has the year that the file lacks, or the file has no episode.
    private boolean knowsBetter(Release outer) {
        boolean dated = release.year().isEmpty() && outer.year().isPresent();
        boolean uncounted = release.series() && release.numbering().episodes().isEmpty();
        boolean vague = outer.isRelease() && !release.isRelease();
        return hidden || release.title().isEmpty() || vague || dated || uncounted;
    }

    private Release release() {
        return hidden && Hidden.hides(file) ? release.untitled() : release;
    }

    private static String letters(String title) {
        var letters = new StringBuilder();
        title.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /// The parts of a path; a name that has a slash for other reasons, `Dub/Sub`, is one part.
    private static List<String> names(String path) {
        boolean windows = path.startsWith("\\") || path.startsWith(":\\", 1);
        boolean file = Extension.ends(path) && !path.contains(" / ");
        if (!path.startsWith("/") && !windows && !file) {
            return List.of(path);
        }
        var names = new ArrayList<String>();
        for (var name : path.split(windows ? "\\\\" : "/", -1)) {
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return names.isEmpty() ? List.of(path) : names;
    }
}

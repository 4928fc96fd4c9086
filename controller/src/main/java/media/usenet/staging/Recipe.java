package media.usenet.staging;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/// Which files below a folder are taken.
///
/// Patterns are paths relative to the folder, with the globs `*`, `?` and `[...]`; one that matches a folder
/// means all in it, and `.` means everything. An exclusion without a slash holds at any depth, as in
/// `.gitignore`, and wins.
///
/// @param held what may only be copied while nobody writes it: databases that are not SQLite's
/// @param databases which have to be there once the application has run
/// @param largest in bytes: what is larger is no configuration, and is told of instead of taken
public record Recipe(
        List<String> include, List<String> exclude, List<String> held, List<String> databases, long largest) {

    public static final long USUAL_LARGEST = 4L << 30;

    public Recipe {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        held = List.copyOf(held);
        databases = List.copyOf(databases);
    }

    public static Recipe of(List<String> include, List<String> exclude) {
        return new Recipe(include, exclude, List.of(), List.of(), USUAL_LARGEST);
    }

    /// A recipe made ready to be asked of many paths.
    Matching matching() {
        return new Matching(
                include.contains("."),
                include.stream().map(Recipe::plain).map(Pattern::at).toList(),
                exclude.stream().map(Recipe::plain).map(Pattern::anywhere).toList(),
                held.stream().map(Recipe::plain).map(Pattern::at).toList());
    }

    private static String plain(String pattern) {
        return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    record Pattern(PathMatcher matcher, int depth, String glob, boolean anywhere) {

        static Pattern at(String glob) {
            return new Pattern(
                    FileSystems.getDefault().getPathMatcher("glob:" + glob),
                    Path.of(glob).getNameCount(),
                    glob,
                    false);
        }

        static Pattern anywhere(String glob) {
            var at = at(glob);
            return new Pattern(at.matcher(), at.depth(), glob, at.depth() == 1);
        }

        /// Whether it means the path itself or a folder above it.
        boolean covers(Path path) {
            if (anywhere) {
                return matcher.matches(path.getFileName());
            }
            return path.getNameCount() >= depth && matcher.matches(path.subpath(0, depth));
        }

        /// Whether something below the folder may be meant.
        boolean below(Path folder) {
            if (folder.getNameCount() >= depth) {
                return false;
            }
            var head = Path.of(glob).subpath(0, folder.getNameCount());
            return FileSystems.getDefault().getPathMatcher("glob:" + head).matches(folder);
        }
    }

    record Matching(boolean all, List<Pattern> include, List<Pattern> exclude, List<Pattern> held) {

        boolean excludes(Path path) {
            return exclude.stream().anyMatch(pattern -> pattern.covers(path));
        }

        boolean takes(Path path) {
            return all || include.stream().anyMatch(pattern -> pattern.covers(path));
        }

        boolean mayTakeBelow(Path folder) {
            return takes(folder) || include.stream().anyMatch(pattern -> pattern.below(folder));
        }

        boolean holds(Path path) {
            return held.stream().anyMatch(pattern -> pattern.covers(path));
        }
    }
}

package media.usenet.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.archive.Hashing;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.staging.Untaken;

/// What a restore would change in one file or folder.
///
/// @param added files that are only in the backup
/// @param changed files that differ
/// @param onlyNow files that are only here now, and would be set aside
/// @param kept folders that no backup holds and that stay: caches, posters
public record Comparison(
        String path,
        String target,
        long bytes,
        int added,
        int changed,
        int unchanged,
        List<String> onlyNow,
        List<String> kept) {

    private static final int MOST_NAMES = 50;

    public Comparison {
        onlyNow = List.copyOf(onlyNow);
        kept = List.copyOf(kept);
    }

    /// @throws ProblemException `RESTORE_REFUSED` when what is here cannot be read
    public static Comparison of(Unit unit, Manifest manifest) {
        var then = new TreeMap<String, Entry>();
        manifest.entries().stream()
                .filter(entry -> unit.covers(entry.path()))
                .forEach(entry -> then.put(entry.path().substring(unit.path().length()), entry));
        var counts = new EnumMap<State, Integer>(State.class);
        then.forEach((path, entry) -> {
            if (entry.kind() != Kind.FOLDER) {
                counts.merge(state(Path.of(unit.live() + path), entry), 1, Integer::sum);
            }
        });
        try {
            var kept = kept(unit);
            return new Comparison(
                    unit.path(),
                    unit.live().toString(),
                    then.values().stream().mapToLong(Entry::size).sum(),
                    counts.getOrDefault(State.ABSENT, 0),
                    counts.getOrDefault(State.OTHER, 0),
                    counts.getOrDefault(State.SAME, 0),
                    onlyNow(unit, then, kept),
                    kept);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    Problem.RESTORE_REFUSED,
                    "cannot read all of %s: %s".formatted(unit.live(), e.getMessage()),
                    "check its permissions and its disk",
                    e);
        }
    }

    private enum State {
        ABSENT,
        SAME,
        OTHER
    }

    private static State state(Path live, Entry entry) {
        if (!Files.exists(live, LinkOption.NOFOLLOW_LINKS)) {
            return State.ABSENT;
        }
        try {
            return same(live, entry) ? State.SAME : State.OTHER;
        } catch (IOException _) {
            // What cannot be read is to be replaced.
            return State.OTHER;
        }
    }

    private static boolean same(Path live, Entry entry) throws IOException {
        return switch (entry.kind()) {
            case FILE ->
                Files.isRegularFile(live, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(live) == entry.size()
                        && Hashing.of(live).sha256().equals(entry.sha256());
            case LINK ->
                Files.isSymbolicLink(live)
                        && Files.readSymbolicLink(live).toString().equals(entry.target());
            case FOLDER -> true;
        };
    }

    private static List<String> onlyNow(Unit unit, Map<String, Entry> then, List<String> kept) throws IOException {
        if (unit.recipe().isEmpty() || !Files.isDirectory(unit.live())) {
            return List.of();
        }
        try (var files = Files.walk(unit.live())) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> unit.live().relativize(file).toString())
                    .filter(path -> !then.containsKey("/" + path))
                    .filter(path -> kept.stream().noneMatch(one -> path.equals(one) || path.startsWith(one + "/")))
                    .limit(MOST_NAMES)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> kept(Unit unit) throws IOException {
        return unit.recipe().isEmpty()
                ? List.of()
                : Untaken.below(unit.live(), unit.recipe().get()).stream()
                        .map(Path::toString)
                        .sorted()
                        .toList();
    }
}

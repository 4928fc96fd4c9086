package media.usenet.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.health.Finding;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.vault.Destinations;
import media.usenet.vault.Stored;
import org.jspecify.annotations.Nullable;

/// What is in a backup, and how two differ. Secrets are never shown.
final class Contents {

    private static final int LARGEST_TEXT = 200_000;
    private static final int MOST_LINES = 200;

    private final Destinations destinations;
    private final History history;
    private final Path scratch;

    Contents(Destinations destinations, History history, Path scratch) {
        this.destinations = destinations;
        this.history = history;
        this.scratch = scratch;
    }

    /// @param proved whether it was last found good: read back, verified or rehearsed
    record Shown(
            Stored backup,
            boolean proved,
            long bytes,
            Manifest.@Nullable HostFacts host,
            List<Manifest.ServiceEntry> services,
            List<Manifest.DriveEntry> drives,
            List<Manifest.DatabaseEntry> databases,
            List<Finding> findings) {}

    Shown show(Reference reference) {
        var meant = reference.find(destinations);
        var stored = meant.stored();
        if (stored.form().equals("seed")) {
            return new Shown(stored, false, 0, null, List.of(), List.of(), List.of(), List.of());
        }
        var manifest = meant.vault().manifest(stored);
        return new Shown(
                stored,
                history.proved(stored.id()),
                manifest.bytes(),
                manifest.host(),
                manifest.services(),
                manifest.drives(),
                manifest.databases(),
                manifest.findings());
    }

    record Listed(String backup, List<Entry> files) {}

    /// @param under a path, or the beginning of one
    Listed files(Reference reference, String under) {
        var meant = reference.find(destinations);
        var manifest = meant.vault().manifest(meant.stored());
        return new Listed(
                manifest.id(),
                manifest.entries().stream()
                        .filter(entry -> entry.path().startsWith(under))
                        .toList());
    }

    enum Change {
        ADDED,
        CHANGED,
        REMOVED
    }

    /// @param lines what went and what came in a text, with secrets hidden; empty for what is no text
    record Difference(String path, Change change, long from, long to, List<String> lines) {}

    record Differences(String from, String to, List<Difference> differences) {}

    /// From the older to the newer.
    Differences diff(Reference one, Reference other) {
        var first = one.find(destinations);
        var second = other.find(destinations);
        boolean inOrder = first.stored().created().isBefore(second.stored().created());
        return ordered(inOrder ? first : second, inOrder ? second : first);
    }

    private Differences ordered(Reference.Meant from, Reference.Meant to) {
        var before = files(from.vault().manifest(from.stored()));
        var after = files(to.vault().manifest(to.stored()));
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        var differences = new ArrayList<Difference>();
        var texts = new TreeSet<String>();
        for (var path : paths) {
            var was = before.get(path);
            var is = after.get(path);
            if (was != null && is != null && was.sha256().equals(is.sha256())) {
                continue;
            }
            differences.add(new Difference(
                    path,
                    was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED,
                    was == null ? 0 : was.size(),
                    is == null ? 0 : is.size(),
                    List.of()));
            if (was != null && is != null && Math.max(was.size(), is.size()) < LARGEST_TEXT) {
                texts.add(path);
            }
        }
        return new Differences(
                from.stored().id(),
                to.stored().id(),
                texts.isEmpty() ? differences : withLines(differences, texts, from, to));
    }

    private static Map<String, Entry> files(Manifest manifest) {
        var files = new TreeMap<String, Entry>();
        manifest.entries().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .forEach(entry -> files.put(entry.path(), entry));
        return files;
    }

    private List<Difference> withLines(
            List<Difference> differences, Set<String> texts, Reference.Meant from, Reference.Meant to) {
        var folder = temporary();
        try {
            from.vault().fetch(from.stored(), texts::contains, folder.resolve("from"), _ -> {});
            to.vault().fetch(to.stored(), texts::contains, folder.resolve("to"), _ -> {});
            return differences.stream()
                    .map(one -> texts.contains(one.path()) ? withLines(one, folder) : one)
                    .toList();
        } finally {
            Proof.clear(folder);
        }
    }

    private static Difference withLines(Difference difference, Path folder) {
        try {
            var was = Files.readString(folder.resolve("from").resolve(difference.path()));
            var is = Files.readString(folder.resolve("to").resolve(difference.path()));
            return new Difference(
                    difference.path(),
                    difference.change(),
                    difference.from(),
                    difference.to(),
                    lines(difference.path(), was, is));
        } catch (MalformedInputException _) {
            return difference;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String path, String was, String is) {
        var before = was.lines().toList();
        var after = is.lines().toList();
        var lines = new ArrayList<String>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> Redaction.line(path, line))
                .toList();
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(scratch), "diff-");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot make a folder in " + scratch, "check free space", e);
        }
    }
}

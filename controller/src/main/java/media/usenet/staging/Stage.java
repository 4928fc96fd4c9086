package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.health.Finding;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The staging folder of one type of backup. It stays between runs, under the same path: what is unchanged is not
/// copied again, and an engine that looks for changes by path, size and time finds none either.
public final class Stage {

    private final Path folder;
    private final Path tree;
    private final Holding holding;

    public Stage(Path folder, Holding holding) {
        this.folder = folder;
        this.tree = folder.resolve("tree");
        this.holding = holding;
    }

    /// What would be taken now, without taking it.
    ///
    /// @param bytes as the files are; a database may have more in its log
    public record Preview(long files, long bytes, Map<String, Long> bytesBySubject, List<Finding> findings) {}

    public static Preview preview(List<Source> sources) {
        var findings = new ArrayList<Finding>();
        var subjects = new LinkedHashMap<String, Long>();
        long files = 0;
        for (var source : sources) {
            for (var found : Walk.of(source, findings)) {
                files += found.kind() == Kind.FILE ? 1 : 0;
                subjects.merge(source.subject(), found.size(), Long::sum);
            }
        }
        return new Preview(
                files, subjects.values().stream().mapToLong(Long::longValue).sum(), subjects, findings);
    }

    /// Makes the tree what the sources are now. One run at a time.
    ///
    /// @throws ProblemException `FILE_NOT_WRITTEN` when the staging folder cannot hold it
    public Staged take(List<Source> sources, Counting counting) {
        var findings = new ArrayList<Finding>();
        var found = new ArrayList<Found>();
        sources.forEach(source -> found.addAll(Walk.of(source, findings)));
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(tree);
            return copied(found, findings, counting);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot stage the backup in %s: %s".formatted(folder, e.getMessage()),
                    "check free space: the staging folder needs as much as the backup holds",
                    e);
        }
    }

    private Staged copied(List<Found> found, List<Finding> findings, Counting counting) throws IOException {
        var index = StageIndex.begin(folder);
        var remarks = new Remarks(findings);
        var staged = new StagedFiles(tree, index, remarks);
        var millis = new HashMap<String, Double>();
        try (var copies = new Copies(tree, index, remarks, staged)) {
            var held = taken(found, copies, counting);
            copies.databases()
                    .forEach((subject, files) -> held.computeIfAbsent(subject, _ -> new ArrayList<>())
                            .addAll(files));
            held.forEach((subject, files) -> holding(subject, files, copies, staged, remarks, millis));
            sweep(index, staged.entries());
            copies.settleFolders();
        }
        index.write(staged.entries());
        return new Staged(tree, staged.entries(), staged.databases(), findings, millis, staged.copied());
    }

    /// Takes all but what has to be held for.
    private static Map<String, List<Found>> taken(List<Found> found, Copies copies, Counting counting)
            throws IOException {
        long total = found.stream().mapToLong(Found::size).sum();
        long done = 0;
        var held = new LinkedHashMap<String, List<Found>>();
        for (var one : found) {
            if (one.held() && one.kind() == Kind.FILE) {
                held.computeIfAbsent(one.subject(), _ -> new ArrayList<>()).add(one);
            } else {
                copies.take(one);
            }
            done += one.size();
            counting.at(done, total);
        }
        return held;
    }

    /// Copies what only stands still while nobody writes it.
    private void holding(
            String subject,
            List<Found> files,
            Copies copies,
            StagedFiles staged,
            Remarks remarks,
            Map<String, Double> millis) {
        var needed = files.stream().filter(copies::changed).toList();
        files.stream().filter(file -> !needed.contains(file)).forEach(staged::unchanged);
        if (needed.isEmpty()) {
            return;
        }
        var start = System.nanoTime();
        try (var hold = holding.hold(subject).orElse(null)) {
            if (hold == null) {
                needed.forEach(remarks::notHeld);
                return;
            }
            needed.forEach(copies::takeStill);
        }
        millis.put(subject, Math.round((System.nanoTime() - start) / 10_000.0) / 100.0);
        needed.forEach(copies::judge);
    }

    /// Removes what is staged and no longer there.
    private void sweep(StageIndex index, List<Entry> entries) throws IOException {
        Set<String> wanted = new HashSet<>();
        for (var entry : entries) {
            // Where the path above is there, those above it are as well.
            for (var path = entry.path(); wanted.add(path) && path.contains("/"); ) {
                path = path.substring(0, path.lastIndexOf('/'));
            }
        }
        if (index.ended() && wanted.containsAll(index.paths())) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.skip(1).toList().reversed()) {
                if (!wanted.contains(tree.relativize(file).toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Forgets everything staged: the next run copies all anew.
    public void forget() {
        try {
            Files.deleteIfExists(folder.resolve(StageIndex.NAME));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot remove the index in " + folder, "check its permissions", e);
        }
    }
}

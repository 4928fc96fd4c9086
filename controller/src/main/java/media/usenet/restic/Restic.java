package media.usenet.restic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import media.usenet.host.Command;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import org.jspecify.annotations.Nullable;

/// One repository, through the program restic from 0.14 on.
///
/// What only reads takes no lock. The lock of a machine that is gone must not keep another one from restoring, and
/// a place that is mounted for reading alone can hold none; what a `prune` of somebody else takes away meanwhile is
/// found missing when it is compared.
public final class Restic {

    /// A first run to the other side of a slow line.
    private static final Duration LONG = Duration.ofHours(12);
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final int MOST_INCLUDES = 400;
    private static final String HOST = "usenet";

    private final Repository repository;
    private final ResticProgram program;

    public Restic(ProcessRunner programs, Repository repository) {
        this.repository = repository;
        this.program = new ResticProgram(programs, repository);
    }

    /// @param bytes that the repository grew by; before they were compressed where restic is older than 0.17
    /// @param files that the snapshot holds
    /// @param fileBytes that they have
    public record Added(String snapshot, long bytes, long files, long fileBytes) {}

    /// Which restic is installed; empty without one.
    public static Optional<String> version(ProcessRunner programs) {
        return programs.run(Command.of(Duration.ofSeconds(20), "restic", "version")) instanceof Exited exited
                ? ResticAnswers.version(exited.stdout())
                : Optional.empty();
    }

    /// Makes the repository where there is none yet.
    ///
    /// @param tree always at the same path: by it restic finds what it has already
    /// @param onBytes is told how many bytes of the tree are looked at or stored so far
    public Added backup(Path tree, Collection<String> tags, LongConsumer onBytes) {
        if (repository.readOnly()) {
            // restic would try for a minute before it says so.
            throw program.failed("back up", new Exited(1, "", "read-only file system"));
        }
        // Where it can be seen for nothing. Asked of restic it would cost as much as an unchanged backup: each start
        // derives the key anew.
        if (repository
                .folder()
                .filter(folder -> !Files.exists(folder.resolve("config")))
                .isPresent()) {
            make();
        }
        var argv = new ArrayList<>(List.of("backup", "--json", "--host", HOST));
        tags.forEach(tag -> argv.addAll(List.of("--tag", tag)));
        argv.add(tree.toString());
        var added = new AtomicReference<@Nullable Added>();
        var outcome = program.watched(LONG, argv, line -> heard(line, onBytes, added));
        if (outcome instanceof Exited exited
                && Trouble.of(exited.code(), exited.stderr()).absent()) {
            make();
            outcome = program.watched(LONG, argv, line -> heard(line, onBytes, added));
        }
        program.answer("back up", argv, outcome);
        return Optional.ofNullable(added.get()).orElseThrow(() -> ResticAnswers.strange("it printed no summary"));
    }

    private void make() {
        repository.folder().ifPresent(HalfMade::clear);
        program.answer("make the repository", SHORT, List.of("init"));
    }

    private static void heard(String line, LongConsumer onBytes, AtomicReference<@Nullable Added> added) {
        switch (ResticAnswers.said(line)) {
            case ResticAnswers.Status status -> onBytes.accept(status.bytesDone());
            case ResticAnswers.Summary summary -> added.set(summary.added());
            case ResticAnswers.Other _ -> {}
        }
    }

    /// Those that carry the tag, oldest first.
    public List<Snapshot> snapshots(String tag) {
        return ResticAnswers.snapshots(
                program.answer("list", SHORT, List.of("snapshots", "--no-lock", "--json", "--tag", tag)));
    }

    /// The text of one file.
    public String text(String snapshot, String path) {
        return program.answer("read", LONG, List.of("dump", "--no-lock", snapshot, path));
    }

    /// Restores below the folder, under the absolute paths that were backed up.
    ///
    /// @param paths absolute; all when there are too many to be named
    public void restore(String snapshot, Collection<String> paths, Path folder) {
        var argv = new ArrayList<>(List.of("restore", "--no-lock", snapshot, "--target", folder.toString()));
        if (paths.size() <= MOST_INCLUDES) {
            paths.forEach(path -> argv.addAll(List.of("--include", escaped(path))));
        }
        program.answer("restore", LONG, argv);
    }

    private static String escaped(String path) {
        return path.replaceAll("([\\\\*?\\[])", "\\\\$1");
    }

    public void forget(Collection<String> snapshots) {
        var argv = new ArrayList<>(List.of("forget", "--prune"));
        argv.addAll(snapshots);
        program.answer("prune", LONG, argv);
    }
}

package media.usenet.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import media.usenet.archive.Manifest;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.rehearsal.Outcome;
import media.usenet.rehearsal.Outcome.Verdict;
import media.usenet.rehearsal.Rehearsal;
import media.usenet.sqlite.SqliteFacts;
import media.usenet.swap.Trees;
import media.usenet.vault.Destinations;

/// Finds out whether a backup can be restored: reads it back, or rehearses a restore of it in a scratch folder.
final class Proof {

    private static final String PREFIX = "drill-";

    private final Destinations destinations;
    private final Rehearsal rehearsal;
    private final History history;
    private final Path scratch;
    private final InstantSource clock;

    Proof(Destinations destinations, Rehearsal rehearsal, History history, Path scratch, InstantSource clock) {
        this.destinations = destinations;
        this.rehearsal = rehearsal;
        this.history = history;
        this.scratch = scratch;
        this.clock = clock;
    }

    /// @param deep unpacks everything, opens every database, and starts services on their copies
    Result verify(Reference reference, boolean deep, Consumer<Step> tell) {
        return prove(reference, deep, deep ? History.Kind.DRILL : History.Kind.VERIFY, tell);
    }

    /// Removes what a rehearsal has left that was killed.
    void recover() {
        rehearsal.sweep();
        if (Files.isDirectory(scratch)) {
            try (var left = Files.newDirectoryStream(scratch, PREFIX + "*")) {
                left.forEach(Proof::clear);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Result prove(Reference reference, boolean deep, History.Kind kind, Consumer<Step> tell) {
        long start = System.nanoTime();
        var meant = reference.find(destinations);
        var id = meant.stored().id();
        tell.accept(Step.of(id, "reading back from " + meant.stored().destination()));
        var flaws = new ArrayList<>(meant.vault().check(meant.stored(), null, _ -> {}));
        var outcomes = new ArrayList<Outcome>();
        if (flaws.isEmpty() && deep) {
            tell.accept(Step.of(id, "restoring into a scratch folder"));
            flaws.addAll(rehearse(meant, outcomes, tell));
        }
        history.add(new History.Entry(
                kind,
                id,
                meant.stored().destination(),
                meant.stored().policy(),
                clock.instant(),
                Math.round((System.nanoTime() - start) / 1e7) / 100.0,
                flaws.isEmpty(),
                detail(flaws, outcomes),
                outcomes));
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_DAMAGED,
                    "%s cannot be restored as it was made".formatted(id),
                    "make another backup now: usenet backup create",
                    flaws);
        }
        tell.accept(Step.of(id, detail(flaws, outcomes)));
        return Result.of(List.of(id));
    }

    private static String detail(List<Flaw> flaws, List<Outcome> outcomes) {
        if (!flaws.isEmpty()) {
            return flaws.size() + " flaws, the first: " + flaws.getFirst();
        }
        var well = outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.WELL)
                .count();
        return outcomes.isEmpty()
                ? "all is as it was stored"
                : "all is as it was stored; %d of %d services started on it and got well"
                        .formatted(well, outcomes.size());
    }

    private List<Flaw> rehearse(Reference.Meant meant, List<Outcome> outcomes, Consumer<Step> tell) {
        if (meant.stored().form().equals("seed")) {
            return List.of();
        }
        var manifest = meant.vault().manifest(meant.stored());
        var folder = temporary();
        try {
            meant.vault().fetch(meant.stored(), _ -> true, folder, _ -> {});
            var flaws = new ArrayList<Flaw>();
            for (var database : manifest.databases()) {
                tell.accept(Step.of(database.path(), "opening"));
                open(folder, database, flaws);
            }
            outcomes.addAll(rehearsal.run(manifest, folder, tell));
            outcomes.stream()
                    .filter(outcome -> outcome.verdict() == Verdict.UNWELL)
                    .forEach(outcome -> flaws.add(new Flaw(outcome.service(), "unwell", outcome.because())));
            return flaws;
        } finally {
            clear(folder);
        }
    }

    /// A database that was damaged when it was taken is told of by the backup; only what got worse is a flaw of
    /// it.
    private static void open(Path folder, Manifest.DatabaseEntry database, List<Flaw> flaws) {
        try {
            var facts = SqliteFacts.of(folder.resolve(database.path()));
            if (database.sound() && !facts.sound()) {
                flaws.add(new Flaw(database.path(), "damaged", facts.integrity()));
            }
            if (!Objects.equals(database.schema(), facts.schema().orElse(null))) {
                flaws.add(new Flaw(
                        database.path(),
                        "damaged",
                        "has schema %s instead of %s".formatted(facts.schema().orElse("none"), database.schema())));
            }
        } catch (SQLException e) {
            flaws.add(new Flaw(database.path(), "damaged", String.valueOf(e.getMessage())));
        }
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(scratch), PREFIX);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot make a folder in " + scratch, "check free space", e);
        }
    }

    static void clear(Path folder) {
        try {
            Trees.remove(folder);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot remove " + folder + ": " + e, "remove it by hand", e);
        }
    }
}

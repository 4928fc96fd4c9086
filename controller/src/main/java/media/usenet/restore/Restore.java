package media.usenet.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import media.usenet.archive.Manifest;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.swap.Rename;

/// One restore, step by step. What it is about to do it has written down; [RestoreJournal] takes up one that was
/// killed.
public final class Restore {

    /// Below each root: `new` beside the live trees, `old` after they have changed places.
    static final String FOLDER = ".restore-";

    private final String run;
    private final Manifest manifest;
    private final List<Unit> units;
    private final Ownership ownership;
    private final Rewrites rewrites;
    private final Services services;
    private final RestoreJournal journal;
    private final Consumer<String> tell;

    /// @param journal of which no restore is under way
    /// @param tell is told each step, before it is begun and after it is done
    public Restore(
            Manifest manifest,
            List<Unit> units,
            Ownership ownership,
            Rewrites rewrites,
            Services services,
            RestoreJournal journal,
            Consumer<String> tell) {
        this.manifest = manifest;
        // The same backup may be restored twice, and what the first time replaced is still kept.
        this.run = manifest.id() + "-" + Long.toHexString(System.nanoTime());
        this.units = List.copyOf(units);
        this.ownership = ownership;
        this.rewrites = rewrites;
        this.services = services;
        this.journal = journal;
        this.tell = tell;
    }

    /// Unpacks what is wanted of a backup into a folder, compared with its manifest.
    public interface Fetching {
        void fetch(Predicate<String> wanted, Path folder, LongConsumer onBytes);
    }

    /// @param kept where the trees lie that were replaced
    /// @param changed what was rewritten in settings
    public record Done(List<String> restored, List<Path> kept, List<Rewrites.Changed> changed) {}

    /// Restores, or leaves everything as it was.
    ///
    /// @throws ProblemException `RESTORE_UNDONE` when the old state is back; whatever keeps it from beginning
    public Done run(Fetching fetching) {
        var running = new TreeSet<>(services.running());
        var affected = affected();
        affected.retainAll(running);
        var roots = roots();
        journal.begin(manifest.id(), run, roots, List.copyOf(affected));
        List<Rewrites.Changed> changed;
        try {
            changed = stage(fetching);
        } catch (ProblemException e) {
            journal.abandon(tell);
            throw e;
        }
        try {
            swap(affected);
            journal.swapped();
            services.start(affected, tell);
        } catch (ProblemException e) {
            throw undone(e);
        }
        var kept = journal.finish(tell);
        return new Done(units.stream().map(Unit::path).toList(), kept, changed);
    }

    private Set<String> affected() {
        var names = new LinkedHashSet<String>();
        units.forEach(unit -> unit.service().ifPresent(names::add));
        return names;
    }

    private List<Path> roots() {
        return units.stream().map(Unit::root).distinct().toList();
    }

    private ProblemException undone(ProblemException cause) {
        tell.accept("going back: " + cause.detail());
        journal.undo(services, tell);
        return new ProblemException(
                Problem.RESTORE_UNDONE,
                "the restore was undone, and everything is as it was: " + cause.detail(),
                cause.remedy(),
                cause.flaws());
    }

    private List<Rewrites.Changed> stage(Fetching fetching) {
        var changed = new ArrayList<Rewrites.Changed>();
        try {
            for (var root : roots()) {
                var folder = fresh(root);
                var mine =
                        units.stream().filter(unit -> unit.root().equals(root)).toList();
                Predicate<String> wanted = path -> mine.stream().anyMatch(unit -> unit.covers(path));
                tell.accept("unpacking beside " + root);
                fetching.fetch(wanted, folder, _ -> {});
                var entries = manifest.entries().stream()
                        .filter(entry -> wanted.test(entry.path()))
                        .toList();
                Soundness.require(manifest, folder, entries);
                for (var unit : mine) {
                    if (unit.service().isEmpty()) {
                        changed.addAll(rewrites.apply(folder, unit.path()));
                    }
                }
                ownership.dress(folder, entries);
                Ownership.sync(folder, entries);
                tell.accept("unpacked beside " + root);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot unpack the backup beside the live files: " + e,
                    "check free space; nothing was changed",
                    e);
        }
        return changed;
    }

    private Path fresh(Path root) throws IOException {
        Files.createDirectories(root);
        var folder = folder(root, run).resolve("new");
        Files.createDirectories(folder);
        return folder;
    }

    static Path folder(Path root, String run) {
        return root.resolve(FOLDER + run);
    }

    private void swap(Set<String> affected) {
        journal.swapping();
        if (!affected.isEmpty()) {
            services.stop(affected, tell);
        }
        // Only now do the trees stand still, and what is to be kept of them is known.
        var renames = new ArrayList<Rename>();
        units.forEach(unit -> renames.addAll(new Exchange(unit, folder(unit.root(), run)).renames()));
        journal.swap(renames, tell).forward();
    }
}

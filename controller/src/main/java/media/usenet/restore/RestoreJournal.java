package media.usenet.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.swap.Rename;
import media.usenet.swap.Swap;

/// What a restore has written down about itself, so that one that was killed is undone, or finished where every
/// tree is in its place already.
public final class RestoreJournal {

    private final StateFile<State> file;
    private final StateFile<Kept> kept;
    private final Path swapFile;

    /// @param folder of this program's own state
    public RestoreJournal(Path folder) {
        this.file = new StateFile<>(folder.resolve("restore.json"), State.class);
        this.kept = new StateFile<>(folder.resolve("restored.json"), Kept.class);
        this.swapFile = folder.resolve("swap.json");
    }

    enum Phase {
        /// Beside the live trees: nothing has changed yet.
        STAGING,
        /// Services are stopped and trees change places.
        SWAPPING,
        /// All trees are in their places.
        SWAPPED
    }

    record State(String backup, String run, Phase phase, List<String> roots, List<String> services) {

        State at(Phase next) {
            return new State(backup, run, next, roots, services);
        }
    }

    /// The trees that the last restore replaced.
    record Kept(String backup, List<String> folders) {}

    /// How a restore that was killed was brought to an end.
    public record Recovered(String backup, boolean finished) {}

    void begin(String backup, String run, List<Path> roots, List<String> services) {
        if (file.read().isPresent()) {
            throw new ProblemException(
                    Problem.RESTORE_REFUSED,
                    "another restore is under way, or was and is not yet undone",
                    "wait for it, or start the controller again: it takes up what was killed");
        }
        var texts = roots.stream().map(Path::toString).toList();
        file.write(new State(backup, run, Phase.STAGING, texts, services));
    }

    void swapping() {
        to(Phase.SWAPPING);
    }

    Swap swap(List<Rename> renames, Consumer<String> tell) {
        return Swap.of(swapFile, renames, tell);
    }

    void swapped() {
        to(Phase.SWAPPED);
    }

    private void to(Phase phase) {
        file.write(state().at(phase));
    }

    private State state() {
        return file.read().orElseThrow(() -> new IllegalStateException("no restore is under way"));
    }

    /// Removes what was unpacked: nothing has changed.
    void abandon(Consumer<String> tell) {
        tell.accept("removing what was unpacked");
        clear(state());
        file.delete();
    }

    /// Brings the old trees back and starts what ran.
    void undo(Services services, Consumer<String> tell) {
        var state = state();
        if (state.phase() == Phase.SWAPPED) {
            var running = state.services().stream()
                    .filter(services.running()::contains)
                    .toList();
            services.stop(running, tell);
        }
        Swap.interrupted(swapFile, tell).ifPresent(Swap::back);
        clear(state);
        services.start(state.services(), tell);
        file.delete();
    }

    /// Keeps the replaced trees, and removes those that the restore before this one had kept.
    List<Path> finish(Consumer<String> tell) {
        var state = state();
        Swap.interrupted(swapFile, tell).ifPresent(Swap::settle);
        var now = folders(state);
        kept.read()
                .ifPresent(before -> before.folders().stream()
                        .map(Path::of)
                        .filter(folder -> !now.contains(folder))
                        .forEach(RestoreJournal::remove));
        now.forEach(folder -> remove(folder.resolve("new")));
        kept.write(new Kept(state.backup(), now.stream().map(Path::toString).toList()));
        file.delete();
        return now.stream()
                .map(folder -> folder.resolve("old"))
                .filter(Files::exists)
                .toList();
    }

    /// Takes up a restore that was killed; empty when none was.
    public Optional<Recovered> recover(Services services, Consumer<String> tell) {
        var state = file.read();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        boolean finished = state.get().phase() == Phase.SWAPPED && finished(state.get(), services, tell);
        if (!finished) {
            undo(services, tell);
        }
        return Optional.of(new Recovered(state.get().backup(), finished));
    }

    /// Every tree is in its place: what was left is to see whether the services get well with them.
    private boolean finished(State state, Services services, Consumer<String> tell) {
        try {
            if (Swap.interrupted(swapFile, tell).isPresent()) {
                services.start(state.services(), tell);
            }
            finish(tell);
            return true;
        } catch (ProblemException e) {
            tell.accept("going back: " + e.detail());
            return false;
        }
    }

    private static List<Path> folders(State state) {
        return state.roots().stream()
                .map(root -> Restore.folder(Path.of(root), state.run()))
                .toList();
    }

    private static void clear(State state) {
        folders(state).forEach(RestoreJournal::remove);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        var files = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            walk.forEach(files::add);
            for (var one : files.reversed()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot remove " + folder + ": " + e, "remove it by hand", e);
        }
    }
}

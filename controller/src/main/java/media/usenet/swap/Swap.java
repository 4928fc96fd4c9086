package media.usenet.swap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Renames that are done in order, or undone in reverse. Each is written down before it is begun: after a kill
/// only the one written down last is in doubt, and what lies on the disk decides it.
public final class Swap {

    /// @param next the rename that was begun last; all before it are done, all after it are not
    /// @param undoing whether they are taken back: then all after it are undone, all before it are not
    public record State(List<Step> renames, int next, boolean undoing) {

        public State {
            renames = List.copyOf(renames);
        }
    }

    /// A [Rename] as it is written down.
    public record Step(String from, String to) {

        Rename rename() {
            return new Rename(Path.of(from), Path.of(to));
        }
    }

    private final StateFile<State> file;
    private final List<Step> renames;
    private final Consumer<String> told;
    private int next;

    private Swap(Path file, List<Step> renames, int next, Consumer<String> told) {
        this.file = new StateFile<>(file, State.class);
        this.renames = renames;
        this.next = next;
        this.told = told;
    }

    /// A swap that is about to begin.
    ///
    /// @param file where it is written down; gone again when it is settled
    /// @param told each rename, before it is written down and after it is done
    public static Swap of(Path file, List<Rename> renames, Consumer<String> told) {
        var steps = renames.stream()
                .map(rename -> new Step(rename.from().toString(), rename.to().toString()))
                .toList();
        return new Swap(file, steps, 0, told);
    }

    /// The swap that was under way when the machine or this program died.
    public static Optional<Swap> interrupted(Path file, Consumer<String> told) {
        return new StateFile<>(file, State.class)
                .read()
                .map(state -> new Swap(file, state.renames(), state.next(), told));
    }

    /// Does what is not done yet.
    ///
    /// @throws ProblemException `RESTORE_REFUSED` when one cannot be done; those before it are done
    public void forward() {
        for (; next < renames.size(); next++) {
            var rename = renames.get(next).rename();
            told.accept("putting " + rename.to());
            write(false);
            try {
                if (!rename.done()) {
                    rename.run();
                }
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.RESTORE_REFUSED,
                        "cannot rename %s to %s: %s".formatted(rename.from(), rename.to(), e),
                        "see what holds or mounts something below it",
                        e);
            }
            told.accept("put " + rename.to());
        }
        write(false);
    }

    /// Takes back what is done, or was begun.
    public void back() {
        for (next = Math.min(next, renames.size() - 1); next >= 0; next--) {
            var rename = renames.get(next).rename().back();
            told.accept("taking back " + rename.to());
            write(true);
            undo(rename);
            told.accept("took back " + rename.to());
        }
        settle();
    }

    private static void undo(Rename rename) {
        // One that was begun and not done has nothing to take back.
        if (rename.possible() && !rename.done() && !rename.back().possible()) {
            try {
                rename.run();
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.RESTORE_UNDONE,
                        "cannot rename %s back to %s: %s".formatted(rename.from(), rename.to(), e),
                        "rename it by hand, then start the controller again: it goes on from there",
                        e);
            }
        }
    }

    /// Forgets it: whatever is done now stays.
    public void settle() {
        file.delete();
    }

    private void write(boolean undoing) {
        file.write(new State(renames, next, undoing));
    }
}

package media.usenet.swap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// What this program holds open while it runs, and what is to take its place: it waits in a folder, and changes
/// places before the next start opens it.
public final class NextStart {

    /// What it replaced lies beside it, until it is replaced again.
    public static final String BEFORE = ".before";

    /// What SQLite puts beside a database: the log of the one that goes must not meet the one that comes.
    private static final List<String> ENDS = List.of("-wal", "-shm", "-journal", "");

    private final Path folder;

    /// @param state the program's own folder
    public NextStart(Path state) {
        this.folder = state.resolve("next-start");
    }

    /// Where what is to be put in place waits.
    public Path place(String name) {
        return folder.resolve(name);
    }

    /// Puts what waits in its place, before anyone opens it. One that was killed is finished.
    ///
    /// @return whether something new is in place
    /// @throws ProblemException `RESTORE_REFUSED`, with everything as it was, or to be finished by the next start
    public boolean take(String name, Path live) {
        var interrupted = Swap.interrupted(journal(name), _ -> {});
        if (interrupted.isEmpty() && !exists(place(name))) {
            return false;
        }
        try {
            var swap = interrupted.isPresent() ? interrupted.get() : begin(name, live);
            swap.forward();
            // Where it was copied, the original still waits.
            Trees.remove(place(name));
            swap.settle();
            return true;
        } catch (IOException e) {
            throw refused(name, e);
        }
    }

    /// Brings back what was replaced; what had taken its place waits no more.
    ///
    /// @throws ProblemException `RESTORE_REFUSED` when it cannot be done
    public void giveBack(String name, Path live) {
        try {
            var renames = new ArrayList<Rename>();
            for (var end : ENDS) {
                Trees.remove(sibling(live, ".refused" + end));
                if (exists(sibling(live, end))) {
                    renames.add(new Rename(sibling(live, end), sibling(live, ".refused" + end)));
                }
            }
            ENDS.stream()
                    .filter(end -> exists(sibling(live, BEFORE + end)))
                    .forEach(end -> renames.add(new Rename(sibling(live, BEFORE + end), sibling(live, end))));
            var swap = Swap.of(journal(name), renames, _ -> {});
            swap.forward();
            swap.settle();
        } catch (IOException e) {
            throw refused(name, e);
        }
    }

    private Swap begin(String name, Path live) throws IOException {
        var fresh = nearby(name, live);
        var renames = new ArrayList<Rename>();
        for (var end : ENDS) {
            Trees.remove(sibling(live, BEFORE + end));
            if (exists(sibling(live, end))) {
                renames.add(new Rename(sibling(live, end), sibling(live, BEFORE + end)));
            }
        }
        renames.add(new Rename(fresh, live));
        return Swap.of(journal(name), renames, _ -> {});
    }

    /// Only within a file system can something be renamed.
    private Path nearby(String name, Path live) throws IOException {
        Files.createDirectories(live.toAbsolutePath().getParent());
        boolean same = Files.getFileStore(place(name))
                .equals(Files.getFileStore(live.toAbsolutePath().getParent()));
        if (same || Files.isDirectory(place(name))) {
            return place(name);
        }
        return Files.copy(
                place(name),
                sibling(live, ".next"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path journal(String name) {
        return folder.resolve(name + ".swap.json");
    }

    private static Path sibling(Path live, String end) {
        return live.resolveSibling(live.getFileName() + end);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static ProblemException refused(String name, IOException e) {
        return new ProblemException(
                Problem.RESTORE_REFUSED,
                "cannot put the restored %s in its place: %s".formatted(name, e),
                "check free space and permissions, then start the controller again",
                e);
    }
}

package media.usenet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.User;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.SandboxState.Unusable;
import media.usenet.sandbox.SandboxState.Usable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Confines programs to cells with bubblewrap.
public final class Sandbox {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessRunner programs;
    private final User user;
    private final Path folder;
    private final boolean unsafePermitted;
    private final AtomicInteger serial = new AtomicInteger();

    private @Nullable Bubblewrap bubblewrap;
    private @Nullable SandboxState state;

    /// @param folder a folder of the sandbox's own; made when it is needed
    /// @param unsafePermitted whether programs may run unconfined where they cannot be confined
    public Sandbox(ProcessRunner programs, User user, Path folder, boolean unsafePermitted) {
        this.programs = programs;
        this.user = user;
        this.folder = folder;
        this.unsafePermitted = unsafePermitted;
    }

    /// Found once, by running a tiny program confined.
    public synchronized SandboxState state() {
        if (state == null) {
            state = tried();
            log.info("Programs can{} be confined", state.usable() ? "" : "not");
        }
        return state;
    }

    /// Wraps an argument list so that the program runs in the cell. Paths keep their names inside. The work folder
    /// and what is in it are given to the user that the program will run as.
    ///
    /// @throws ProblemException `SANDBOX_MISSING` when nothing can be confined here and the settings do not permit
    ///     to go without
    public List<String> argv(Cell cell, List<String> program) {
        return switch (state()) {
            case Usable _ -> bubblewrap().argv(cell, userOf(cell), program);
            case Unusable(String because, String remedy, boolean permitted) -> {
                if (!permitted) {
                    throw new ProblemException(
                            Problem.SANDBOX_MISSING, "programs cannot be confined here: " + because, remedy);
                }
                yield bubblewrap().unconfined(cell, userOf(cell), program);
            }
        };
    }

    /// What the program made, to be called after it ended: a plain file, or a folder of nothing but plain files and
    /// folders. Never a link, which might lead anywhere.
    ///
    /// @param work the cell's work folder
    /// @param made below it
    /// @throws ProblemException `OUTPUT_REFUSED` when it is anything else, or is not there
    public static Path made(Path work, Path made) {
        return new WorkFolder(work).made(made);
    }

    private Optional<CellUser> userOf(Cell cell) {
        if (!user.root()) {
            return Optional.empty();
        }
        var readable = cell.readable().stream().map(FileFacts::of).toList();
        var devices = cell.devices().stream().map(FileFacts::of).toList();
        var wanted = CellUser.of(readable, devices, serial.getAndIncrement());
        return Optional.of(new WorkFolder(cell.work()).giveTo(wanted));
    }

    private SandboxState tried() {
        var work = made(folder.resolve("trial"));
        var cell = new Cell(work, List.of(), List.of(), Limits.USUAL);
        var argv = bubblewrap().argv(cell, userOf(cell), List.of("true"));
        var start = System.nanoTime();
        var outcome = programs.run(Command.of(PATIENCE, argv));
        return outcome instanceof Outcome.Exited(int code, String _, String _) && code == 0
                ? new Usable(Duration.ofNanos(System.nanoTime() - start))
                : Reasons.unusable(outcome, user.root(), unsafePermitted);
    }

    private synchronized Bubblewrap bubblewrap() {
        if (bubblewrap == null) {
            bubblewrap = new Bubblewrap(
                    new SystemFolders(Path.of("/")),
                    Seccomp.filter(System.getProperty("os.arch")).map(this::written));
        }
        return bubblewrap;
    }

    private Path written(byte[] filter) {
        try {
            return Files.write(made(folder).resolve("seccomp.bpf"), filter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

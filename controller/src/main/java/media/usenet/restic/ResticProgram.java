package media.usenet.restic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.RunningProgram;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The program itself, started for one repository. Where that is and what opens it, it is told by its environment:
/// a command line can be read by everybody on the machine.
final class ResticProgram {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ProcessRunner programs;
    private final Repository repository;

    ResticProgram(ProcessRunner programs, Repository repository) {
        this.programs = programs;
        this.repository = repository;
    }

    /// What it prints.
    ///
    /// @param verb what it is to do, for the message when it cannot
    String answer(String verb, Duration patience, List<String> argv) {
        return answer(verb, argv, unlocked(() -> programs.run(command(patience, argv))));
    }

    /// What it printed, where it ended as it should.
    String answer(String verb, List<String> argv, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited exited when exited.succeeded() -> exited.stdout();
            case Outcome.Exited exited -> throw failed(verb, exited);
            case Outcome.TimedOut late ->
                throw new ProblemException(
                        Problem.DESTINATION_FAILED,
                        "restic %s at %s did not end within %s".formatted(argv.getFirst(), repository, late.after()),
                        "see whether the line to it is down, then try again");
            case Outcome.NotFound _ -> throw missing();
        };
    }

    ProblemException failed(String verb, Outcome.Exited exited) {
        return Trouble.of(exited.code(), exited.stderr()).problem(verb, repository, exited.stderr());
    }

    /// As it ends, whatever the ending; its lines as they come. Dies with this program.
    Outcome watched(Duration patience, List<String> argv, Consumer<String> onLine) {
        return unlocked(() -> watchedOnce(patience, argv, onLine));
    }

    private Outcome watchedOnce(Duration patience, List<String> argv, Consumer<String> onLine) {
        var error = new StringBuilder();
        var program = started(
                command(patience, argv), onLine, line -> error.append(line).append('\n'));
        var late = new AtomicBoolean();
        var ending = new CompletableFuture<@Nullable Void>()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> {
                    late.set(true);
                    program.end(GRACE);
                });
        try {
            int code = program.await();
            return late.get() ? new Outcome.TimedOut(patience) : new Outcome.Exited(code, "", error.toString());
        } catch (InterruptedException e) {
            program.end(GRACE);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while restic runs", e);
        } finally {
            ending.cancel(false);
        }
    }

    private RunningProgram started(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
        try {
            return programs.start(command, onLine, onErrorLine);
        } catch (ProblemException e) {
            throw e.problem() == Problem.PROGRAM_MISSING ? missing() : e;
        }
    }

    private interface Run {
        Outcome run();
    }

    /// A lock that one of ours was killed with is removed, and no other.
    private Outcome unlocked(Run run) {
        var outcome = run.run();
        if (outcome instanceof Outcome.Exited exited
                && Trouble.of(exited.code(), exited.stderr()).held()
                && DeadLock.isOurs(exited.stderr())) {
            programs.run(command(Duration.ofMinutes(5), List.of("unlock")));
            return run.run();
        }
        return outcome;
    }

    private Command command(Duration patience, List<String> argv) {
        var whole = new ArrayList<>(List.of("restic"));
        if (!argv.contains("--json")) {
            whole.add("--quiet");
        }
        repository
                .login()
                .ifPresent(login -> whole.addAll(List.of("-o", "sftp.command=" + login.command(repository.place()))));
        whole.addAll(argv);
        var command = Command.of(patience, whole);
        for (var variable : repository.environment().entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command.with("RESTIC_REPOSITORY", repository.place())
                .with("RESTIC_PASSWORD_FILE", repository.password().toString())
                .with("RESTIC_CACHE_DIR", repository.cache().toString())
                .with("RESTIC_PROGRESS_FPS", "2");
    }

    private static ProblemException missing() {
        return new ProblemException(
                Problem.RESTIC_MISSING,
                "restic is not installed",
                "install it (Debian: apt install restic), or use a destination with engine: archive");
    }
}

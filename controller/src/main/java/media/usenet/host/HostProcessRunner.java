package media.usenet.host;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Runs programs on this machine with `LC_ALL=C`, so that what they print can be parsed.
@Component
public final class HostProcessRunner implements ProcessRunner {

    private static final Logger log = LoggerFactory.getLogger(HostProcessRunner.class);
    private static final File NOTHING = new File("/dev/null");
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    private final Launcher launcher = new Launcher();

    @Override
    public RunningProgram start(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
        if (!ProgramPath.ofThisProcess().has(command.program())) {
            throw missing(command);
        }
        var supervision = new Supervision(onErrorLine);
        var builder = builder(command, Supervision.argv(command.argv()));
        builder.environment().put(ProcessTree.MARK, supervision.mark());
        try {
            var program = new HostProgram(launcher.launch(builder), supervision, onLine);
            log.debug("started {} as {}", command, program.pid());
            return program;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + command, e);
        }
    }

    private static ProblemException missing(Command command) {
        return new ProblemException(
                Problem.PROGRAM_MISSING,
                "%s is not on this machine".formatted(command.program()),
                "install it, or set its path");
    }

    @Override
    public Outcome run(Command command, Consumer<String> onErrorLine) {
        var started = System.nanoTime();
        var outcome = start(command, onErrorLine);
        if (log.isDebugEnabled()) {
            var millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            log.debug("ran {} in {} ms: {}", command, millis, ending(outcome));
        }
        return outcome;
    }

    private static Outcome start(Command command, Consumer<String> onErrorLine) {
        try {
            return await(builder(command, command.argv()).start(), command, onErrorLine);
        } catch (IOException _) {
            return new Outcome.NotFound(command.program());
        }
    }

    private static ProcessBuilder builder(Command command, List<String> argv) {
        var builder = new ProcessBuilder(argv);
        builder.environment().putAll(command.environment());
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        return builder;
    }

    private static Outcome await(Process process, Command command, Consumer<String> onErrorLine) {
        // Both pipes are drained while waiting: a full pipe would block the program for ever.
        var stdout = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), VIRTUAL);
        var stderr = CompletableFuture.supplyAsync(() -> follow(process.getErrorStream(), onErrorLine), VIRTUAL);
        // Exit alone is not the end: a child that it left behind may hold the pipes open.
        var ended = CompletableFuture.allOf(process.onExit(), stdout, stderr);
        try {
            ended.get(command.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Exited(process.exitValue(), stdout.join(), stderr.join());
        } catch (TimeoutException _) {
            endTree(process);
            return new Outcome.TimedOut(command.timeout());
        } catch (ExecutionException e) {
            endTree(process);
            throw new IllegalStateException("cannot read what " + command + " prints", e);
        } catch (InterruptedException e) {
            endTree(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    private static void endTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String follow(InputStream stream, Consumer<String> onLine) {
        var all = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                onLine.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static String ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited exited -> "exit code " + exited.code();
            case Outcome.TimedOut timedOut -> "ended after " + timedOut.after();
            case Outcome.NotFound _ -> "not found";
        };
    }
}

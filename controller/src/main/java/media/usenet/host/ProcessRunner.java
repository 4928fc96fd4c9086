package media.usenet.host;

import java.util.function.Consumer;

/// The one door to programs on the host. Tests use a scripted runner instead.
public interface ProcessRunner {

    /// Runs the command to its end. Safe to call from several threads at once. An interrupted thread ends the
    /// program and its children, and throws `IllegalStateException`.
    default Outcome run(Command command) {
        return run(command, _ -> {});
    }

    /// As [#run(Command)], and hands each line of standard error to the consumer as it comes, from another thread.
    Outcome run(Command command, Consumer<String> onErrorLine);

    /// Starts the command and returns at once; its timeout is the caller's to keep. Each line of its output is
    /// handed to its consumer as it comes, from threads of their own; a line longer than 16 KiB comes in parts. The
    /// program dies with this one, however this one ends.
    ///
    /// @throws media.usenet.problem.ProblemException `PROGRAM_MISSING` when there is no such program
    default RunningProgram start(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
        throw new UnsupportedOperationException("this runner cannot start " + command);
    }
}

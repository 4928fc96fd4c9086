package media.usenet.host;

import java.util.function.Consumer;

/// The one door to programs on the host. Tests use a scripted runner instead.
public interface ProcessRunner {

    /// Runs the command to its end. Safe to call from several threads at once. An interrupted thread ends the program
    /// and its children, and throws `IllegalStateException`.
    default Outcome run(Command command) {
        return run(command, _ -> {});
    }

    /// As [#run(Command)], and hands each line of standard error to the consumer as it comes, from another thread.
    Outcome run(Command command, Consumer<String> onErrorLine);
}

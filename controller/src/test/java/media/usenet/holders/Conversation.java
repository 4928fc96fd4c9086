package media.usenet.holders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A shell that does one thing, says so, and stays as it is until it is no longer listened to.
final class Conversation implements AutoCloseable {

    private final Process process;

    private Conversation(Process process) {
        this.process = process;
    }

    static Conversation with(Path directory, List<String> argv) throws IOException {
        return new Conversation(new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Runs the commands and waits until they are done.
    static Conversation doing(Path directory, String commands) throws IOException {
        var shell = with(directory, List.of("sh", "-c", commands + "; echo done; read end"));
        shell.hear();
        return shell;
    }

    void say(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    String hear() throws IOException {
        var line = process.inputReader().readLine();
        if (line == null) {
            throw new IllegalStateException("the shell ended");
        }
        return line;
    }

    int pid() {
        return (int) process.pid();
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

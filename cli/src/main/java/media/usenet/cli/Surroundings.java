package media.usenet.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// What the process finds around it.
///
/// @param run where a controller that runs as a system service leaves its token
/// @param systemd whether systemd runs this machine's services
/// @param patience how long the controller may be silent
record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        InstantSource clock,
        Path run,
        boolean systemd,
        Duration patience) {

    /// As long as the controller may need to ask Docker and every service.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Surroundings ofProcess() {
        var environment = System.getenv();
        return new Surroundings(
                environment,
                System.in,
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true),
                Terminal.ofProcess(environment),
                InstantSource.system(),
                Path.of("/run/usenet"),
                Files.isDirectory(Path.of("/run/systemd/system")),
                PATIENCE);
    }

    /// Always UTF-8, as other programs write: Java would replace every `…` with `?` where no locale is set.
    private static PrintStream stream(FileDescriptor descriptor, boolean eachLine) {
        var buffered = new BufferedOutputStream(new FileOutputStream(descriptor));
        return new PrintStream(buffered, eachLine, StandardCharsets.UTF_8);
    }
}

package media.usenet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// One run of the program in surroundings of its own: what it ended with and what it printed.
record Ran(int exit, String out, String err) {

    static final Terminal PIPE = new Terminal(false, false, false, 0);
    static final Terminal TERMINAL = new Terminal(true, true, true, 80);

    static Ran against(URI controller, Terminal terminal, String... args) {
        return with(
                Map.of(
                        "USENET_CONTROLLER",
                        controller.toString(),
                        "USENET_TOKEN",
                        FakeController.TOKEN,
                        "NO_COLOR",
                        "1"),
                terminal,
                "",
                args);
    }

    static Ran with(Map<String, String> environment, Terminal terminal, String typed, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around = new Surroundings(
                new HashMap<>(environment),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")),
                Path.of(environment.getOrDefault("test.run", "/nowhere")),
                true,
                Duration.ofMillis(400));
        int exit = new Usenet(around).run(args);
        around.out().flush();
        around.err().flush();
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

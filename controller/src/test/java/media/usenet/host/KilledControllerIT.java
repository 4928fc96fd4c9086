package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.stereotype.Component;

/// A real controller process, killed with `kill -9` while its programs run.
class KilledControllerIT {

    private Process controller;
    private BufferedReader printed;

    /// The process that is killed: starts a program from a virtual thread, and says which processes there are.
    static final class Controller {

        private Controller() {}

        public static void main(String[] arguments) throws InterruptedException {
            var started = Thread.startVirtualThread(() -> new HostProcessRunner()
                    .start(
                            Command.of(Duration.ofMinutes(5), List.of(arguments)),
                            line -> System.out.println(line),
                            line -> System.out.println(line)));
            started.join();
            new CountDownLatch(1).await();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        controller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        classPath(),
                        Controller.class.getName(),
                        "sh",
                        "-c",
                        "echo $$; exec sleep 1000")
                .redirectErrorStream(true)
                .start();
        printed = new BufferedReader(new InputStreamReader(controller.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        controller.destroyForcibly();
    }

    @Test
    void its_programs_die_with_it() throws Exception {
        var program = firstNumber();
        assertThat(state(program)).isEqualTo("S");
        controller.toHandle().destroyForcibly();
        controller.waitFor();
        // The pipe is at its end when the last process that could write to it is gone.
        assertThat(printed.readLine()).isNull();
        assertThat(state(program)).isIn("gone", "Z");
    }

    /// Where these classes were loaded from, whatever loaded them.
    private static String classPath() {
        return Stream.of(Controller.class, HostProcessRunner.class, Problem.class, Logger.class, Component.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(":"));
    }

    /// After what the logging of the process says about itself.
    private long firstNumber() throws IOException {
        var line = printed.readLine();
        while (!line.matches("\\d+")) {
            line = printed.readLine();
        }
        return Long.parseLong(line);
    }

    private static String state(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
        } catch (IOException _) {
            return "gone";
        }
    }
}

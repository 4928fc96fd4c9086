package media.usenet.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped template alone, judged by the real Compose, both generations of it. No engine is needed.
class ComposeTemplatesIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HostProcessRunner HOST = new HostProcessRunner();
    private static final Compose V1 = Compose.called("docker-compose");
    private static final Compose V2 = Compose.called("docker", "compose");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../compose-templates"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void composeV2AcceptsIt(Path template) {
        assertAccepted(V2, template);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void composeV1AcceptsIt(Path template) {
        assertAccepted(V1, template);
    }

    private static void assertAccepted(Compose compose, Path template) {
        assumeTrue(compose.installed(), compose + " is not installed on this machine");
        assertThat(compose.run("-f", template.toString(), "config", "-q"))
                .isInstanceOfSatisfying(Outcome.Exited.class, exited -> {
                    assertThat(exited.code()).as(exited.stderr()).isZero();
                    // An unset variable is a warning only, and an empty value in the container.
                    assertThat(exited.stderr()).isEmpty();
                });
    }

    private record Compose(List<String> program, boolean installed) {

        static Compose called(String... program) {
            var compose = new Compose(List.of(program), true);
            var answers = compose.run("version") instanceof Outcome.Exited exited && exited.succeeded();
            return new Compose(List.of(program), answers);
        }

        Outcome run(String... arguments) {
            return HOST.run(Command.of(
                    LIMIT, Stream.concat(program.stream(), Stream.of(arguments)).toList()));
        }

        @Override
        public String toString() {
            return String.join(" ", program);
        }
    }
}

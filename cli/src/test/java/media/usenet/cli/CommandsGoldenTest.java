package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case in `golden/` is an argument list, and what the program prints on a terminal of 80 columns, what it says
/// beside that, and what it ends with.
class CommandsGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String SPLIT = "----------\n";

    static Stream<Path> cases() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatTheCaseSays(Path file) throws IOException {
        var text = Files.readString(file);
        var input = text.substring(0, (text + SPLIT).indexOf(SPLIT));
        var answer = answer(input.strip().split(" "));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, input.strip() + "\n" + SPLIT + answer);
        }
        assertThat(input.strip() + "\n" + SPLIT + answer).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverPrintsALineWiderThanTheTerminal(Path file) throws IOException {
        var parts = Files.readString(file).split(SPLIT, -1);
        if (!parts[0].contains("--json")) {
            assertThat(parts[1].lines()).allMatch(line -> line.length() <= 80);
        }
    }

    private static String answer(String[] words) {
        try (var controller = new FakeController()) {
            var args = Stream.of(words).skip(1).toArray(String[]::new);
            var terminal = new Terminal(false, true, false, 80);
            var ran = Ran.against(controller.url(), terminal, args);
            return (ran.out() + SPLIT + ran.err() + SPLIT + "exit " + ran.exit() + "\n")
                    .replace(controller.url().toString(), "http://127.0.0.1:7070")
                    .replace(Version.TEXT, "VERSION");
        }
    }
}

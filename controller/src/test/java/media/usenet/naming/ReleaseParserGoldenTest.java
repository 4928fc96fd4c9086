package media.usenet.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case in `golden/naming` is a name and what it says.
class ReleaseParserGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/naming");
    private static final String SPLIT = "\n----------\n";

    static Stream<Path> cases() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatTheNameSays(Path file) throws IOException {
        var text = Files.readString(file);
        var name = text.substring(0, text.indexOf(SPLIT));
        var answer = name + SPLIT + answer(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(file));
    }

    private static String answer(String name) {
        return ReleaseParser.parse(name).fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }
}

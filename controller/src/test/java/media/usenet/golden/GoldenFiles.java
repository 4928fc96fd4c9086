package media.usenet.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Golden cases: one file each, the input first, the answer behind a line of dashes. `-Dgolden.update=true` rewrites
/// the
/// answers; read the difference before committing it.
public final class GoldenFiles {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final String SEPARATOR = "----------\n";

    private GoldenFiles() {}

    /// A test for each file of the topic's folder.
    public static Stream<DynamicTest> each(String topic, UnaryOperator<String> answer) {
        try (var files = Files.list(ROOT.resolve(topic))) {
            var sorted = files.sorted().toList();
            assertThat(sorted).as("golden cases of " + topic).isNotEmpty();
            return sorted.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file, answer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path file, UnaryOperator<String> answer) throws IOException {
        var parts = Files.readString(file).split(SEPARATOR, 2);
        var actual = answer.apply(parts[0]);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, String.join(SEPARATOR, List.of(parts[0], actual)));
        } else {
            assertThat(actual).isEqualTo(parts.length > 1 ? parts[1] : "");
        }
    }
}

package media.usenet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import media.usenet.api.DocumentedRequests;
import media.usenet.problem.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The page for people says what the program does.
class HttpPageTest {

    @Test
    void everyProblemStandsInTheTableAndNoOther() throws IOException {
        assertThat(Files.readAllLines(DocumentedRequests.PAGE))
                .filteredOn(line -> line.startsWith("| `"))
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .map(problem -> "| `%s` | %d | %d |".formatted(problem, problem.status(), problem.exit()))
                        .toList());
    }

    @Test
    void everyRequestIsDescribedAndNoOther() {
        var document = JsonMapper.shared().readTree(Path.of("src/main/resources/openapi.json"));
        var requests = document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        assertThat(DocumentedRequests.read().keySet()).containsExactlyInAnyOrderElementsOf(requests.toList());
    }
}

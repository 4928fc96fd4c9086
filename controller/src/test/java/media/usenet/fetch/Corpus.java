package media.usenet.fetch;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The hostile inputs of the steering folder, which are not ours to keep: absent, their tests are skipped.
public final class Corpus {

    private static final Path FOLDER = Path.of("../../shared/data/hostile");

    private Corpus() {}

    /// @param file such as `names.dev.jsonl`
    public static List<JsonNode> rows(String file) throws IOException {
        assumeThat(FOLDER.resolve(file)).as("the corpus of hostile inputs").exists();
        var json = JsonMapper.builder().build();
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(json::readTree)
                .toList();
    }
}

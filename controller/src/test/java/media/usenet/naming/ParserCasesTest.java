package media.usenet.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The cases of other projects' parsers, which are theirs and not kept here.
class ParserCasesTest {

    private static final Path CASES = Path.of("../../shared/data/parser-cases/dev.jsonl");

    /// The best that any other parser reaches, field by field.
    private static final Map<String, Double> BEST_PEER = Map.ofEntries(
            Map.entry("title", 88.6),
            Map.entry("year", 98.0),
            Map.entry("season", 92.4),
            Map.entry("episode", 88.6),
            Map.entry("date", 95.3),
            Map.entry("resolution", 98.2),
            Map.entry("source", 92.4),
            Map.entry("video_codec", 99.5),
            Map.entry("audio_codec", 97.2),
            Map.entry("edition", 71.8),
            Map.entry("release_group", 78.4),
            Map.entry("remux", 85.9));

    @Test
    void readsMoreThanAnyOtherParserFieldByField() throws IOException {
        assumeTrue(Files.isReadable(CASES), "skipped: there are no cases at " + CASES);
        var score = new CaseScore();
        var json = JsonMapper.shared();
        for (var line : Files.readAllLines(CASES)) {
            var test = json.readTree(line);
            score.add(test, ReleaseParser.parse(test.get("input").asString()).fields());
        }
        assertThat(score.fields.percent()).as("fields: " + score.fields).isGreaterThan(96);
        assertThat(score.absent.percent()).as("absent: " + score.absent).isGreaterThanOrEqualTo(99);
        assertThat(score.records.percent()).as("records: " + score.records).isGreaterThan(88);
        BEST_PEER.forEach((field, percent) -> {
            var share = score.byField.getOrDefault(field, new CaseScore.Share());
            assertThat(share.percent()).as(field + ": " + share).isGreaterThanOrEqualTo(percent);
        });
    }
}

package media.usenet.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The corpus of hostile names, as far as it is about files; entries of archives are the package archive's.
class HostileNamesTest {

    private static final List<String> OURS = List.of("output_name", "benign_name", "upload_magic");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> every_row_has_its_verdict() throws IOException {
        return Corpus.rows("names.dev.jsonl").stream()
                .filter(row -> OURS.contains(row.get("kind").asString()))
                .map(row ->
                        DynamicTest.dynamicTest(row.get("id").asString() + " " + row.get("value"), () -> judge(row)))
                .toList();
    }

    private void judge(JsonNode row) {
        var value = row.get("value").asString();
        switch (row.get("kind").asString()) {
            case "output_name", "benign_name" ->
                judgeName(value, row.get("verdict").asString());
            case "upload_magic" -> assertThat(magicFlaw(value)).isPresent();
            default -> throw new AssertionError(row);
        }
    }

    private void judgeName(String name, String verdict) {
        var flaw = FileNames.flaw(name);
        switch (verdict) {
            case "accept-literal" -> assertThat(flaw).isEmpty();
            case "reject" -> assertThat(flaw).isPresent();
            // Where it is accepted, it is a file of exactly this name in exactly this folder, named by its whole path.
            default ->
                assertThat(flaw.isPresent()
                                || folder.equals(folder.resolve(name).getParent()))
                        .isTrue();
        }
        var safe = FileNames.safe(name);
        assertThat(FileNames.flaw(safe)).as(safe).isEmpty();
        assertThat(folder.resolve(safe).getParent()).isEqualTo(folder);
    }

    private static Optional<String> magicFlaw(String value) {
        var upload = JsonMapper.builder().build().readTree(value);
        return FileKind.flaw(
                upload.get("name").asString(), upload.get("head").asString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_name_in_parts_stays_below_its_folder() {
        assertThat(FileNames.below(folder, "season 1/ep 1.mkv")).isEqualTo(folder.resolve("season 1/ep 1.mkv"));
        for (var name : List.of("../x", "a/../../x", "/x", "a//b", "a/.", "a/", "", "a/.hid", "a\\b", "..")) {
            assertThatExceptionOfType(ProblemException.class).as(name).isThrownBy(() -> FileNames.below(folder, name));
        }
    }
}

package media.usenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import media.usenet.archive.EntryRules.Limits;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Names that others have found, where they are at hand: every hostile one is refused, every ordinary one is not.
class HostileEntriesTest {

    private static final Path NAMES = Path.of("../../shared/data/hostile/names.dev.jsonl");
    private static final long NOW = 1_700_000_000_000L;

    @Test
    void everyHostileEntryIsRefused() throws IOException {
        assumeTrue(Files.exists(NAMES), "SKIPPED: no " + NAMES);
        assertThat(values("archive_entry"))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(refused(value)).as(value).isTrue());
    }

    @Test
    void everyOrdinaryNameIsAccepted() throws IOException {
        assumeTrue(Files.exists(NAMES), "SKIPPED: no " + NAMES);
        assertThat(values("benign_name"))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(refused(value)).as(value).isFalse());
    }

    private static Stream<String> values(String kind) throws IOException {
        return Files.readAllLines(NAMES).stream()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .filter(row -> row.path("kind").asString("").equals(kind))
                .map(row -> row.path("value").asString());
    }

    /// The data describes what no name can hold in words.
    private static boolean refused(String value) {
        var rules = new EntryRules(Limits.unknown(1 << 30));
        if (value.equals("1e6 empty entries")) {
            return IntStream.range(0, 1_000_000)
                    .anyMatch(at -> rules.refusal(file("e" + at, 0644, NOW)).isPresent());
        }
        return rules.refusal(facts(value)).isPresent();
    }

    private static EntryFacts facts(String value) {
        if (value.startsWith("symlink->")) {
            return new EntryFacts("a", EntryFacts.Type.LINK, value.substring(9), 0, 0777, 0, 0, NOW);
        }
        if (value.startsWith("hardlink->")) {
            return new EntryFacts("a", EntryFacts.Type.HARD_LINK, value.substring(10), 0, 0644, 0, 0, NOW);
        }
        return switch (value) {
            case "fifo" -> new EntryFacts("a", EntryFacts.Type.OTHER, null, 0, 0644, 0, 0, NOW);
            case "setuid-file 04755" -> file("a", 04755, NOW);
            case "entry with mtime 1970 and uid 0" -> file("a", 0644, 0);
            default -> file(value, 0644, NOW);
        };
    }

    private static EntryFacts file(String name, int mode, long modified) {
        return new EntryFacts(name, EntryFacts.Type.FILE, null, 0, mode, 0, 0, modified);
    }
}

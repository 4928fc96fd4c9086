package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases of ours, one a line: conditions, a release, and whether the application would say that it matches, reckoned
/// apart from this program, from the rule in the sources of Radarr 1b9662d5 and Sonarr 49df353f.
class ConditionCasesTest {

    private static final Path CASES = Path.of("src/test/resources/golden/formats");

    @ParameterizedTest
    @EnumSource
    void areAnsweredAsTheApplicationsDo(Application application) throws Exception {
        var wrong = new ArrayList<String>();
        var lines = cases(application);
        for (var line : lines) {
            var json = JsonMapper.shared().readTree(line);
            var answer = answer(json, facts(json.get("facts")).asApplicationsDo());
            if (answer != Answer.of(json.get("matches").asBoolean())) {
                wrong.add(answer + ": " + line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(250);
    }

    /// What is not known never decides: whatever it turns out to be, an answer that was given stands.
    @ParameterizedTest
    @EnumSource
    void areAnsweredWithUnknownOnlyWhereAFactIsMissing(Application application) throws Exception {
        for (var line : cases(application)) {
            var json = JsonMapper.shared().readTree(line);
            var all = facts(json.get("facts"));
            var whole = answer(json, all);
            var part = answer(json, without(all));
            assertThat(part == Answer.UNKNOWN || whole == Answer.UNKNOWN || part == whole)
                    .as(line)
                    .isTrue();
        }
    }

    private static List<String> cases(Application application) throws IOException {
        return Files.readAllLines(CASES.resolve(application.key() + "-conditions.jsonl"));
    }

    private static Answer answer(JsonNode json, ReleaseFacts facts) throws UnusableExpression {
        var reader = new ConditionReader();
        var conditions = new ArrayList<Condition>();
        for (var condition : json.get("conditions")) {
            conditions.add(reader.read(condition));
        }
        var matches = reader.book(List.of(new CustomFormat("id", "case", Map.of(), conditions)))
                .match(facts);
        return matches.matched().isEmpty() ? (matches.unsure().isEmpty() ? Answer.NO : Answer.UNKNOWN) : Answer.YES;
    }

    private static ReleaseFacts facts(JsonNode json) {
        return new ReleaseFacts(
                json.get("title").asString(),
                true,
                text(json, "fileName"),
                text(json, "group"),
                text(json, "edition"),
                number(json, "source"),
                number(json, "resolution"),
                number(json, "modifier"),
                languages(json.get("languages")),
                number(json, "original"),
                json.has("bytes") ? OptionalLong.of(json.get("bytes").asLong()) : OptionalLong.empty(),
                number(json, "flags"),
                number(json, "year"),
                number(json, "releaseType"),
                false);
    }

    private static ReleaseFacts without(ReleaseFacts all) {
        return new ReleaseFacts(
                all.title(),
                true,
                all.fileName(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asString);
    }

    private static OptionalInt number(JsonNode json, String name) {
        return json.has(name) ? OptionalInt.of(json.get(name).asInt()) : OptionalInt.empty();
    }

    private static Optional<Set<Integer>> languages(@org.jspecify.annotations.Nullable JsonNode json) {
        if (json == null) {
            return Optional.empty();
        }
        var all = new HashSet<Integer>();
        json.forEach(one -> all.add(one.asInt()));
        return Optional.of(all);
    }
}

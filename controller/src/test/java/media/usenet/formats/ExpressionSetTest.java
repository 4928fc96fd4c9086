package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExpressionSetTest {

    private static final Path NAMES = Path.of("../../shared/data/parser-cases/dev.jsonl");

    /// Needles spare work and change nothing.
    @ParameterizedTest
    @EnumSource
    void findsWhatItsExpressionsFindOneByOne(Application application) throws IOException {
        assumeTrue(Files.isReadable(NAMES), "skipped: there are no names at " + NAMES);
        var book = TrashGuide.of(application).book();
        var lines = Files.readAllLines(NAMES);
        for (int line = 0; line < lines.size(); line += 8) {
            var name =
                    JsonMapper.shared().readTree(lines.get(line)).get("input").asString();
            var wrong = new ArrayList<String>();
            for (var text : new Condition.Text[] {Condition.Text.TITLE, Condition.Text.GROUP}) {
                var hits = book.expressions(text).find(name);
                var patterns = book.expressions(text).patterns();
                for (int number = 0; number < patterns.size(); number++) {
                    boolean alone =
                            patterns.get(number).matcher(DotNetText.of(name)).find();
                    if (hits.of(number) != Answer.of(alone)) {
                        wrong.add(hits.of(number) + " by " + patterns.get(number));
                    }
                }
            }
            assertThat(wrong).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "(a+)+b", "(a|aa)*b", "(?:a*)*b", "(a|a|a)*c?b$", "^(?=.*a)(?=(a+)+$).*b"})
    void givesUpAnExpressionThatRunsAway(String expression) throws Exception {
        var collector = new ExpressionSet.Collector();
        int number = collector.add(expression);
        var set = collector.collected();
        var name = "a".repeat(DotNetText.LONGEST - 1) + "B!";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> set.find(name).of(number));
    }

    @Test
    void looksAtNoNameThatIsLongerThanNamesAre() throws Exception {
        var collector = new ExpressionSet.Collector();
        int number = collector.add("a");
        assertThat(collector
                        .collected()
                        .find("a".repeat(DotNetText.LONGEST + 1))
                        .of(number))
                .isEqualTo(Answer.UNKNOWN);
        assertThat(collector.collected().find("a".repeat(DotNetText.LONGEST)).of(number))
                .isEqualTo(Answer.YES);
    }

    @Test
    void saysUnknownOfWhatWasGivenUp() throws Exception {
        var collector = new ExpressionSet.Collector();
        int number = collector.add("(a|aa)+!\\1b");
        var set = collector.collected();
        assertThat(set.find("a".repeat(500) + "!ab").of(number)).isEqualTo(Answer.YES);
        assertThat(set.find("a".repeat(500) + "!c!b").of(number)).isEqualTo(Answer.UNKNOWN);
    }
}

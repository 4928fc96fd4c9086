package media.usenet.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {

    /// The right-hand sides were asked of Docker Compose 2.26.1.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A=plain             | plain",
                "A = spaced          | spaced",
                "export A=5          | 5",
                "A=a=b               | a=b",
                "A=a#b #c            | a#b",
                "A= # comment        | # comment",
                "A=\"x\" # y         | x",
                "A='a # b'           | a # b",
                "A='a\\b'            | a\\b",
                "A='it\\'s $x'       | it's $x",
                "A=\"x\\\"y\"        | x\"y",
                "A=\"a\\\\nb\"       | a\\nb",
                "A=\"a\\$b'c\"       | a$b'c",
                "A=it's              | it's",
            })
    void values_are_what_compose_makes_of_them(String line, String value) {
        assertThat(EnvFile.parse(".env", line).variables()).containsExactly(Map.entry("A", value));
    }

    @Test
    void escapes_in_double_quotes_become_line_breaks_and_tabs() {
        assertThat(EnvFile.parse(".env", "A=\"a\\nb\\tc\"").variables()).containsEntry("A", "a\nb\tc");
    }

    @Test
    void comments_and_empty_lines_say_nothing() {
        var file = EnvFile.parse(".env", "# TZ=UTC\n\n   \nTZ=UTC\r\n");
        assertThat(file.variables()).containsExactly(Map.entry("TZ", "UTC"));
        assertThat(file.lines()).containsExactly(Map.entry("TZ", 4));
        assertThat(file.flaws()).isEmpty();
    }

    @Test
    void a_name_that_stands_twice_has_its_last_value() {
        assertThat(EnvFile.parse(".env", "A=1\nA=2\n").variables()).containsEntry("A", "2");
    }

    @Test
    void every_line_that_is_no_assignment_is_named() {
        assertThat(EnvFile.parse(".env", "A=1\nnonsense\n1A=2\nB='open\n").flaws())
                .extracting(Object::toString)
                .containsExactly(
                        ".env:2: must be NAME=value, a comment or empty",
                        ".env:3: must be NAME=value, a comment or empty",
                        ".env:4: B: has no closing quote");
    }
}

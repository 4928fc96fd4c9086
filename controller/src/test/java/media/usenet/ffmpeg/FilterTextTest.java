package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTextTest {

    /// The last row is the example of FFmpeg's manual, without the level of the shell.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "plain|plain",
                "a:b|a\\\\:b",
                "a,b;[c]|a\\,b\\;\\[c\\]",
                "a'b|a\\\\\\'b",
                "a\\b|a\\\\\\\\b",
                "this is a 'string': may contain one, or more, special characters|this is a \\\\\\'string\\\\\\'\\\\: may contain one\\, or more\\, special characters"
            })
    void every_sign_that_means_something_is_escaped_on_both_levels(String text, String escaped) {
        assertThat(FilterText.value(text)).isEqualTo(escaped);
    }

    @Test
    void spaces_at_both_ends_stay() {
        assertThat(FilterText.value(" a b ")).isEqualTo("\\\\\\ a b\\\\\\ ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001bb", "a\u0085b", "\ud800"})
    void what_cannot_appear_as_it_is_gets_refused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FilterText.value(text));
    }

    @Test
    void too_much_text_is_refused() {
        assertThat(FilterText.value("x".repeat(4096))).hasSize(4096);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FilterText.value("x".repeat(4097)));
    }

    @Test
    void a_file_is_named_by_its_whole_path() {
        assertThat(FilterText.path(Path.of("/job/a b:c.srt"))).isEqualTo("/job/a b\\\\:c.srt");
        for (var path : new String[] {"x.srt", "../x.srt", "/job/../x.srt", "subfile,,start,0,end,64,,:/etc/passwd"}) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FilterText.path(Path.of(path)));
        }
    }
}

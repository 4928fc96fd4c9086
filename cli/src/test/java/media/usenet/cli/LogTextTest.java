package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void aServiceCannotTouchTheTerminal() {
        assertThat(LogText.harmless("\u001b[31mred\u001b[0m\tand \u001b[2J\u001b]0;title\u0007gone\r\u009b"))
                .isEqualTo("red\tand 0;titlegone");
    }

    @Test
    void anEscapeThatNeverEndsTakesTheRest() {
        assertThat(LogText.harmless("a\u001b[12")).isEqualTo("a");
        assertThat(LogText.harmless("a\u001b")).isEqualTo("a");
    }
}

package media.usenet.composer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import org.junit.jupiter.api.Test;

class ComposeCheckTest {

    @Test
    void theFirstComposeIsWorthANotice() {
        assertThat(ComposeCheck.judge(new ComposeVersion("1.29.2", List.of("docker-compose"))))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTICE);
        assertThat(ComposeCheck.judge(new ComposeVersion("5.0.1", List.of("docker", "compose"))))
                .isEmpty();
    }
}

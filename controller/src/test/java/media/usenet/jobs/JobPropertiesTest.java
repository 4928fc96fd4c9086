package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import media.usenet.problem.ProblemException;
import media.usenet.queue.JobSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class JobPropertiesTest {

    private static JobSettings read(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return JobProperties.read(Binder.get(environment));
    }

    @Test
    void theNamesOfFfapiAreUnderstood() {
        var settings = read(Map.of("JOB_MAX_RETRIES", "5", "JOB_RETRY_DELAY", "60"));
        assertThat(settings.maxAttempts()).isEqualTo(6);
        assertThat(settings.retry().first()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void ourNamesWin() {
        var settings = read(Map.of("JOB_MAX_RETRIES", "5", "JOBS_MAXATTEMPTS", "2", "JOBS_KEEP", "7d"));
        assertThat(settings.maxAttempts()).isEqualTo(2);
        assertThat(settings.keep()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertThat(read(Map.of())).isEqualTo(JobSettings.USUAL);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> read(Map.of("JOBS_KEEP", "for ever")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("jobs.keep");
    }
}

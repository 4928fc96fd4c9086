package media.usenet.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/sonarr/config.xml | - <ApiKey>0123456789abcdef0123456789abcdef</ApiKey> | - <ApiKey>***</ApiKey>
            apps/sab/sabnzbd.ini | + password = hunter2 | + password = ***
            apps/x/settings.json | + "auth_token": "abc" | + "auth_token": ***
            state/secrets/services.env | + PLEX=claim | + PLEX=***
            settings/stack.yaml | + url: http://me:pw1@host/ | + url: http://***@host/
            apps/x/a.conf | + id 0123456789abcdef01234567 | + id ***
            settings/stack.yaml | + timezone: Europe/Berlin | + timezone: Europe/Berlin
            """)
    void secretsAreHidden(String path, String line, String shown) {
        assertThat(Redaction.line(path, line)).isEqualTo(shown);
    }
}

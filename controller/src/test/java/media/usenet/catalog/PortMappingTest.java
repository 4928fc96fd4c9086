package media.usenet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortMappingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8096",
                "8096:8096",
                "127.0.0.1:8096:8096",
                "127.0.0.1::8096",
                "[::1]:53:53/udp",
                "6881-6889:6881-6889/tcp",
                "${UNKNOWN}:80"
            })
    void formsThatComposeKnowsAreFine(String entry) {
        assertThat(PortMapping.flaw(entry, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:80", "80:65536", "80:80/http", "web:80", "80:80:80", "80-:80", ""})
    void othersAreFlaws(String entry) {
        assertThat(PortMapping.flaw(entry, Map.of())).isPresent();
    }

    @Test
    void theLongFormIsJudgedToo() {
        assertThat(PortMapping.flaw(Map.of("target", 80, "published", "8080"), Map.of()))
                .isEmpty();
        assertThat(PortMapping.flaw(Map.of("target", 80, "published", "${P}"), Map.of("P", "70000")))
                .hasValue("'70000' must be a port from 1 to 65535");
    }
}

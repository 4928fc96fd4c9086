package media.usenet.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> KNOWN = List.of("sonarr", "radarr", "lidarr", "jellyfin");

    @Test
    void a_slip_of_the_finger_is_understood() {
        assertThat(Spelling.nearest("sonar", KNOWN)).contains("sonarr");
        assertThat(Spelling.nearest("jelyfinn", KNOWN)).contains("jellyfin");
        assertThat(Spelling.nearest("prot", List.of("port", "image"))).contains("port");
    }

    @Test
    void among_equals_the_first_of_the_alphabet_is_meant() {
        assertThat(Spelling.nearest("xadarr", List.of("radarr", "nadarr"))).contains("nadarr");
    }

    @Test
    void another_word_is_not_taken_for_a_slip() {
        assertThat(Spelling.nearest("plex", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("a", List.of())).isEmpty();
    }
}

package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramFoldersTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void without_xdg_variables_the_folders_lie_where_xdg_puts_them() {
        assertThat(ProgramFolders.of(HOME, Map.of()))
                .isEqualTo(new ProgramFolders(
                        Path.of("/home/ann/.config/usenet"),
                        Path.of("/home/ann/.local/state/usenet"),
                        Path.of("/home/ann/.local/state/usenet"),
                        Path.of("/home/ann/.local/share/usenet/pool")));
    }

    @Test
    void xdg_variables_move_them() {
        var environment = Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "XDG_DATA_HOME", "/d");
        assertThat(ProgramFolders.of(HOME, environment))
                .isEqualTo(new ProgramFolders(
                        Path.of("/c/usenet"), Path.of("/s/usenet"), Path.of("/s/usenet"), Path.of("/d/usenet/pool")));
    }

    @Test
    void a_relative_or_empty_xdg_variable_is_ignored_as_its_rules_say() {
        var environment = Map.of("XDG_CONFIG_HOME", "relative", "XDG_STATE_HOME", "");
        assertThat(ProgramFolders.of(HOME, environment)).isEqualTo(ProgramFolders.of(HOME, Map.of()));
    }
}

package media.usenet.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionSettingsTest {

    private static final UnionSettings SETTINGS =
            new UnionSettings("union", List.of("films", "travel"), Set.of(), "mfs", 20L << 30, true);

    @TempDir
    private Path folder;

    @Test
    void they_are_read_as_they_were_written() {
        var file = new StateFile<>(folder.resolve("union.json"), UnionSettings.class);
        assertThat(file.read()).isEmpty();
        file.write(SETTINGS.withClosed("travel"));
        assertThat(file.read()).hasValue(SETTINGS.withClosed("travel"));
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void a_broken_file_is_said_and_not_taken_for_none() throws Exception {
        var path = Files.writeString(folder.resolve("union.json"), "{\"slot\":");
        assertThatThrownBy(() -> new StateFile<>(path, UnionSettings.class).read())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_READ));
    }

    @Test
    void an_unknown_policy_is_refused_with_what_was_meant() {
        assertThatThrownBy(() -> SETTINGS.with("mfss", 0, true)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.INVALID_REQUEST);
            assertThat(e.detail()).isEqualTo("there is no create policy 'mfss'; did you mean 'mfs'?");
        });
    }

    @Test
    void a_drained_branch_is_open_again_when_it_is_added_again() {
        var drained = SETTINGS.withClosed("travel");
        assertThat(drained.with("travel")).isEqualTo(SETTINGS);
        assertThat(drained.without("travel").closed()).isEmpty();
    }

    @Test
    void a_union_is_no_branch_of_itself_and_no_branch_comes_twice() {
        assertThatThrownBy(() -> SETTINGS.with("union")).isInstanceOf(IllegalArgumentException.class);
        assertThat(SETTINGS.with("films")).isEqualTo(SETTINGS);
        assertThatThrownBy(() -> SETTINGS.without("films").without("travel"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void branches_are_read_as_mergerfs_writes_them() {
        var branches = Branch.parse("/srv/pool/root/films=RW:/srv/pool/root/travel=NC,1024");
        assertThat(branches)
                .containsExactly(
                        new Branch(Path.of("/srv/pool/root/films"), Branch.Mode.RW),
                        new Branch(Path.of("/srv/pool/root/travel"), Branch.Mode.NC));
        assertThat(Branch.list(branches)).isEqualTo("/srv/pool/root/films=RW:/srv/pool/root/travel=NC");
    }
}

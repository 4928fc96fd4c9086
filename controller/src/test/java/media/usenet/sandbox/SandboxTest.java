package media.usenet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.User;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final User ORDINARY = new User(1000, 1000);
    private static final Path FILM = Path.of("/pool/film.mkv");

    @TempDir
    private Path folder;

    /// A machine on which every program ends the same way.
    private record Always(Outcome outcome) implements ProcessRunner {

        @Override
        public Outcome run(Command command, Consumer<String> onErrorLine) {
            return outcome;
        }
    }

    @Test
    void without_bubblewrap_nothing_runs_and_the_remedy_says_what_to_install() {
        var sandbox = sandbox(new Outcome.NotFound("bwrap"), false);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> sandbox.argv(cell(), List.of("ffmpeg")))
                .matches(e -> e.problem() == Problem.SANDBOX_MISSING)
                .matches(e -> e.detail().contains("bwrap is not on this machine"))
                .matches(e -> e.remedy().contains("install bubblewrap"));
        assertThat(new SandboxCheck(sandbox).findings()).extracting("code").containsExactly("SANDBOX_MISSING");
    }

    @Test
    void where_namespaces_are_forbidden_the_remedy_is_to_permit_them() {
        var refusal = new Outcome.Exited(1, "", "bwrap: No permissions to create a new namespace\nmore\n");
        var state = (SandboxState.Unusable) sandbox(refusal, false).state();
        assertThat(state.because()).isEqualTo("bwrap: No permissions to create a new namespace");
        assertThat(state.remedy()).contains("unprivileged_userns_clone");
    }

    @Test
    void who_permits_it_in_writing_runs_unconfined_with_limits_and_is_told_so_ever_after() {
        var sandbox = sandbox(new Outcome.Exited(1, "", "bwrap: no\n"), true);
        assertThat(sandbox.argv(cell(), List.of("ffmpeg", "-i", "x")))
                .contains("prlimit")
                .doesNotContain("bwrap")
                .endsWith("--", "ffmpeg", "-i", "x");
        assertThat(new SandboxCheck(sandbox).findings()).extracting("code").containsExactly("SANDBOX_OFF");
    }

    @Test
    void where_it_works_there_is_nothing_to_find() {
        var sandbox = sandbox(new Outcome.Exited(0, "", ""), false);
        assertThat(sandbox.argv(cell(), List.of("ffmpeg"))).contains("bwrap").endsWith("ffmpeg");
        assertThat(new SandboxCheck(sandbox).findings()).isEmpty();
    }

    @Test
    void a_program_outside_of_the_system_folders_is_shown_to_itself() {
        var sandbox = sandbox(new Outcome.Exited(0, "", ""), false);
        assertThat(String.join(" ", sandbox.argv(cell(), List.of("/opt/ff/ffmpeg"))))
                .contains("--ro-bind /opt/ff/ffmpeg /opt/ff/ffmpeg");
        assertThat(String.join(" ", sandbox.argv(cell(), List.of("/usr/bin/ffmpeg"))))
                .doesNotContain("--ro-bind /usr/bin/ffmpeg");
    }

    @Test
    void what_all_may_read_is_read_by_nobody() {
        var user = CellUser.of(List.of(file(1000, 1000, 0100644)), List.of(), 7);
        assertThat(user.uid()).isGreaterThan(1 << 30);
        assertThat(user.ownUid()).isTrue();
        assertThat(CellUser.of(List.of(), List.of(), 8).uid()).isNotEqualTo(user.uid());
    }

    @Test
    void what_a_group_may_read_is_read_by_nobody_in_that_group() {
        var user = CellUser.of(List.of(file(1000, 1500, 0100640), file(1, 1, 0100644)), List.of(), 7);
        assertThat(user.ownUid()).isTrue();
        assertThat(user.gid()).isEqualTo(1500);
    }

    @Test
    void what_only_its_owner_may_read_is_read_by_the_owner() {
        var user = CellUser.of(List.of(file(1000, 1500, 0100600)), List.of(file(0, 44, 0020660)), 7);
        assertThat(user).isEqualTo(new CellUser(1000, 1500, Set.of(44), false));
    }

    @Test
    void what_only_root_or_two_different_users_may_read_is_refused() {
        assertRefused(file(0, 0, 0100600));
        assertRefused(file(1, 1, 0100600), file(2, 2, 0100600));
        assertRefused(file(1, 1, 0100600), file(2, 2, 0100640));
    }

    @Test
    void a_folder_must_be_entered_as_well_as_read() {
        assertThat(CellUser.of(List.of(file(1000, 1000, 0040744)), List.of(), 1).uid())
                .isEqualTo(1000);
    }

    private static void assertRefused(FileFacts... files) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CellUser.of(List.of(files), List.of(), 1))
                .matches(e -> e.problem() == Problem.FILE_NOT_READ);
    }

    private static FileFacts file(int uid, int gid, int mode) {
        return new FileFacts(FILM, uid, gid, mode, 1);
    }

    private Sandbox sandbox(Outcome outcome, boolean unsafePermitted) {
        return new Sandbox(new Always(outcome), ORDINARY, folder, unsafePermitted);
    }

    private Cell cell() {
        return new Cell(folder, List.of(FILM), List.of(), Limits.USUAL.withCpu(Duration.ofHours(1)));
    }
}

package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.host.Outcome;
import media.usenet.host.ScriptedRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTreeTest {

    private final ScriptedRunner programs = new ScriptedRunner();

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void place() throws IOException {
        tree = Files.createDirectory(folder.toRealPath().resolve("media"));
    }

    @Test
    void a_link_is_followed_to_the_mount_that_holds_its_end() throws Exception {
        var drive = Files.createDirectories(folder.toRealPath().resolve("drive"));
        Files.delete(tree);
        Files.createSymbolicLink(tree, drive);
        tree(line("/", "", "ext4") + line(drive.toString(), "shared:7 ", "xfs")).prepare(tree);
        assertThat(programs.ran()).isEmpty();
    }

    @Test
    void on_a_shared_mount_nothing_is_done() throws Exception {
        tree(line("/", "shared:1 ", "ext4")).prepare(tree);
        assertThat(programs.ran()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_not_made_where_its_drive_should_be() throws Exception {
        Files.delete(tree);
        assertThatThrownBy(() -> tree(line("/", "shared:1 ", "ext4")).prepare(tree))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.POOL_NOT_READY);
                    assertThat(e.remedy()).contains("mount the drive", "mkdir -p " + tree);
                });
        assertThat(tree).doesNotExist();
    }

    @Test
    void on_a_private_mount_it_becomes_a_shared_one_with_the_drives_below_it() throws Exception {
        programs.on("mount --rbind %s %s".formatted(tree, tree)).on("mount --make-rshared " + tree);
        tree(line("/", "", "ext4")).prepare(tree);
        assertThat(programs.ran())
                .containsExactly("mount --rbind %s %s".formatted(tree, tree), "mount --make-rshared " + tree);
    }

    @Test
    void a_private_mount_of_its_own_is_not_bound_again() throws Exception {
        programs.on("mount --make-rshared " + tree);
        tree(line("/", "", "ext4") + line(tree.toString(), "", "xfs")).prepare(tree);
        assertThat(programs.ran()).containsExactly("mount --make-rshared " + tree);
    }

    @Test
    void a_mount_that_fails_says_why_and_what_to_do() throws Exception {
        var bind = "mount --rbind %s %s".formatted(tree, tree);
        programs.on(bind, new Outcome.Exited(32, "", "mount: only root can do that\n"));
        assertThatThrownBy(() -> tree(line("/", "", "ext4")).prepare(tree))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.POOL_NOT_READY);
                    assertThat(e.detail()).contains(tree.toString(), "only root can do that");
                    assertThat(e.remedy()).contains("as root");
                });
        assertThat(programs.ran()).containsExactly(bind);
    }

    private SharedTree tree(String mountinfo) throws IOException {
        return new SharedTree(programs, Files.writeString(folder.resolve("mountinfo"), mountinfo));
    }

    private static String line(String point, String tags, String type) {
        return "36 35 98:0 / %s rw,noatime %s- %s /dev/sda1 rw\n".formatted(point, tags, type);
    }
}

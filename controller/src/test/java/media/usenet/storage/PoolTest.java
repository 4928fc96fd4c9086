package media.usenet.storage;

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

class PoolTest {

    private final ScriptedRunner programs = new ScriptedRunner();

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void place() throws IOException {
        root = folder.toRealPath().resolve("pool");
    }

    @Test
    void a_pool_that_is_not_there_is_told_as_such() throws Exception {
        assertThat(pool("").facts(root)).isEqualTo(new PoolFacts(root, false, false, "unknown", 0, 0));
    }

    @Test
    void the_facts_are_those_of_the_mount_that_holds_it() throws Exception {
        Files.createDirectories(root);
        var facts = pool(line("/", "", "overlay") + line(folder.toRealPath().toString(), "shared:7 ", "xfs"))
                .facts(root);
        assertThat(facts.shared()).isTrue();
        assertThat(facts.fileSystem()).isEqualTo("xfs");
        assertThat(facts.totalBytes()).isPositive();
    }

    @Test
    void a_link_is_followed_to_the_mount_that_holds_its_end() throws Exception {
        var drive = Files.createDirectories(folder.toRealPath().resolve("drive"));
        Files.createSymbolicLink(root, drive);
        var mounts = line("/", "shared:1 ", "ext4") + line(drive.toString(), "", "xfs");
        assertThat(pool(mounts).facts(root).fileSystem()).isEqualTo("xfs");
    }

    @Test
    void on_a_shared_mount_nothing_is_done_but_the_folder_made() throws Exception {
        pool(line("/", "shared:1 ", "ext4")).prepare(root);
        assertThat(root).isDirectory();
        assertThat(programs.ran()).isEmpty();
    }

    @Test
    void on_a_private_mount_it_becomes_a_shared_one_with_the_drives_below_it() throws Exception {
        programs.on("mount --rbind %s %s".formatted(root, root)).on("mount --make-rshared " + root);
        pool(line("/", "", "ext4")).prepare(root);
        assertThat(programs.ran())
                .containsExactly("mount --rbind %s %s".formatted(root, root), "mount --make-rshared " + root);
    }

    @Test
    void a_private_mount_of_its_own_is_not_bound_again() throws Exception {
        programs.on("mount --make-rshared " + root);
        pool(line("/", "", "ext4") + line(root.toString(), "", "xfs")).prepare(root);
        assertThat(programs.ran()).containsExactly("mount --make-rshared " + root);
    }

    @Test
    void a_mount_that_fails_says_why_and_what_to_do() throws Exception {
        var bind = "mount --rbind %s %s".formatted(root, root);
        programs.on(bind, new Outcome.Exited(32, "", "mount: only root can do that\n"));
        assertThatThrownBy(() -> pool(line("/", "", "ext4")).prepare(root))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.POOL_NOT_READY);
                    assertThat(e.detail()).contains(root.toString(), "only root can do that");
                    assertThat(e.remedy()).contains("as root");
                });
        assertThat(programs.ran()).containsExactly(bind);
    }

    private Pool pool(String mountinfo) throws IOException {
        return new Pool(programs, Files.writeString(folder.resolve("mountinfo"), mountinfo));
    }

    private static String line(String point, String tags, String type) {
        return "36 35 98:0 / %s rw,noatime %s- %s /dev/sda1 rw\n".formatted(point, tags, type);
    }
}

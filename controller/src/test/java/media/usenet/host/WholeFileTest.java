package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    private static final String PRIVATE = "rw-------";

    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_with_its_missing_folders() throws Exception {
        var file = folder.resolve("a/b/stack.yaml");
        WholeFile.write(file, "profile: light\n");
        assertThat(file).hasContent("profile: light\n");
        assertThat(permissions(file)).isEqualTo("rw-r--r--");
        assertThat(names(file)).containsExactly("stack.yaml");
    }

    @Test
    void a_private_file_can_be_read_by_its_owner_alone_even_where_another_was_open_to_all() throws Exception {
        var file = folder.resolve("token");
        WholeFile.write(file, "old");
        WholeFile.writePrivate(file, "new");
        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo(PRIVATE);
    }

    @Test
    void a_file_of_the_user_keeps_its_permissions() throws Exception {
        var file = folder.resolve("stack.yaml");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(PRIVATE));
        WholeFile.edit(file, "new");
        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo(PRIVATE);
    }

    @Test
    void a_link_to_a_file_of_the_user_stays_a_link() throws Exception {
        var real = Files.writeString(folder.resolve("real.yaml"), "old");
        var link = Files.createSymbolicLink(folder.resolve("stack.yaml"), real);
        WholeFile.edit(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
    }

    @Test
    void a_folder_that_is_none_is_a_problem_with_a_remedy() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("file/stack.yaml"), "text"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.detail()).contains("file/stack.yaml");
                    assertThat(e.remedy()).contains("free space");
                });
    }

    @Test
    void what_cannot_be_replaced_is_left_and_no_part_of_the_new_one_stays() throws Exception {
        var file = folder.resolve("stack.yaml");
        Files.createDirectories(file.resolve("inside"));
        assertThatThrownBy(() -> WholeFile.write(file, "text")).isInstanceOf(ProblemException.class);
        assertThat(file.resolve("inside")).isDirectory();
        assertThat(names(file)).containsExactly("stack.yaml");
    }

    @Test
    void a_full_disk_leaves_the_old_file_whole() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "no root: cannot mount");
        try {
            var file = disk.resolve("stack.yaml");
            WholeFile.write(file, "old");
            assertThatThrownBy(() -> WholeFile.write(file, "x".repeat(1_000_000)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("No space left");
            assertThat(file).hasContent("old");
            assertThat(names(file)).containsExactly("stack.yaml");
        } finally {
            mount("umount", disk.toString());
        }
    }

    private static boolean mount(String... command) {
        return new HostProcessRunner().run(Command.of(Duration.ofSeconds(10), command)) instanceof Outcome.Exited exited
                && exited.succeeded();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> names(Path file) throws IOException {
        try (var files = Files.list(file.resolveSibling("."))) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}

package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import media.usenet.plan.StackPlan;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.plan.StackPlan.InitialFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_missing_is_made_and_given_to_its_owner_and_what_is_there_is_left() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may give files away");
        var there = Files.createDirectory(folder.resolve("there"));
        new HostFolders(true).prepare(plan(List.of(new Folder(there.resolve("a/b"), 1001, 1002)), List.of()), Map.of());
        assertThat(owner(there)).isEqualTo("0:0");
        assertThat(owner(there.resolve("a"))).isEqualTo("1001:1002");
        assertThat(owner(there.resolve("a/b"))).isEqualTo("1001:1002");
    }

    @Test
    void a_first_file_is_written_once_with_its_secrets_for_its_reader_alone() throws Exception {
        var file = folder.resolve("app/config.ini");
        var first = plan(List.of(), List.of(new InitialFile(file, "key=${KEY}\ncost=$$5 ${OTHER}\n", 0, 0)));
        new HostFolders(false).prepare(first, Map.of("KEY", "a$b"));
        assertThat(Files.readString(file)).isEqualTo("key=a$b\ncost=$$5 ${OTHER}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "the user's own");
        new HostFolders(false).prepare(first, Map.of("KEY", "other"));
        assertThat(file).hasContent("the user's own");
    }

    private static String owner(Path path) throws Exception {
        return Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
    }

    private static StackPlan plan(List<Folder> folders, List<InitialFile> files) {
        return new StackPlan(List.of(), List.of(), folders, files, List.of(), Map.of(), List.of(), List.of());
    }
}

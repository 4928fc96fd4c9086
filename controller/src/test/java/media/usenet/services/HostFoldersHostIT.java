package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;
import media.usenet.plan.StackPlan;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.pool.Pool;
import media.usenet.pool.PoolRemoval;
import media.usenet.pool.SlotName;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFoldersHostIT {

    private final Undo undo = new Undo();

    @TempDir
    private Path folder;

    @AfterEach
    void clean() {
        undo.close();
    }

    @Test
    void folders_of_a_slot_without_a_drive_are_not_made_anywhere() throws Exception {
        LoopDrive.assumePossible();
        var root = folder.toRealPath().resolve("pool");
        var run = folder.toRealPath().resolve("run");
        undo.later(() -> PoolRemoval.remove(root, run));
        var pool = new Pool(new KernelMountCalls(), Path.of("/"), run, true);
        pool.prepare(root);

        refused(root.resolve("root/main/media/tv"));
        pool.slots(root).make(new SlotName("main"));
        refused(root.resolve("root/main/media/tv"));

        assertThat(run.resolve("guard/root/main")).isEmptyDirectory();
    }

    private static void refused(Path path) {
        var plan = new StackPlan(
                List.of(),
                List.of(),
                List.of(new Folder(path, 1000, 1000)),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> new HostFolders(true).prepare(plan, Map.of()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_WRITTEN);
                    assertThat(e.detail()).contains(path.toString(), "nothing that can be written to is mounted there");
                    assertThat(e.remedy()).contains("usenet storage list");
                });
    }
}

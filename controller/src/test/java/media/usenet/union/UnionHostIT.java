package media.usenet.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.effect.Steps;
import media.usenet.host.HostProcessRunner;
import media.usenet.mover.LoopPool;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mounts;
import media.usenet.union.PoolReport.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real union over loop drives in a guarded pool, seen from a container that is never restarted.
class UnionHostIT {

    private static final long MIB = 1L << 20;

    private final Steps steps = Steps.fromNow();
    private final List<HoldChanged> changes = new ArrayList<>();
    private LoopPool pool;
    private MergerFs mergerFs;
    private Union union;
    private HoldKeeper hold;

    @BeforeEach
    void three_drives_in_a_guarded_pool() throws IOException {
        pool = LoopPool.orSkip();
        assumeTrue(pool.has("mergerfs"), "skipped: mergerfs is not installed");
        for (var slot : List.of("a", "b", "c")) {
            pool.add(slot, 64);
        }
        mergerFs = new MergerFs(new HostProcessRunner(), new Mounts(Path.of("/proc/self/mountinfo")));
        var state = pool.folder().resolve("state");
        hold = new HoldKeeper(state.resolve("hold.json"), InstantSource.system(), changes::add);
        union = new Union(mergerFs, pool, state.resolve("union.json"), hold);
    }

    @AfterEach
    void undone() {
        if (pool != null) {
            if (mergerFs != null && mergerFs.isMounted(point())) {
                mergerFs.detach(point());
            }
            pool.close();
        }
    }

    @Test
    void a_branch_comes_and_goes_in_a_running_container() throws IOException {
        union.create(settings("a", "b"), steps);
        Files.writeString(pool.path("a").resolve("one"), "1");
        Files.writeString(pool.path("c").resolve("three"), "3");
        var container = pool.container();

        assertThat(container.sees("union/one")).isTrue();
        assertThat(container.sees("union/three")).isFalse();
        union.change(union.require().with("c"), steps);
        assertThat(container.sees("union/three")).isTrue();
        union.change(union.require().without("c"), steps);
        assertThat(container.sees("union/three")).isFalse();
        assertThat(container.restarts()).isZero();
    }

    @Test
    void a_dead_program_is_said_and_its_successor_serves_the_same_container() throws IOException {
        union.create(settings("a", "b"), steps);
        Files.writeString(pool.path("a").resolve("one"), "1");
        var container = pool.container();
        assertThat(container.sees("union/one")).isTrue();

        pool.kill(pool.mergerfs(point()));
        assertThat(union.state()).isEqualTo(State.DEAD);
        assertThatThrownBy(() -> mergerFs.branches(point()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.detail()).contains("has ended"));
        assertThat(container.sees("union/one")).isFalse();

        union.reconcile();
        assertThat(union.state()).isEqualTo(State.ONLINE);
        assertThat(container.sees("union/one")).isTrue();
        assertThat(container.restarts()).isZero();
    }

    @Test
    void nothing_is_written_where_a_drive_is_missing() throws IOException {
        union.create(settings("a", "b"), steps);
        pool.yank("b");
        for (int number = 0; number < 20; number++) {
            Files.write(point().resolve("new" + number), new byte[10_000]);
        }
        assertThat(pool.path("a")).isDirectoryContaining("glob:**/new0");
        assertThat(pool.path("b")).isEmptyDirectory();
        assertThat(pool.guardBytes()).isZero();
    }

    @Test
    void a_yank_begins_the_hold_and_takes_the_branch_out_and_the_return_undoes_both() throws IOException {
        union.create(settings("a", "b"), steps);
        Files.writeString(pool.path("b").resolve("two"), "2");
        pool.yank("b");
        union.missing("b");
        assertThat(hold.current().slots()).containsExactly("b");
        assertThat(mergerFs.branches(point())).containsExactly(new Branch(pool.path("a"), Branch.Mode.RW));
        assertThat(point().resolve("two")).doesNotExist();

        pool.plug("b");
        union.returned("b");
        assertThat(point().resolve("two")).hasContent("2");
        assertThat(hold.current().active()).isFalse();
        assertThat(changes).hasSize(2);
    }

    @Test
    void a_restarted_controller_finds_what_went_meanwhile() throws IOException {
        union.create(settings("a", "b"), steps);
        pool.yank("a");
        pool.kill(pool.mergerfs(point()));
        var again = new Union(mergerFs, pool, pool.folder().resolve("state/union.json"), hold);
        again.reconcile();
        assertThat(again.state()).isEqualTo(State.ONLINE);
        assertThat(hold.current().slots()).containsExactly("a");
        assertThat(Files.writeString(point().resolve("goes"), "on")).hasContent("on");
    }

    @Test
    void a_changed_policy_chooses_another_drive() throws IOException {
        Files.write(pool.path("a").resolve("ballast"), new byte[(int) (20 * MIB)]);
        union.create(settings("a", "b"), steps);
        Files.writeString(point().resolve("most-free"), "");
        assertThat(pool.path("b").resolve("most-free")).exists();
        union.change(union.require().with("lfs", MIB, true), steps);
        Files.writeString(point().resolve("least-free"), "");
        assertThat(pool.path("a").resolve("least-free")).exists();
        union.change(union.require().with("lfs", 40 * MIB, true), steps);
        Files.writeString(point().resolve("with-room"), "");
        assertThat(pool.path("b").resolve("with-room")).exists();
    }

    @Test
    void a_drained_branch_takes_nothing_new_and_keeps_what_it_has() throws IOException {
        union.create(settings("a", "b"), steps);
        Files.write(pool.path("a").resolve("ballast"), new byte[(int) (20 * MIB)]);
        union.change(union.require().withClosed("b"), steps);
        Files.writeString(point().resolve("new"), "");
        assertThat(pool.path("a").resolve("new")).exists();
    }

    @Test
    void a_file_that_outgrows_its_drive_goes_on_on_another_if_it_may() throws IOException {
        pool.add("d", 256);
        union.create(settings("a", "d").with("ff", MIB, true), steps);
        Files.write(point().resolve("large"), new byte[(int) (100 * MIB)]);
        assertThat(pool.path("d").resolve("large")).hasSize(100 * MIB);
        assertThat(pool.path("a").resolve("large")).doesNotExist();

        union.change(union.require().with("ff", MIB, false), steps);
        assertThatThrownBy(() -> Files.write(point().resolve("other"), new byte[(int) (100 * MIB)]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void a_union_of_nothing_but_missing_drives_refuses_to_be_written() throws IOException {
        pool.yank("a");
        pool.yank("b");
        union.create(settings("a", "b"), steps);
        assertThat(hold.current().slots()).containsExactly("a", "b");
        assertThatThrownBy(() -> Files.writeString(point().resolve("new"), "x"))
                .isInstanceOf(FileSystemException.class);
        assertThat(pool.guardBytes()).isZero();
    }

    @Test
    void a_union_that_is_removed_is_gone_and_its_files_are_not() throws IOException {
        union.create(settings("a", "b"), steps);
        Files.writeString(point().resolve("kept"), "k");
        union.remove(steps);
        assertThat(mergerFs.isMounted(point())).isFalse();
        assertThat(union.settings()).isEmpty();
        assertThat(List.of(pool.path("a"), pool.path("b")))
                .anySatisfy(branch -> assertThat(branch.resolve("kept")).hasContent("k"));
    }

    private static UnionSettings settings(String... branches) {
        return new UnionSettings("union", List.of(branches), Set.of(), "mfs", MIB, true);
    }

    private Path point() {
        return pool.place("union");
    }
}

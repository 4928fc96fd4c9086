package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import media.usenet.linux.MountFlag;
import media.usenet.linux.Propagation;
import media.usenet.linux.ToyMountTable;
import media.usenet.pool.PoolFacts.State;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTest {

    private static final int EPERM = 1;

    @TempDir
    private Path folder;

    private Path machine;
    private Path root;
    private Path run;
    private ToyMountTable table;

    @BeforeEach
    void place() throws IOException {
        var real = folder.toRealPath();
        machine = real.resolve("machine");
        root = real.resolve("pool");
        run = real.resolve("run");
        Files.createDirectories(machine.resolve("proc/self/ns"));
        Files.createDirectories(machine.resolve("proc/1/ns"));
        table = table(true);
    }

    @Test
    void a_pool_that_nothing_has_made_is_absent() {
        assertThat(pool().facts(root).state()).isEqualTo(State.ABSENT);
    }

    @Test
    void root_gets_a_guard_which_is_complete_before_it_stands_in_its_place() {
        pool().prepare(root);
        assertThat(table.asked())
                .containsExactly(
                        "mount usenet-guard " + run.resolve("guard"),
                        "propagation %s PRIVATE".formatted(run.resolve("guard")),
                        "mount usenet-staging " + run.resolve("staging"),
                        "propagation %s PRIVATE".formatted(run.resolve("staging")),
                        "bind %s %s".formatted(run.resolve("guard"), staged()),
                        "remountBind %s ro".formatted(staged()),
                        "propagation %s SHARED".formatted(staged()),
                        "makeImmutable " + root,
                        "move %s %s".formatted(staged(), root));
        assertThat(run.resolve("guard/root")).isDirectory();
        assertThat(pool().facts(root))
                .isEqualTo(new PoolFacts(root, State.GUARDED, "nothing can be written where a drive is missing", true));
    }

    @Test
    void the_folder_below_the_guard_lets_nobody_in() throws Exception {
        pool().prepare(root);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("---------");
    }

    @Test
    void a_pool_that_stands_is_adopted_as_it_is() {
        pool().prepare(root);
        var before = table.asked();
        pool().prepare(root);
        assertThat(table.asked()).isEqualTo(before);
    }

    @Test
    void what_a_controller_left_at_any_step_is_completed() throws Exception {
        for (int steps = 0; steps < 7; steps++) {
            var here = Files.createDirectory(folder.resolve("steps" + steps)).toRealPath();
            table = table(true);
            run = here.resolve("run");
            root = here.resolve("pool");
            table.refuseFrom(steps, EPERM);
            assertThatThrownBy(() -> pool().prepare(root)).isInstanceOf(ProblemException.class);
            table.refuseFrom(Integer.MAX_VALUE, 0);
            pool().prepare(root);
            assertThat(table.points())
                    .containsExactlyInAnyOrder(
                            "/ shared",
                            run.resolve("guard").toString(),
                            run.resolve("staging").toString(),
                            root + " ro shared");
        }
    }

    @Test
    void a_lost_way_to_make_slots_is_found_again_through_the_pool_that_containers_hold() throws Exception {
        pool().prepare(root);
        var before = pool().facts(root);
        table.detach(run.resolve("guard"));
        pool().prepare(root);
        assertThat(table.asked()).contains("bind %s %s".formatted(root, run.resolve("guard")));
        assertThat(table.points())
                .contains(run.resolve("guard").toString(), root + " ro shared")
                .hasSize(4);
        assertThat(pool().facts(root)).isEqualTo(before);
    }

    @Test
    void a_guard_that_someone_made_writable_or_private_is_told_and_mended() throws Exception {
        pool().prepare(root);
        table.remountBind(root, Set.of(MountFlag.NO_DEV));
        table.propagation(root, Propagation.PRIVATE, false);
        assertThat(pool().facts(root))
                .isEqualTo(new PoolFacts(root, State.UNGUARDED, "its guard was made writable", false));
        pool().prepare(root);
        assertThat(table.points()).contains(root + " ro shared");
    }

    @Test
    void a_folder_with_files_is_refused_before_anything_is_mounted() throws Exception {
        Files.createDirectories(root.resolve("films"));
        refused(Problem.POOL_NOT_EMPTY).hasMessageContainingAll(root.toString(), "(films)", "would hide it");
        assertThat(table.asked()).isEmpty();
    }

    @Test
    void a_folder_that_is_a_drive_is_refused() {
        table.with(root, "xfs", "/dev/sdb1", true);
        refused(Problem.POOL_NOT_EMPTY)
                .hasMessageContaining("/dev/sdb1 (xfs) is mounted there")
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).startsWith("umount " + root + ";"));
        assertThat(table.asked()).isEmpty();
    }

    @Test
    void what_the_kernel_refuses_is_told_with_the_call() {
        table.refuseFrom(0, EPERM);
        refused(Problem.POOL_NOT_READY)
                .hasMessageContaining("mount usenet-guard")
                .hasMessageContaining("EPERM");
    }

    @Test
    void a_sandboxed_unit_is_refused() throws Exception {
        namespace("self/ns/mnt", "mnt:[4026532201]");
        namespace("1/ns/mnt", "mnt:[4026531841]");
        refused(Problem.POOL_NOT_READY).hasMessageContaining("mount namespace of its own");
        assertThat(table.asked()).isEmpty();
    }

    @Test
    void on_the_host_both_namespaces_are_one() throws Exception {
        namespace("self/ns/mnt", "mnt:[4026531841]");
        namespace("1/ns/mnt", "mnt:[4026531841]");
        pool().prepare(root);
        assertThat(pool().facts(root).state()).isEqualTo(State.GUARDED);
    }

    @Test
    void a_container_is_refused_while_its_pool_is_not_shared_with_the_host() throws Exception {
        inContainer();
        table = table(false).with(root, "ext4", "/dev/sda1", false);
        refused(Problem.POOL_NOT_READY).hasMessageContaining("in a container");
        assertThat(table.asked()).isEmpty();
    }

    @Test
    void a_container_whose_pool_is_shared_with_the_host_makes_the_guard_on_it() throws Exception {
        inContainer();
        table = table(false).with(root, "ext4", "/dev/sda1", true);
        pool().prepare(root);
        assertThat(table.points()).contains(root + " shared", root + " ro shared");
        assertThat(pool().facts(root).state()).isEqualTo(State.GUARDED);
    }

    @Test
    void a_machine_made_from_an_image_is_no_container() throws Exception {
        Files.createFile(machine.resolve(".dockerenv"));
        namespace("self/ns/pid", "pid:[4026531836]");
        table = table(false);
        pool().prepare(root);
        assertThat(pool().facts(root).state()).isEqualTo(State.GUARDED);
    }

    @Test
    void a_link_is_followed_to_the_folder_that_becomes_the_pool() throws Exception {
        var end = Files.createDirectory(root.resolveSibling("end"));
        Files.createSymbolicLink(root, end);
        pool().prepare(root);
        assertThat(table.points()).contains(end + " ro shared");
        assertThat(pool().facts(root).state()).isEqualTo(State.GUARDED);
    }

    @Test
    void anyone_but_root_gets_a_plain_folder_and_is_told_what_that_means() {
        var pool = new Pool(table, machine, run, false);
        pool.prepare(root);
        assertThat(PoolLayout.tree(root)).isDirectory();
        assertThat(table.asked()).isEmpty();
        var facts = pool.facts(root);
        assertThat(facts.state()).isEqualTo(State.UNGUARDED);
        assertThat(facts.because()).contains("only root", "the machine's own disk is written to");
        assertThat(facts.shared()).isTrue();
    }

    @Test
    void a_plain_folder_on_a_private_mount_is_refused_with_what_to_do() throws Exception {
        table = table(false);
        assertThatThrownBy(() -> new Pool(table, machine, run, false).prepare(root))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.POOL_NOT_READY);
                    assertThat(e.remedy()).contains("as root", "--make-rshared");
                });
    }

    private ToyMountTable table(boolean shared) {
        return new ToyMountTable(machine.resolve("proc/self/mountinfo"), shared);
    }

    private Pool pool() {
        return new Pool(table, machine, run, true);
    }

    private Path staged() {
        return run.resolve("staging/.pool");
    }

    private void inContainer() throws IOException {
        Files.createFile(machine.resolve(".dockerenv"));
        namespace("self/ns/pid", "pid:[4026532300]");
    }

    private void namespace(String link, String target) throws IOException {
        Files.createSymbolicLink(machine.resolve("proc").resolve(link), Path.of(target));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Problem problem) {
        return assertThatThrownBy(() -> pool().prepare(root)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.remedy()).isNotBlank();
        });
    }
}

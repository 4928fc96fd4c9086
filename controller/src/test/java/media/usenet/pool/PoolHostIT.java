package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.composer.ToyProject;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.Outcome.Exited;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.MountCalls;
import media.usenet.linux.MountFlag;
import media.usenet.linux.Propagation;
import media.usenet.linux.Undo;
import media.usenet.pool.PoolFacts.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolHostIT {

    private static final Toy IMAGE = Toy.of("usenet-it/pool:1.0", 80);
    private static final SlotName FILMS = new SlotName("films");
    private static final String READ_ONLY = "Read-only file system";
    private static final String GONE = "No such file or directory";

    private final Undo undo = new Undo();
    private final MountCalls calls = new KernelMountCalls();

    @TempDir
    private Path folder;

    private Path root;
    private Path run;
    private Pool pool;

    @BeforeEach
    void place() throws IOException {
        LoopDrive.assumePossible();
        in(folder.toRealPath());
    }

    @AfterEach
    void clean() {
        undo.close();
    }

    @Test
    void a_drive_comes_and_goes_under_a_running_container_and_nothing_is_written_where_it_is_missing()
            throws Exception {
        pool.prepare(root);
        var slots = pool.slots(root);
        var container = started();
        var before = life(container);

        slots.make(FILMS);
        assertThat(exec(container, "ls /pool").stdout()).isEqualTo("films\n");
        assertThat(exec(container, "touch /pool/films/new /pool/new").stderr())
                .contains("/pool/films/new: " + READ_ONLY, "/pool/new: " + READ_ONLY);

        var drive = LoopDrive.made(folder.resolve("image"), 16 << 20, undo, "mkfs.ext4", "-q");
        var staging = slots.staging(FILMS);
        calls.mount(drive.device().toString(), staging, "ext4", Set.of(MountFlag.NO_ATIME), "");
        Files.writeString(staging.resolve("film"), "a film");
        assertThat(exec(container, "cat /pool/films/film").stderr()).contains(GONE);
        calls.move(staging, slots.of(FILMS));
        assertThat(exec(container, "cat /pool/films/film").stdout()).isEqualTo("a film");
        assertThat(exec(container, "touch /pool/films/new").succeeded()).isTrue();

        calls.detach(slots.of(FILMS));
        assertThat(exec(container, "cat /pool/films/film").stderr()).contains(GONE);
        assertThat(exec(container, "touch /pool/films/new").stderr()).contains(READ_ONLY);
        assertThat(life(container)).isEqualTo(before);
        assertThat(run.resolve("guard/root/films")).isEmptyDirectory();
    }

    @Test
    void nobody_can_write_into_the_pool_itself() throws Exception {
        pool.prepare(root);
        pool.slots(root).make(FILMS);
        for (var place : List.of(root, PoolLayout.tree(root), pool.slots(root).of(FILMS))) {
            assertThatThrownBy(() -> Files.createFile(place.resolve("new")))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining(READ_ONLY);
        }
        assertThat(pool.facts(root).state()).isEqualTo(State.GUARDED);
    }

    @Test
    void without_the_guard_a_container_does_not_start_and_with_it_the_same_one_does() throws Exception {
        assertThat(docker(create()).stderr()).contains("bind source path does not exist");
        pool.prepare(root);
        var container = started();
        docker("stop", "--time", "0", container);
        PoolRemoval.remove(root, run);
        assertThat(docker("start", container).stderr()).contains("bind source path does not exist");
        assertThat(root).isEmptyDirectory();
        pool.prepare(root);
        assertThat(docker("start", container).succeeded()).isTrue();
    }

    @Test
    void a_second_controller_adopts_pool_slots_and_drives_without_touching_them() throws Exception {
        pool.prepare(root);
        var slot = pool.slots(root).make(FILMS);
        calls.mount("tmpfs", slot, "tmpfs", Set.of(), "size=64k");
        Files.createFile(slot.resolve("film"));
        var before = mountinfo();
        var second = new Pool(new KernelMountCalls(), Path.of("/"), run, true);
        second.prepare(root);
        assertThat(mountinfo()).isEqualTo(before);
        assertThat(slot.resolve("film")).exists();
        assertThat(second.slots(root).isMounted(FILMS)).isTrue();
        second.slots(root).make(new SlotName("series"));
        assertThat(PoolLayout.tree(root).resolve("series")).isEmptyDirectory();
    }

    @Test
    void a_lost_way_to_make_slots_is_found_again_while_drives_and_containers_stay() throws Exception {
        pool.prepare(root);
        var slot = pool.slots(root).make(FILMS);
        calls.mount("tmpfs", slot, "tmpfs", Set.of(), "size=64k");
        Files.createFile(slot.resolve("film"));
        var container = started();
        calls.unmount(run.resolve("guard"));
        pool.prepare(root);
        pool.slots(root).make(new SlotName("series"));
        assertThat(exec(container, "ls /pool /pool/films").stdout()).contains("film\n", "series\n");
        assertThat(exec(container, "touch /pool/series/new").stderr()).contains(READ_ONLY);
    }

    @Test
    void where_every_mount_is_shared_a_staged_drive_can_still_be_moved() throws Exception {
        calls.mount("tmpfs", folder, "tmpfs", Set.of(), "");
        undo.later(() -> calls.detach(folder));
        calls.propagation(folder, Propagation.SHARED, false);
        in(folder.toRealPath());
        pool.prepare(root);
        var slots = pool.slots(root);
        var staging = slots.staging(FILMS);
        calls.mount("tmpfs", staging, "tmpfs", Set.of(), "size=64k");
        calls.move(staging, slots.make(FILMS));
        assertThat(slots.isMounted(FILMS)).isTrue();
        assertThat(pool.facts(root))
                .isEqualTo(new PoolFacts(root, State.GUARDED, pool.facts(root).because(), true));
    }

    @Test
    void the_folder_below_the_guard_stays_empty_when_the_guard_is_taken_away() throws Exception {
        pool.prepare(root);
        calls.unmount(root);
        assertThatThrownBy(() -> Files.createDirectory(root.resolve("root"))).isInstanceOf(FileSystemException.class);
        pool.prepare(root);
        assertThat(pool.facts(root).state()).isEqualTo(State.GUARDED);
    }

    private void in(Path place) {
        root = place.resolve("pool");
        run = place.resolve("run");
        pool = new Pool(calls, Path.of("/"), run, true);
        undo.later(() -> PoolRemoval.remove(root, run));
    }

    private String[] create() {
        var mount = "type=bind,source=%s,target=/pool,bind-propagation=rslave".formatted(PoolLayout.tree(root));
        return new String[] {"run", "--detach", "--network", "none", "--mount", mount, IMAGE.reference()};
    }

    private String started() {
        ToyProject.assumeEngine();
        new ToyImages().make(IMAGE);
        var answer = docker(create());
        assertThat(answer.stderr()).isEmpty();
        var id = answer.stdout().strip();
        undo.later(() -> docker("rm", "--force", id));
        return id;
    }

    private static Exited exec(String container, String shell) {
        return docker("exec", container, "/bin/sh", "-c", shell);
    }

    private static String life(String container) {
        return docker("inspect", "--format", "{{.State.StartedAt}} {{.RestartCount}} {{.State.Status}}", container)
                .stdout();
    }

    private static Exited docker(String... arguments) {
        var argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(arguments));
        Outcome outcome = new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), argv));
        if (outcome instanceof Exited exited) {
            return exited;
        }
        throw new AssertionError(argv + " -> " + outcome);
    }

    /// What lies in this test's folder: others mount things on this machine, too.
    private List<String> mountinfo() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return lines.filter(line -> line.contains(folder.toString())).toList();
        }
    }
}

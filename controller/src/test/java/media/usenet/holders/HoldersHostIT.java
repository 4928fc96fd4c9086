package media.usenet.holders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import media.usenet.composer.ToyProject;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, of the host and in containers, on a real file system.
@Timeout(120)
class HoldersHostIT {

    private static final Path PROC = Path.of("/proc");

    @TempDir
    private Path folder;

    private final Undo undo = new Undo();
    private final Holders holders = new Holders(PROC);
    private Path pool = Path.of("");
    private Path films = Path.of("");

    @BeforeEach
    void pool() throws IOException {
        LoopDrive.assumePossible();
        pool = Files.createDirectories(folder.toRealPath().resolve("pool"));
        films = Files.createDirectories(pool.resolve("films"));
        LoopDrive.run("mount", "--bind", pool.toString(), pool.toString());
        undo.later(() -> LoopDrive.run("umount", "--lazy", pool.toString()));
        LoopDrive.run("mount", "--make-rshared", pool.toString());
    }

    @AfterEach
    void undone() {
        undo.close();
    }

    @Test
    void processes_of_the_host_are_found_with_what_they_hold() throws IOException {
        mountDrive();
        try (var reading = Conversation.doing(folder, "exec 3<%s/media/a.mkv".formatted(films));
                var writing = Conversation.doing(folder, "exec 3>>'%s/media/b (2).mkv'".formatted(films));
                var working = Conversation.doing(films.resolve("media"), "true");
                var elsewhere = Conversation.doing(folder, "true")) {
            assertThat(holders.of(number()).holders())
                    .containsExactlyInAnyOrder(
                            new Holder(reading.pid(), "sh", null, List.of("media/a.mkv"), false),
                            new Holder(writing.pid(), "sh", null, List.of("media/b (2).mkv"), true),
                            new Holder(working.pid(), "sh", null, List.of("media"), false))
                    .noneMatch(holder -> holder.pid() == elsewhere.pid());
        }
        assertThat(holders.of(number()).holders()).isEmpty();
    }

    @Test
    void a_file_without_a_name_is_held_still() throws IOException {
        mountDrive();
        try (var reading =
                Conversation.doing(folder, "exec 3<%1$s/media/a.mkv; rm %1$s/media/a.mkv".formatted(films))) {
            assertThat(holders.of(number()).holders())
                    .containsExactly(new Holder(reading.pid(), "sh", null, List.of("media/a.mkv (deleted)"), false));
        }
    }

    @Test
    void a_file_that_is_only_mapped_is_found() throws IOException {
        mountDrive();
        var file = Files.write(films.resolve("index"), new byte[4096]);
        try (var arena = Arena.ofShared()) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.map(MapMode.READ_WRITE, 0, 4096, arena);
            }
            assertThat(holders.of(number()).holders()).singleElement().satisfies(holder -> {
                assertThat(holder.pid()).isEqualTo((int) ProcessHandle.current().pid());
                assertThat(holder.paths()).containsExactly("index");
                assertThat(holder.writes()).isTrue();
            });
        }
        assertThat(holders.of(number()).holders()).isEmpty();
    }

    @Test
    void processes_in_containers_are_found_with_their_container() throws IOException {
        ToyProject.assumeEngine();
        new ToyImages().make(Toy.of(ToyProject.IMAGE, 8080));
        try (var reading = container("reading", "exec 3</pool/films/media/a.mkv", "rslave");
                var writing = container("writing", "exec 3>>/pool/films/b.mkv", "rslave");
                var working = container("working", "cd /pool/films/media", "rslave")) {
            mountDrive();
            for (var container : List.of(reading, writing, working)) {
                container.say("go");
                assertThat(container.hear()).isEqualTo("done");
            }
            assertThat(holders.of(number()).holders())
                    .extracting(Holder::program, Holder::container, Holder::paths, Holder::writes)
                    .containsExactlyInAnyOrder(
                            tuple("sh", id("reading"), List.of("media/a.mkv"), false),
                            tuple("sh", id("writing"), List.of("b.mkv"), true),
                            tuple("sh", id("working"), List.of("media"), false));
        }
    }

    @Test
    void a_container_sees_the_pool_as_it_was_bound() throws IOException {
        ToyProject.assumeEngine();
        new ToyImages().make(Toy.of(ToyProject.IMAGE, 8080));
        var views = new ContainerViews(PROC);
        var host = mounts();
        try (var slave = container("slave", "true", "rslave");
                var peer = container("peer", "true", "rshared");
                var blind = container("blind", "true", "rprivate")) {
            assertThat(List.of(slave, peer, blind)).hasSize(3);
            assertThat(views.of(pid("slave"), host, pool)).contains(PoolView.RSLAVE);
            assertThat(views.of(pid("peer"), host, pool)).contains(PoolView.RSHARED);
            assertThat(views.of(pid("blind"), host, pool)).contains(PoolView.RPRIVATE);
        }
    }

    /// Started, and waiting for a word before it runs the commands.
    private Conversation container(String name, String commands, String propagation) throws IOException {
        var container = Conversation.with(
                folder,
                List.of(
                        "docker",
                        "run",
                        "--rm",
                        "--interactive",
                        "--cidfile=" + folder.resolve(name),
                        "--mount=type=bind,source=%s,target=/pool,bind-propagation=%s".formatted(pool, propagation),
                        "--entrypoint=/bin/sh",
                        ToyProject.IMAGE,
                        "-c",
                        "echo started; read go; " + commands + "; echo done; read end"));
        assertThat(container.hear()).isEqualTo("started");
        return container;
    }

    private String id(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private int pid(String name) throws IOException {
        return Integer.parseInt(LoopDrive.run("docker", "inspect", "--format={{.State.Pid}}", id(name)));
    }

    private void mountDrive() throws IOException {
        LoopDrive.made(folder.resolve("image"), 32L << 20, undo, "mkfs.ext4", "-q")
                .mount(films, undo);
        Files.createDirectories(films.resolve("media"));
        Files.writeString(films.resolve("media/a.mkv"), "a");
    }

    private String number() {
        return Mounts.holding(films, mounts()).orElseThrow().number();
    }

    private static List<Mount> mounts() {
        return new Mounts(Path.of("/proc/self/mountinfo")).all();
    }
}

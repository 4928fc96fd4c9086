package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.TestClassPath;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.Propagation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pool on the real kernel without being root: in a user and mount namespace of its own.
class PoolInNamespaceIT {

    private static final List<String> NAMESPACE =
            List.of("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private");

    @TempDir
    private Path folder;

    @Test
    void a_drive_reaches_what_bound_the_pool_and_nothing_is_written_where_it_is_missing() throws Exception {
        assumeTrue(run(command("true")) instanceof Exited it && it.succeeded(), "skipped, no user namespaces here");
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var outcome = run(command(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                TestClassPath.text(),
                Inside.class.getName(),
                folder.toRealPath().toString()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.stdout().lines())
                                .as(exited.stderr())
                                .containsExactly("GUARDED", "bound: ", "bound: film", "bound: ", "read-only"));
    }

    private static List<String> command(String... program) {
        var argv = new ArrayList<>(NAMESPACE);
        argv.addAll(List.of(program));
        return argv;
    }

    private static Outcome run(List<String> argv) {
        return new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), argv));
    }

    /// What runs in there.
    static final class Inside {

        private Inside() {}

        public static void main(String[] arguments) throws Exception {
            var place = Path.of(arguments[0]);
            var calls = new KernelMountCalls();
            // Its namespaces are its own, as a sandboxed unit's: only the mount table is shown to it.
            var machine = Files.createDirectories(place.resolve("machine/proc/self"));
            Files.createSymbolicLink(machine.resolve("mountinfo"), Path.of("/proc/self/mountinfo"));
            var root = place.resolve("pool");
            var pool = new Pool(calls, place.resolve("machine"), place.resolve("run"), true);
            pool.prepare(root);
            print(pool.facts(root).state().toString());

            var bound = Files.createDirectory(place.resolve("bound"));
            calls.bind(PoolLayout.tree(root), bound);
            calls.propagation(bound, Propagation.SLAVE, true);
            var slots = pool.slots(root);
            var slot = slots.make(new SlotName("films"));
            show(bound);
            var staging = slots.staging(new SlotName("films"));
            calls.mount("tmpfs", staging, "tmpfs", Set.of(), "size=64k");
            Files.createFile(staging.resolve("film"));
            calls.move(staging, slot);
            show(bound);
            calls.detach(slot);
            show(bound);
            try {
                Files.createFile(bound.resolve("films/new"));
            } catch (FileSystemException e) {
                print(String.valueOf(e.getReason()).contains("Read-only") ? "read-only" : e.toString());
            }
        }

        private static void show(Path bound) throws IOException {
            try (var files = Files.list(bound.resolve("films"))) {
                print("bound: "
                        + String.join(
                                " ",
                                files.map(file -> String.valueOf(file.getFileName()))
                                        .toList()));
            }
        }

        private static void print(String line) {
            System.out.println(line);
        }
    }
}
